import { defineWords } from '../words.ts'

export const useChoiceWords = defineWords('notice-choices', {
  en: {
    title: 'What you get',
    text: 'By mail, and in your inbox. It counts from the next message on.',
    kind: 'What about',
    mail: 'Mail',
    inbox: 'Inbox',
    locked: 'Always by mail',
    lockedText: 'Without this mail somebody would be left guessing, so it cannot be switched off.',
    choose: '{{kind}}: {{channel}}',
    none: 'Your role gets no messages.',
    person: 'About what you ask for',
    organizer: 'About the events you look after',
  },
  de: {
    title: 'Was du bekommst',
    text: 'Per Mail und im Posteingang. Es gilt ab der nächsten Nachricht.',
    kind: 'Worüber',
    mail: 'Mail',
    inbox: 'Posteingang',
    locked: 'Immer per Mail',
    lockedText: 'Ohne diese Mail wüsste jemand nicht, woran er ist; darum lässt sie sich nicht abschalten.',
    choose: '{{kind}}: {{channel}}',
    none: 'Deine Rolle bekommt keine Nachrichten.',
    person: 'Zu dem, was du anfragst',
    organizer: 'Zu den Veranstaltungen, um die du dich kümmerst',
  },
})
