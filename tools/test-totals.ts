/** Joins several runs of node:test into one: the summaries are held back, added up, and given at the end. */
import { relative } from 'node:path'
import { ROOT } from './commands.ts'

type TestEvent = { type: string; data: unknown }
type Ended = { name: string; nesting: number; details: { duration_ms: number } }
type Diagnostic = { message: string; nesting: number; file?: string }

const COUNTED = ['tests', 'suites', 'pass', 'fail', 'cancelled', 'skipped', 'todo', 'duration_ms']

export class Totals {
  readonly #slowest: { file: string; ms: number }[] = []
  readonly #sums = new Map<string, number>(COUNTED.map((name) => [name, 0]))

  get failed(): boolean {
    return this.#of('fail') > 0 || this.#of('cancelled') > 0 || this.#of('tests') === 0
  }

  async *count(run: AsyncIterable<TestEvent>): AsyncGenerator<TestEvent> {
    for await (const event of run) {
      this.#time(event)
      const counted = this.#countedIn(event)
      if (counted === undefined) yield event
      else this.#sums.set(counted.name, this.#of(counted.name) + counted.value)
    }
  }

  /** The sums; with `slowest`, before them that many files and how long each took, its start included. */
  *summary(slowest = 0): Generator<TestEvent> {
    const files = this.#slowest.toSorted((a, b) => b.ms - a.ms).slice(0, slowest)
    for (const { file, ms } of files) yield say(`${(ms / 1000).toFixed(1)} s ${file}`)
    for (const name of COUNTED) {
      const value = name === 'duration_ms' ? Math.round(this.#of(name)) : this.#of(name)
      yield say(`${name} ${value}`)
    }
  }

  #time({ type, data }: TestEvent): void {
    if (type === 'test:pass' || type === 'test:fail') return this.#timeInGroup(data as Ended)
    if (type !== 'test:summary') return
    const { file, duration_ms: ms } = data as { file?: string; duration_ms: number }
    if (file !== undefined) this.#slowest.push({ file: relative(ROOT, file), ms })
  }

  /** Files that share a process (test-groups.ts) are suites in it, called by their paths. */
  #timeInGroup({ name, nesting, details }: Ended): void {
    if (nesting === 0 && name.endsWith('.test.ts')) this.#slowest.push({ file: name, ms: details.duration_ms })
  }

  #of(name: string): number {
    return this.#sums.get(name) ?? 0
  }

  /** The runner's own summary has no file; a diagnostic that a test prints has one. */
  #countedIn({ type, data }: TestEvent): { name: string; value: number } | undefined {
    if (type !== 'test:diagnostic') return undefined
    const { message, nesting, file } = data as Diagnostic
    const [name = '', value = ''] = message.split(' ')
    const isSummary = nesting === 0 && file === undefined && COUNTED.includes(name) && /^[\d.]+$/.test(value)
    return isSummary ? { name, value: Number(value) } : undefined
  }
}

function say(message: string): TestEvent {
  return { type: 'test:diagnostic', data: { message, nesting: 0, level: 'info' } }
}
