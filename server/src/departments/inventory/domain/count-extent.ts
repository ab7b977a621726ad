/** Stock of one variant at one location: as it is, what counting would add, and what counting added within a day. */
export interface CountStep {
  readonly onHand: bigint
  readonly difference: bigint
  readonly addedToday: bigint
}

export interface CountExtent {
  /** Parts per million of what was there a day ago; above every percentage where nothing was there. */
  readonly percent: bigint | 'beyond'
  /** Pieces that appear or vanish, all taken together. */
  readonly units: bigint
}

const MILLION = 1_000_000n

/**
 * The farthest of them in percent, and their sum in pieces: against what is there, and against what was there a day ago, so that a
 * count in two steps is one count. Stock that came into being within the day has no day before. Rounded up.
 */
export function extentOfCounts(steps: readonly CountStep[]): CountExtent {
  let percent: bigint | 'beyond' = 0n
  let units = 0n
  for (const { onHand, difference, addedToday } of steps) {
    const dayAgo = onHand - addedToday
    const now = { base: onHand, moved: size(difference) }
    const today = { base: dayAgo, moved: dayAgo > 0n ? size(difference + addedToday) : 0n }
    units += now.moved > today.moved ? now.moved : today.moved
    for (const { base, moved } of [now, today]) percent = farther(percent, moved, base)
  }
  return { percent, units }
}

function farther(percent: bigint | 'beyond', moved: bigint, base: bigint): bigint | 'beyond' {
  if (percent === 'beyond' || moved === 0n) return percent
  if (base <= 0n) return 'beyond'
  const share = (moved * MILLION + base - 1n) / base
  return share > percent ? share : percent
}

const size = (amount: bigint) => (amount < 0n ? -amount : amount)
