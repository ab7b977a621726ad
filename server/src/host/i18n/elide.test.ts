import assert from 'node:assert/strict'
import { test } from 'node:test'
import { elide } from './elide.ts'

const cases: readonly [string, string][] = [
  ['Comincia dopo il 8 settembre 2026, quando finisce', 'Comincia dopo l’8 settembre 2026, quando finisce'],
  ['Si può usare fino al 11 dic 2026.', 'Si può usare fino all’11 dic 2026.'],
  ['Il 8 marzo', 'L’8 marzo'],
  ['dal 8 aprile al 11 aprile', 'dall’8 aprile all’11 aprile'],
  ['del 11 gennaio', 'dell’11 gennaio'],
  ['di cui imposta al 11 %', 'di cui imposta all’11 %'],
  ['imposta del 8,5 %, poi del 81%', 'imposta dell’8,5 %, poi dell’81%'],
  // Others stay: other days, what is no day, what only ends so.
  ['dopo il 18 settembre', 'dopo il 18 settembre'],
  ['dopo il 1 settembre', 'dopo il 1 settembre'],
  ['il 8 per cento', 'il 8 per cento'],
  ['fino al 80 maggio', 'fino al 80 maggio'],
  ['al 10 %, al 18 %, al 110 %', 'al 10 %, al 18 %, al 110 %'],
  ['di quel 11 marzo', 'di quel 11 marzo'],
]

for (const [before, after] of cases) test(before, () => assert.equal(elide(before), after))
