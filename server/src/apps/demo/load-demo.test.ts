import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { listProducts } from '../../departments/catalog/index.ts'
import { listMarkets } from '../../departments/organisation/index.ts'
import { listStaff, listUnitNames } from '../../departments/people/index.ts'
import { listApprovalRules } from '../../departments/work/index.ts'
import { sql } from '../../host/database/sql.ts'
import { createTestHouse } from '../../testing/test-house.ts'
import { findActor } from '../find-actor.ts'
import { loadDemo } from './load-demo.ts'
import { issueVillageTokens } from './village-tokens.ts'
import { village } from './village.ts'

test('the village moves in once, whole, and breaks no invariant', async (t) => {
  const house = await createTestHouse()
  const filesFolder = join(house.dataFolder, 'files')
  const options = { filesFolder, permissions: house.blueprint.permissions, onProgress: () => {} }
  const begun = performance.now()
  assert.equal(await loadDemo(house, options), true)
  t.diagnostic(`loaded in ${Math.round(performance.now() - begun)} ms`)
  assert.equal(await loadDemo(house, options), false)

  assert.deepEqual(
    (await listMarkets(house.database)).map(({ code }) => code),
    ['it', 'eu', 'id'],
  )
  const products = village.products()
  const variants = products.flatMap((product) => product.variants)
  const listed = await listProducts(house.database, { locale: 'en', limit: 100, publishedOnly: true })
  const bundles = village.bundles()
  assert.equal(listed.items.length, products.length + bundles.length)
  const { items: staff } = await listStaff(house.database, { limit: 100 }).then(
    (page) => (assert.ok(page.ok), page.value),
  )
  assert.deepEqual(
    staff.flatMap(({ roles }) => roles).toSorted(),
    village
      .people()
      .staff.map(({ role }) => role)
      .toSorted(),
  )
  const people = village.people()
  assert.equal((await listUnitNames(house.database)).length, people.units.length)
  const keys = await house.asOwner(`SELECT 1 FROM people.api_key WHERE expires_at < now() + interval '91 days'`)
  assert.equal(keys.length, 1)
  const outsiders = await house.asOwner(`SELECT 1 FROM people.staff WHERE company_id IS NOT NULL`)
  assert.equal(outsiders.length, people.staff.filter(({ outside }) => outside).length)
  const counts = await house.database.row(sql<{ stock: bigint; prices: bigint; customers: bigint }>`
    SELECT (SELECT sum(on_hand)::bigint FROM inventory.stock) AS stock, (SELECT count(*) FROM pricing.price) AS prices,
      (SELECT count(*) FROM customers.customer) AS customers`)
  const sum = (numbers: number[]) => BigInt(numbers.reduce((total, one) => total + one, 0))
  assert.deepEqual(counts, {
    stock: sum(variants.flatMap(({ stock }) => Object.values(stock))),
    // And those of the pattern, the lesson and the gift card's three amounts, which are drafts.
    prices: sum([...variants, ...bundles].map(({ prices }) => Object.keys(prices).length)) + 5n,
    customers: BigInt(village.people().customers.length),
  })
  const rules = await listApprovalRules(house.database)
  assert.deepEqual(
    rules.map(({ act }) => act),
    ['payments.refund', 'pricing.change_price'],
  )
  const waiting = await house.database.rows(sql<{ act: string; state: string }>`SELECT act, state FROM work.approval`)
  assert.deepEqual(waiting, [{ act: 'pricing.change_price', state: 'pending' }])
  assert.ok((await readdir(filesFolder)).length > 0)
  const tokens = await issueVillageTokens(house)
  const again = await issueVillageTokens(house)
  for (const { role } of village.people().staff) assert.ok(await findActor(house, tokens[role]?.token ?? ''), role)
  for (const issued of [tokens, again]) {
    assert.equal((await findActor(house, issued['loyal_buyer']?.token ?? ''))?.kind, 'customer')
    assert.deepEqual(issued['guest_buyer'], { token: null })
  }
  await house.expectNoBreach()
})

test('a shop that is not marked demo never gets the village', async () => {
  const house = await createTestHouse({ demo: false })
  const options = { filesFolder: house.dataFolder, permissions: house.blueprint.permissions, onProgress: () => {} }
  await assert.rejects(loadDemo(house, options), /not a demo/)
  await assert.rejects(issueVillageTokens(house), /not a demo/)
})
