import { useFormatter, useLocale, useTranslations } from 'use-intl'
import { MoneyText } from '../../ui/money-text.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Thumbnail } from '../../ui/thumbnail.tsx'
import { Total, Totals } from '../../ui/totals.tsx'
import styles from './order-lines.module.css'
import type { Order } from './queries.ts'

/** What was bought, and what it comes to; every amount is the server's. */
export function OrderLines({ order }: { readonly order: Order }) {
  const t = useTranslations('orders')
  const locale = useLocale()
  return (
    <Panel title={t('lines', { count: order.itemCount })} flush>
      <ul className={styles.lines}>
        {order.lines
          .filter(({ bundle }) => bundle === null)
          .map((line) => (
            <LineRow key={line.position} order={order} line={line} />
          ))}
        {order.bundles.map((bundle, at) => (
          <BundleRows key={at} order={order} bundle={bundle} at={at} />
        ))}
      </ul>
      <Totals>
        <Total label={t('totals.goods')} value={order.goods} />
        {order.discounts.map(({ promotion, names, amount }) => (
          <Total
            key={promotion}
            weight="quiet"
            label={t('totals.discount', { name: names[locale] ?? names['en'] ?? promotion })}
            value={{ ...amount, amount: -amount.amount }}
          />
        ))}
        {order.delivery.method !== null && <Total label={t('totals.delivery')} value={order.delivery.total} />}
        <Total
          weight="quiet"
          label={t(order.pricesIncludeTax ? 'totals.taxIncluded' : 'totals.tax')}
          value={order.tax}
        />
        {order.taxes.map(({ name, percent, net, tax }) => (
          <Total
            key={`${name} ${percent}`}
            weight="quiet"
            label={t.rich(name === 'vat' ? 'totals.taxOf' : 'totals.namedTaxOf', {
              percent: Number(percent),
              name: name.toUpperCase(),
              net: () => <MoneyText value={net} />,
            })}
            value={tax}
          />
        ))}
        <Total weight="whole" label={t('totals.total')} value={order.total} />
      </Totals>
    </Panel>
  )
}

type Line = Order['lines'][number]

function LineRow({ order, line }: { readonly order: Order; readonly line: Line }) {
  const t = useTranslations('orders')
  const format = useFormatter()
  const isPart = line.bundle !== null
  return (
    <li className={styles.line} data-part={isPart}>
      <Thumbnail fileId={line.imageFileId} />
      <div className={styles.words}>
        <span className={styles.name}>{line.name}</span>
        <span className={styles.note}>{[line.options, line.sku].filter(Boolean).join(' · ')}</span>
      </div>
      <span className={styles.count}>
        {t.rich('times', {
          quantity: format.number(line.quantity),
          price: () => <MoneyText value={line.unitPrice} />,
        })}
      </span>
      <span className={styles.amount}>
        {line.discounts.length > 0 && (
          <s className={styles.before} aria-label={t('totals.before')}>
            <MoneyText value={line.subtotal} />
          </s>
        )}
        <MoneyText value={order.pricesIncludeTax ? line.total : line.net} />
      </span>
    </li>
  )
}

interface BundleRowsProps {
  readonly order: Order
  readonly bundle: Order['bundles'][number]
  readonly at: number
}

/** What was sold as one, and below it each component with its share of the price. */
function BundleRows({ order, bundle, at }: BundleRowsProps) {
  const t = useTranslations('orders')
  const { name, sku, imageFileId, quantity, own, subtotal, total } = bundle
  return (
    <>
      <li className={styles.line}>
        <Thumbnail fileId={imageFileId} />
        <div className={styles.words}>
          <span className={styles.name}>{t('bundle', { quantity, name })}</span>
          <span className={styles.note}>
            {sku} · {t.rich('bundleOwn', { own: () => <MoneyText value={own} /> })}
          </span>
        </div>
        <span className={styles.amount}>
          <MoneyText value={order.pricesIncludeTax ? total : subtotal} />
        </span>
      </li>
      {order.lines
        .filter((line) => line.bundle === at)
        .map((line) => (
          <LineRow key={line.position} order={order} line={line} />
        ))}
    </>
  )
}
