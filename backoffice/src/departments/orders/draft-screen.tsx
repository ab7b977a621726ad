import { Skeleton } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useRecentRecord } from '../../app/palette/recent.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { DateText } from '../../ui/date-text.tsx'
import { sayDone } from '../../ui/done.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { writeDay } from '../../ui/form/day.ts'
import { FormError } from '../../ui/form-error.tsx'
import { formatMoney } from '../../ui/format-money.ts'
import { Panel, RecordColumns } from '../../ui/panel.tsx'
import { RecordHeader } from '../../ui/record-header.tsx'
import { useStateWords } from '../../ui/record/use-state-words.ts'
import { Total, Totals } from '../../ui/totals.tsx'
import { useFormatLocale } from '../../ui/use-format-locale.ts'
import { useUnsavedGuard } from '../../ui/use-unsaved-guard.ts'
import { DraftBuyer } from './draft-buyer.tsx'
import { DraftConflict } from './draft-conflict.tsx'
import { DraftHow } from './draft-how.tsx'
import { DraftLines } from './draft-lines.tsx'
import { deleteDraft, draftDetail, orderDraft } from './draft-queries.ts'
import { againOfDraft, type Draft } from './draft-wish.ts'
import { DraftMoney } from './draft-money.tsx'
import { DraftSetAside } from './draft-set-aside.tsx'
import { RecordWork } from '../work/record-work.tsx'
import styles from './edit-order.module.css'
import { PaymentLink } from './payment-link.tsx'
import { TakeOrderButton } from './take-order-button.tsx'
import { useDraftEdit, type DraftEdit } from './use-draft-edit.ts'

export default function DraftScreen() {
  const t = useTranslations('orders.draft')
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data: draft, error, refetch } = useQuery(draftDetail(id, useLocale()))
  const title = draft && (draft.address.name || draft.email || t('one'))
  useRecentRecord('order_draft', `/orders/drafts/${id}`, title)
  const back = { to: '/orders/drafts', label: t('title') }
  if (!draft) {
    return (
      <>
        <RecordHeader title={t('one')} back={back} />
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={360} radius="lg" />}
      </>
    )
  }
  return draft.orderId === null ? <OpenDraft key={draft.id} draft={draft} /> : <Ordered draft={draft} />
}

/** What became of it is told on the order's own page. */
function Ordered({ draft }: { readonly draft: Draft }) {
  const t = useTranslations('orders.draft')
  return (
    <>
      <RecordHeader title={t('one')} back={{ to: '/orders/drafts', label: t('title') }} />
      <Panel>
        <p className={styles.balance}>{t('isOrdered')}</p>
        <div className={styles.choices}>
          <Link to={`/orders/${draft.orderId ?? ''}`}>{t('toOrder')}</Link>
        </div>
      </Panel>
      {draft.orderId !== null && <PaymentLink orderId={draft.orderId} />}
      <DraftWork draft={draft} />
    </>
  )
}

function OpenDraft({ draft }: { readonly draft: Draft }) {
  const t = useTranslations('orders.draft')
  const edit = useDraftEdit(draft)
  return (
    <>
      <RecordHeader
        title={draft.address.name === '' ? t('one') : t('oneFor', { name: draft.address.name })}
        subtitle={
          <>
            {draft.madeBy !== null && `${draft.madeBy} · `}
            <DateText value={draft.updatedAt} form="full" />
          </>
        }
        back={{ to: '/orders/drafts', label: t('title') }}
        record={recordOf(draft)}
      />
      <RecordColumns
        main={
          <>
            <DraftConflict draft={draft} edit={edit} />
            <Panel title={t('lines')} flush>
              <DraftLines draft={draft} edit={edit} />
            </Panel>
            <DraftBuyer draft={draft} edit={edit} />
          </>
        }
        side={
          <>
            <DraftHow draft={draft} edit={edit} />
            <DraftMoney draft={draft} />
            <DraftSetAside draft={draft} isKept={edit.isKept} />
            <Outcome draft={draft} edit={edit} />
          </>
        }
        below={<DraftWork draft={draft} />}
      />
    </>
  )
}

const recordOf = ({ id }: Draft) => ({ department: 'orders', type: 'order_draft' as const, id })

/** As of every record: what is to be done about it, papers, talk, and what happened to it. */
function DraftWork({ draft }: { readonly draft: Draft }) {
  const title = draft.address.name || draft.email
  const say = useStateWords('orders.draft.states')
  return <RecordWork record={recordOf(draft)} title={title} write="orders:edit" say={say} />
}

interface PartProps {
  readonly draft: Draft
  readonly edit: DraftEdit
}

