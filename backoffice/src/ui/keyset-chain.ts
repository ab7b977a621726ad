/**
 * Where the pages of a list begin. The cursor of every page that was read is kept, its rows only near what is in sight: a list
 * of a hundred thousand rows is walked through in both directions with a few pages in memory. A cursor is a place in the
 * order and not a number of rows, so that it stays right while rows come and go; when a page is read again and ends elsewhere,
 * the next one follows it as soon as somebody looks there.
 */
export interface Link {
  /** Behind which row the page begins; undefined for the first one. */
  readonly after: string | undefined
  /** Rows of the page; undefined until it is read. */
  readonly size: number | undefined
  /** Where it began before rows above it came or went: what was read there is shown until the new page is there. */
  readonly before?: string | undefined
}

export type Chain = readonly Link[]

export const UNREAD: Chain = [{ after: undefined, size: undefined }]

/** What is read of a page beyond its rows. */
interface Read {
  readonly items: readonly unknown[]
  readonly nextCursor: string | null
}

/** The same chain when the page says nothing new. */
export function learn(chain: Chain, at: number, { items, nextCursor }: Read): Chain {
  const link = chain[at]
  const next = chain[at + 1]
  if (!link) return chain
  const isKnown = link.size === items.length && (nextCursor === null ? !next : next?.after === nextCursor)
  if (isKnown) return chain
  const upTo = [...chain.slice(0, at), { ...link, size: items.length }]
  if (nextCursor === null) return upTo
  if (!next) return [...upTo, { after: nextCursor, size: undefined }]
  const follower = next.after === nextCursor ? next : { ...next, after: nextCursor, before: next.after }
  return [...upTo, follower, ...chain.slice(at + 2)]
}

/** How many rows the pages hold that were read so far. */
export function rowsIn(chain: Chain): number {
  return chain.reduce((sum, { size = 0 }) => sum + size, 0)
}

/** How many of its pages were read. */
export function pagesRead(chain: Chain): number {
  const last = chain.at(-1)
  return chain.length - (last && last.size === undefined ? 1 : 0)
}

export interface Stretch {
  readonly from: number
  readonly to: number
}

/** The pages that hold the rows of a stretch, both ends with them. */
export function pagesOf(chain: Chain, rows: Stretch): Stretch {
  let start = 0
  let from: number | undefined
  let to = 0
  for (const [at, { size = 0 }] of chain.entries()) {
    if (from === undefined && rows.from < start + size) from = at
    if (rows.to >= start) to = at
    start += size
  }
  return { from: from ?? Math.max(0, chain.length - 1), to }
}
