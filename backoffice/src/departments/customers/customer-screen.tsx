import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useRecentRecord } from '../../app/palette/recent.ts'
import { useCan } from '../../app/session/session.ts'
import { LANGUAGE_NAMES, isLanguage } from '../../app/messages/languages.ts'
import { AddressText } from '../../ui/address-text.tsx'
import { DateText } from '../../ui/date-text.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Panel, RecordColumns } from '../../ui/panel.tsx'
import { RelatedRecords } from '../../ui/record/related-records.tsx'
import { RecordHeader } from '../../ui/record-header.tsx'
import { CustomerCredit } from '../gift-cards/customer-credit.tsx'
import { CustomerPoints } from '../loyalty/customer-points.tsx'
import { OrdersTable } from '../orders/orders-table.tsx'
import { CustomerConsents } from './customer-consents.tsx'
import { CustomerGroups } from './customer-groups.tsx'
import { Exemptions } from './exemptions.tsx'
import { customerDetail } from './queries.ts'
import { RecordWork } from '../work/record-work.tsx'

export default function CustomerScreen() {
  const t = useTranslations('customers')
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const can = useCan()
  const seesOrders = can('orders:read')
  const seesCredit = can('gift-cards:read')
  const seesPoints = can('loyalty:read')
  const { data: customer, error, refetch } = useQuery(customerDetail(id))
  useRecentRecord('customer', `/customers/${id}`, customer?.name)
  const record = { department: 'customers', type: 'customer' as const, id }
  const back = { to: '/customers', label: t('title') }
  if (error && !customer) {
    return (
      <>
        <RecordHeader title={t('one')} back={back} />
        <ErrorState error={error} onRetry={() => void refetch()} />
      </>
    )
  }
  return (
    <>
      <RecordHeader
        title={customer?.name ?? t('one')}
        subtitle={customer?.email}
        back={back}
        {...(customer
          ? {
              record,
              state: {
                tone: customer.registered ? ('active' as const) : ('neutral' as const),
                label: t(customer.registered ? 'registered' : 'guest'),
              },
            }
          : {})}
      />
      <RecordColumns
        main={seesOrders && <OrdersTable label={t('orders')} filter={{ customerId: id }} emptyTitle={t('noOrders')} />}
        side={
          <>
            <Panel title={t('about')}>
              {customer ? (
                <Facts
                  items={[
                    [
                      t('email'),
                      <a key="email" href={`mailto:${customer.email}`}>
                        {customer.email}
                      </a>,
                    ],
                    [
                      t('phone'),
                      customer.phone && (
                        <a key="phone" href={`tel:${customer.phone}`}>
                          {customer.phone}
                        </a>
                      ),
                    ],
                    [t('language'), isLanguage(customer.locale) ? LANGUAGE_NAMES[customer.locale] : customer.locale],
                    [t('columns.since'), <DateText key="since" value={customer.createdAt} form="full" />],
                  ]}
                />
              ) : (
                <Skeleton height={96} />
              )}
            </Panel>
            {customer && customer.addresses.length > 0 && (
              <Panel title={t('addresses')}>
                {customer.addresses.map(({ id: addressId, recipient, line1, line2, postalCode, ...address }) => (
                  <AddressText
                    key={addressId}
                    address={{ ...address, name: recipient, street: line1, street2: line2, postcode: postalCode }}
                  />
                ))}
              </Panel>
            )}
            {customer && seesCredit && <CustomerCredit customerId={id} name={customer.name} />}
            {customer && seesPoints && <CustomerPoints customerId={id} name={customer.name} />}
            {customer && <CustomerConsents customerId={id} />}
            {customer && <CustomerGroups customer={customer} />}
            {customer && <Exemptions owner="customer" id={id} country={customer.addresses[0]?.country ?? 'IT'} />}
            <RelatedRecords record={record} except={['orders']} />
            <RecordWork record={record} title={customer?.name} write="customers:write" />
          </>
        }
      />
    </>
  )
}
