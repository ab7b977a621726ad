import assert from 'node:assert/strict'
import { test } from 'node:test'
import { percentFromPpm } from '../../../kernel/rate.ts'
import type { FactValue } from './approval-facts.ts'
import { factTexts } from './approval-texts.ts'

const CASES: readonly [fact: FactValue, text: string][] = [
  [{ kind: 'percent', percent: percentFromPpm(202_021) }, '20.2 %'],
  [{ kind: 'percent', percent: percentFromPpm(72_550) }, '7.26 %'],
  [{ kind: 'percent', percent: percentFromPpm(220_000) }, '22 %'],
  [{ kind: 'percent', percent: 'beyond' }, '∞'],
  [{ kind: 'count', count: 3n }, '3'],
]

for (const [fact, text] of CASES) {
  test(`a fact of kind ${fact.kind} reads ${text}`, () => assert.deepEqual(factTexts({ fact }), { fact: text }))
}
