import { useMantineColorScheme } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useLocale } from 'use-intl'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import styles from './charts.module.css'
import { ticksFor } from './scale.ts'
import type { SeriesDay } from './time-series.tsx'
import { useWidth } from './use-width.ts'

interface PlotProps {
  readonly days: readonly SeriesDay[]
  readonly hasCompared: boolean
  readonly axisText: (value: number) => string
  readonly height: number
  readonly at: number | undefined
  readonly onPoint: (at: number | undefined) => void
}

/**
 * uPlot draws days by their place, not by instants: a day is a day, whatever the reader's zone. Its stylesheet comes with this
 * chunk; what it sets itself it sets on elements' style objects, which the content security policy allows.
 */
export default function TimeSeriesPlot({ days, hasCompared, axisText, height, at, onPoint }: PlotProps) {
  const { ref, width } = useWidth()
  const place = useRef<HTMLDivElement>(null)
  const plot = useRef<uPlot>(undefined)
  const locale = useLocale()
  const { colorScheme } = useMantineColorScheme({ keepTransitions: true })
  const tell = useRef(onPoint)
  useEffect(() => {
    tell.current = onPoint
  })
  useEffect(() => {
    const element = place.current
    if (!element || width < 40) return
    const look = getComputedStyle(element)
    const colour = (name: string) => resolved(element, `var(${name})`)
    const font = `12px ${look.fontFamily}`
    const dayLabel = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' })
    const ticks = ticksFor(days.flatMap(({ value, compared = 0 }) => [value, compared]))
    const values = days.map(({ value }) => value)
    const drawn = new uPlot(
      {
        width,
        height,
        padding: [12, 24, 0, 0],
        legend: { show: false },
        cursor: { drag: { x: false, y: false }, y: false, points: { size: 8 } },
        scales: { x: { time: false }, y: { range: [ticks[0] ?? 0, ticks.at(-1) ?? 1] } },
        axes: [
          {
            stroke: colour('--mantine-color-dimmed'),
            font,
            grid: { show: false },
            ticks: { show: false },
            size: 28,
            space: 72,
            incrs: [1, 2, 7, 14, 28, 56, 91],
            values: (_plot, splits) =>
              splits.map((index) => {
                const day = days[index]
                return day ? dayLabel.format(new Date(`${day.on}T00:00:00Z`)) : ''
              }),
          },
          {
            stroke: colour('--mantine-color-dimmed'),
            font,
            size: Math.max(...ticks.map((tick) => axisText(tick).length)) * 7 + 16,
            splits: () => ticks,
            values: (_plot, splits) => splits.map(axisText),
            grid: { stroke: colour('--office-line'), width: 1 },
            ticks: { show: false },
          },
        ],
        series: [
          {},
          ...(hasCompared
            ? [{ stroke: colour('--chart-compared'), width: 1.5, dash: [4, 4], points: { show: false } }]
            : []),
          {
            stroke: colour('--chart-main'),
            fill: colour('--chart-wash'),
            width: 2,
            points: { show: days.length === 1 },
          },
        ],
        hooks: {
          setCursor: [
            (own) => {
              // Moved by the keys below, it says nothing new.
              if (own.cursor.event) tell.current(own.cursor.idx ?? undefined)
            },
          ],
        },
      },
      [
        days.map((_, index) => index),
        ...(hasCompared ? [days.map(({ compared = 0 }) => compared)] : []),
        values,
      ] as uPlot.AlignedData,
      element,
    )
    plot.current = drawn
    return () => drawn.destroy()
  }, [days, hasCompared, axisText, height, width, locale, colorScheme])
  useEffect(() => {
    const drawn = plot.current
    if (!drawn) return
    if (at === undefined) drawn.setCursor({ left: -10, top: -10 }, false)
    else drawn.setCursor({ left: drawn.valToPos(at, 'x'), top: 10 }, false)
  }, [at])
  return (
    <div ref={ref} aria-hidden>
      <div ref={place} className={styles.plot} onPointerLeave={() => onPoint(undefined)} />
    </div>
  )
}

/** A canvas knows no custom properties: what the browser computes from one. */
function resolved(near: HTMLElement, value: string): string {
  const probe = document.createElement('span')
  probe.style.color = value
  near.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}
