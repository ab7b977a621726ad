import { Button, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { KeyboardEvent } from 'react'
import { useTranslations } from 'use-intl'
import { ErrorState } from '../../ui/error-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { TextRow } from './text-row.tsx'
import { recordToTranslate, type Wanted } from './translation-queries.ts'
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
          <TextRow
            key={`${text.field} ${text.source} ${text.text}`}
            text={text}
            id={id}
            wanted={wanted}
            drafts={drafts}
          />
        ))}
        <p className={styles.note}>{t('keys')}</p>
      </Panel>
    </div>
  )
}
