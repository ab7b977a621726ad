export interface Company {
  /** How many there are to come altogether: when all are there, nobody waits any longer. */
  readonly among: number
  readonly patienceMs: number
}

/**
 * One question at a time, each with all that came meanwhile: whoever comes while one is under way goes with the next, and who comes among
 * others waits a moment for them. So what ends side by side is written by few statements and commits.
 */
export class ToldTogether<Item> {
  readonly #tell: (items: readonly Item[]) => Promise<void>
  readonly #company: Company
  #waiting: Item[] = []
  #told = 0
  #enough: (() => void) | undefined
  #next: Promise<void> | undefined
  #underWay: Promise<unknown> = Promise.resolve()

  /** Without company the first goes at once. */
  constructor(tell: (items: readonly Item[]) => Promise<void>, company: Company = { among: 1, patienceMs: 0 }) {
    this.#tell = tell
    this.#company = company
  }

  /** Resolves once it is told; rejects where what it went with was not. */
  add(item: Item): Promise<void> {
    this.#waiting.push(item)
    this.#next ??= this.#tellAfter(this.#underWay)
    if (this.#isAll()) this.#enough?.()
    return this.#next
  }

  async #tellAfter(before: Promise<unknown>): Promise<void> {
    await before
    if (!this.#isAll()) await this.#others()
    const items = this.#waiting
    this.#waiting = []
    this.#told += items.length
    this.#next = undefined
    const telling = this.#tell(items)
    this.#underWay = telling.catch(() => {})
    return telling
  }

  #isAll(): boolean {
    return this.#told + this.#waiting.length >= this.#company.among
  }

  #others(): Promise<void> {
    return new Promise((resolve) => {
      const patience = setTimeout(resolve, this.#company.patienceMs)
      this.#enough = () => {
        clearTimeout(patience)
        resolve()
      }
    })
  }
}
