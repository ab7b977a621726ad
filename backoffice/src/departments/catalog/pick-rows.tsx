import { ActionIcon } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { RecordInput } from '../../ui/form/record-input.tsx'
import { movedTo } from '../../ui/form/moved-to.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { Thumbnail } from '../../ui/thumbnail.tsx'
import styles from './category.module.css'
import type { Pick } from './collection-queries.ts'
import { useDragOrder } from './use-drag-order.ts'

interface PickRowsProps<One extends Pick> {
  readonly picks: readonly One[]
  readonly mayWrite: boolean
  readonly onChange: (picks: readonly One[]) => void
  /** What else is said of one. */
  readonly more?: (pick: One) => ReactNode
}

/** Products chosen by hand, in their order: moved by the mouse or by buttons, taken out. */
export function PickRows<One extends Pick>({ picks, mayWrite, onChange, more }: PickRowsProps<One>) {
  const t = useTranslations('catalog.collection')
  const drag = useDragOrder((from, to) => onChange(movedTo(picks, from, to)))
  return (
    <ol className={styles.picks}>
      {picks.map((pick, at) => (
        <li key={pick.id} className={`${styles.row} ${styles.flat}`} {...(mayWrite ? drag(at) : {})}>
          <PickWords pick={pick} />
          {more?.(pick)}
          {mayWrite && (
            <span className={styles.hands}>
              <Hand
                label={t('up', { name: pick.name })}
                disabled={at === 0}
                onClick={() => onChange(movedTo(picks, at, at - 1))}
              >
                <IconArrowUp size={18} aria-hidden />
              </Hand>
              <Hand
                label={t('down', { name: pick.name })}
                disabled={at === picks.length - 1}
                onClick={() => onChange(movedTo(picks, at, at + 1))}
              >
                <IconArrowDown size={18} aria-hidden />
              </Hand>
              <Hand
                label={t('remove', { name: pick.name })}
                onClick={() => onChange(picks.filter((one) => one !== pick))}
              >
                <IconX size={18} aria-hidden />
              </Hand>
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}

/** Picture, name and vendor of a chosen product, and that it is a draft. */
export function PickWords({ pick }: { readonly pick: Pick }) {
  const t = useTranslations('catalog.collection')
  return (
    <>
      <Thumbnail fileId={pick.imageFileId} />
      <span className={styles.words}>
        <Link className={styles.name} to="/products/$id" params={{ id: pick.id }}>
          {pick.name}
        </Link>
        <span className={styles.note}>{pick.vendor}</span>
      </span>
      {!pick.published && (
        <span className={styles.marks}>
          <StateBadge tone="neutral">{t('draft')}</StateBadge>
        </span>
      )}
    </>
  )
}

interface PickFieldProps {
  readonly label: string
  /** Changes with what was found, so that the field is empty again. */
  readonly count: number
  readonly onFound: (pick: Pick) => void
}

/** Finds a product by what people type; what it looks like follows with what is read after the save. */
export function PickField({ label, count, onFound }: PickFieldProps) {
  return (
    <RecordInput
      key={count}
      field={{ kind: 'record', name: 'pick', label, kinds: ['product'], optional: true }}
      value={undefined}
      error={undefined}
      errorOf={() => undefined}
      language="en"
      onChange={(chosen) => {
        const { id, title } = (chosen ?? {}) as { readonly id?: string; readonly title?: string }
        if (id) onFound({ id, name: title ?? '', vendor: '', imageFileId: null, published: true })
      }}
    />
  )
}

interface HandProps {
  readonly label: string
  readonly disabled?: boolean
  readonly onClick: () => void
  readonly children: ReactNode
}

function Hand({ label, disabled = false, onClick, children }: HandProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      className="icon-button"
      aria-label={label}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </ActionIcon>
  )
}
