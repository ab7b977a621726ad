import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useMarketName } from '../../app/market-names.ts'
import { useRecentRecord } from '../../app/palette/recent.ts'
import { useCan } from '../../app/session/session.ts'
import { AddressText } from '../../ui/address-text.tsx'
import { DateText, DayText } from '../../ui/date-text.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Panel, RecordColumns } from '../../ui/panel.tsx'
import { RecordHeader, type RecordAction } from '../../ui/record-header.tsx'
import { useStateWords } from '../../ui/record/use-state-words.ts'
import { RelatedRecords } from '../../ui/record/related-records.tsx'
import { useCodeWords } from '../../ui/use-code-words.ts'
import { OrderDocuments } from '../documents/order-documents.tsx'
import { OrderParcels } from '../fulfilment/order-parcels.tsx'
import { OrderPoints } from '../loyalty/order-points.tsx'
import { OrderPayments } from '../payments/order-payments.tsx'
import { CancelDialog } from './cancel-dialog.tsx'
import { OrderBalance } from './order-balance.tsx'
import { OrderAgain } from './order-again.tsx'
import { OrderAmendments } from './order-amendments.tsx'
import { OrderBusiness } from './order-business.tsx'
import { OrderDesk } from './order-desk.tsx'
import { OrderDownloads } from './order-downloads.tsx'
import { OrderLedger } from './order-ledger.tsx'
import { OrderLines } from './order-lines.tsx'
import { ORDER_TONES } from './order-state.tsx'
import { PartDialog } from './part-dialog.tsx'
import { PaymentLink } from './payment-link.tsx'
import { PriceReasons } from './price-reasons.tsx'
import { isSentInPart, isSentTo, orderDetail, type Order } from './queries.ts'
import { RecordWork } from '../work/record-work.tsx'

// i18n-dynamic: orders.actions.*, orders.channels.*

const YEAR_MS = 366 * 86_400_000

/** What is collected from an account comes or does not: its order waits past any day that people would be told (place-order/purchase-of.ts). */
const waitsForCollection = ({ placedAt, expiresAt }: Order) => Date.parse(expiresAt) - Date.parse(placedAt) > YEAR_MS

export default function OrderScreen() {
  const t = useTranslations('orders')
  const say = useCodeWords()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data: order, error, refetch } = useQuery(orderDetail(id, useLocale()))
  useRecentRecord('order', `/orders/${id}`, order && t('numbered', { number: order.number }))
  const sayState = useStateWords('orders.states')
  const [asking, setAsking] = useState<string>()
  const navigate = useNavigate()
  const back = { to: '/orders', label: t('title') }
  if (error && !order) {
    return (
      <>
        <RecordHeader title={t('one')} back={back} />
        <ErrorState error={error} onRetry={() => void refetch()} />
      </>
    )
  }
  if (!order) return <Loading title={t('one')} back={back} />
  const actions = order.allowedActions.map(({ action, reason }): RecordAction => ({
    key: action,
    label: action === 'cancel' && isSentInPart(order) ? t('rest.action') : say('orders.actions', action),
    danger: action === 'cancel',
    refusal: reason?.message,
    onClick: () => (action === 'edit' ? void navigate({ to: `/orders/${id}/edit` }) : setAsking(action)),
  }))
  return (
    <>
      <RecordHeader
        title={t('numbered', { number: order.number })}
        state={{ tone: ORDER_TONES[order.state], label: t(`states.${order.state}`) }}
        subtitle={<DateText value={order.placedAt} form="full" />}
        back={back}
        record={recordOf(order)}
        actions={actions}
      />
      <RecordColumns
        main={<OrderMain order={order} />}
        side={<OrderSide order={order} />}
        below={<RecordWork record={recordOf(order)} title={`#${order.number}`} write="orders:write" say={sayState} />}
      />
      {asking === 'cancel_part' && <PartDialog order={order} onClose={() => setAsking(undefined)} />}
      {asking === 'cancel' && <CancelDialog order={order} onClose={() => setAsking(undefined)} />}
    </>
  )
}

