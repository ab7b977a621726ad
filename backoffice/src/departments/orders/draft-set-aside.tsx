import { NativeSelect } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ActionButton } from '../../ui/action-button.tsx'
import { DateText } from '../../ui/date-text.tsx'
import { HINT_BELOW } from '../../ui/form/input-props.ts'
import { FormError } from '../../ui/form-error.tsx'
import { Panel } from '../../ui/panel.tsx'
import { releaseDraft, setDraftAside } from './draft-queries.ts'
import type { Draft } from './draft-wish.ts'
import styles from './edit-order.module.css'

const HOUR_MS = 3_600_000
/** Hours that are offered beside what the shop is set to. */
const HOURS = [2, 8, 24, 72, 168]

/** Whether the goods are kept for whom it is, until when, and how that ends. */
export function DraftSetAside({ draft, isKept }: { readonly draft: Draft; readonly isKept: boolean }) {
  const t = useTranslations('orders.draft.setAside')
  const client = useQueryClient()
  const [hours, setHours] = useState('')
  const reread = () => client.invalidateQueries({ queryKey: ['orders', 'draft', draft.id] })
  const hold = useMutation({
    mutationFn: () =>
      setDraftAside(draft.id, hours === '' ? undefined : new Date(Date.now() + Number(hours) * HOUR_MS).toISOString()),
    onSettled: reread,
  })
  const free = useMutation({ mutationFn: () => releaseDraft(draft.id), onSettled: reread })
  const { setAside, basket } = draft
  const isEmpty = basket.lines.length + basket.bundles.length === 0
  return (
    <Panel title={t('title')}>
      <div className={styles.why}>
        <p className={styles.balance} aria-live="polite">
          {setAside
            ? t.rich('until', { pieces: setAside.pieces, until: () => <DateText value={setAside.until} form="full" /> })
            : t('none')}
        </p>
        {setAside && setAside.pieces < setAside.wanted && (
          <p className={styles.problem}>{t('notAll', { missing: setAside.wanted - setAside.pieces })}</p>
        )}
        {setAside?.by && <p className={styles.note}>{t('by', { name: setAside.by })}</p>}
        <NativeSelect
          label={t('howLong')}
          inputWrapperOrder={HINT_BELOW}
          description={t('howLongHint')}
          value={hours}
          onChange={(event) => setHours(event.currentTarget.value)}
          data={[
            { value: '', label: t('usual') },
            ...HOURS.map((count) => ({
              value: String(count),
              label: count < 24 ? t('hours', { count }) : t('days', { count: count / 24 }),
            })),
          ]}
        />
        <FormError error={hold.error ?? free.error} />
        <div className={styles.acts}>
          <ActionButton
            variant="default"
            loading={hold.isPending}
            refusal={isEmpty ? t('empty') : isKept ? undefined : t('wait')}
            onClick={() => hold.mutate()}
          >
            {setAside ? t('otherEnd') : t('hold')}
          </ActionButton>
          {setAside && (
            <ActionButton variant="subtle" loading={free.isPending} onClick={() => free.mutate()}>
              {t('free')}
            </ActionButton>
          )}
        </div>
      </div>
    </Panel>
  )
}
