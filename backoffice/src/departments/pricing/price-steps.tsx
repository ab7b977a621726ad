import { useFormatter, useLocale, useNow } from 'use-intl'
import { useWidth } from '../../ui/charts/use-width.ts'
import { formatMoney } from '../../ui/format-money.ts'
import type { PriceHistory } from './price-history-screen.tsx'
import styles from './price-steps.module.css'

const [HEIGHT, LEFT, BOTTOM, TOP] = [240, 96, 28, 16]

/** Prices as steps: level from one change to the next. The figures stand in the table beside it. */
export function PriceSteps({ items }: Pick<PriceHistory, 'items'>) {
  const locale = useLocale()
  const format = useFormatter()
  const { ref, width } = useWidth()
  // A price that holds now is drawn as far as it has come.
  const ends = useNow().getTime()
  const priced = items.flatMap((item) => (item.price ? [{ ...item, price: item.price }] : []))
  const [first] = priced
  const last = priced.at(-1)
  if (!first || !last) return null
  const begins = Math.min(new Date(first.from).getTime(), ends - 30 * 86_400_000)
  const highest = Math.max(...priced.map(({ price }) => price.amount))
  const lowest = Math.min(...priced.map(({ price }) => price.amount))
  const x = (at: string | null) =>
    LEFT + ((at === null ? ends : new Date(at).getTime()) - begins) * ((width - LEFT - 8) / (ends - begins))
  const y = (amount: number) => TOP + (1 - amount / Math.max(highest, 1)) * (HEIGHT - TOP - BOTTOM)
  const day = (at: number) => format.dateTime(new Date(at), { dateStyle: 'medium' })
  const levels = [
    ...new Map([highest, lowest].map((amount) => [amount, { amount, currency: first.price.currency }])).values(),
  ]
  return (
    <div ref={ref}>
      {width > 0 && (
        <svg width={width} height={HEIGHT} className={styles.plot} aria-hidden>
          {levels.map((level) => (
            <g key={level.amount}>
              <line x1={LEFT} x2={width} y1={y(level.amount)} y2={y(level.amount)} className={styles.grid} />
              <text x={LEFT - 8} y={y(level.amount) + 4} textAnchor="end" className={styles.label}>
                {formatMoney(level, locale)}
              </text>
            </g>
          ))}
          <line x1={LEFT} x2={width} y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM} className={styles.axis} />
          <text x={LEFT} y={HEIGHT - 8} className={styles.label}>
            {day(begins)}
          </text>
          <text x={width} y={HEIGHT - 8} textAnchor="end" className={styles.label}>
            {day(ends)}
          </text>
          {priced.map(({ from, until, price, announced }, index) => {
            const next = priced[index + 1]
            return (
              <path
                key={from}
                className={announced ? styles.reduced : styles.step}
                d={`M${x(from)} ${y(price.amount)} H${x(until)}${next?.from === until ? ` V${y(next.price.amount)}` : ''}`}
              />
            )
          })}
        </svg>
      )}
    </div>
  )
}
