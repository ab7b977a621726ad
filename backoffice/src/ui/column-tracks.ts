import type { Column } from './column.ts'

/** Of a column that shares what the others leave. */
const LEAST_SHARED_PX = 144
const LEAST_FREE_PX = 200
export const PICK_PX = 48

interface Track {
  readonly track: string
  readonly leastPx: number
}

export interface Tracks {
  /**
   * For `grid-template-columns` of every row alike: rows come and go while one scrolls, columns stay where they are. In rem: they
   * grow with the text.
   */
  readonly template: string
  /** With less room than that the table is moved sideways; pixels of text of the usual size. */
  readonly leastPx: number
  /** How wide the columns are that then stay in sight. */
  readonly stuckPx: number
}

/** A width is pixels, a share in percent of what is left, or nothing: an equal part of the rest. */
export function tracksOf(columns: readonly Pick<Column<never>, 'width'>[], hasPicks: boolean): Tracks {
  const widths = columns.map(({ width }) => width)
  const shared = widths.reduce((sum, width) => sum + (isShare(width) ? Number.parseFloat(width) : 0), 0)
  const free = widths.filter((width) => !width).length
  const rest = Math.max(20, 100 - shared) / Math.max(1, free)
  const hasRoomToShare = free > 0 || shared > 0
  const tracks = widths.map((width, index): Track => {
    if (!width) return shareOf(rest, LEAST_FREE_PX)
    if (isShare(width)) return shareOf(Number.parseFloat(width), LEAST_SHARED_PX)
    const leastPx = Number.parseFloat(width)
    return index === 0 && !hasRoomToShare ? shareOf(1, leastPx) : { track: rem(leastPx), leastPx }
  })
  const all = hasPicks ? [{ track: rem(PICK_PX), leastPx: PICK_PX }, ...tracks] : tracks
  return {
    template: all.map(({ track }) => track).join(' '),
    leastPx: all.reduce((sum, { leastPx }) => sum + leastPx, 0),
    stuckPx: (hasPicks ? PICK_PX : 0) + (tracks[0]?.leastPx ?? 0),
  }
}

/** A length that is so many pixels where the text has its usual size. */
export const rem = (px: number) => `${px / 16}rem`

const isShare = (width: string | undefined): width is string => width?.endsWith('%') === true

const shareOf = (share: number, leastPx: number): Track => ({
  track: `minmax(${rem(leastPx)}, ${Math.round(share * 100) / 100}fr)`,
  leastPx,
})
