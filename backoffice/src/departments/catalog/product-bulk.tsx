import { Button, NativeSelect, Skeleton, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone, sayRefused } from '../../ui/done.ts'
import { FormError } from '../../ui/form-error.tsx'
import type { BulkTarget } from '../../ui/list/list-screen.tsx'
import styles from './product-bulk.module.css'
import { MOST_CHOSEN, ProductExport } from './exports/product-export.tsx'
import { PlacesBulkDialog } from './places-bulk-dialog.tsx'
import { categories, changeProducts, undoBulkChange, type BulkAction } from './queries.ts'

// i18n-dynamic: catalog.bulk.actions.*

const ACTIONS: readonly BulkAction[] = ['publish', 'unpublish', 'set-category', 'add-tag']
const KEYS = {
  publish: 'bulk.actions.publish',
  unpublish: 'bulk.actions.unpublish',
  'set-category': 'bulk.actions.set_category',
  'add-tag': 'bulk.actions.add_tag',
} as const

interface ProductBulkProps {
  readonly target: BulkTarget
  readonly onDone: () => void
}

/** One change to many products: what it would do is shown first, and it can be taken back. */
export function ProductBulk({ target, onDone }: ProductBulkProps) {
  const t = useTranslations('catalog')
  const can = useCan()
  const [asking, setAsking] = useState<BulkAction>()
  const refusalOf = (action: BulkAction) => {
    const permission = action === 'publish' || action === 'unpublish' ? 'catalog:publish' : 'catalog:write'
    return can(permission) ? undefined : t('needsPermission', { permission })
  }
  const [isPlacing, setPlacing] = useState(false)
  const [isExporting, setExporting] = useState(false)
  const tooMany = 'ids' in target && target.ids.length > MOST_CHOSEN
  return (
    <>
      {ACTIONS.map((action) => (
        <ActionButton
          key={action}
          variant="default"
          size="compact-sm"
          refusal={refusalOf(action)}
          onClick={() => setAsking(action)}
        >
          {t(KEYS[action])}
        </ActionButton>
      ))}
      <ActionButton variant="default" size="compact-sm" refusal={refusalOf('publish')} onClick={() => setPlacing(true)}>
        {t('places.bulk')}
      </ActionButton>
      <ActionButton
        variant="default"
        size="compact-sm"
        refusal={tooMany ? t('export.tooMany', { count: MOST_CHOSEN }) : undefined}
        onClick={() => setExporting(true)}
      >
        {t('export.short')}
      </ActionButton>
      {isExporting && <ProductExport target={target} onClose={() => setExporting(false)} />}
      {isPlacing && (
        <PlacesBulkDialog
          target={target}
          onClose={() => setPlacing(false)}
          onDone={() => {
            setPlacing(false)
            onDone()
          }}
        />
      )}
      {asking && (
        <BulkDialog
          target={target}
          action={asking}
          onClose={() => setAsking(undefined)}
          onDone={() => {
            setAsking(undefined)
            onDone()
          }}
        />
      )}
    </>
  )
}

interface BulkDialogProps extends ProductBulkProps {
  readonly action: BulkAction
  readonly onClose: () => void
}

function BulkDialog({ target, action, onClose, onDone }: BulkDialogProps) {
  const t = useTranslations('catalog')
  const client = useQueryClient()
  const undo = useUndo()
  const [value, setValue] = useState('')
  const [said] = useDebouncedValue(value.trim(), 250)
  const valueOf = (text: string) =>
    action === 'set-category' ? { value: text || null } : action === 'add-tag' ? { value: text } : {}
  const isReady = action !== 'add-tag' || value.trim() !== ''
  const preview = useQuery({
    queryKey: ['catalog', 'bulk', target, action, said],
    queryFn: () => changeProducts({ target, action, ...valueOf(said) }, true),
    enabled: action !== 'add-tag' || said !== '',
    staleTime: 0,
  })
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => changeProducts({ target, action, ...valueOf(value.trim()) }, false),
    onSuccess: async ({ changes, undoToken }) => {
      await client.invalidateQueries({ queryKey: ['catalog'] })
      const words = t('bulk.done', { count: changes })
      if (undoToken === null) sayDone(words)
      else sayDone(<UndoWords words={words} onUndo={() => undo(undoToken)} />, { stays: true })
      onDone()
    },
  })
  return (
    <ConfirmDialog
      opened
      title={t(KEYS[action])}
      confirm={t('bulk.submit', { count: preview.data?.changes ?? 0 })}
      busy={isPending}
      ready={isReady && (preview.data?.changes ?? 0) > 0}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      {action === 'set-category' && <CategoryField value={value} onChange={setValue} />}
      {action === 'add-tag' && (
        <TextInput
          label={t('bulk.tag')}
          maxLength={100}
          data-autofocus
          value={value}
          onChange={(change) => setValue(change.currentTarget.value)}
        />
      )}
      {preview.error && <FormError error={preview.error} />}
      {preview.isFetching && !preview.data && <Skeleton height={96} />}
      {preview.data && <Preview outcome={preview.data} />}
    </ConfirmDialog>
  )
}

function Preview({ outcome }: { readonly outcome: Awaited<ReturnType<typeof changeProducts>> }) {
  const t = useTranslations('catalog.bulk')
  const { count, changes, unchanged, examples, refusals } = outcome
  return (
    <div className={styles.preview} aria-live="polite">
      <p>{t('preview', { count, changes, unchanged })}</p>
      <ul>
        {examples.map(({ id, title, before, after }) => (
          <li key={id}>
            {title}: <del>{before || '–'}</del> <ins>{after || '–'}</ins>
          </li>
        ))}
      </ul>
      {refusals.length > 0 && (
        <>
          <p className={styles.left}>{t('left', { count: refusals.length })}</p>
          <ul>
            {refusals.slice(0, 5).map(({ id, title, detail }) => (
              <li key={id}>
                {title}: {detail}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function CategoryField({ value, onChange }: { readonly value: string; readonly onChange: (id: string) => void }) {
  const t = useTranslations('catalog.bulk')
  const { data } = useQuery(categories)
  return (
    <NativeSelect
      label={t('category')}
      data-autofocus
      value={value}
      onChange={(change) => onChange(change.currentTarget.value)}
      data={[
        { value: '', label: t('noCategory') },
        ...(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  )
}

function UndoWords({ words, onUndo }: { readonly words: string; readonly onUndo: () => void }) {
  const t = useTranslations('catalog.bulk')
  const [isAsked, setAsked] = useState(false)
  return (
    <span className={styles.undo}>
      {words}
      <Button
        variant="default"
        size="compact-sm"
        disabled={isAsked}
        onClick={() => {
          setAsked(true)
          onUndo()
        }}
      >
        {t('undo')}
      </Button>
    </span>
  )
}

function useUndo(): (token: string) => void {
  const t = useTranslations('catalog.bulk')
  const client = useQueryClient()
  const { mutate } = useMutation({
    mutationFn: undoBulkChange,
    onSuccess: async ({ restored, left }) => {
      await client.invalidateQueries({ queryKey: ['catalog'] })
      sayDone(t('restored', { count: restored, left: left.length }))
    },
    onError: (error) => sayRefused(error, t('notRestored')),
  })
  return mutate
}
