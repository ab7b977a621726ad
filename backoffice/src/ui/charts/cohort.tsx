// A drawing is an image to who listens, and no file of one.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { ChartFrame, type ChartState } from './chart-frame.tsx'
import styles from './charts.module.css'
import { strengthOf } from './scale.ts'
import { useWidth } from './use-width.ts'
import { useValueText } from './use-value-text.ts'

export interface CohortRow {
  /** Who began together: a month. */
  readonly label: string
  readonly size: number
  /** How many of them came back in the first period after, the second …; null is still to come. */
  readonly returned: readonly (number | null)[]
}

interface CohortProps extends ChartState {
  readonly title: string
  readonly rows: readonly CohortRow[]
  /** What a period is called by its number: "month 2". */
  readonly periodName: (number: number) => string
  readonly empty?: string
}

const ROW = 32
const LABEL = 128

/** Who came back, by when they first came; said in numbers and in five strengths of one colour. */
export function Cohort({ title, rows, periodName, empty, ...state }: CohortProps) {
  const t = useTranslations('ui.charts')
  const count = useValueText({ kind: 'count' })
  const share = useValueText({ kind: 'share' })
  const { ref, width } = useWidth()
  const id = useId()
  const periods = Math.max(0, ...rows.map(({ returned }) => returned.length))
  const partOf = (value: number, size: number) => (size > 0 ? value / size : 0)
  const shares = rows.flatMap(({ size, returned }) =>
    returned.flatMap((one) => (one === null ? [] : [partOf(one, size)])),
  )
  const highest = Math.max(0, ...shares)
  const cell = Math.max(36, (Math.max(width, 280) - LABEL) / Math.max(1, periods))
  const firsts = rows.flatMap(({ size, returned }) =>
    typeof returned[0] === 'number' ? [{ size, back: returned[0] }] : [],
  )
  const firstShare = partOf(
    firsts.reduce((sum, { back }) => sum + back, 0),
    firsts.reduce((sum, { size }) => sum + size, 0),
  )
  const summary = t('cohort', {
    count: rows.length,
    share: share.full(firstShare),
    period: periodName(1),
    highest: share.full(highest),
  })
  const table = {
    head: [t('began'), t('count'), ...Array.from({ length: periods }, (_, index) => periodName(index + 1))],
    rows: rows.map(({ label, size, returned }) => [
      { text: label, plain: label },
      { text: count.full(size), plain: size },
      ...Array.from({ length: periods }, (_, index) => {
        const value = returned[index]
        return value === null || value === undefined
          ? { text: '', plain: '' }
          : { text: share.full(partOf(value, size)), plain: partOf(value, size) }
      }),
    ]),
  }
  return (
    <ChartFrame title={title} summary={summary} table={table} empty={empty} {...state}>
      {/* What scrolls must be reachable by keyboard (WCAG 2.1.1). */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div ref={ref} className={styles.wide} role="group" aria-label={title} tabIndex={0}>
        <svg
          data-chart
          width={LABEL + cell * periods}
          height={(rows.length + 1) * ROW}
          role="img"
          aria-labelledby={id}
          className={styles.drawing}
        >
          <title id={id}>{summary}</title>
          {Array.from({ length: periods }, (_, index) => (
            <text key={index} x={LABEL + cell * (index + 0.5)} y={20} textAnchor="middle" className={styles.small}>
              {index + 1}
            </text>
          ))}
          {rows.map(({ label, size, returned }, at) => (
            <g key={label}>
              <text x={0} y={(at + 1) * ROW + 20} className={styles.name}>
                {label}
              </text>
              <text x={LABEL - 12} y={(at + 1) * ROW + 20} textAnchor="end" className={styles.small}>
                {count.short(size)}
              </text>
              {returned.map((value, index) => {
                if (value === null) return null
                const part = partOf(value, size)
                const strength = strengthOf(part, highest)
                return (
                  <g key={index}>
                    <rect
                      x={LABEL + cell * index + 1}
                      y={(at + 1) * ROW + 1}
                      width={cell - 2}
                      height={ROW - 2}
                      rx={4}
                      className={styles.heat}
                      data-strength={strength}
                    />
                    <text
                      x={LABEL + cell * (index + 0.5)}
                      y={(at + 1) * ROW + 20}
                      textAnchor="middle"
                      className={styles.onHeat}
                      data-strength={strength}
                    >
                      {share.short(part)}
                    </text>
                  </g>
                )
              })}
            </g>
          ))}
        </svg>
      </div>
    </ChartFrame>
  )
}
