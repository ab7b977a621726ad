/**
 * Rows enough for the planner to show what it does with a big shop: written by the database itself, past the use cases, since
 * two hundred thousand of anything take minutes through them. For EXPLAIN and benches only; the rows are right in form, and no
 * invariant holds between them.
 *
 *   await fillLists(house, { orders: 200_000 })
 */
export interface Owner {
  asOwner<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>
}

export type Sizes = Partial<Record<keyof typeof fillers, number>>

const id = (kind: string, n = 'n') => `md5('${kind}' || ${n})::uuid`
const instant = (n = 'n') => `timestamptz '2026-11-22' - ${n} * interval '37 seconds'`
/** Two names of a few hundred each, so that some are frequent and most are not. */
const name = `(ARRAY['Ada','Bruno','Carla','Dewi','Elena','Fabio','Gita','Hugo','Ines','Joko'])[1 + abs(hashint4(n)) % 10] || ' '
  || initcap(substr(md5((n % 5000)::text), 1, 7))`

/** Each a statement over `generate_series(1, size) n`. Products lie in the categories that there are, or in none. */
const fillers = {
  customers: `INSERT INTO customers.customer (id, email, name, locale, password_hash, created_at)
    SELECT ${id('customer')}, 'c' || n || '@' || substr(md5(n::text), 1, 5) || '.example', ${name},
      (ARRAY['it','it','en','es','id'])[1 + n % 5], CASE WHEN n % 3 = 0 THEN 'x' END, ${instant()}`,
  staff: `INSERT INTO people.staff (id, name, email, locale, password_hash, company_id, sponsor_id, ends_at, created_at)
    SELECT ${id('staff')}, ${name}, 'p' || n || '@' || substr(md5(n::text), 1, 5) || '.example', 'it',
      CASE WHEN n % 50 > 0 THEN 'x' END, CASE WHEN n % 4 = 0 THEN ${id('company', '1')} END,
      CASE WHEN n % 4 = 0 THEN ${id('staff', '1')} END, CASE WHEN n % 4 = 0 THEN ${instant('-n')} END, ${instant()}`,
  outsiders: `INSERT INTO people.staff_role (staff_id, role_code, granted_at)
    SELECT ${id('staff')}, (ARRAY['picker','picker','partner'])[1 + n % 3], ${instant()}`,
  orders: `INSERT INTO orders.sales_order (id, number, basket_id, entity_id, market_code, channel_code, customer_id, locale,
      currency, country, email, name, state, placed_at, expires_at, paid_at, goods, goods_net, delivery, delivery_net, tax, total,
      prices_include_tax, delivery_method, delivery_names, promised_from, promised_to, reasons, content_hash, dispatch, item_count)
    SELECT ${id('order')}, 1000000 + n, ${id('basket')}, ${id('entity', '1')}, (ARRAY['it','it','it','es','id'])[1 + n % 5], 'web',
      ${id('customer', '(n % 50000)')}, 'it', 'EUR', 'IT', 'c' || (n % 50000) || '@' || substr(md5((n % 50000)::text), 1, 5) || '.example',
      ${name}, (ARRAY['paid','paid','paid','paid','paid','paid','cancelled','expired','expired','awaiting_payment'])[1 + n % 10],
      ${instant()}, ${instant()}, ${instant()}, n % 99991, n % 99991, 0, 0, 0, n % 99991, true, 'standard', '{}', '2026-11-22',
      '2026-11-24', '[]', '', CASE WHEN n % 10 < 6 THEN (ARRAY['to_ship','partly','shipped','delivered','delivered'])[1 + n % 5] END, 1 + n % 7`,
  drafts: `INSERT INTO orders.draft (id, basket_id, market_code, email, name, address, item_count, made_by, created_at, updated_at, order_id)
    SELECT ${id('draft')}, ${id('draft-basket')}, 'it', 'm-' || n || '@laguna.example', ${name}, '{}', n % 7, 'system:fill', ${instant()}, ${instant()},
      CASE WHEN n % 3 > 0 THEN ${id('order')} END`,
  'order-lines': `INSERT INTO orders.order_line (order_id, position, variant_id, sku, handle, name, options, quantity, unit_price,
      tax_category, tax_ppm, net, tax, total, subtotal)
    SELECT ${id('order')}, 0, ${id('variant', '(n % 5000)')}, 'SKU-' || n % 5000, 'p', 'Mug', '', 1, 100, 'standard', 0, 100, 0, 100, 100`,
  'sold-skus': `INSERT INTO orders.sold_sku (sku, placed_at, order_id, number, total, name)
    SELECT 'sku-' || n % 5000, ${instant()}, ${id('order')}, 1000000 + n, n % 99991, lower(${name})`,
  'order-tags': `INSERT INTO orders.order_tag (order_id, tag_id, at, actor)
    SELECT ${id('order')}, ${id('order-tag', '(n % 40)')}, ${instant()}, 'system:fill'`,
  'order-holds': `INSERT INTO orders.hold (id, order_id, kind, because, params, held_at, held_by, released_at, released_by, release_reason)
    SELECT ${id('hold')}, ${id('order')}, (ARRAY['fraud','fraud','address','stock','manual'])[1 + n % 5], 'by_hand', '{}', ${instant()},
      'system:fill', CASE WHEN n % 20 > 0 THEN ${instant()} END, CASE WHEN n % 20 > 0 THEN 'x' END, CASE WHEN n % 20 > 0 THEN 'x' END`,
  products: `INSERT INTO catalog.product (id, handle, names, vendor, category_id, tags, tax_category, state, codes, family_code, facets, completeness,
      created_at, updated_at, kind)
    SELECT ${id('product')}, 'p' || n, jsonb_build_object('en', initcap(substr(md5(n::text), 1, 6)) || ' mug ' || n),
      'Vendor ' || n % :vendors, (ARRAY(SELECT c.id FROM catalog.category c ORDER BY c.position DESC, c.handle LIMIT :shelves))[1 + n % :shelves],
      ARRAY['tag' || n % 300], 'standard', CASE WHEN n % 9 = 0 THEN 'draft' ELSE 'published' END,
      'SKU-' || n, CASE WHEN n % 3 = 0 THEN 'family-' || n % 40 END, ARRAY['colour=' || n / 36 % 12, 'material=' || n % 700],
      CASE WHEN n % 10 > 0 THEN n % 101 END, ${instant()}, ${instant('(n * 7 % 100003)')},
      (ARRAY['physical','physical','physical','physical','physical','physical','bundle','digital','service','gift_card'])[1 + n * 7 / 5 % 10]`,
  variants: `INSERT INTO catalog.variant (id, product_id, sku, gtin, position, created_at)
    SELECT ${id('variant')}, ${id('product')}, 'SKU-' || n, lpad((4000000000000 + n)::text, 13, '0'), 1, ${instant()}`,
  stock: `INSERT INTO inventory.stock (variant_id, location_id, on_hand, reserved)
    SELECT ${id('variant')}, ${id('location', '(n % 2)')}, 10 + n % 997, n % 7`,
  payments: `INSERT INTO payments.payment (id, order_id, entity_id, provider, reference, provider_payment_id, amount, currency, state,
      authorised_hash, review_reason, market_code, created_at, updated_at)
    SELECT ${id('payment')}, ${id('order')}, ${id('entity', '1')}, 'devpay', ${id('payment')}, 'pp' || n, n % 99991, 'EUR',
      (ARRAY['captured','captured','captured','captured','open','refunded','voided'])[1 + n % 7], '',
      CASE WHEN n % 500 = 0 THEN 'order_changed' END, (ARRAY['it','it','it','es','id'])[1 + n % 5], ${instant()}, ${instant()}`,
  disputes: `INSERT INTO payments.dispute (id, payment_id, order_id, entity_id, provider, provider_dispute_id, inquiry, reason, amount,
      currency, held_currency, state, due_at, market_code, opened_at, ended_at)
    SELECT ${id('dispute')}, ${id('payment')},
      CASE WHEN n = 1 THEN coalesce((SELECT o.id FROM orders.sales_order o ORDER BY o.id LIMIT 1), ${id('order')}) ELSE ${id('order')} END,
      ${id('entity', '1')}, 'devpay',
      'dpd_' || n, false, (ARRAY['fraudulent','fraudulent','product_not_received','duplicate'])[1 + n % 4], 1 + n % 99991, 'EUR', 'EUR',
      (ARRAY['won','lost','lost','needs_response'])[1 + n % 4], CASE WHEN n % 4 = 3 THEN ${instant()} END,
      (ARRAY['it','it','it','es','id'])[1 + n % 5], ${instant()}, CASE WHEN n % 4 = 3 THEN NULL ELSE now() END`,
  payouts: `INSERT INTO payments.payout (id, provider, provider_ref, entity_id, amount, currency, state, origin, paid_at, arrives_on, lines,
      booked_at, unexplained_lines, updated_at)
    SELECT ${id('payout')}, (ARRAY['stripe','devpay'])[1 + n % 2], 'po_' || n, ${id('entity', '1')}, n % 99991, 'EUR',
      (ARRAY['paid','paid','paid','in_transit','failed'])[1 + n % 5], 'provider', ${instant()}, (${instant()})::date, 'whole',
      ${instant()}, CASE WHEN n % 500 = 0 THEN 3 ELSE 0 END, ${instant()}`,
  'awaited-payouts': `INSERT INTO payments.awaited_payout (id, payment_id, order_id, provider, provider_ref, amount, currency, captured_at)
    SELECT ${id('movement')}, ${id('payment', '(n)')}, ${id('order')},
      (ARRAY['stripe','devpay'])[1 + n % 2], 'ch_' || n, 1 + n % 99991, 'EUR', ${instant()}`,
  mails: `INSERT INTO host.mail (id, dedup_key, ref, recipient, subject, text_body, html_body, state, created_at, sent_at)
    SELECT ${id('mail')}, 'k' || n, ${id('order')}::text, 'c' || n || '@village.example', 'Your order ' || n, '', '',
      CASE WHEN n % 50 = 0 THEN 'kept' ELSE 'sent' END, ${instant()}, ${instant()}`,
  jobs: `INSERT INTO host.job (id, kind, ref, payload, state, run_at, created_at, finished_at)
    SELECT ${id('job')}, 'kind-' || n % 12, ${id('order')}::text, '{}',
      CASE WHEN n % 1000 = 0 THEN 'dead' WHEN n % 999 = 0 THEN 'ready' ELSE 'done' END, ${instant()}, ${instant()}, ${instant()}`,
  audit: `INSERT INTO host.audit (id, at, actor_kind, actor_id, action, object_type, object_id, version, changes)
    SELECT ${id('audit')}, ${instant()}, 'staff', ${id('staff', '(n % 40)')}::text, 'orders:write',
      (ARRAY['order','order','order','product','customer','staff'])[1 + n % 6], ${id('order', '(n / 3)')}::text, 1, '[]'`,
  'ledger-entries': `INSERT INTO ledger.entry (id, entity_id, kind, ref, about, effective_on, recorded_at)
    SELECT ${id('entry')}, ${id('entity', '1')}, (ARRAY['sale','sale','capture','capture','refund'])[1 + n % 5], 'r' || n,
      ${id('order', '(n / 2)')}::text, (${instant()})::date, ${instant()}`,
  brands: `INSERT INTO catalog.brand (id, name, handle, hidden, maker_id, created_at, updated_at)
    SELECT ${id('brand')}, 'Brand ' || substr(md5(n::text), 1, 6) || ' ' || n, 'brand-' || n, n % 9 = 0,
      CASE WHEN n % 3 > 0 THEN ${id('maker', '(n % 300)')} END, ${instant()}, ${instant('(n * 7 % 100003)')}`,
  collections: `INSERT INTO catalog.collection (id, handle, names, hidden, begins_at, ends_at, rule, members, created_at, updated_at)
    SELECT ${id('collection')}, 'collection-' || n, jsonb_build_object('en', initcap(substr(md5(n::text), 1, 6)) || ' gifts ' || n),
      n % 9 = 0, CASE WHEN n % 4 = 0 THEN ${instant()} END, CASE WHEN n % 5 = 0 THEN ${instant()} + interval '9 days' END,
      CASE WHEN n % 3 > 0 THEN '{"match": "all", "conditions": []}'::jsonb END, n % 997, ${instant()}, ${instant('(n * 7 % 100003)')}`,
  'product-imports': `INSERT INTO catalog.import (id, name, format, columns, state, actor, created_at)
    SELECT ${id('import')}, 'list-' || substr(md5(n::text), 1, 6) || '.csv', 'shopify', '[]',
      (ARRAY['done','done','done','undone','tried','refused','new','stopped'])[1 + n % 8], 'staff:' || ${id('staff', '(n % 40)')}, ${instant()}`,
  documents: `INSERT INTO documents.document (id, series_id, year, number, label, kind, entity_id, market_code, order_id, order_number,
      customer, currency, total, tax, issued_on, issued_at, cause, payload, prev_hash, hash)
    SELECT ${id('document')}, ${id('series', '1')}, 2026, n, 'INV-2026-' || lpad(n::text, 7, '0'),
      (ARRAY['invoice','invoice','simplified_invoice','receipt','packing_slip'])[1 + n % 5], ${id('entity', '1')},
      (ARRAY['it','it','it','es','id'])[1 + n % 5], ${id('order', '(n / 2)')}::text, 1000000 + n / 2, ${name}, 'EUR', n % 99991, 0,
      (${instant()})::date, ${instant()}, 'fill ' || n, '{}', '', ''`,
  parcels: `INSERT INTO fulfilment.parcel (id, order_id, order_number, number, market_code, location_code, state, carrier, tracking_number,
      tracking_key, made_at, shipped_at, leaves_at, left_at, delivered_on)
    SELECT ${id('parcel')}, ${id('order')}::text, 1000000 + n, 1, (ARRAY['it','it','it','es','id'])[1 + n % 5],
      (ARRAY['venezia','venezia','milano'])[1 + n % 3], (ARRAY['packed','shipped','delivered','delivered','delivered','lost','returned','taken_back'])[1 + n % 8],
      'UPS', 'T' || n, 'T' || n, ${instant()}, CASE WHEN n % 8 BETWEEN 1 AND 6 THEN ${instant()} END, CASE WHEN n % 8 BETWEEN 1 AND 6 THEN ${instant()} END,
      CASE WHEN n % 8 BETWEEN 1 AND 6 THEN ${instant()} END, CASE WHEN n % 8 IN (2, 3, 4) THEN (${instant()})::date END`,
  withdrawals: `INSERT INTO returns.withdrawal (id, number, form_key, market_code, locale, name, email, order_typed, goods, state, received_at, refund_by)
    SELECT ${id('withdrawal')}, 1000 + n, ${id('withdrawal-form')}, (ARRAY['it','it','it','es','id'])[1 + n % 5], 'it', ${name},
      'person' || n || '@calle.example', (1000000 + n)::text, '', (ARRAY['received','accepted','closed','closed','refused'])[1 + n % 5],
      ${instant()}, (${instant()})::date + 14`,
  'gift-cards': `INSERT INTO gift_cards.card (id, code_hash, last4, entity_id, market_code, locale, currency, initial, balance, expires_on,
      origin, recipient_email, recipient_name, issued_at, blocked_at, blocked_because)
    SELECT ${id('gift-card')}, decode(md5('gift' || n), 'hex'), upper(substr(md5(n::text), 1, 4)), ${id('entity', '1')}::text,
      (ARRAY['it','it','it','es','id'])[1 + n % 5], 'it', (ARRAY['EUR','EUR','EUR','USD','IDR'])[1 + n % 5], 5000, (n * 37) % 5001,
      CASE WHEN n % 3 = 0 THEN (${instant('(n * 11 % 90001)')})::date END, 'by_hand', 'person' || n || '@calle.example', ${name},
      ${instant()}, CASE WHEN n % 50 = 0 THEN ${instant()} END, CASE WHEN n % 50 = 0 THEN 'lost' END`,
  'store-credits': `INSERT INTO gift_cards.card (id, entity_id, market_code, locale, currency, initial, balance, expires_on,
      origin, recipient_email, issued_at, customer_id, because)
    SELECT ${id('store-credit')}, ${id('entity', '1')}::text,
      (ARRAY['it','it','it','es','id'])[1 + n % 5], 'it', (ARRAY['EUR','EUR','EUR','USD','IDR'])[1 + n % 5], 5000, (n * 37) % 5001,
      CASE WHEN n % 3 = 0 THEN (${instant('(n * 11 % 90001)')})::date END, 'credit', '', ${instant()}, ${id('customer')}::text,
      (ARRAY['goodwill','goodwill','refund','return','correction'])[1 + n % 5]`,
  todos: `INSERT INTO work.todo (id, title, assignee, assignee_names, taken_by, priority, due_at, state, made_by, made_at, ended_at,
      project_id, record_type, record_id)
    SELECT ${id('todo')}, 'Call ' || ${name} || ' ' || n, (ARRAY['staff','unit','role'])[1 + n % 3] || ':' || ${id('staff', '(n % 10000)')},
      '{"en": "Somebody"}', CASE WHEN n % 7 = 0 THEN ${id('staff', '(n % 10000)')} END, (ARRAY['low','normal','normal','high','urgent'])[1 + n % 5],
      CASE WHEN n % 4 > 0 THEN ${instant('(n % 90001)')} END, CASE WHEN n % 7 = 0 THEN 'done' ELSE 'open' END,
      ${id('staff', '(n % 9973)')}, ${instant()}, CASE WHEN n % 7 = 0 THEN ${instant()} END,
      CASE WHEN n % 50 = 0 THEN ${id('project', '(n % 300)')} END, 'order', ${id('order')}::text`,
  projects: `INSERT INTO work.project (id, title, template, anchor_on, made_by, made_at)
    SELECT ${id('project')}, 'Launch ' || ${name} || ' ' || n, 'product_launch', (${instant('(n * 40)')})::date,
      ${id('staff', '(n % 9973)')}, ${instant()}`,
  templates: `INSERT INTO work.template (id, name, note, parties, steps, made_at)
    SELECT ${id('template')}, 'Opening ' || ${name} || ' ' || n, '', '[]', '[]', ${instant()}`,
  recurrences: `INSERT INTO work.recurrence (id, title, assignee, assignee_names, priority, rule, due_time, starts_on, made_until,
      made_by, made_at)
    SELECT ${id('recurrence')}, 'Count ' || ${name} || ' ' || n, (ARRAY['staff','unit','role'])[1 + n % 3] || ':'
      || ${id('staff', '(n % 5000)')}, '{"en": "Somebody"}', (ARRAY['low','normal','normal','high','urgent'])[1 + n % 5],
      '{"every": "day"}', '17:00', (${instant('(n * 40)')})::date, '2026-11-21', ${id('staff', '(n % 9973)')}, ${instant()}`,
  promotions: `INSERT INTO pricing.promotion (id, code, names, terms, needs_coupon, begins_at, ends_at, priority, stacking_class,
      exclusive, created_at)
    SELECT ${id('promotion')}, 'P' || n, jsonb_build_object('en', initcap(substr(md5(n::text), 1, 6)) || ' sale ' || n),
      '{"conditions": [], "action": {"kind": "line_percent", "percent": "10"}}', n % 4 = 0, ${instant()},
      ${instant()} + interval '9 days', 0, 'usual', false, ${instant()}`,
  'buyer-companies': `INSERT INTO customers.company (id, legal_name, country, vat_number, vat_country, created_at)
    SELECT ${id('buyer-company')}, ${name} || ' Ltd ' || n, (ARRAY['IT','DE','FR','ES'])[1 + n % 4], 'DE' || (100000000 + n), 'DE', ${instant()}`,
  'customer-groups': `INSERT INTO customers.customer_group (id, code, names, rule, created_at)
    SELECT ${id('customer-group')}, 'group-' || n, jsonb_build_object('en', 'Group ' || ${name} || ' ' || n),
      CASE WHEN n % 3 = 0 THEN '{"registered": true}'::jsonb END, ${instant()}`,
  'consent-purposes': `INSERT INTO customers.consent_purpose (id, code, channel, names, asked_at, confirmed, position, wording, retired_at, created_at)
    SELECT ${id('consent-purpose')}, 'purpose-' || n, (ARRAY['email','sms','phone','post','profiling'])[1 + n % 5],
      jsonb_build_object('en', 'Purpose ' || ${name} || ' ' || n), '{checkout}', false, n % 1000, 1, CASE WHEN n % 3 = 0 THEN ${instant()} END,
      ${instant()}`,
  consents: `INSERT INTO customers.consent (id, customer_id, purpose_id, state, since, records)
    SELECT ${id('consent')}, ${id('customer')}, ${id('consent-purpose', '(1 + n % 5)')},
      (ARRAY['given','given','withdrawn','claimed'])[1 + n % 4], ${instant()}, 1`,
  'price-lists': `INSERT INTO pricing.price_list (id, code, names, currency, priority, markets, channels, groups, companies, announced,
      zone, begins, ends, begins_at, ends_at, created_at)
    SELECT ${id('price-list')}, 'L' || n, jsonb_build_object('en', initcap(substr(md5(n::text), 1, 6)) || ' list ' || n),
      (ARRAY['EUR','USD','IDR','GBP'])[1 + n % 4], 0, '{}', '{}', '{}', '{}', false, 'Europe/Rome', '2026-12-01T00:00:00', '2026-12-09T00:00:00', ${instant()},
      ${instant()} + interval '9 days', ${instant()}`,
  'bank-statements': `INSERT INTO bank.statement (id, kind, message, account, bank_id, identity, created_on, currency, opening, closing,
      entry_count, file_name, imported_at, imported_by)
    SELECT ${id('bank-statement')}, 'statement', 'camt.053.001.08', 'IT60X05428111010000' || lpad((n % 400)::text, 8, '0'), 'S-' || n, 'S-' || n,
      (${instant()})::date, 'EUR', n, n + 1, 7, 'day.xml', ${instant()}, 'system:fill'`,
  'bank-entries': `INSERT INTO bank.entry (id, statement_id, key, came, amount, currency, booked_on, bank_reference, end_to_end_id,
      mandate_reference, payment_batch, structured_reference, remittance, party_name, party_iban_ends_on, state, order_id)
    SELECT ${id('bank-entry')}, ${id('bank-statement', '(n % 5000)')}, 'E-' || n, n % 4 > 0, 1 + n % 99991, 'EUR', (${instant('(n * 40)')})::date,
      'B-' || n, '', '', '', '', 'Order ' || (1000000 + n), ${name}, '3000', (ARRAY['booked','booked','open','dismissed'])[1 + n % 4],
      ${id('order')}`,
  'payment-runs': `INSERT INTO bank.payment_run (id, kind, method, account, message, state, items, total, currency, first_on, sha256, made_at, made_by)
    SELECT ${id('payment-run')}, (ARRAY['collection','transfer'])[1 + n % 2], 'debit',
      '{"name": "Laguna", "iban": "IT60X0542811101000000123456", "bic": ""}', 'pain.008.001.08',
      (ARRAY['sent','sent','discarded','prepared'])[1 + n % 4], 1 + n % 50, 1 + n % 99991, 'EUR', (${instant()})::date, 'x', ${instant()}, 'system:fill'`,
  mandates: `INSERT INTO bank.mandate (id, reference, order_id, method, creditor_id, creditor_name, holder, iban_ends_on, kind, text, text_version,
      locale, device, signed_at, signed_on)
    SELECT ${id('mandate')}, 'M-' || n, ${id('order')}, 'debit', 'IT66ZZZA1B2C3D4E5F6G7H8', 'Laguna', ${name}, '3000', 'one_off', '', 'core-1', 'it',
      '', ${instant()}, (${instant()})::date`,
  'direct-debits': `INSERT INTO bank.direct_debit (id, mandate_id, order_id, payment_id, attempt, amount, currency, due_on, announced_at, state,
      end_to_end_id, run_id, batch, reason, words, created_at)
    SELECT ${id('direct-debit')}, ${id('mandate')}, ${id('order')}, ${id('payment')}, 1, 1 + n % 99991, 'EUR', (${instant('(n * 40)')})::date, ${instant()},
      (ARRAY['collected','collected','collected','returned','cancelled'])[1 + n % 5], 'D' || n || '-1', ${id('payment-run', '(n % 500)')},
      'FON-' || n % 500, CASE WHEN n % 5 = 3 THEN 'AM04' END, lower(${name}) || ' m-' || n || ' ' || (1000000 + n), ${instant()}`,
  approvals: `INSERT INTO work.approval (id, act, ref_kind, ref_id, label, facts, requirements, roles, operation_kind, operation,
      permission, requester_id, requester_name, input_hash, sealed_input, changes, state, asked_at, expires_at, ended_at, problem)
    SELECT ${id('approval')}, (ARRAY['payments.refund','pricing.change_price','orders.cancel'])[1 + n % 3], 'order',
      ${id('order', '(n % 500)')}::text, '#' || 100000 + n, '{}', '[]', ARRAY[(ARRAY['owner','accountant','it','buyer'])[1 + n % 4]],
      'route', 'refundPayment', 'payments:refund', ${id('staff', '(n % 40)')}, ${name}, decode(md5(n::text), 'hex'),
      CASE WHEN n % 50 = 0 THEN ''::bytea END, '[]', CASE WHEN n % 50 = 0 THEN 'pending' ELSE 'approved' END, ${instant()},
      ${instant()} + interval '7 days', CASE WHEN n % 50 > 0 THEN ${instant()} END, NULL`,
  webhooks: `INSERT INTO operations.webhook (id, name, address, kinds, owner_id, version, created_at)
    SELECT ${id('webhook')}, 'Program ' || substr(md5(n::text), 1, 6) || ' ' || n, 'https://p' || n || '.example/in', '{order.paid.v1}',
      ${id('staff', '1')}, 1, ${instant()}`,
  'webhook-deliveries': `INSERT INTO operations.webhook_delivery (id, webhook_id, event_id, kind, body, state, attempts, due_at, created_at)
    SELECT ${id('delivery')}, ${id('webhook', '(1 + n % 500)')}, ${id('event')},
      (ARRAY['order.placed.v1','order.paid.v1','product.changed.v1'])[1 + n % 3], '{}',
      CASE WHEN n % 100 = 0 THEN 'failed' WHEN n % 999 = 0 THEN 'waiting' ELSE 'delivered' END, 1, ${instant()}, ${instant()}`,
  'api-keys': `INSERT INTO people.api_key (id, name, token_hash, staff_id, permissions, created_at, expires_at)
    SELECT ${id('api-key')}, 'Program ' || n, decode(md5('key' || n), 'hex'), ${id('staff', '(n % 5000 + 1)')},
      ARRAY['orders:read'], ${instant()}, ${instant()} + interval '90 days'`,
} as const

