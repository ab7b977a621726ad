import assert from 'node:assert/strict'
import { openBadInputRun } from '../coverage/bad-input.ts'
import { PAGES } from '../coverage/pages.ts'
import type { Proof } from '../../tools/proof.ts'

/** Strings of the big list for each place where a text goes: all of them. */
const FULL_COUNT = 1_000

export const { name, run }: Proof = {
  name: 'bad input to every operation and page, with every naughty string in every place',
  async run({ seed, count = FULL_COUNT, log }) {
    const trial = await openBadInputRun({ seed, naughty: count, share: 1, limitMs: 2_000 })
    const { findings, callers } = trial
    for (const route of callers.house.blueprint.routes) await trial.tryOperation(route)
    log(`operations: ${findings.sent} requests, slowest ${Math.round(findings.slowestMs)} ms`)
    for (const [method, path, fields] of PAGES) await trial.tryPage(method, path, fields)
    await trial.tryHeaders()
    log(`in all: ${findings.sent} requests, slowest ${Math.round(findings.slowestMs)} ms`)
    assert.deepEqual(findings.wrong, [])
  },
}
