// A drawing is an image to who listens, and no file of one.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { ChartFrame, type ChartState } from './chart-frame.tsx'
import { fitted } from './bars.tsx'
import styles from './charts.module.css'
import { useWidth } from './use-width.ts'
import { useValueText } from './use-value-text.ts'

export interface FunnelStep {
  readonly label: string
  readonly value: number
}

interface FunnelProps extends ChartState {
  readonly title: string
  readonly steps: readonly FunnelStep[]
  readonly empty?: string
}

const STEP = 64

/** How many went on from step to step, and what part of those before. */
export function Funnel({ title, steps, empty, ...state }: FunnelProps) {
  const t = useTranslations('ui.charts')
  const count = useValueText({ kind: 'count' })
  const share = useValueText({ kind: 'share' })
  const { ref, width } = useWidth()
  const id = useId()
  const [first, last] = [steps[0], steps.at(-1)]
  const entered = first?.value ?? 0
  const isEmpty = entered === 0
  const partOf = (value: number, whole: number) => (whole > 0 ? value / whole : 0)
  const summary = t('funnel', {
    first: first?.label ?? '',
    entered: count.full(entered),
    last: last?.label ?? '',
    left: count.full(last?.value ?? 0),
    share: share.full(partOf(last?.value ?? 0, entered)),
  })
  const table = {
    head: [t('step'), t('count'), t('ofBefore'), t('ofFirst')],
    rows: isEmpty
      ? []
      : steps.map(({ label, value }, index) => {
          const ofBefore = index === 0 ? 1 : partOf(value, steps[index - 1]?.value ?? 0)
          return [
            { text: label, plain: label },
            { text: count.full(value), plain: value },
            { text: share.full(ofBefore), plain: ofBefore },
            { text: share.full(partOf(value, entered)), plain: partOf(value, entered) },
          ]
        }),
  }
  return (
    <ChartFrame title={title} summary={summary} table={table} empty={empty} {...state}>
      <div ref={ref}>
        <svg
          data-chart
          width={width}
          height={steps.length * STEP}
          role="img"
          aria-labelledby={id}
          className={styles.drawing}
        >
          <title id={id}>{summary}</title>
          {steps.map(({ label, value }, index) => {
            const y = index * STEP
            const own = Math.max(2, partOf(value, entered) * width)
            const next = steps[index + 1]
            const below = next ? Math.max(2, partOf(next.value, entered) * width) : own
            return (
              <g key={label}>
                <text x={0} y={y + 14} className={styles.name}>
                  {fitted(label, width - 128)}
                </text>
                <text x={width} y={y + 14} className={styles.figure} textAnchor="end">
                  {count.full(value)} · {share.short(partOf(value, entered))}
                </text>
                <rect x={0} y={y + 22} width={own} height={20} rx={3} className={styles.bar} />
                {next && (
                  <polygon
                    points={`0,${y + 42} ${own},${y + 42} ${below},${y + STEP + 22} 0,${y + STEP + 22}`}
                    className={styles.slope}
                  />
                )}
              </g>
            )
          })}
        </svg>
      </div>
    </ChartFrame>
  )
}
