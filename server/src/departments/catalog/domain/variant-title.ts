import { DEFAULT_LANGUAGE, LANGUAGES, type Option, type Texts } from './product.ts'

/** "Medium, Blue" in every language that some choice is written in; empty for a variant without options. */
export function variantTitles(options: readonly Option[], optionValues: Readonly<Record<string, string>>): Texts {
  const names = options.map(
    (option) => option.choices.find((choice) => choice.code === optionValues[option.code])?.names ?? {},
  )
  const spoken = LANGUAGES.filter((language) => names.some((texts) => texts[language] !== undefined))
  return Object.fromEntries(
    spoken.map((language) => [
      language,
      names
        .map((texts) => texts[language] ?? texts[DEFAULT_LANGUAGE] ?? '')
        .filter(Boolean)
        .join(', '),
    ]),
  )
}