function OrderMain({ order }: { readonly order: Order }) {
  const can = useCan()
  const seesLedger = can('ledger:read')
  const seesParcels = can('fulfilment:read')
  return (
    <>
      <OrderBalance orderId={order.id} />
      {order.state === 'awaiting_payment' && <PaymentLink orderId={order.id} />}
      <OrderLines order={order} />
      <OrderAgain order={order} />
      <OrderAmendments orderId={order.id} />
      {seesParcels && <OrderParcels orderId={order.id} />}
      <OrderDownloads order={order} />
      <PriceReasons order={order} />
      {seesLedger && <OrderLedger orderId={order.id} />}
    </>
  )
}

function OrderSide({ order }: { readonly order: Order }) {
  const t = useTranslations('orders')
  const marketName = useMarketName()
  const say = useCodeWords()
  const can = useCan()
  const seesCustomer = can('customers:read')
  const seesPayments = can('payments:read')
  const seesDocuments = can('documents:read')
  const { delivery } = order
  return (
    <>
      <OrderDesk orderId={order.id} />
      <Panel title={t('customer')}>
        <Facts
          items={[
            [
              t('columns.customer'),
              order.customerId && seesCustomer ? (
                <Link key="customer" to={`/customers/${order.customerId}`}>
                  {order.name}
                </Link>
              ) : (
                order.name
              ),
            ],
            [
              t('email'),
              <a key="email" href={`mailto:${order.email}`}>
                {order.email}
              </a>,
            ],
            [t(isSentTo(order) ? 'deliverTo' : 'address'), <AddressText key="address" address={order.address} />],
            [t('billedTo'), order.billing && <AddressText key="billing" address={order.billing} />],
            [t('note'), order.note],
            [t('giftMessage'), order.giftMessage],
          ]}
        />
      </Panel>
      {order.business && <OrderBusiness business={order.business} />}
      <Panel title={t('payment.title')}>
        {order.state === 'awaiting_payment' && (
          <Facts
            items={[
              [
                t('payment.expires'),
                waitsForCollection(order) ? (
                  t('payment.collection')
                ) : (
                  <DateText key="expires" value={order.expiresAt} form="full" />
                ),
              ],
            ]}
          />
        )}
        {seesPayments ? (
          <OrderPayments orderId={order.id} />
        ) : (
          order.paidAt && <DateText value={order.paidAt} form="full" />
        )}
      </Panel>
      {can('loyalty:read') && <OrderPoints orderId={order.id} />}
      {seesDocuments && (
        <Panel title={t('documents')}>
          <OrderDocuments orderId={order.id} />
        </Panel>
      )}
      <Panel title={t('promise.title')}>
        <Facts
          items={[
            [
              t('promise.method'),
              delivery.method === null
                ? t('promise.none')
                : (delivery.names[document.documentElement.lang] ?? delivery.names.en ?? delivery.method),
            ],
            [
              t(delivery.pickup ? 'promise.ready' : 'promise.arrives'),
              delivery.promisedFrom && delivery.promisedTo && (
                <span key="arrives">
                  <DayText value={delivery.promisedFrom} /> – <DayText value={delivery.promisedTo} />
                </span>
              ),
            ],
            [t('promise.zone'), delivery.zone],
            [t('promise.collected'), delivery.pickup && `${delivery.pickup.name}, ${delivery.pickup.city}`],
            [t('market'), marketName(order.market)],
            [t('channel'), say('orders.channels', order.channel)],
          ]}
        />
      </Panel>
      {order.cancellation && (
        <Panel title={t('cancellation.title')}>
          <Facts
            items={[
              [t('cancellation.by'), t(isBuyers(order.cancellation) ? 'cancellation.buyer' : 'cancellation.staff')],
              [t('cancellation.reason'), order.cancellation.reason || t('cancellation.none')],
              [t('cancellation.at'), <DateText key="at" value={order.cancellation.at} form="full" />],
            ]}
          />
        </Panel>
      )}
      <RelatedRecords record={recordOf(order)} except={['customer']} />
    </>
  )
}

/** As the row says who did it: by the order's link or signed in. */
const isBuyers = ({ actor }: { readonly actor: string }) => actor === 'guest' || actor.startsWith('customer:')

function Loading({ title, back }: { readonly title: string; readonly back: { to: string; label: string } }) {
  return (
    <>
      <RecordHeader title={title} back={back} />
      <RecordColumns main={<Skeleton height={360} radius="lg" />} side={<Skeleton height={240} radius="lg" />} />
    </>
  )
}

const recordOf = ({ id }: Order) => ({ department: 'orders', type: 'order' as const, id })
