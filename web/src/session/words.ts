import { defineWords } from '../words.ts'

export const useSessionWords = defineWords('session', {
  en: {
    title: 'Sign in again',
    text: 'Your session has ended. Everything you typed is still here, and goes on once you are back in.',
    who: '{{name}}, {{tenant}}',
    password: 'Password',
    wrong: 'This is not your password.',
    signIn: 'Sign in and go on',
    later: 'Not now',
    noPassword: 'I have a one-time link instead',
    link: 'One-time link',
    linkHint: 'Paste it here whole, or open it in another tab and come back.',
    linkWrong: 'This is no sign-in link: it ends in #code= and a code.',
    useLink: 'Use the link and go on',
    withPassword: 'I have a password after all',
    signInPage: 'Go to the sign-in page.',
    signInPageText: 'It leads back here. Forms of an event keep what you typed; other fields begin anew.',
  },
  de: {
    title: 'Wieder anmelden',
    text: 'Deine Sitzung ist zu Ende. Alles, was du getippt hast, ist noch da; es geht weiter, sobald du wieder angemeldet bist.',
    who: '{{name}}, {{tenant}}',
    password: 'Passwort',
    wrong: 'Das ist nicht dein Passwort.',
    signIn: 'Anmelden und weiter',
    later: 'Jetzt nicht',
    noPassword: 'Ich habe stattdessen einen Einmal-Link',
    link: 'Einmal-Link',
    linkHint: 'Füge ihn hier ganz ein, oder öffne ihn in einem anderen Tab und komm zurück.',
    linkWrong: 'Das ist kein Anmelde-Link: er endet mit #code= und einem Code.',
    useLink: 'Link verwenden und weiter',
    withPassword: 'Ich habe doch ein Passwort',
    signInPage: 'Zur Anmeldeseite.',
    signInPageText:
      'Sie führt hierher zurück. Formulare einer Veranstaltung behalten, was du getippt hast; andere Felder beginnen neu.',
  },
})
