/** A catalogue to ask about: goods of the lists' own filler, with categories, brands, facets, collections and price lists around them. */
import { countFacets } from '../../server/src/departments/catalog/use-cases/count-facets.ts'
import { writeOffers } from '../../server/src/departments/pricing/store/offers.ts'
import { ok } from '../../server/src/kernel/result.ts'
import { fillLists } from '../../server/src/testing/fill-lists.ts'
import type { BenchShop } from './shop.ts'

/** Half of the goods lie there. */
export const LOCATION = 'place-1'
/** Of all products every tenth, and always a hundred. */
export const COLLECTIONS = {
  large: 'e0000000-0000-7000-8000-000000000001',
  small: 'e0000000-0000-7000-8000-000000000002',
}
/** Customers of these groups have prices of their own: a percentage off everything, and prices named for some products. */
export const GROUPS = { percent: 'percent', named: 'named' }

/** Drafts that bear this tag, spread over all products: so many in every house. */
export const TAG = { name: 'by-hand', borne: 100 }

/** So many that the smallest house has a full page of each, as the biggest has. */
export const BRANDS = 16
/** The same of categories: with fewer products than a page holds, the smallest house would be asked for less. */
export const SHELVES = 25

/** Of a list that names prices: a hundred at least, every hundredth product where that is more. */
export const namedStep = (size: number) => Math.max(1, Math.floor(size / Math.max(100, size / 100)))

/** Products whose place in lists by price is kept in one statement. */
const AT_ONCE = 20_000

const words = (column: string) => `jsonb_build_object('en', 'Word ' || ${column})`

export async function fillCatalogue({ owner, house }: Pick<BenchShop, 'owner' | 'house'>, size: number): Promise<void> {
  let before: Promise<unknown> = Promise.resolve()
  const asOwner = <T>(text: string, values?: readonly unknown[]): Promise<T[]> => {
    const answer = before.then(async () => (await owner.query(text, values && [...values])).rows as T[])
    before = answer
    return answer
  }
  await asOwner(`
    INSERT INTO catalog.category (id, parent_id, handle, names, position, created_at, updated_at)
    SELECT md5('above' || n)::uuid, NULL, 'above-' || n, ${words('n')}, 0, now(), now() FROM generate_series(0, 3) n;
    INSERT INTO catalog.category (id, parent_id, handle, names, position, created_at, updated_at)
    SELECT md5('shelf' || n)::uuid, md5('above' || n % 4)::uuid, 'shelf-' || n, ${words('n')}, 9, now(), now() FROM generate_series(0, ${SHELVES - 1}) n;
    INSERT INTO catalog.brand (id, name, handle, created_at, updated_at)
    SELECT md5('brand' || n)::uuid, 'Vendor ' || n, 'vendor-' || n, now(), now() FROM generate_series(0, ${BRANDS - 1}) n ON CONFLICT DO NOTHING;
    INSERT INTO catalog.attribute (code, names, kind, choices, section, filterable, created_at, updated_at)
    SELECT 'colour', '{"en": "Colour"}', 'choice',
      jsonb_agg(jsonb_build_object('code', n::text, 'names', ${words('n')})), 'features', true, now(), now() FROM generate_series(0, 11) n`)
  await fillLists({ asOwner }, { products: size, variants: size, stock: size }, { vendors: BRANDS, shelves: SHELVES })
  await asOwner(`
    INSERT INTO pricing.price (variant_id, currency, amount, updated_at)
    SELECT v.id, 'EUR', 500 + abs(hashtext(v.sku)) % 20000, now() FROM catalog.variant v ON CONFLICT DO NOTHING;
    UPDATE catalog.product SET tags = tags || '{${TAG.name}}', state = 'draft', category_id = md5('shelf0')::uuid
    WHERE id IN (SELECT md5('product' || (1 + n * ${size} / ${TAG.borne + 1}))::uuid FROM generate_series(1, ${TAG.borne}) n);
    INSERT INTO catalog.showing (product_id, elsewhere, version)
    SELECT md5('product' || n)::uuid, false, 1 FROM generate_series(7, ${size}, 100) n;
    INSERT INTO catalog.collection (id, handle, names, shown, created_at, updated_at)
    SELECT id, handle, ${words('handle')}, true, now(), now()
    FROM (VALUES ('${COLLECTIONS.large}'::uuid, 'large'), ('${COLLECTIONS.small}'::uuid, 'small')) c (id, handle);
    INSERT INTO catalog.collection_member (collection_id, product_id, position)
    SELECT '${COLLECTIONS.large}', md5('product' || n)::uuid, n FROM generate_series(10, ${size}, 10) n;
    INSERT INTO catalog.collection_member (collection_id, product_id, position)
    SELECT '${COLLECTIONS.small}', md5('product' || n * ${size} / 101)::uuid, n FROM generate_series(1, 100) n;
    INSERT INTO pricing.price_list (id, code, names, currency, priority, markets, channels, groups, companies, announced, zone, change_ppm,
      active_at, since, created_at)
    SELECT md5(code)::uuid, upper(code), '{"en": "List"}', 'EUR', 0, '{}', '{}', ARRAY[code], '{}', false, 'Europe/Rome', ppm, now(), now(), now()
    FROM (VALUES ('${GROUPS.percent}', -100000), ('${GROUPS.named}', NULL)) l (code, ppm);
    INSERT INTO pricing.list_price (list_id, variant_id, from_quantity, fine, since)
    SELECT md5('${GROUPS.named}')::uuid, md5('variant' || n)::uuid, 1, (400 + n % 19000) * 10000, now() - n * interval '1 second'
    FROM generate_series(${namedStep(size)}, ${size}, ${namedStep(size)}) n`)
  await asOwner('ANALYZE')
  const products = await asOwner<{ id: string }>('SELECT id FROM catalog.product')
  for (let at = 0; at < products.length; at += AT_ONCE) {
    const ids = products.slice(at, at + AT_ONCE).map(({ id }) => id)
    await house.run((ctx) => {
      writeOffers(ctx, ids)
      return Promise.resolve(ok())
    })
  }
  // As the shop's own jobs leave it within a minute.
  await asOwner(`
    DELETE FROM catalog.offer_due;
    INSERT INTO catalog.facet_due (scope, noted_at)
    SELECT 'category ' || id, now() FROM catalog.category
    UNION ALL SELECT 'brand ' || lower(name), now() FROM catalog.brand
    UNION ALL SELECT 'collection ' || id, now() FROM catalog.collection`)
  await countFacets(house)
  await asOwner('VACUUM ANALYZE')
}
