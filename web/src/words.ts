import i18next from 'i18next'
import { useSyncExternalStore } from 'react'
import { initReactI18next, useTranslation } from 'react-i18next'

/** Languages that are complete: each feature brings its words in all of them, and the types say where one is missing. */
export const languages = { en: 'English', de: 'Deutsch' } as const
export type Language = keyof typeof languages

type Words = { readonly [key: string]: string }

const stored = readStored()
void i18next.use(initReactI18next).init({
  lng: stored ?? preferred(),
  fallbackLng: 'en',
  ns: [],
  resources: {},
  interpolation: { escapeValue: false },
  returnNull: false,
})
i18next.on('languageChanged', reflect)
reflect(i18next.language)

/**
 * Registers a feature's words in every language, and gives the hook that says them. German has to have every key that
 * English has; plural forms are i18next's (`_one`, `_other`).
 *
 * @example const useWords = defineWords('events', { en, de })
 */
export function defineWords<const English extends Words>(
  feature: string,
  words: { en: English; de: { readonly [Key in keyof English]: string } },
) {
  for (const [language, bundle] of Object.entries(words)) i18next.addResourceBundle(language, feature, bundle)
  return function useWords(): (key: Plain<keyof English & string>, values?: Values) => string {
    const { t } = useTranslation(feature)
    // The keys are checked here, against this feature's own words; i18next's types know nothing of those.
    const say = t as unknown as (key: string, values: Values) => string
    return (key, values) => say(key, values ?? {})
  }
}

type Values = Record<string, string | number>
/** A key as it is said: without the plural form, which i18next chooses by `count`. */
type Plain<Key extends string> = Key extends `${infer Base}_${'one' | 'other'}` ? Base : Key

/** The language being spoken, for `Intl`. */
export function useLanguage(): Language {
  return useSyncExternalStore(
    (changed) => {
      i18next.on('languageChanged', changed)
      return () => i18next.off('languageChanged', changed)
    },
    () => currentLanguage(),
  )
}

export function currentLanguage(): Language {
  return i18next.language in languages ? (i18next.language as Language) : 'en'
}

export function speak(language: Language): void {
  try {
    localStorage.setItem('allot-language', language)
  } catch {
    // Storage may be switched off; the choice lasts as long as the page then.
  }
  void i18next.changeLanguage(language)
}

function reflect(language: string): void {
  document.documentElement.lang = language
  document.documentElement.dir = i18next.dir(language)
}

function preferred(): Language {
  const wanted = navigator.languages.map((language) => language.slice(0, 2))
  return wanted.find((language): language is Language => language in languages) ?? 'en'
}

function readStored(): Language | undefined {
  try {
    const language = localStorage.getItem('allot-language')
    return language !== null && language in languages ? (language as Language) : undefined
  } catch {
    return undefined
  }
}
