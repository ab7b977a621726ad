/** A tree that somebody else made, of thousands: imported category by category, as an import does it. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { fixture } from '../../../../../tests/fixtures/fixtures.ts'
import { loadTaxonomy } from '../queries/taxonomies.ts'
import { planCategoryChange, planCategoryMove, type Category } from './category.ts'

interface Theirs {
  readonly id: string
  readonly name: string
  readonly path: readonly { readonly id: string; readonly name: string }[]
}

const bestbuy = fixture('catalogue/bestbuy/categories.json.gz')

test('Best Buy’s categories become a tree without circles, as deep as theirs', { skip: bestbuy.skip }, async () => {
  const theirs = JSON.parse(gunzipSync(readFileSync(bestbuy.path)).toString('utf8')) as Theirs[]
  const all: Category[] = []
  const byHandle = new Map<string, Category>()
  const handleOf = (id: string) => id.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  for (const { path } of theirs) {
    for (const [at, step] of path.entries()) {
      const handle = handleOf(step.id)
      if (byHandle.has(handle)) continue
      // Its neighbours and those above are all that a plan looks at: the whole list each time would take minutes.
      const above = path.slice(0, at).map(({ id }) => byHandle.get(handleOf(id)))
      const seen = above.filter((one) => one !== undefined)
      const plan = planCategoryChange(seen, {
        handle,
        // One of theirs has no name.
        names: { en: step.name || step.id },
        parentHandle: seen.at(-1)?.handle ?? null,
      })
      assert.ok(plan.ok, JSON.stringify(plan))
      const made: Category = { ...plan.value.after, id: handle, version: 1 }
      all.push(made)
      byHandle.set(handle, made)
    }
  }
  assert.ok(all.length > 4_000, String(all.length))
  const depthOf = (one: Category | undefined, steps = 0): number => {
    assert.ok(steps < 20, 'a circle')
    return one?.parentId ? depthOf(byHandle.get(one.parentId), steps + 1) + 1 : 1
  }
  const deepest = all.reduce((most, one) => Math.max(most, depthOf(one)), 0)
  assert.equal(deepest, Math.max(...theirs.map(({ path }) => path.length)))
  for (const { id, path } of theirs) assert.equal(depthOf(byHandle.get(handleOf(id))), path.length, id)

  const top = all.find((one) => one.parentId === null && all.some(({ parentId }) => parentId === one.id))
  const below = all.find(({ parentId }) => parentId === top?.id)
  assert.ok(top && below)
  const circle = planCategoryMove(all, { id: top.id, parentId: below.id, beforeId: null })
  assert.ok(!circle.ok && circle.refusal.code === 'catalog.category_inside_itself')

  const byName = new Set([...(await loadTaxonomy('shopify')).values()].map(({ names }) => names['en']?.toLowerCase()))
  const exact = all.filter(({ names }) => byName.has(names['en']?.toLowerCase()))
  assert.ok(exact.length > 100, `${exact.length} of ${all.length} have the name of one of Shopify’s`)
})
