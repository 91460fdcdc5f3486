import { defineWords } from '../words.ts'

export const usePictureWords = defineWords('option-picture', {
  en: {
    picture: 'Picture',
    choose: 'Choose a picture, or drop one here',
    replace: 'Choose another picture, or drop one here',
    limits: 'JPEG, PNG or WebP, at most 5 MB',
    wrongType: 'This is no JPEG, PNG or WebP. Choose another file.',
    tooLarge: 'This file has more than 5 MB. Choose a smaller one.',
    alt: 'What is to be seen',
    altHint: 'Read out to people who do not see the picture.',
    altNeeded: 'Say in a few words what is to be seen.',
    send: 'Show this picture',
    sending: 'Sending …',
    remove: 'Remove the picture',
    overlaps_one: '{{n}} person who has {{option}} would be in two tracks at once, and is not approved for both.',
    overlaps_other: '{{n}} people who have {{option}} would be in two tracks at once, and are not approved for both.',
  },
  de: {
    picture: 'Bild',
    choose: 'Wähle ein Bild, oder zieh es hierher',
    replace: 'Wähle ein anderes Bild, oder zieh es hierher',
    limits: 'JPEG, PNG oder WebP, höchstens 5 MB',
    wrongType: 'Das ist kein JPEG, PNG oder WebP. Wähle eine andere Datei.',
    tooLarge: 'Diese Datei hat mehr als 5 MB. Wähle eine kleinere.',
    alt: 'Was zu sehen ist',
    altHint: 'Wird denen vorgelesen, die das Bild nicht sehen.',
    altNeeded: 'Sag in ein paar Worten, was zu sehen ist.',
    send: 'Dieses Bild zeigen',
    sending: 'Wird gesendet …',
    remove: 'Bild entfernen',
    overlaps_one: '{{n}} Person mit {{option}} wäre in zwei Tracks zugleich und wird nicht für beide angenommen.',
    overlaps_other:
      '{{n}} Personen mit {{option}} wären in zwei Tracks zugleich und werden nicht für beide angenommen.',
  },
})
