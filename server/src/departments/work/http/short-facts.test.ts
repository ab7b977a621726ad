import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shortFacts } from './short-facts.ts'

test('facts of one line are written as the reader writes them, and words stay as they are', () => {
  const kept = { amount: '1612.50 EUR', cut: '20.2 %', change: '∞', label: 'Order 100 %', count: 3 }
  const plain = (params: ReturnType<typeof shortFacts>) =>
    Object.values(params).map((text) => String(text).replaceAll('\u00a0', ' '))
  assert.deepEqual(plain(shortFacts(kept, 'en')), ['€1,612.50', '20.2%', '∞', 'Order 100 %', '3'])
  assert.deepEqual(plain(shortFacts(kept, 'es')), ['1612,50 €', '20,2 %', '∞', 'Order 100 %', '3'])
  assert.deepEqual(
    plain(shortFacts(kept, 'id')),
    ['€ 1.612,50', '20,2%', '∞', 'Order 100 %', '3'].map((one) => one.replace('€ 1', '€1')),
  )
})
