/**
 * One question at a time, each with all that came meanwhile: the first goes at once, and whoever comes while it is under way goes with
 * the next. So what ends side by side is written by few statements and commits, and nobody waits for company.
 */
export class ToldTogether<Item> {
  readonly #tell: (items: readonly Item[]) => Promise<void>
  #waiting: Item[] = []
  #next: Promise<void> | undefined
  #underWay: Promise<unknown> = Promise.resolve()

  constructor(tell: (items: readonly Item[]) => Promise<void>) {
    this.#tell = tell
  }

  /** Resolves once it is told; rejects where what it went with was not. */
  add(item: Item): Promise<void> {
    this.#waiting.push(item)
    this.#next ??= this.#tellAfter(this.#underWay)
    return this.#next
  }

  async #tellAfter(before: Promise<unknown>): Promise<void> {
    await before
    const items = this.#waiting
    this.#waiting = []
    this.#next = undefined
    const telling = this.#tell(items)
    this.#underWay = telling.catch(() => {})
    return telling
  }
}
