import { Skeleton, Textarea, TextInput } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useTranslations } from 'use-intl'
import { LANGUAGES, LANGUAGE_NAMES, type Language } from '../../app/messages/languages.ts'
import styles from './form.module.css'
import { lookOf, type InputProps } from './input-props.ts'

// The editor is larger than the whole frame: it comes when somebody writes.
const RichTextInput = lazy(() => import('./rich-text-input.tsx'))

type Texts = Readonly<Record<string, string | undefined>>

/** The same words in each language: all at once where they are short, else in the language that the form is in. */
export function TextsInput(props: InputProps<'texts'>) {
  const { field, value, language = 'en', onChange } = props
  const texts = (value ?? {}) as Texts
  const write = (one: Language, words: string) => onChange({ ...texts, [one]: words })
  return field.show === 'one' ? (
    <OneText {...props} texts={texts} language={language} onWrite={(words) => write(language, words)} />
  ) : (
    <AllTexts {...props} texts={texts} onWrite={write} />
  )
}

interface OneTextProps extends InputProps<'texts'> {
  readonly texts: Texts
  readonly language: Language
  readonly onWrite: (words: string) => void
}

function OneText({ field, texts, language, error, errorOf, onWrite }: OneTextProps) {
  const t = useTranslations('ui.form')
  const path = `${field.name}.${language}`
  const common = {
    ...lookOf(field, t('optional')),
    name: path,
    lang: language,
    error: errorOf(path) ?? error,
    value: texts[language] ?? '',
    // Until it is translated a shopper reads the English one.
    placeholder: language === 'en' ? '' : (texts.en ?? ''),
    ...(field.maxLength === undefined ? {} : { maxLength: field.maxLength }),
  }
  if (field.rich) {
    return (
      <Suspense fallback={<Skeleton height={256} />}>
        <RichTextInput key={language} {...common} onChange={onWrite} />
      </Suspense>
    )
  }
  return field.long ? (
    <Textarea {...common} rows={8} onChange={(change) => onWrite(change.currentTarget.value)} />
  ) : (
    <TextInput {...common} onChange={(change) => onWrite(change.currentTarget.value)} />
  )
}

interface AllTextsProps extends InputProps<'texts'> {
  readonly texts: Texts
  readonly onWrite: (language: Language, words: string) => void
}

function AllTexts({ field, texts, error, errorOf, onWrite }: AllTextsProps) {
  const t = useTranslations('ui.form')
  const Input = field.long ? Textarea : TextInput
  return (
    <fieldset className={styles.group} aria-describedby={error ? `${field.name}-error` : undefined}>
      <legend>{field.optional ? `${field.label} (${t('optional')})` : field.label}</legend>
      {(field.fixed ?? field.hint) && <p className={styles.hint}>{field.fixed ?? field.hint}</p>}
      <div className={styles.halves}>
        {LANGUAGES.map((language) => (
          <Input
            key={language}
            lang={language}
            name={`${field.name}.${language}`}
            label={LANGUAGE_NAMES[language]}
            disabled={field.fixed !== undefined}
            {...(field.maxLength === undefined ? {} : { maxLength: field.maxLength })}
            error={errorOf(`${field.name}.${language}`)}
            required={language === 'en' && !field.optional}
            withAsterisk={false}
            value={texts[language] ?? ''}
            onChange={(change) => onWrite(language, change.currentTarget.value)}
          />
        ))}
      </div>
      {error && (
        <p id={`${field.name}-error`} className={styles.error}>
          {error}
        </p>
      )}
    </fieldset>
  )
}
