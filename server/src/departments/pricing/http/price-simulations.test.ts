import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { before, describe, test } from 'node:test'
import { createTestServer, signedInAs, type SignedIn } from '../../../testing/create-test-server.ts'
import { createTestHouse } from '../../../testing/test-house.ts'

const eur = (amount: number) => ({ amount, currency: 'EUR' })
const example = JSON.parse(
  readFileSync(new URL('../../../../../docs/guides/price-simulator.example.json', import.meta.url), 'utf8'),
) as Record<string, unknown>

let app: Awaited<ReturnType<typeof createTestServer>>
let merchandiser: SignedIn
before(async () => {
  const house = await createTestHouse()
  app = await createTestServer(house)
  merchandiser = await signedInAs(house, 'merchandiser')
})

interface Answer {
  readonly code: string
  readonly field: string
  readonly remedy: string
  readonly total: object
  readonly tax: object
  readonly discounts: readonly object[]
  readonly reasons: readonly { readonly text: string; readonly applied: boolean }[]
}

async function simulate(changes: object, headers: object = {}) {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/price-simulations',
    headers: { ...merchandiser.headers, ...headers },
    payload: { ...example, ...changes },
  })
  return { status: answer.statusCode, body: answer.json<Answer>() }
}

describe('POST /price-simulations', () => {
  test('answers totals, what each promotion took off, and every reason in the language asked for', async () => {
    const { status, body } = await simulate({}, { 'fondaco-locale': 'es' })
    assert.equal(status, 200)
    const { total, tax, discounts, reasons } = body
    assert.deepEqual([total, tax, discounts], [eur(4910), eur(885), [{ promotion: 'SPRING', amount: eur(480) }]])
    assert.ok(reasons.some(({ text, applied }) => !applied && text === 'Friends necesita su cupón'))
    assert.ok(reasons.every(({ text }) => !text.includes('pricing.reasons')))
  })

  const ten = { kind: 'line_percent', percent: '10' }
  // what is wrong, code, field
  const table: [object, string, string][] = [
    [
      { lines: [{ variantId: 'a', quantity: 1, unitPrice: { amount: 1, currency: 'IDR' }, taxCategory: 'standard' }] },
      'pricing.currency_not_of_market',
      'lines.0.unitPrice',
    ],
    [{ lines: [{ variantId: 'a', quantity: 1, taxCategory: 'standard' }] }, 'pricing.no_price', 'lines.0.unitPrice'],
    [{ taxRates: {} }, 'pricing.no_tax_rate', 'lines.0'],
    [
      { promotions: [{ code: 'A', action: { ...ten, percent: '100.5' } }] },
      'pricing.promotion_percent_out_of_range',
      'promotions.0.action.percent',
    ],
    [
      {
        promotions: [
          { code: 'A', action: ten },
          { code: 'A', action: ten },
        ],
      },
      'pricing.promotion_code_taken',
      'promotions.1.code',
    ],
    [
      { promotions: [{ code: 'A', action: ten, from: '2026-02-01T00:00:00Z', until: '2026-02-01T00:00:00Z' }] },
      'pricing.promotion_period_empty',
      'promotions.0.until',
    ],
    [
      { promotions: [{ code: 'A', action: { kind: 'order_amount', amounts: [eur(1), eur(2)] } }] },
      'pricing.promotion_currency_twice',
      'promotions.0.action.amounts',
    ],
    [
      {
        promotions: [
          {
            code: 'A',
            action: {
              kind: 'order_tiers',
              tiers: [
                { from: 3, off: { percent: '5' } },
                { from: 3, off: { percent: '9' } },
              ],
            },
          },
        ],
      },
      'pricing.promotion_tiers_not_rising',
      'promotions.0.action.tiers',
    ],
    [{ promotions: [{ code: 'A', action: { kind: 'no_such' } }] }, 'host.invalid_input', ''],
  ]
  for (const [changes, code, field] of table) {
    test(`${code} at ${field}`, async () => {
      const { status, body } = await simulate(changes)
      assert.ok(status >= 400 && status < 500, String(status))
      assert.equal(body.code, code)
      if (field !== '') assert.equal(body.field, field)
      assert.ok(body.remedy.length > 5)
    })
  }
})
