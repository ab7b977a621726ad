import { Button, MultiSelect } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { DateText } from '../../ui/date-text.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { useCodeWords } from '../../ui/use-code-words.ts'
import { holdOrder, orderDesk, orderTags, releaseOrder, tagOrder, type Hold } from './desk-queries.ts'
import styles from './desk.module.css'
import { OrderTags } from './order-tags.tsx'

/** Why an order waits, what held it before, and its tags. */
export function OrderDesk({ orderId }: { readonly orderId: string }) {
  const t = useTranslations('orders.desk')
  const { data } = useQuery(orderDesk(orderId, useLocale()))
  const [asking, setAsking] = useState<{ readonly holdId?: string }>()
  const [isHolding, setHolding] = useState(false)
  if (!data) return null
  const open = data.holds.filter(({ released }) => released === null)
  const past = data.holds.filter(({ released }) => released !== null)
  const may = (action: string) => data.allowedActions.some((one) => one.action === action && one.allowed)
  return (
    <>
      <Panel
        title={open.length > 0 ? t('held') : t('title')}
        aside={open.length > 0 && <StateBadge tone="danger">{t('waits')}</StateBadge>}
      >
        <div className={styles.stack}>
          {open.length > 0 && (
            <ul className={styles.holds}>
              {open.map((hold) => (
                <OpenHold
                  key={hold.id}
                  hold={hold}
                  onRelease={may('release') ? () => setAsking({ holdId: hold.id }) : undefined}
                />
              ))}
            </ul>
          )}
          <Tags orderId={orderId} tags={data.tags} />
          {may('hold') && (
            <div>
              <Button variant="default" onClick={() => setHolding(true)}>
                {t('hold')}
              </Button>
            </div>
          )}
          {past.length > 0 && <PastHolds holds={past} />}
        </div>
      </Panel>
      {isHolding && (
        <ReasonDialog
          department="orders"
          title={t('holdTitle')}
          meaning={t('holdMeaning')}
          confirm={t('hold')}
          done={t('holdDone')}
          act={(reason) => holdOrder(orderId, reason)}
          onClose={() => setHolding(false)}
        />
      )}
      {asking && (
        <ReasonDialog
          department="orders"
          title={t('releaseTitle')}
          meaning={t(open.length > 1 ? 'releaseOneMeaning' : 'releaseMeaning')}
          confirm={t('release')}
          done={t('releaseDone')}
          act={(reason) => releaseOrder(orderId, reason, asking.holdId)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  )
}

// i18n-dynamic: orders.holdKinds.*
function OpenHold({ hold, onRelease }: { readonly hold: Hold; readonly onRelease: (() => void) | undefined }) {
  const t = useTranslations('orders.desk')
  const say = useCodeWords()
  const { kind, words, heldAt, heldBy, todoId } = hold
  return (
    <li className={styles.hold}>
      <strong>{words}</strong>
      <p className={styles.note}>
        {/* What a person wrote says by itself that it was by hand. */}
        {kind !== 'manual' && `${say('orders.holdKinds', kind)} · `}
        <DateText value={heldAt} />
        {heldBy.name !== null && ` · ${heldBy.name}`}
        {todoId !== null && (
          <>
            {' · '}
            <Link to="/todos/$id" params={{ id: todoId }}>
              {t('todo')}
            </Link>
          </>
        )}
      </p>
      {onRelease && (
        <Button variant="default" onClick={onRelease}>
          {t('release')}
        </Button>
      )}
    </li>
  )
}

function PastHolds({ holds }: { readonly holds: readonly Hold[] }) {
  const t = useTranslations('orders.desk')
  return (
    <details>
      <summary>{t('before', { count: holds.length })}</summary>
      <ul className={styles.holds}>
        {holds.map(({ id, words, released }) => (
          <li key={id} className={styles.hold}>
            <span>{words}</span>
            {released && (
              <p className={styles.note}>
                {t('released', { reason: released.reason })} · <DateText value={released.at} />
                {released.by.name !== null && ` · ${released.by.name}`}
              </p>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

type Shown = Parameters<typeof OrderTags>[0]['tags']

function Tags({ orderId, tags }: { readonly orderId: string; readonly tags: Shown }) {
  const t = useTranslations('orders.desk')
  const mayWrite = useCan()('orders:write')
  const client = useQueryClient()
  const { data } = useQuery({ ...orderTags, enabled: mayWrite })
  const { mutate, error } = useMutation({
    mutationFn: (wanted: readonly string[]) => {
      const there = tags.map(({ id }) => id)
      const add = wanted.filter((id) => !there.includes(id))
      return tagOrder(orderId, { add, remove: there.filter((id) => !wanted.includes(id)) })
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['orders'] }),
  })
  if (!mayWrite) return <OrderTags tags={tags} />
  const known = data?.items ?? []
  if (known.length === 0) {
    return (
      <p className={styles.note}>
        <Link to="/orders/tags">{t('noTags')}</Link>
      </p>
    )
  }
  return (
    <div className={styles.stack}>
      <OrderTags tags={tags} />
      <MultiSelect
        label={t('tags')}
        placeholder={tags.length === 0 ? t('chooseTags') : ''}
        searchable
        hidePickedOptions
        nothingFoundMessage={t('noSuchTag')}
        data={known.map(({ id, name }) => ({ value: id, label: name }))}
        value={tags.map(({ id }) => id)}
        onChange={(wanted) => mutate(wanted)}
      />
      <FormError error={error} />
    </div>
  )
}
