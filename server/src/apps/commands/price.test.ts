import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../../bin/fondaco.mjs', import.meta.url))
const example = fileURLToPath(new URL('../../../../docs/guides/price-simulator.example.json', import.meta.url))

async function fondaco(args: readonly string[], input = '') {
  // A data folder that cannot be: the command must not look for a shop.
  const env = { PATH: process.env['PATH'] ?? '', DATA_FOLDER: '/dev/null/nowhere', NO_COLOR: '1' }
  const child = spawn(process.execPath, [program, 'price', ...args], { env })
  child.stdin.end(input)
  const [said, complained] = await Promise.all([text(child.stdout), text(child.stderr)])
  const code = await new Promise((resolve) => {
    if (child.exitCode === null) child.on('close', resolve)
    else resolve(child.exitCode)
  })
  return { code, said, complained }
}

const basket = {
  market: { code: 'it', currency: 'EUR', pricesIncludeTax: true },
  country: 'IT',
  lines: [{ variantId: 'mug', quantity: 2, unitPrice: { amount: 1000, currency: 'EUR' }, taxCategory: 'standard' }],
  taxRates: { standard: '22' },
  promotions: [{ code: 'TEN', names: { en: 'Ten off' }, action: { kind: 'line_percent', percent: '10' } }],
}

test('the example of the guide is priced, and each reason is a sentence', async () => {
  const { code, said } = await fondaco([example])
  assert.equal(code, 0)
  assert.match(said, /Spring sale: €4\.80 off/)
  assert.match(said, /Friends needs its coupon/)
  assert.doesNotMatch(said, /pricing\.reasons|undefined/)
  const italian = await fondaco([example, '--locale', 'it', '--json'])
  const answer = JSON.parse(italian.said) as { total: { amount: number }; reasons: { text: string }[] }
  assert.equal(answer.total.amount, 4910)
  assert.ok(answer.reasons.some((reason) => reason.text.includes('richiede il suo coupon')))
})

test('a stream has one answer a line, also for what cannot be priced', async () => {
  const wrong = { ...basket, taxRates: {} }
  const lines = [basket, wrong, { no: 'snapshot' }].map((one) => JSON.stringify(one)).join('\n')
  const { code, said } = await fondaco(['-'], `${lines}\n{"broken\n`)
  const answers = said
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  assert.equal(code, 1)
  assert.deepEqual(answers[0]?.['total'], { amount: 1800, currency: 'EUR' })
  assert.deepEqual(
    answers.slice(1).map((answer) => answer['code']),
    ['pricing.no_tax_rate', 'invalid_snapshot', 'invalid_json'],
  )
})

test('what is wrong is said with a remedy', async () => {
  assert.match((await fondaco(['/dev/null/none.json'])).complained, /→/)
  assert.match((await fondaco([])).complained, /fondaco price FILE\.json/)
  assert.match((await fondaco(['x.json', '--locale', 'fr'])).complained, /en, it, es or id/)
  const folder = mkdtempSync(join(tmpdir(), 'fondaco-price-'))
  const file = join(folder, 'basket.json')
  writeFileSync(
    file,
    JSON.stringify({ ...basket, promotions: [{ code: 'X', action: { kind: 'line_percent', percent: '101' } }] }),
  )
  const refused = await fondaco([file])
  assert.equal(refused.code, 1)
  assert.match(refused.said, /promotion_percent_out_of_range.*promotions\.0\.action\.percent/)
})

test('the schema is printed', async () => {
  const { code, said } = await fondaco(['--schema'])
  assert.equal(code, 0)
  assert.deepEqual((JSON.parse(said) as { required: string[] }).required, ['market', 'country', 'lines', 'taxRates'])
})
