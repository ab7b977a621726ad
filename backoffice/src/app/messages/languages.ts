export const LANGUAGES = ['en', 'it', 'es', 'id'] as const
export type Language = (typeof LANGUAGES)[number]

const KEY = 'fondaco-language'

/** Each language by its own name, as a person who speaks it looks for it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  it: 'Italiano',
  es: 'Español',
  id: 'Bahasa Indonesia',
}

const loaders: Readonly<Record<Language, () => Promise<{ default: Record<string, object> }>>> = {
  en: () => import('./en.ts'),
  it: () => import('./it.ts'),
  es: () => import('./es.ts'),
  id: () => import('./id.ts'),
}

export async function loadMessages(language: Language): Promise<Record<string, object>> {
  return (await loaders[language]()).default
}

/** The language chosen on this device, else the browser's first that the house speaks. */
export function preferredLanguage(): Language {
  const wishes = [readChoice(), ...navigator.languages.map((tag) => tag.slice(0, 2))]
  return wishes.find(isLanguage) ?? 'en'
}

export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language)
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

function readChoice(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

export function isLanguage(text: string | null | undefined): text is Language {
  return LANGUAGES.some((language) => language === text)
}
