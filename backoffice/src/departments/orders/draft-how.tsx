import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useLocale, useTranslations } from 'use-intl'
import { HINT_BELOW } from '../../ui/form/input-props.ts'
import { formatMoney } from '../../ui/format-money.ts'
import { Panel } from '../../ui/panel.tsx'
import type { Draft } from './draft-wish.ts'
import styles from './edit-order.module.css'
import type { DraftEdit } from './use-draft-edit.ts'

/** How it is brought and paid, by what the shop offers for just this. */
export function DraftHow({ draft, edit }: { readonly draft: Draft; readonly edit: DraftEdit }) {
  const t = useTranslations('orders.draft')
  const locale = useLocale()
  const { wish, change } = edit
  const ways = draft.basket.deliveryOptions.map(({ code, name, price }) => ({
    value: code,
    label: `${name} · ${formatMoney(price, locale)}`,
  }))
  return (
    <Panel title={t('how')}>
      <div className={styles.why}>
        {draft.basket.needsDelivery && (
          <NativeSelect
            label={t('delivery')}
            value={wish.deliveryMethod ?? ''}
            onChange={(event) => change({ deliveryMethod: event.currentTarget.value || null })}
            data={[{ value: '', label: t('chooseDelivery') }, ...ways]}
          />
        )}
        <NativeSelect
          label={t('payment')}
          inputWrapperOrder={HINT_BELOW}
          description={t('paymentHint')}
          value={wish.paymentMethod ?? ''}
          onChange={(event) => change({ paymentMethod: event.currentTarget.value || null })}
          data={[
            { value: '', label: t('usualPayment') },
            ...draft.ways.map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
        <TextInput
          label={t('coupons')}
          inputWrapperOrder={HINT_BELOW}
          description={t('couponsHint')}
          maxLength={200}
          defaultValue={wish.coupons.join(' ')}
          onBlur={(event) =>
            change({
              coupons: event.currentTarget.value
                .toUpperCase()
                .split(/[\s,]+/)
                .filter(Boolean),
            })
          }
        />
        <Textarea
          label={t('note')}
          autosize
          maxLength={500}
          value={wish.note ?? ''}
          onChange={(event) => change({ note: event.currentTarget.value || null })}
        />
        {wish.lines.some(({ unitPrice }) => unitPrice !== undefined) && (
          <TextInput
            label={t('priceNote')}
            inputWrapperOrder={HINT_BELOW}
            description={t('priceNoteHint')}
            maxLength={300}
            value={wish.priceNote ?? ''}
            onChange={(event) => change({ priceNote: event.currentTarget.value || null })}
          />
        )}
      </div>
    </Panel>
  )
}
