import type { House } from '../host/context.ts'
import { loadShowingTurns } from '../departments/catalog/index.ts'
import { loadPriceTurns } from '../departments/pricing/index.ts'

interface Known {
  readonly version: bigint
  /** Rising. */
  readonly instants: readonly number[]
}

/**
 * How many of the instants at which prices, or what is shown, change by the clock alone have passed: pages are kept under that number, so that one
 * that was made before a price list began is never shown after. Which instants those are changes with the content version only.
 */
export class PriceTurns {
  readonly #known = new Map<string, Known>()

  /** Undefined where it has to be asked for. */
  passed({ organisation, clock }: House, version: bigint): number | undefined {
    const known = this.#known.get(organisation.id)
    return known?.version === version ? countPassed(known, clock.now().getTime()) : undefined
  }

  async ask(house: House, version: bigint): Promise<number> {
    const passed = this.passed(house, version)
    if (passed !== undefined) return passed
    const now = house.clock.now()
    const [prices, showings] = await Promise.all([
      loadPriceTurns(house.database, now),
      loadShowingTurns(house.database, now),
    ])
    const instants = [...prices, ...showings].sort((a, b) => a - b)
    const known = { version, instants }
    this.#known.set(house.organisation.id, known)
    return countPassed(known, now.getTime())
  }
}

function countPassed({ instants }: Known, now: number): number {
  const next = instants.findIndex((instant) => instant > now)
  return next < 0 ? instants.length : next
}
