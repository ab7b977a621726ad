export interface FeedKept {
  readonly builtAt: Date | null
  readonly wantedAt: Date | null
}

export interface FeedMoment {
  readonly now: Date
  /** When a product was last saved. */
  readonly lastChange: Date | null
  /** So old a file may become: prices, stock and showings change without a word to the catalogue. */
  readonly everyMinutes: number
}

/** An import saves a thousand products one after the other: the file waits until it is over. */
const QUIET_MS = 60_000

/** Whether the file of a feed is to be written anew. */
export function isFeedDue({ builtAt, wantedAt }: FeedKept, { now, lastChange, everyMinutes }: FeedMoment): boolean {
  if (builtAt === null || wantedAt !== null) return true
  const [at, built] = [now.getTime(), builtAt.getTime()]
  if (at - built >= everyMinutes * 60_000) return true
  const changed = lastChange?.getTime() ?? 0
  return changed >= built && at - changed >= QUIET_MS
}
