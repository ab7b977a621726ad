import { Button, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { MoneyField } from '../../ui/form/money-field.tsx'
import type { Money } from '../../ui/format-money.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { ComponentSearch } from '../catalog/component-search.tsx'
import styles from './edit-order.module.css'
import type { Order } from './queries.ts'
import type { EditedLine, OrderEdit } from './use-order-edit.ts'

// i18n-dynamic: orders.edit.fixed.*

type Fixed = 'bundle' | 'digital' | 'gift_card'

interface EditLinesProps {
  readonly order: Order
  readonly edit: OrderEdit
  /** Position -> why it stays as it was sold, and how many pieces must. */
  readonly rules: ReadonlyMap<number, { readonly fixed: Fixed | null; readonly least: number }>
}

/** What the order holds, with how many of it are wanted; and what comes to it. */
export function EditLines({ order, edit, rules }: EditLinesProps) {
  const t = useTranslations('orders.edit')
  const seesGoods = useCan()('pricing:read')
  return (
    <>
      <ul className={styles.lines}>
        {order.lines.map(({ position, name, options, sku, unitPrice }) => (
          <LineRow
            key={position}
            name={options === '' ? name : `${name}, ${options}`}
            note={sku}
            usual={unitPrice}
            line={edit.lineOf(position)}
            fixed={rules.get(position)?.fixed ?? null}
            gone={rules.get(position)?.least ?? 0}
            onChange={(change) => edit.setLine(position, change)}
            onRemove={() => edit.setLine(position, { quantity: 0 })}
          />
        ))}
        {edit.added.map((one) => (
          <LineRow
            key={one.key}
            name={one.name}
            note={t('isNew')}
            usual={{ amount: 0, currency: order.total.currency }}
            line={one}
            fixed={null}
            gone={0}
            isNew
            onChange={(change) => edit.changeAdded(one.key, change)}
            onRemove={() => edit.remove(one.key)}
          />
        ))}
      </ul>
      {seesGoods && (
        <div className={styles.search}>
          <ComponentSearch label={t('add')} onFound={edit.add} />
        </div>
      )}
    </>
  )
}

interface LineRowProps {
  readonly name: string
  readonly note: string
  readonly usual: Money
  readonly line: EditedLine
  readonly fixed: Fixed | null
  /** Pieces that are packed or on their way: they stay, at their price. */
  readonly gone: number
  readonly isNew?: boolean
  readonly onChange: (change: Partial<EditedLine>) => void
  readonly onRemove: () => void
}

function LineRow({ name, note, usual, line, fixed, gone, isNew = false, onChange, onRemove }: LineRowProps) {
  const t = useTranslations('orders.edit')
  const mayPrice = useCan()('orders:price')
  const [pricing, setPricing] = useState(false)
  const isGone = line.quantity === 0
  const least = isNew ? 1 : gone
  return (
    <li className={styles.line} data-gone={isGone}>
      <div className={styles.words}>
        <span className={styles.name}>{name}</span>
        <span className={styles.note}>
          {note}
          {usual.amount > 0 && (
            <>
              {' · '}
              <MoneyText value={usual} />
            </>
          )}
          {isGone && ` · ${t('leaves')}`}
        </span>
        {fixed !== null && <span className={styles.note}>{t(`fixed.${fixed}`)}</span>}
        {gone > 0 && <span className={styles.note}>{t('least', { least: gone })}</span>}
      </div>
      {fixed === null && (
        <div className={styles.fields}>
          <NumberInput
            className={styles.quantity}
            label={t('quantity')}
            aria-label={t('quantityOf', { name })}
            min={least}
            max={999}
            allowDecimal={false}
            clampBehavior="strict"
            value={line.quantity}
            onChange={(quantity) => typeof quantity === 'number' && onChange({ quantity })}
          />
          {pricing && (
            <MoneyField
              className={styles.price}
              label={t('price')}
              aria-label={t('priceOf', { name })}
              currency={usual.currency}
              initial={line.price ?? (usual.amount > 0 ? usual : null)}
              onChange={(price) => onChange({ price })}
            />
          )}
          <div className={styles.acts}>
            {mayPrice && !pricing && !isGone && gone === 0 && (
              <Button variant="subtle" aria-label={t('otherPriceOf', { name })} onClick={() => setPricing(true)}>
                {t('otherPrice')}
              </Button>
            )}
            {!isGone && gone === 0 && (
              <Button variant="subtle" color="red" aria-label={t('removeOf', { name })} onClick={onRemove}>
                {t('remove')}
              </Button>
            )}
          </div>
        </div>
      )}
    </li>
  )
}
