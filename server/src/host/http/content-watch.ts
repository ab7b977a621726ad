import type { House } from '../context.ts'
import { readContentVersion } from '../database/content-version.ts'

const POLL_MS = 1_000

interface Known {
  version: bigint
  askedAtMs: number
  asking: Promise<bigint> | undefined
}

/**
 * The content version of each organisation, asked for at most once a second and only while requests come. Pages cost no
 * query to be found fresh; a change shows everywhere within that second, in every process.
 */
export class ContentWatch {
  readonly #elapsed: () => number
  readonly #known = new Map<string, Known>()

  constructor(elapsed: () => number) {
    this.#elapsed = elapsed
  }

  /** The version if it was asked for less than a second ago; else undefined: await `ask`. */
  recent({ organisation }: House): bigint | undefined {
    const known = this.#known.get(organisation.id)
    return known && known.asking === undefined && this.#elapsed() - known.askedAtMs < POLL_MS
      ? known.version
      : undefined
  }

  /** Asks the database, once for all who wait. While it is away the last known version stands: cached pages outlive it. */
  ask(house: House): Promise<bigint> {
    const key = house.organisation.id
    const known = this.#known.get(key) ?? { version: -1n, askedAtMs: -POLL_MS, asking: undefined }
    this.#known.set(key, known)
    known.asking ??= this.#read(house, known).finally(() => {
      known.asking = undefined
    })
    return known.asking
  }

  async #read({ database }: House, known: Known): Promise<bigint> {
    // Taken before the question: what changes while it is under way must not look newer than it is.
    const askedAtMs = this.#elapsed()
    try {
      known.version = await readContentVersion(database)
    } catch (error) {
      if (known.version < 0n) throw error
    }
    known.askedAtMs = askedAtMs
    return known.version
  }
}