/** Why it is no order yet, as far as it can be seen here: the rest is said when it is ordered. */
function lackingOf({ basket, email }: Draft, { wish, needsReason, isKept, conflict }: DraftEdit) {
  if (wish.lines.length + (wish.bundles?.length ?? 0) === 0) return 'lacksGoods'
  if (conflict) return 'lacksChoice'
  if (needsReason) return 'lacksReason'
  if (!isKept) return 'saving'
  if (!basket.orderable) return 'lacksHave'
  if (email === '') return 'lacksEmail'
  return basket.needsDelivery && wish.deliveryMethod === null ? 'lacksDelivery' : undefined
}

/** What it comes to, as the shop reckons it; and the button that makes it an order. */
function Outcome({ draft, edit }: PartProps) {
  const t = useTranslations('orders.draft')
  const tEdit = useTranslations('orders.edit')
  const tTotals = useTranslations('orders.totals')
  const locale = useLocale()
  const formats = useFormatLocale()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [asking, setAsking] = useState<'order' | 'drop'>()
  const [key] = useState(() => crypto.randomUUID())
  const [isGone, setGone] = useState(false)
  useUnsavedGuard(!edit.isKept && !isGone, tEdit('leaveUnsaved'))
  const { basket, total, paidBy } = draft
  const done = async (to: string, words: string) => {
    setGone(true)
    sayDone(words)
    await navigate({ to })
    await client.invalidateQueries({ queryKey: ['orders'] })
  }
  const order = useMutation({
    mutationFn: () =>
      orderDraft(draft.id, {
        ...{ acceptedTotal: total, acceptedGiftCards: paidBy.covered, key },
        acceptedToday: paidBy.later ? paidBy.due : total,
      }),
    onSuccess: ({ id, number }) => done(`/orders/${id}`, t('ordered', { number })),
  })
  const drop = useMutation({
    mutationFn: () => deleteDraft(draft.id),
    onSuccess: () => done('/orders/drafts', t('dropped')),
  })
  const lacking = lackingOf(draft, edit)
  return (
    <Panel title={t('outcome')} flush>
      <div className={styles.sums} aria-busy={!edit.isKept}>
        <Totals>
          <Total label={tTotals('goods')} value={basket.goods} />
          {basket.discounts.map(({ promotion, name, amount }) => (
            <Total
              key={promotion}
              weight="quiet"
              label={tTotals('discount', { name })}
              value={{ ...amount, amount: -amount.amount }}
            />
          ))}
          {basket.delivery && <Total label={tTotals('delivery')} value={basket.delivery.total} />}
          <Total weight="quiet" label={tTotals(basket.pricesIncludeTax ? 'taxIncluded' : 'tax')} value={basket.tax} />
          <Total weight="whole" label={tTotals('total')} value={total} />
          {paidBy.covered.amount > 0 && (
            <>
              <Total
                weight="quiet"
                label={t('covered')}
                value={{ ...paidBy.covered, amount: -paidBy.covered.amount }}
              />
              <Total label={t('due')} value={paidBy.due} />
            </>
          )}
          {paidBy.later && (
            <>
              <Total label={t('payNow')} value={paidBy.due} />
              <Total
                weight="quiet"
                label={t('payLater', { day: writeDay(paidBy.later.readyOn, formats) })}
                value={paidBy.later.amount}
              />
            </>
          )}
        </Totals>
      </div>
      <div className={styles.below}>
        <p className={styles.note} aria-live="polite">
          {edit.isKept ? t('kept') : edit.needsReason ? t('lacksReason') : edit.error ? null : t('saving')}
        </p>
        {basket.deferral && !paidBy.later && <p className={styles.note}>{t('wholeByCards')}</p>}
        <FormError error={edit.error} />
        <ActionButton refusal={lacking && t(lacking)} onClick={() => setAsking('order')}>
          {t('order')}
        </ActionButton>
        <TakeOrderButton wish={againOfDraft(draft)} label={t('duplicate')} />
        <ActionButton variant="subtle" color="red" onClick={() => setAsking('drop')}>
          {t('drop')}
        </ActionButton>
      </div>
      {asking === 'order' && (
        <ConfirmDialog
          opened
          title={t('orderTitle', { total: formatMoney(total, locale) })}
          confirm={t('order')}
          busy={order.isPending}
          error={order.error}
          onConfirm={() => order.mutate()}
          onClose={() => setAsking(undefined)}
        >
          <p>{t('orderMeaning', { email: draft.email })}</p>
          {paidBy.later && (
            <p>
              {t(paidBy.due.amount === 0 ? 'nothingNow' : 'laterMeaning', {
                due: formatMoney(paidBy.due, locale),
                later: formatMoney(paidBy.later.amount, locale),
              })}
            </p>
          )}
        </ConfirmDialog>
      )}
      {asking === 'drop' && (
        <ConfirmDialog
          opened
          danger
          title={t('dropTitle')}
          confirm={t('drop')}
          busy={drop.isPending}
          error={drop.error}
          onConfirm={() => drop.mutate()}
          onClose={() => setAsking(undefined)}
        >
          <p>{t('dropMeaning')}</p>
        </ConfirmDialog>
      )}
    </Panel>
  )
}
