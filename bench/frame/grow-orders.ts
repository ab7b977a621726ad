/**
 * Orders enough for a desk to be slow, written by the database itself: two lines each, one in fifty with a SKU that everybody buys, the
 * oldest tenth with one that nobody buys any more, one in three with what the shop is known for, one in three with a parcel. Ids begin with their time, as those of the house do.
 */
import type pg from 'pg'

const START_MS = Date.UTC(2026, 0, 1)
/** A million of them reach over some eleven months. */
const EVERY_MS = 28_000

const id = (n = 'n') =>
  `(lpad(to_hex(${START_MS}::bigint + ${n}::bigint * ${EVERY_MS}), 12, '0') || '7' || substr(md5('order' || ${n}), 1, 3) || '8'
    || substr(md5('order' || ${n}), 4, 15))::uuid`

const TABLES = ['orders.sales_order', 'orders.order_line', 'orders.search_term', 'orders.delivery_address']

export async function growOrders(owner: pg.Client, from: number, to: number): Promise<void> {
  const { rows } = await owner.query<{ name: string; definition: string }>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index
     WHERE indrelid = ANY($1::regclass[]) AND NOT indisunique`,
    [TABLES],
  )
  await owner.query('BEGIN')
  await owner.query("SET LOCAL session_replication_role = replica; SET LOCAL maintenance_work_mem = '256MB'")
  // Built after the rows: a third of the time.
  for (const { name } of rows) await owner.query(`DROP INDEX ${name}`)
  for (const statement of STATEMENTS)
    await owner.query(`${statement} FROM generate_series(${from + 1}::bigint, ${to}) n`)
  await owner.query(`INSERT INTO orders.search_term (order_id, kind, term, at)
    SELECT ${id()}, 'tracking', '1z' || n, now() FROM generate_series(${from + 1}::bigint, ${to}) n WHERE n % 3 = 0`)
  await owner.query(
    `INSERT INTO orders.sold_sku (sku, placed_at, order_id, number, total, name)
     SELECT DISTINCT lower(l.sku), o.placed_at, o.id, o.number, o.total, lower(o.name)
     FROM generate_series(${from + 1}::bigint, ${to}) n JOIN orders.sales_order o ON o.id = ${id()} JOIN orders.order_line l ON l.order_id = o.id`,
  )
  for (const { definition } of rows) await owner.query(definition)
  await owner.query('COMMIT')
  await owner.query('VACUUM ANALYZE')
}

const instant = `to_timestamp((${START_MS}::bigint + n::bigint * ${EVERY_MS}) / 1000.0)`
const buyer = `'c' || (n * 7919 % 50000) || '@' || substr(md5((n * 7919 % 50000)::text), 1, 5) || '.example'`

const STATEMENTS = [
  `INSERT INTO orders.sales_order (id, number, basket_id, entity_id, market_code, channel_code, customer_id, locale, currency, country,
      email, name, state, placed_at, expires_at, paid_at, goods, goods_net, delivery, delivery_net, tax, total, prices_include_tax,
      delivery_method, delivery_names, promised_from, promised_to, reasons, content_hash, item_count)
    SELECT ${id()}, 1000000 + n, md5('basket' || n)::uuid, md5('entity')::uuid, (ARRAY['it','it','it','es','id'])[1 + n % 5], 'web',
      md5('customer' || (n * 7919 % 50000))::uuid, 'it', 'EUR', 'IT', ${buyer},
      CASE WHEN n % 25000 = 7 THEN 'Rare' || n / 25000 % 40 ELSE (ARRAY['Ada','Bruno','Carla','Dewi','Elena','Fabio','Gita','Hugo'])[1 + n % 8] END
        || ' ' || initcap(substr(md5((n % 5000)::text), 1, 7)),
      (ARRAY['paid','paid','paid','paid','paid','paid','paid','cancelled','expired','awaiting_payment'])[1 + n % 10],
      ${instant}, ${instant}, ${instant}, n % 99991, n % 99991, 0, 0, 0, n % 99991, true, 'standard', '{}', '2026-11-22', '2026-11-24',
      '[]', '', 2`,
  ...[0, 1].map(
    (
      position,
    ) => `INSERT INTO orders.order_line (order_id, position, variant_id, sku, handle, name, options, quantity, unit_price,
        tax_category, tax_ppm, net, tax, total, subtotal)
      SELECT ${id()}, ${position}, md5('variant' || n * ${position + 1} % 5000)::uuid,
        CASE WHEN ${position} = 0 AND n % 50 = 0 THEN 'HOT-1' WHEN ${position} = 1 AND n % 10 = 0 AND n < 100000 THEN 'OLD-1'
          WHEN ${position} = 1 AND n % 3 = 1 THEN 'TOP-1'
          ELSE 'SKU-' || (1 + (n * 7919 + ${position} * 13) % 5000) END,
        'p', 'Mug', '', 1, 100, 'standard', 0, 100, 0, 100, 100`,
  ),
  `INSERT INTO orders.delivery_address (order_id, name, street, postcode, city, country)
    SELECT ${id()}, 'Somebody', 'Calle ' || n % 70000, lpad((n % 9000)::text, 5, '0'), 'Venezia', 'IT'`,
]
