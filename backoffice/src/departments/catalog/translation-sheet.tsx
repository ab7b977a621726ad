import { Button, Skeleton, Textarea } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState, type KeyboardEvent } from 'react'
import { useTranslations } from 'use-intl'
import { LANGUAGE_NAMES } from '../../app/messages/languages.ts'
import { sayDone } from '../../ui/done.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useUnsavedGuard } from '../../ui/use-unsaved-guard.ts'
import { putTranslation, recordToTranslate, type TextToTranslate, type Wanted } from './translation-queries.ts'
import styles from './translations.module.css'

interface TranslationSheetProps {
  readonly wanted: Wanted
  readonly id: string
  readonly place: { readonly at: number; readonly of: number; readonly more: boolean }
  /** Record and field -> what is typed and not saved yet. */
  readonly drafts: Map<string, string>
  readonly onPrevious: (() => void) | undefined
  readonly onNext: (() => void) | undefined
}

/** One record's texts: English on the left, the translation on the right. Alt with the arrows goes on and back. */
export function TranslationSheet({ wanted, id, place, drafts, onPrevious, onNext }: TranslationSheetProps) {
  const t = useTranslations('catalog.translations')
  const { data, error, refetch } = useQuery(recordToTranslate(wanted.kind, id, wanted.language))
  const onKeys = (event: KeyboardEvent) => {
    if (!event.altKey) return
    const go = event.key === 'ArrowDown' ? onNext : event.key === 'ArrowUp' ? onPrevious : undefined
    if (!go) return
    event.preventDefault()
    go()
  }
  return (
    // Keys come from the inputs in it, wherever the cursor stands.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDown={onKeys}>
      <Panel
        title={data?.title ?? '…'}
        aside={
          <span className={styles.steps}>
            <span className={styles.note}>{t(place.more ? 'placeMore' : 'place', { at: place.at, of: place.of })}</span>
            <Button variant="default" size="compact-sm" disabled={!onPrevious} onClick={onPrevious}>
              {t('previous')}
            </Button>
            <Button variant="default" size="compact-sm" disabled={!onNext} onClick={onNext}>
              {t('next')}
            </Button>
          </span>
        }
      >
        {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
        {!error && !data && <Skeleton height={240} />}
        {data?.texts.map((text) => (
          <TextRow key={`${text.field} ${text.source}`} text={text} id={id} wanted={wanted} drafts={drafts} />
        ))}
        <p className={styles.note}>{t('keys')}</p>
      </Panel>
    </div>
  )
}

interface TextRowProps {
  readonly text: TextToTranslate
  readonly id: string
  readonly wanted: Wanted
  readonly drafts: Map<string, string>
}

// i18n-dynamic: catalog.translations.fields.*
function TextRow({ text, id, wanted, drafts }: TextRowProps) {
  const t = useTranslations('catalog.translations')
  const client = useQueryClient()
  const label = useId()
  // What was typed and not saved waits here while somebody looks at another record.
  const draft = `${id} ${text.field}`
  const [written, setWritten] = useState(drafts.get(draft) ?? text.text)
  const write = (next: string) => {
    drafts.set(draft, next)
    setWritten(next)
  }
  const isChanged = written !== text.text
  const isOutdated = text.sourceWas !== null
  useUnsavedGuard(isChanged, useTranslations('ui.form')('unsaved'))
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => putTranslation({ ...wanted, id, field: text.field, source: text.source, text: written.trim() }),
    onSuccess: async () => {
      drafts.delete(draft)
      const { kind, language } = wanted
      await Promise.all([
        client.invalidateQueries({ queryKey: recordToTranslate(kind, id, language).queryKey }),
        client.invalidateQueries({ queryKey: ['catalog', 'translations', 'progress'] }),
      ])
      sayDone(t('saved'))
    },
  })
  const save = () => !isPending && (isChanged || isOutdated) && mutate()
  const isLong = text.source.length > 80
  return (
    <section className={styles.text} aria-labelledby={label}>
      <h3 id={label} className={styles.field}>
        {t(`fields.${text.field}`)}
      </h3>
      <div className={styles.sides}>
        <div>
          <p className={styles.note}>{LANGUAGE_NAMES.en}</p>
          <p className={styles.source} lang="en">
            {text.source}
          </p>
          {isOutdated && (
            <p className={styles.was}>
              {t('was')} <q lang="en">{text.sourceWas}</q>
            </p>
          )}
        </div>
        <div>
          <Textarea
            label={LANGUAGE_NAMES[wanted.language]}
            lang={wanted.language}
            autosize
            minRows={isLong ? 4 : 1}
            maxLength={100_000}
            value={written}
            onChange={(change) => write(change.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
              event.preventDefault()
              save()
            }}
          />
          <Hints text={text} written={written} />
          {error && <FormError error={error} />}
          {(isChanged || (isOutdated && written !== '')) && (
            <Button className={styles.save} size="compact-sm" loading={isPending} onClick={save}>
              {t(isChanged ? 'save' : 'stillRight')}
            </Button>
          )}
        </div>
      </div>
    </section>
  )
}

/** How the shop says its own words; those that the translation does not use yet are marked. */
function Hints({ text, written }: { readonly text: TextToTranslate; readonly written: string }) {
  const t = useTranslations('catalog.translations')
  if (text.hints.length === 0) return null
  const said = written.toLowerCase()
  return (
    <ul className={styles.hints}>
      {text.hints.map(({ term, wanted, note }) => {
        const isUsed = said.includes(wanted.toLowerCase())
        return (
          <li key={term} data-warning={written !== '' && !isUsed}>
            {t(isUsed || written === '' ? 'hint' : 'hintMissing', { term, wanted })}
            {note !== '' && ` ${note}`}
          </li>
        )
      })}
    </ul>
  )
}
