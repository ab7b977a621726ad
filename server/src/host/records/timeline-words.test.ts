import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { loadTranslations } from '../i18n/translate.ts'
import { TimelineWords } from './timeline-words.ts'

const folder = (department: string) =>
  fileURLToPath(new URL(`../../departments/${department}/locales`, import.meta.url))
const translations = loadTranslations(
  ['bank', 'payments'].map((namespace) => ({ namespace, folder: folder(namespace) })),
)
const words = new TimelineWords(translations)

test('why it was done: codes of banks and the house’s own reasons in words, what people wrote as they wrote it', () => {
  const say = (reason: string | null, action: string) => words.reason(reason, action, translations.for('it'))
  const cases: readonly [string | null, string, string | null][] = [
    ['AM04', 'bank:take_back', 'Sul conto non c’era abbastanza denaro (AM04)'],
    ['ZZ99', 'bank:take_back', 'ZZ99'],
    ['AM04', 'payments:refund', 'AM04'],
    ['order_cancelled', 'payments:refund', 'L’ordine è stato annullato'],
    ['order_cancelled', 'bank:take_back', 'order_cancelled'],
    ['payments.disputes.settled.lost', 'work:complete', 'La contestazione è persa.'],
    ['payments.disputes.settled', 'work:complete', 'payments.disputes.settled'],
    ['I called. He agreed.', 'work:complete', 'I called. He agreed.'],
    [null, 'work:complete', null],
  ]
  for (const [reason, action, said] of cases) assert.equal(say(reason, action), said, String(reason))
})
