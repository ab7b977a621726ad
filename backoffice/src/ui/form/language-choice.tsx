import { SegmentedControl } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { LANGUAGES, LANGUAGE_NAMES, type Language } from '../../app/messages/languages.ts'
import styles from './form.module.css'

type Texts = Readonly<Record<string, string | undefined>>

interface LanguageChoiceProps {
  readonly label: string
  readonly value: Language
  readonly onChange: (language: Language) => void
  /** The texts of a record, each in all its languages. */
  readonly texts: readonly Texts[]
}

/** Which language is written now; a dot stands beside those in which something is still missing. */
export function LanguageChoice({ label, value, onChange, texts }: LanguageChoiceProps) {
  const t = useTranslations('ui.form')
  const isWhole = (language: Language) => texts.every((one) => (one.en ?? '') === '' || (one[language] ?? '') !== '')
  return (
    <SegmentedControl
      size="xs"
      aria-label={label}
      value={value}
      onChange={onChange}
      data={LANGUAGES.map((language) => ({
        value: language,
        label: (
          <span>
            <abbr title={LANGUAGE_NAMES[language]}>{language.toUpperCase()}</abbr>
            {!isWhole(language) && (
              <span className={styles.missing}>
                <span className="sr-only">{t('untranslated')}</span>
              </span>
            )}
          </span>
        ),
      }))}
    />
  )
}
