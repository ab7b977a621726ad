import { NativeSelect, Switch, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'use-intl'
import { Problem } from '../../client/problem.ts'
import { formatMoney } from '../../ui/format-money.ts'
import { AddressInput } from '../../ui/form/address-input.tsx'
import { HINT_BELOW } from '../../ui/form/input-props.ts'
import { MoneyField } from '../../ui/form/money-field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useCountries } from '../settings/places.ts'
import { BILLED_PARTS } from './billed-parts.ts'
import styles from './edit-order.module.css'
import { editOptions } from './edit-queries.ts'
import { isSentTo, type Order } from './queries.ts'
import { useEditPreview } from './use-edit-preview.ts'
import type { OrderEdit, TypedAddress } from './use-order-edit.ts'

interface PanelProps {
  readonly order: Order
  readonly edit: OrderEdit
  /** Pieces of it lie in a parcel: where and how they go stays. */
  readonly isPacked: boolean
}

/** By which way it goes, at which price: as it was sold, or another one as it is offered now, to the address as it stands below. */
export function DeliveryPanel({ order, edit, isPacked }: PanelProps) {
  const t = useTranslations('orders.edit')
  const locale = useLocale()
  const { data: options } = useQuery(editOptions(order.id))
  const { data: preview } = useEditPreview(order, edit)
  const ways = (preview ?? options)?.deliveryOptions ?? []
  const { names, method, total } = order.delivery
  const asSold = t('deliveryAsSold', { name: names[locale] ?? names['en'] ?? method ?? '' })
  const offered = ways.map(({ code, name, price: costs }) => ({
    value: code,
    label: `${name} · ${formatMoney(costs, locale)}`,
  }))
  const chosen = ways.find(({ code }) => code === edit.deliveryMethod)
  const isLost = edit.deliveryMethod !== '' && !chosen
  const price = chosen?.price ?? total
  if (isPacked && total.amount === 0) return null
  const choose = (code: string) => {
    edit.setDeliveryMethod(code)
    // What was typed was the price of another way.
    edit.setDeliveryPrice(null)
  }
  return (
    <Panel title={t('delivery')}>
      <div className={styles.why}>
        {!isPacked && (
          <NativeSelect
            className={styles.delivery}
            label={t('deliveryWay')}
            description={t('deliveryWayHint')}
            inputWrapperOrder={HINT_BELOW}
            value={edit.deliveryMethod}
            onChange={(change) => choose(change.currentTarget.value)}
            data={[
              { value: '', label: asSold },
              ...offered,
              ...(isLost ? [{ value: edit.deliveryMethod, label: edit.deliveryMethod }] : []),
            ]}
          />
        )}
        {(total.amount > 0 || edit.deliveryMethod !== '') && (
          <MoneyField
            key={edit.deliveryMethod}
            className={styles.delivery}
            label={t('deliveryPrice')}
            description={t('deliveryHint')}
            currency={order.total.currency}
            initial={order.pricesIncludeTax ? price : null}
            onChange={edit.setDeliveryPrice}
          />
        )}
      </div>
    </Panel>
  )
}

/** Where the goods go, and to whom the invoice does, each by the rules of its country. */
export function AddressPanels({ order, edit, isPacked }: PanelProps) {
  const t = useTranslations('orders.edit')
  const tOrder = useTranslations('orders')
  const say = useTranslations('ui.form.address')
  const countries = useCountries()
  const { error } = useEditPreview(order, edit)
  const wrong = error instanceof Problem ? error.fields : {}
  const errorOf = (path: string) => wrong[path]
  const title = isSentTo(order) ? t('address') : tOrder('address')
  return (
    <>
      {!isPacked && (
        <Panel title={title}>
          <div className={styles.why}>
            <AddressInput
              field={{ kind: 'address', name: 'address', label: title, countries, fixedCountry: t('addressHint') }}
              value={edit.address}
              error={undefined}
              errorOf={errorOf}
              onChange={(address) => edit.setAddress(address as TypedAddress)}
            />
            <TextInput
              label={say('phone')}
              type="tel"
              maxLength={40}
              error={wrong['address.phone']}
              value={edit.address.phone ?? ''}
              onChange={(change) => edit.setAddress({ ...edit.address, phone: change.currentTarget.value })}
            />
          </div>
        </Panel>
      )}
      <Panel title={t('billing')}>
        <div className={styles.why}>
          <Switch
            label={t('billedElsewhere')}
            checked={edit.billing !== null}
            onChange={(change) =>
              edit.setBilling(
                change.currentTarget.checked ? (order.billing ?? { country: order.address.country }) : null,
              )
            }
          />
          {edit.billing && (
            <AddressInput
              field={{ kind: 'address', name: 'billing', label: t('billing'), countries, parts: BILLED_PARTS }}
              value={edit.billing}
              error={undefined}
              errorOf={errorOf}
              onChange={(billing) => edit.setBilling(billing as TypedAddress)}
            />
          )}
          <p className={styles.note}>{t('billingHint')}</p>
        </div>
      </Panel>
    </>
  )
}
