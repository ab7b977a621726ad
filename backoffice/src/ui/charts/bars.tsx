// A drawing is an image to who listens, and no file of one.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { ChartFrame, type ChartState } from './chart-frame.tsx'
import styles from './charts.module.css'
import { useWidth } from './use-width.ts'
import { useValueText, type Unit } from './use-value-text.ts'

export interface Bar {
  readonly label: string
  readonly value: number
}

interface BarsProps extends ChartState {
  readonly title: string
  readonly bars: readonly Bar[]
  readonly unit: Unit
  readonly labels: { readonly what: string; readonly value: string }
  readonly empty?: string
}

const ROW = 36

/** Things by how much they have, the most first as they are given; the words stand above the bar, where long ones fit. */
export function Bars({ title, bars, unit, labels, empty, ...state }: BarsProps) {
  const t = useTranslations('ui.charts')
  const text = useValueText(unit)
  const { ref, width } = useWidth()
  const id = useId()
  const highest = Math.max(1, ...bars.map(({ value }) => value))
  const first = bars.reduce<Bar | undefined>((best, one) => (!best || one.value > best.value ? one : best), undefined)
  const summary = t('bars', { count: bars.length, first: first?.label ?? '', value: text.full(first?.value ?? 0) })
  const table = {
    head: [labels.what, labels.value],
    rows: bars.map(({ label, value }) => [
      { text: label, plain: label },
      { text: text.full(value), plain: text.plain(value) },
    ]),
  }
  return (
    <ChartFrame title={title} summary={summary} table={table} empty={empty} {...state}>
      <div ref={ref}>
        <svg
          data-chart
          width={width}
          height={bars.length * (ROW + 12)}
          role="img"
          aria-labelledby={id}
          className={styles.drawing}
        >
          <title id={id}>{summary}</title>
          {bars.map(({ label, value }, index) => {
            const y = index * (ROW + 12)
            return (
              <g key={label}>
                <text x={0} y={y + 14} className={styles.name}>
                  {fitted(label, width - 96)}
                </text>
                <text x={width} y={y + 14} className={styles.figure} textAnchor="end">
                  {text.full(value)}
                </text>
                <rect x={0} y={y + 22} width={width} height={10} rx={5} className={styles.groove} />
                <rect
                  x={0}
                  y={y + 22}
                  width={Math.max(4, (Math.max(0, value) / highest) * width)}
                  height={10}
                  rx={5}
                  className={styles.bar}
                />
              </g>
            )
          })}
        </svg>
      </div>
    </ChartFrame>
  )
}

/** Words that would run into the figure end in an ellipsis; the table has them whole. */
export function fitted(words: string, width: number): string {
  const most = Math.max(4, Math.floor(width / 7.2))
  return words.length > most ? `${words.slice(0, most - 1)}…` : words
}
