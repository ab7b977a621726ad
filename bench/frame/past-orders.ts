import type pg from 'pg'

/**
 * So many orders over the last days, of one to five goods at the prices of the house, as its own engine would have priced them: with
 * the tax of 22 % inside, delivered for 5.90. And a third as many baskets that nobody ordered.
 */
export async function fillPast(
  owner: pg.Client,
  { orders, days }: { readonly orders: number; readonly days: number },
): Promise<void> {
  await owner.query(`
    CREATE TEMP TABLE good AS
      SELECT row_number() OVER (ORDER BY v.sku) - 1 AS at, v.id, v.sku, p.handle, coalesce(p.names ->> 'en', v.sku) AS name, c.amount
      FROM catalog.variant v JOIN catalog.product p ON p.id = v.product_id
      JOIN pricing.price c ON c.variant_id = v.id AND c.currency = 'EUR';
    CREATE TEMP TABLE past AS
      SELECT n, md5('past' || n)::uuid AS id, now() - ((n - 0.5) * ${days} / ${orders}) * interval '1 day' AS at
      FROM generate_series(1, ${orders}) n;
    CREATE TEMP TABLE past_line AS
      SELECT o.n, o.id AS order_id, k AS position, g.*, 1 + (o.n + k) % 3 AS quantity
      FROM past o CROSS JOIN generate_series(0, 4) k JOIN good g ON g.at = (o.n * 7 + k * 13) % (SELECT count(*) FROM good)
      WHERE k <= o.n % 5;
    DELETE FROM past_line a USING past_line b WHERE a.order_id = b.order_id AND a.id = b.id AND a.position > b.position;
    INSERT INTO orders.sales_order (id, number, basket_id, entity_id, market_code, channel_code, customer_id, locale, currency, country,
      email, name, state, placed_at, expires_at, paid_at, goods, goods_net, delivery, delivery_net, tax, total, prices_include_tax,
      delivery_method, delivery_names, promised_from, promised_to, reasons, content_hash, item_count)
    SELECT o.id, 9000000 + o.n, md5('past basket' || o.n)::uuid, md5('entity')::uuid, 'it', 'web', md5('past customer' || o.n % 977)::uuid, 'it',
      'EUR', 'IT', 'c' || o.n % 977 || '@village.example', 'Past', 'paid', o.at, o.at, o.at, s.goods, s.net, 590, 484, s.goods - s.net + 106,
      s.goods + 590, true, 'standard', '{}', o.at::date, o.at::date, '[]', '', s.pieces
    FROM past o JOIN (SELECT order_id, sum(amount * quantity)::bigint AS goods, sum(round(amount * quantity / 1.22))::bigint AS net,
      sum(quantity)::int AS pieces FROM past_line GROUP BY order_id) s ON s.order_id = o.id;
    INSERT INTO orders.order_line (order_id, position, variant_id, sku, handle, name, options, quantity, unit_price, tax_category, tax_ppm,
      net, tax, total, subtotal)
    SELECT order_id, position, id, sku, handle, name, '', quantity, amount, 'standard', 220000, round(amount * quantity / 1.22),
      amount * quantity - round(amount * quantity / 1.22), amount * quantity, amount * quantity FROM past_line;
    INSERT INTO orders.sold_sku (sku, placed_at, order_id)
    SELECT DISTINCT lower(l.sku), o.at, o.id FROM past_line l JOIN past o ON o.id = l.order_id;
    INSERT INTO orders.basket (id, token_hash, market_code, channel_code, country, locale, delivery_method, created_at, updated_at)
    SELECT md5('left' || n)::uuid, decode(md5('left' || n), 'hex'), 'it', 'web', 'IT', 'it', NULL, at, at FROM past WHERE n % 3 = 0;
    INSERT INTO orders.basket_line (basket_id, variant_id, quantity, added_at)
    SELECT md5('left' || n)::uuid, id, quantity, now() FROM past_line WHERE n % 3 = 0;
    DROP TABLE past_line; DROP TABLE past; DROP TABLE good;
    ANALYZE`)
}