/** The names of what can be filled. */
export const FILLED = Object.keys(fillers)

export interface Shape {
  /** Of how many brands the products are. */
  readonly vendors?: number
  /** In how many categories they lie, those placed last first. */
  readonly shelves?: number
}

/** Indexes are built after the rows: a third of the time. */
export async function fillLists(
  house: Owner,
  sizes: Sizes,
  { vendors = 400, shelves = 36 }: Shape = {},
): Promise<void> {
  await house.asOwner(`INSERT INTO inventory.location (id, code, name, kind, country)
    SELECT ${id('location')}, 'place-' || n, 'Place ' || n, 'warehouse', 'IT' FROM generate_series(0, 1) n ON CONFLICT DO NOTHING`)
  await house.asOwner(`INSERT INTO people.company (id, kind, name, created_at) VALUES (${id('company', '1')}, 'partner', 'Carriers', now())
    ON CONFLICT DO NOTHING`)
  if (sizes.documents) {
    await house.asOwner(`INSERT INTO documents.series (id, entity_id, kind, format, digits, first_year, first_number, begun_at)
      VALUES (${id('series', '1')}, ${id('entity', '1')}, 'invoice', 'FILL-{number}', 7, 2026, 1, now()) ON CONFLICT DO NOTHING`)
  }
  await Promise.all(
    Object.entries(sizes).map(async ([list, size]) => {
      const filler = fillers[list as keyof typeof fillers]
        .replaceAll(':vendors', String(vendors))
        .replaceAll(':shelves', String(shelves))
      const table = /INSERT INTO (\S+)/.exec(filler)?.[1] ?? ''
      const indexes = await house.asOwner<{ name: string; definition: string }>(
        `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index
        WHERE indrelid = $1::regclass AND NOT indisunique`,
        [table],
      )
      const drop = indexes.map((index) => `DROP INDEX ${index.name};`).join('')
      const build = indexes.map((index) => `${index.definition};`).join('')
      await house.asOwner(`BEGIN; SET LOCAL session_replication_role = replica; SET LOCAL maintenance_work_mem = '256MB'; ${drop}
        ${filler} FROM generate_series(1, ${size ?? 0}) n; ${build} COMMIT; ANALYZE ${table};`)
    }),
  )
}
