/** What one operation cost: processor time in microseconds by who spent it, and how many were done in a second. */
export interface Cost {
  readonly perSecond: number
  /** Our program, or the raw program beside it. */
  readonly programUs?: number
  readonly postgresUs?: number
  /** The client of the measurement; counted only where it does the program's work, as pgbench does. */
  readonly clientUs?: number
  /** What counts, summed. */
  readonly totalUs: number
}

/** A side of a comparison: the median of its rounds, and each of them. */
export interface Measured {
  readonly median: Cost
  readonly rounds: readonly Cost[]
}

export interface Row {
  readonly subject: string
  readonly cost: Measured
  /** What the same work costs with nothing of ours around it, measured in the same run. */
  readonly limit?: { readonly what: string; readonly cost: Measured }
  /** The limit's cost beside ours that must be reached: 0.5 is half as cheap as the limit. */
  readonly goal?: number
  /** What a reader must know to trust the figure. */
  readonly notes?: readonly string[]
}

export interface Workload {
  readonly name: string
  readonly what: string
  run(ctx: BenchContext): Promise<readonly Row[]>
}

export interface BenchContext {
  /** Rounds of each side. */
  readonly rounds: number
  /** Multiplies the operations of a round; below 1 for a quick look. */
  readonly scale: number
  readonly say: (sentence: string) => void
  /** A durable PostgreSQL on disk, started for this run and gone after it. */
  readonly openGround: () => Promise<Ground>
}

export interface Ground {
  readonly postmasterPid: number
  readonly version: string
  ownerUrl(database: string): string
}

export function ratioOf({ cost, limit }: Row): number | undefined {
  return limit && limit.cost.median.totalUs / cost.median.totalUs
}

/** Worst and best of the single rounds, each against its neighbour: how far the machine's noise reaches. */
export function spreadOf({ cost, limit }: Row): readonly [number, number] | undefined {
  if (!limit || cost.rounds.length < 2) return undefined
  const ratios = cost.rounds.map(({ totalUs }, round) => (limit.cost.rounds[round]?.totalUs ?? NaN) / totalUs)
  return [Math.min(...ratios), Math.max(...ratios)]
}
