/** A price as it is to become, as it is, and as it was a day ago (where it was changed since). Whole minor units. */
export interface PriceStep {
  readonly after: bigint
  readonly now: bigint | undefined
  readonly dayAgo: bigint | undefined
}

/** In parts per million; above every percentage where something comes of nothing. */
export type Extent = bigint | 'beyond'

export interface Extents {
  /** Either way. */
  readonly change: Extent
  readonly cut: Extent
  readonly rise: Extent
}

const MILLION = 1_000_000n

/**
 * How far prices move, the farthest of them: against what they are and against what they were a day ago, so that two steps of
 * 10 % are 21 %. A price that is set for the first time moves nothing. Rounded up: what is a hair above a limit is above it.
 */
export function extentsOf(steps: readonly PriceStep[]): Extents {
  let [cut, rise]: [Extent, Extent] = [0n, 0n]
  for (const { after, now, dayAgo } of steps) {
    for (const base of [now, dayAgo]) {
      if (base === undefined || base === after) continue
      if (after < base) cut = farther(cut, shareOf(base - after, base))
      else rise = farther(rise, shareOf(after - base, base))
    }
  }
  return { cut, rise, change: farther(cut, rise) }
}

function shareOf(difference: bigint, base: bigint): Extent {
  return base === 0n ? 'beyond' : (difference * MILLION + base - 1n) / base
}

function farther(a: Extent, b: Extent): Extent {
  if (a === 'beyond' || b === 'beyond') return 'beyond'
  return a > b ? a : b
}
