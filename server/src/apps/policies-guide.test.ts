import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { MARKET_CHOICES, USUAL_CHOICES, type MarketChoice } from '../departments/tax/index.ts'
import { CANCEL_MINUTES, CANCEL_UNTIL, USUAL_RULES } from '../departments/legal/index.ts'
import type { SettingDefinition } from '../host/settings/setting.ts'
import { loadRooms } from './departments.ts'

/** Those settings of the house on which shops and laws disagree; the others are names, looks and habits. */
const POLICIES = [
  'tax.uses_oss',
  'tax.exports_untaxed',
  'tax.vat_check_days',
  'pricing.uses_freed_by_cancellation',
  'orders.payment_minutes',
  'orders.basket_join',
  'inventory.low_stock',
  'work.approval_days',
]

interface Row {
  readonly name: string
  readonly values: string
  readonly usual: string
}

async function rowsUnder(title: string): Promise<Row[]> {
  const text = await readFile(new URL('../../../docs/guides/policies.md', import.meta.url), 'utf8')
  const section = text.split(/^## /m).find((part) => part.startsWith(title)) ?? ''
  return [...section.matchAll(/^\| `([\w.]+)` \| ([^|]*) \| ([^|]*) \|/gm)].map(
    ([, name = '', values = '', usual = '']): Row => ({ name, values, usual }),
  )
}

test('docs/guides/policies.md tells every choice of a market, its values and the usual one, and no other', async () => {
  const expected = (Object.keys(MARKET_CHOICES) as MarketChoice[]).map((name): Row => {
    const values = MARKET_CHOICES[name].map((value) => `\`${value}\``).join(', ')
    return { name, values, usual: `\`${USUAL_CHOICES[name]}\`` }
  })
  assert.deepEqual(await rowsUnder('Of each market'), expected)
  for (const { name, values, usual } of expected) {
    assert.ok(values.startsWith(usual), `${name}: the usual value comes first in the code`)
  }
})

test('docs/guides/policies.md tells every policy of the house as its setting has it', async () => {
  const rooms = await loadRooms()
  const settings = new Map(
    rooms.flatMap(({ manifest }) => manifest.settings ?? []).map((setting) => [setting.key, setting]),
  )
  const expected = POLICIES.map((name): Row => {
    const setting = settings.get(name)
    assert.ok(setting, `${name} is no setting`)
    return { name, ...told(setting) }
  })
  assert.deepEqual(await rowsUnder('Of the house'), expected)
})

test('docs/guides/policies.md tells what a version of a policy decides of cancelling', async () => {
  const { minimum, maximum } = CANCEL_MINUTES
  const { cancelUntil, cancelMinutes } = USUAL_RULES
  assert.equal(CANCEL_UNTIL[0], cancelUntil, 'the usual one comes first in the code')
  assert.deepEqual(await rowsUnder('In the shop'), [
    { name: 'cancelUntil', values: CANCEL_UNTIL.map((one) => `\`${one}\``).join(', '), usual: `\`${cancelUntil}\`` },
    { name: 'cancelMinutes', values: `${minimum} to ${maximum} minutes`, usual: String(cancelMinutes) },
  ])
})

function told({ input, default: usual }: SettingDefinition): Pick<Row, 'values' | 'usual'> {
  switch (input.kind) {
    case 'boolean':
      return { values: 'yes, no', usual: usual === true ? 'yes' : 'no' }
    case 'integer':
      return { values: `${input.minimum} to ${input.maximum} ${input.unit}`, usual: String(usual) }
    case 'choice':
      return { values: input.choices.map((one) => `\`${one}\``).join(', '), usual: `\`${String(usual)}\`` }
    default:
      throw new Error(`a ${input.kind} decides nothing`)
  }
}
