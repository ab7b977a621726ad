import { Button, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { LANGUAGE_NAMES } from '../../app/messages/languages.ts'
import { useCan } from '../../app/session/session.ts'
import { DateText } from '../../ui/date-text.tsx'
import { sayDone } from '../../ui/done.ts'
import { FormError } from '../../ui/form-error.tsx'
import { StateBadge, type Tone } from '../../ui/state-badge.tsx'
import { useUnsavedGuard } from '../../ui/use-unsaved-guard.ts'
import {
  approveTexts,
  putTranslation,
  recordToTranslate,
  type TextToTranslate,
  type TranslatedKind,
  type Wanted,
} from './translation-queries.ts'
import styles from './translations.module.css'

interface TextRowProps {
  readonly text: TextToTranslate
  readonly id: string
  readonly wanted: Wanted
  readonly drafts: Map<string, string>
}

/** One text: English on the left, the translation with where it stands on the right. */
// i18n-dynamic: catalog.translations.fields.*
// i18n-dynamic: catalog.translations.text.*
export function TextRow({ text, id, wanted, drafts }: TextRowProps) {
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
  const mayApprove = useCan()('catalog:approve')
  const at = { ...wanted, id, field: text.field, source: text.source }
  const again = async (said: string) => {
    drafts.delete(draft)
    const { kind, language } = wanted
    await Promise.all([
      client.invalidateQueries({ queryKey: recordToTranslate(kind, id, language).queryKey }),
      client.invalidateQueries({ queryKey: ['catalog', 'translations', 'progress'] }),
    ])
    sayDone(said)
  }
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => putTranslation({ ...at, text: written.trim() }),
    onSuccess: () => again(t('saved')),
  })
  const approval = useMutation({
    mutationFn: async () => {
      if (isChanged) await putTranslation({ ...at, text: written.trim() })
      const one = { id, field: text.field, source: text.source, text: written.trim() }
      const { kind, language } = wanted
      return approveTexts({ kind, language, texts: [one] })
    },
    onSuccess: ({ approved }) => again(t(approved > 0 ? 'approved' : 'notApproved')),
  })
  const save = () => !isPending && (isChanged || isOutdated) && mutate()
  const isLong = text.source.length > 80
  return (
    <section className={styles.text} aria-labelledby={label}>
      <h3 id={label} className={styles.field}>
        {nameOf(text, wanted.kind, t)}
        <StateBadge tone={TONES[text.state]}>{t(`text.${text.state}`)}</StateBadge>
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
          <DraftLine text={text} />
          {error && <FormError error={error} />}
          {approval.error && <FormError error={approval.error} />}
          <div className={styles.acts}>
            {(isChanged || (isOutdated && written !== '')) && (
              <Button size="compact-sm" loading={isPending} onClick={save}>
                {t(isChanged ? 'save' : 'stillRight')}
              </Button>
            )}
            {mayApprove && written.trim() !== '' && (isChanged || text.draft) && (
              <Button
                size="compact-sm"
                variant="default"
                loading={approval.isPending}
                onClick={() => approval.mutate()}
              >
                {t(isChanged ? 'saveApproved' : 'approve')}
              </Button>
            )}
          </div>
        </div>
      </div>
    </section>
  )
}

const TONES: Readonly<Record<TextToTranslate['state'], Tone>> = {
  missing: 'neutral',
  draft: 'active',
  outdated: 'waiting',
  approved: 'good',
}

/** What a name within a record is of: the choices of Size. */
function nameOf({ field, within }: TextToTranslate, kind: TranslatedKind, t: Words): string {
  if (kind === 'choice') return t('parts.choice')
  if (kind === 'option') return within === null ? t('parts.option') : t('parts.choiceOf', { option: within })
  return t(`fields.${field}` as 'fields.names')
}

type Words = ReturnType<typeof useTranslations<'catalog.translations'>>

/** Who wrote it, and what the shop says meanwhile where that is something else. */
function DraftLine({ text: { draft, text, shown } }: { readonly text: TextToTranslate }) {
  const t = useTranslations('catalog.translations')
  if (!draft) return null
  const by = draft.provider ?? draft.by
  return (
    <p className={styles.note}>
      {by !== null && `${t(draft.provider === null ? 'writtenBy' : 'madeBy', { name: by })} `}
      <DateText value={draft.at} />
      {shown !== text && ` ${shown === '' ? t('shownEnglish') : t('shownNow', { text: shown })}`}
    </p>
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
