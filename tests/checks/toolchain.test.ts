import assert from 'node:assert/strict'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, test } from 'node:test'
import { inParallel, ROOT, runNode } from '../../tools/commands.ts'
import { departmentFiles } from '../../tools/new.ts'
import { Totals } from '../../tools/test-totals.ts'
import { DEPARTMENTS, houseOf } from '../architecture/house.ts'
import { RULES } from '../architecture/rules.ts'

describe('npm run new', () => {
  for (const name of DEPARTMENTS) {
    test(`${name} as it is made stands by the rules`, () => {
      const files = Object.entries(departmentFiles(name))
      const house = houseOf(
        Object.fromEntries(files.map(([path, text]) => [`server/src/departments/${name}/${path}`, text])),
      )
      assert.deepEqual(
        RULES.flatMap((rule) => rule.check(house)),
        [],
      )
    })
  }
})

describe('the summary of npm test', () => {
  /** What one run of node:test says: its tests, then its own summary. */
  function runOf(counts: { pass: number; fail: number; skipped: number }) {
    const say = (message: string, file?: string) => ({ type: 'test:diagnostic', data: { message, nesting: 0, file } })
    const { pass, fail, skipped } = counts
    const totals = {
      tests: pass + fail + skipped,
      suites: 1,
      pass,
      fail,
      cancelled: 0,
      skipped,
      todo: 0,
      duration_ms: 1.5,
    }
    return [
      { type: 'test:pass', data: {} },
      say('tests 12', 'printed-by-a-test.ts'),
      ...Object.entries(totals).map(([name, value]) => say(`${name} ${value}`)),
    ]
  }

  async function summaryOf(...runs: ReturnType<typeof runOf>[]) {
    const totals = new Totals()
    const passedOn: string[] = []
    for (const events of runs) {
      for await (const event of totals.count(Readable.from(events) as AsyncIterable<(typeof events)[number]>)) {
        passedOn.push(event.type)
      }
    }
    const lines = [...totals.summary()].map((event) => (event.data as { message: string }).message)
    return { failed: totals.failed, lines, passedOn }
  }

  test('adds up several runs and passes everything else on', async () => {
    const { failed, lines, passedOn } = await summaryOf(
      runOf({ pass: 3, fail: 0, skipped: 1 }),
      runOf({ pass: 2, fail: 1, skipped: 0 }),
    )
    assert.deepEqual(lines, [
      'tests 7',
      'suites 2',
      'pass 5',
      'fail 1',
      'cancelled 0',
      'skipped 1',
      'todo 0',
      'duration_ms 3',
    ])
    assert.deepEqual(passedOn, ['test:pass', 'test:diagnostic', 'test:pass', 'test:diagnostic'])
    assert.equal(failed, true)
  })

  test('passes when all passed, and fails when nothing ran', async () => {
    assert.equal((await summaryOf(runOf({ pass: 1, fail: 0, skipped: 0 }))).failed, false)
    assert.equal((await summaryOf()).failed, true)
  })

  test('names the slowest files on request', async () => {
    const took = (name: string, ms: number) => ({
      type: 'test:summary',
      data: { file: join(ROOT, name), duration_ms: ms },
    })
    const totals = new Totals()
    for await (const _ of totals.count(Readable.from([took('a', 1), took('b', 2345), took('c', 1999)]))) continue
    const lines = [...totals.summary(2)].map((event) => (event.data as { message: string }).message)
    assert.deepEqual(lines.slice(0, 3), ['2.3 s b', '2.0 s c', 'tests 0'])
  })

  test('is the last thing that a run prints', async () => {
    const { code, output } = await runNode(['tools/test.ts', 'architecture/scan'])
    assert.equal(code, 0, output)
    assert.match(
      output,
      /tests 4\n.*suites 0\n.*pass 4\n.*fail 0\n.*cancelled 0\n.*skipped 0\n.*todo 0\n.*duration_ms \d+\s*$/,
    )
  })

  test('a word that no file has is a failure, not a pass over nothing', async () => {
    assert.equal((await runNode(['tools/test.ts', 'no-such-word'])).code, 1)
  })
})

test('work in parallel is never wider than told and keeps its order of starting', async () => {
  const started: number[] = []
  let running = 0
  await inParallel([1, 2, 3, 4, 5], 2, async (item) => {
    started.push(item)
    running++
    assert.ok(running <= 2)
    await new Promise((resolve) => setImmediate(resolve))
    running--
  })
  assert.deepEqual(started, [1, 2, 3, 4, 5])
})
