import { Button, Drawer, Skeleton, TextInput } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { Changes } from '../../ui/changes.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { DateText } from '../../ui/date-text.tsx'
import { sayDone } from '../../ui/done.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import styles from './product-record.module.css'
import { productVersions, restoreProduct, type Product, type ProductVersion } from './queries.ts'

interface ProductVersionsProps {
  readonly product: Product
  readonly onClose: () => void
}

interface Asked {
  readonly version: number
  readonly field?: { readonly name: string; readonly label: string }
}

/** Every version with who, when and why; one field of it, or all of it, can be had back. */
export function ProductVersions({ product, onClose }: ProductVersionsProps) {
  const t = useTranslations('catalog.versions')
  const [asked, setAsked] = useState<Asked>()
  const mayWrite = useCan()('catalog:write')
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    productVersions(product.id),
  )
  const versions = data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={640}
      title={t('title')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton height={320} />}
      <ol className={styles.versions}>
        {versions.map((version) => (
          <Version
            key={version.version}
            version={version}
            current={product.version}
            onAsk={mayWrite ? setAsked : undefined}
          />
        ))}
      </ol>
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      {asked && <RestoreDialog product={product} asked={asked} onClose={() => setAsked(undefined)} />}
    </Drawer>
  )
}

interface VersionProps {
  readonly version: ProductVersion
  readonly current: number
  readonly onAsk: ((asked: Asked) => void) | undefined
}

function Version({ version: { version, at, by, reason, changes }, current, onAsk }: VersionProps) {
  const t = useTranslations('catalog.versions')
  return (
    <li className={styles.version}>
      <div className={styles.versionHead}>
        <h3>
          {t('number', { version: `${version}` })}
          {version === current && <span className={styles.note}> · {t('now')}</span>}
        </h3>
        {onAsk && version !== current && (
          <Button
            variant="default"
            size="compact-sm"
            aria-label={t('restoreNumber', { version: `${version}` })}
            onClick={() => onAsk({ version })}
          >
            {t('restore')}
          </Button>
        )}
      </div>
      <p className={styles.note}>
        <DateText value={at} form="full" />
        {by !== null && ` · ${by}`}
      </p>
      {reason !== null && <p>{reason}</p>}
      <ul className={styles.fields}>
        {changes.map(({ field, label, before, after, restorable }) => (
          <li key={field}>
            <Changes changes={[{ field: label, before, after }]} />
            {onAsk && restorable && (
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={t('takeBackNamed', { field: label })}
                onClick={() => onAsk({ version: version - 1, field: { name: field, label } })}
              >
                {t('takeBack')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </li>
  )
}

interface RestoreDialogProps {
  readonly product: Product
  readonly asked: Asked
  readonly onClose: () => void
}

function RestoreDialog({ product, asked: { version, field }, onClose }: RestoreDialogProps) {
  const t = useTranslations('catalog.versions')
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => restoreProduct(product, { version, field: field?.name, reason: reason.trim() }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['catalog'] })
      sayDone(t('restored'))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      opened
      title={field ? t('takeBackNamed', { field: field.label }) : t('restoreNumber', { version: `${version}` })}
      confirm={field ? t('takeBack') : t('restore')}
      busy={isPending}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      <p>{t('meaning')}</p>
      <TextInput
        label={t('reason')}
        maxLength={500}
        data-autofocus
        value={reason}
        onChange={(change) => setReason(change.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}
