import { Button, NativeSelect, Skeleton } from '@mantine/core'
import { IconLanguage } from '@tabler/icons-react'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { LANGUAGE_NAMES } from '../../app/messages/languages.ts'
import { useCan } from '../../app/session/session.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { MachineDrafts } from './machine-drafts.tsx'
import { TranslationsFrame } from './translations-frame.tsx'
import {
  approveTexts,
  KINDS,
  STATES,
  TARGETS,
  translationProgress,
  untranslated,
  type Progress,
  type Target,
  type TranslatedKind,
  type TranslationState,
  type Untranslated,
  type Wanted,
} from './translation-queries.ts'
import styles from './translations.module.css'
import { TranslationSheet } from './translation-sheet.tsx'

/** What is missing or outdated in a language, one record after the other, English and translation side by side. */
export default function TranslationsScreen() {
  const t = useTranslations('catalog.translations')
  const [wanted, setWanted] = useState<Wanted>({ kind: 'product', language: 'it', state: 'missing' })
  const progress = useQuery(translationProgress)
  const choose = (change: Partial<Wanted>) => setWanted({ ...wanted, ...change })
  const counts = progress.data?.items ?? []
  const count = (change: Partial<Wanted>) => countOf(counts, { ...wanted, ...change })
  return (
    <TranslationsFrame>
      {progress.error && !progress.data && (
        <ErrorState error={progress.error} onRetry={() => void progress.refetch()} />
      )}
      <div className={styles.choices}>
        <Choice
          label={t('language')}
          value={wanted.language}
          options={TARGETS.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          onChange={(language) => choose({ language: language as Target })}
        />
        <Choice
          label={t('kind')}
          value={wanted.kind}
          options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          onChange={(kind) => choose({ kind: kind as TranslatedKind })}
        />
        <Choice
          label={t('state')}
          value={wanted.state}
          options={STATES.map((value) => ({ value, label: t(`states.${value}`, { count: count({ state: value }) }) }))}
          onChange={(state) => choose({ state: state as TranslationState })}
        />
        {wanted.state === 'missing' && count({}) > 0 && <MachineDrafts wanted={wanted} />}
      </div>
      <Walk key={JSON.stringify(wanted)} wanted={wanted} />
    </TranslationsFrame>
  )
}

// i18n-dynamic: catalog.translations.kinds.*
// i18n-dynamic: catalog.translations.states.*
// i18n-dynamic: catalog.translations.nothingOf.*
function countOf(items: readonly Progress[], { kind, language, state }: Wanted): number {
  return items.find((one) => one.kind === kind && one.language === language)?.[state] ?? 0
}

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string) => void
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <NativeSelect
      label={label}
      data={[...options]}
      value={value}
      onChange={(change) => onChange(change.currentTarget.value)}
    />
  )
}

/** The list beside the sheet; on to the next when one is done. */
function Walk({ wanted }: { readonly wanted: Wanted }) {
  const t = useTranslations('catalog.translations')
  const list = useInfiniteQuery(untranslated(wanted))
  const [openId, setOpen] = useState<string>()
  const [drafts] = useState(() => new Map<string, string>())
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  const at = Math.max(
    0,
    items.findIndex(({ id }) => id === openId),
  )
  const open = items[at]
  const go = (steps: number) => {
    const next = items[at + steps]
    if (next) setOpen(next.id)
    if (at + steps >= items.length - 3 && list.hasNextPage) void list.fetchNextPage()
  }
  if (list.error && !list.data) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  if (!list.data) return <Skeleton height={320} radius="lg" />
  if (!open) {
    return (
      <Panel>
        <EmptyState icon={IconLanguage} title={t('nothing')}>
          {t(`nothingOf.${wanted.state}`)}
        </EmptyState>
      </Panel>
    )
  }
  return (
    <div className={styles.walk}>
      <nav className={styles.list} aria-label={t('list')}>
        {wanted.state === 'draft' && <ApproveAll wanted={wanted} items={items} />}
        <ul>
          {items.map(({ id, title }) => (
            <li key={id}>
              <button type="button" aria-current={id === open.id} onClick={() => setOpen(id)}>
                {title}
              </button>
            </li>
          ))}
        </ul>
        {list.hasNextPage && (
          <Button
            variant="default"
            size="compact-sm"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t('more')}
          </Button>
        )}
      </nav>
      <TranslationSheet
        key={open.id}
        wanted={wanted}
        id={open.id}
        drafts={drafts}
        place={{ at: at + 1, of: items.length, more: list.hasNextPage }}
        onPrevious={at > 0 ? () => go(-1) : undefined}
        onNext={at < items.length - 1 ? () => go(1) : undefined}
      />
    </div>
  )
}

const AT_ONCE = 200

/** Drafts of the records that are listed; those whose English changed meanwhile stay for somebody to look at. */
function ApproveAll({ wanted, items }: { readonly wanted: Wanted; readonly items: readonly Untranslated[] }) {
  const t = useTranslations('catalog.translations')
  const client = useQueryClient()
  const mayApprove = useCan()('catalog:approve')
  const [isAsking, setAsking] = useState(false)
  const { kind, language } = wanted
  const texts = items.flatMap(({ id, fields }) => fields.map((field) => ({ id, field }))).slice(0, AT_ONCE)
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => approveTexts({ kind, language, texts }),
    onSuccess: async ({ approved, refused }) => {
      await client.invalidateQueries({ queryKey: ['catalog', 'translations'] })
      setAsking(false)
      sayDone(t('approvedMany', { approved, refused: refused.length }))
    },
  })
  if (!mayApprove || texts.length === 0) return null
  return (
    <>
      <Button fullWidth size="compact-sm" variant="default" onClick={() => setAsking(true)}>
        {t('approveAll', { count: texts.length })}
      </Button>
      <ConfirmDialog
        opened={isAsking}
        title={t('approveAllTitle', { count: texts.length, language: LANGUAGE_NAMES[language] })}
        confirm={t('approve')}
        busy={isPending}
        error={error}
        onConfirm={() => mutate()}
        onClose={() => setAsking(false)}
      >
        <p>{t('approveAllMeaning')}</p>
      </ConfirmDialog>
    </>
  )
}
