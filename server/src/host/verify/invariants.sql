-- The invariants of the house (docs/guides/verify.md). Each query lists the rows that break its rule: no rows, it holds.
-- Views live in the schema verify; `needs` names those that a query reads, and a query whose views do not exist yet is left
-- out and said so. Where a rule proves wrong for a real business, mend the rule and say why in an ADR.

-- name: L1 every entry balances in every currency
-- needs: posting
SELECT entry_id, currency, sum(amount) AS off FROM verify.posting GROUP BY 1, 2 HAVING sum(amount) <> 0;
-- name: L2 the whole ledger sums to zero per currency, and in each entity's functional currency
-- needs: posting entry
SELECT currency AS scope, sum(amount) AS off FROM verify.posting GROUP BY 1 HAVING sum(amount) <> 0 UNION ALL SELECT e.entity, sum(p.base_amount) FROM verify.posting p JOIN verify.entry e ON e.id = p.entry_id GROUP BY 1 HAVING sum(p.base_amount) <> 0;
-- name: L3 every entry has two or more postings, none of zero
-- needs: entry posting
SELECT e.id FROM verify.entry e LEFT JOIN verify.posting p ON p.entry_id = e.id GROUP BY e.id HAVING count(p.*) < 2 OR bool_or(p.amount = 0);
-- name: L4 a posting has the currency of its account
-- needs: posting account
SELECT p.entry_id, p.account_id, p.currency, a.currency AS account_currency FROM verify.posting p LEFT JOIN verify.account a ON a.id = p.account_id WHERE a.currency IS DISTINCT FROM p.currency;
-- name: L5 a stored balance equals the sum of its postings
-- needs: posting account
SELECT a.id, a.balance, coalesce(s.total, 0) AS total FROM verify.account a LEFT JOIN (SELECT account_id, sum(amount) total FROM verify.posting GROUP BY 1) s ON s.account_id = a.id WHERE a.balance IS NOT NULL AND a.balance <> coalesce(s.total, 0);
-- name: L6 no account is below its floor or above its ceiling
-- needs: posting account
SELECT a.id, s.total FROM verify.account a JOIN (SELECT account_id, sum(amount) total FROM verify.posting GROUP BY 1) s ON s.account_id = a.id WHERE s.total < a.floor OR s.total > a.ceiling;
-- name: L7 one business event makes one entry
-- needs: entry
SELECT kind, ref, count(*) FROM verify.entry WHERE ref IS NOT NULL GROUP BY 1, 2 HAVING count(*) > 1;
-- name: L8 an entry is reversed at most once, and exactly
-- needs: entry posting
SELECT r.reverses, count(*) OVER (PARTITION BY r.reverses) AS times, d.off FROM verify.entry r LEFT JOIN LATERAL (SELECT sum(abs(x.t)) off FROM (SELECT account_id, currency, sum(amount) t FROM verify.posting WHERE entry_id IN (r.id, r.reverses) GROUP BY 1, 2) x) d ON true WHERE r.reverses IS NOT NULL AND (d.off <> 0 OR (SELECT count(*) FROM verify.entry q WHERE q.reverses = r.reverses) > 1);

-- name: S1 stock on hand + recorded shortage >= reserved >= 0
-- needs: stock
SELECT * FROM verify.stock WHERE reserved < 0 OR short < 0 OR on_hand < 0 OR (NOT backorder AND reserved > on_hand + short);
-- name: S2 reserved equals the live reservations
-- needs: stock reservation
SELECT coalesce(s.sku, r.sku) sku, s.reserved, r.qty FROM verify.stock s FULL JOIN (SELECT sku, location, sum(qty) qty FROM verify.reservation WHERE live GROUP BY 1, 2) r USING (sku, location) WHERE coalesce(s.reserved, 0) <> coalesce(r.qty, 0);
-- name: S3 on hand equals the sum of stock moves
-- needs: stock stock_move
SELECT coalesce(s.sku, m.sku) sku, s.on_hand, m.qty FROM verify.stock s FULL JOIN (SELECT sku, location, sum(qty) qty FROM verify.stock_move GROUP BY 1, 2) m USING (sku, location) WHERE coalesce(s.on_hand, 0) <> coalesce(m.qty, 0);
-- name: S4 no live reservation for a finished order, nor for a draft that nobody set goods aside for
-- needs: reservation orders draft_hold
SELECT r.* FROM verify.reservation r LEFT JOIN verify.orders o ON o.id = r.order_id WHERE r.live AND r.order_id IS NOT NULL AND ((o.id IS NULL AND NOT EXISTS (SELECT 1 FROM verify.draft_hold d WHERE d.draft_id = r.order_id AND d.open)) OR o.state IN ('cancelled', 'shipped', 'delivered', 'expired'));
-- name: S5 an order holds or has shipped as much as its lines and their components ask for
-- needs: reservation order_pieces
SELECT p.order_id, p.sku, p.qty wanted, r.qty held FROM verify.order_pieces p JOIN (SELECT order_id, sku, coalesce(sum(qty) FILTER (WHERE live OR shipped), 0) qty FROM verify.reservation GROUP BY 1, 2) r USING (order_id, sku) WHERE p.qty <> r.qty;
-- name: S6 what a parcel holds left the shelf once, and was promised to its order
-- needs: parcel_pieces reservation stock_move
SELECT parcel, sku, p.qty packed, m.qty moved, r.qty promised FROM verify.parcel_pieces p FULL JOIN (SELECT ref parcel, sku, -sum(qty) qty FROM verify.stock_move WHERE cause = 'shipment' GROUP BY 1, 2 HAVING sum(qty) <> 0) m USING (parcel, sku) FULL JOIN (SELECT shipment parcel, sku, sum(qty) qty FROM verify.reservation WHERE shipped GROUP BY 1, 2) r USING (parcel, sku) WHERE coalesce(p.qty, 0) <> coalesce(m.qty, 0) OR coalesce(p.qty, 0) <> coalesce(r.qty, 0);
-- name: S7 goods of drafts are set aside no longer than was said
-- grace: 15 minutes
-- needs: draft_hold
SELECT * FROM verify.draft_hold WHERE NOT open OR ends_at < now() - interval '15 minutes';

-- name: O1 an order's total equals its parts to the cent
-- needs: orders order_line
SELECT o.id, o.total, sum(l.total) lines FROM verify.orders o JOIN verify.order_line l ON l.order_id = o.id GROUP BY o.id, o.total, o.extras HAVING o.total <> sum(l.total) + o.extras;
-- name: O8 the components of a bundle sum to what the bundle cost
-- needs: order_bundle
SELECT * FROM verify.order_bundle WHERE components = 0 OR sum <> subtotal;
-- name: O2 a settled order has captured exactly what it charged, in its currency
-- needs: orders payment
SELECT o.id, o.charged, coalesce(sum(p.captured), 0) captured FROM verify.orders o LEFT JOIN verify.payment p ON p.order_id = o.id WHERE o.paid GROUP BY o.id, o.charged, o.currency HAVING coalesce(sum(p.captured), 0) <> o.charged OR bool_or(p.currency <> o.currency);
-- name: O3 refunded <= captured <= authorized, none negative
-- needs: payment
SELECT * FROM verify.payment WHERE captured < 0 OR refunded < 0 OR captured > authorized OR refunded > captured;
-- name: O4 one provider reference belongs to one payment
-- needs: payment
SELECT provider, provider_ref, count(*) FROM verify.payment WHERE provider_ref IS NOT NULL GROUP BY 1, 2 HAVING count(*) > 1;
-- name: O5 every capture and refund is in the ledger once, for the same money
-- needs: payment_event entry posting
SELECT e.id, e.kind, e.amount, x.moved, x.n FROM verify.payment_event e LEFT JOIN LATERAL (SELECT count(DISTINCT n.id) n, sum(p.amount) FILTER (WHERE p.amount > 0 AND p.currency = e.currency) moved FROM verify.entry n JOIN verify.posting p ON p.entry_id = n.id WHERE n.kind = e.kind AND n.ref = e.id) x ON true WHERE e.kind IN ('capture', 'refund') AND e.settled AND (x.n <> 1 OR x.moved <> e.amount);
-- name: O6 no captured money without a living order, an open charge or the rest still held for its next parcel
-- grace: 15 minutes
-- needs: payment orders dispute
SELECT p.* FROM verify.payment p LEFT JOIN verify.orders o ON o.id = p.order_id WHERE p.captured > p.refunded + coalesce((SELECT sum(d.withdrawn) FROM verify.dispute d WHERE d.payment_id = p.id), 0) AND p.held = 0 AND p.updated_at < now() - interval '15 minutes' AND NOT p.open_charge AND (o.id IS NULL OR (NOT o.paid AND NOT p.in_review));
-- name: O7 the cart that was authorised is the cart that was ordered
-- needs: orders
SELECT id FROM verify.orders WHERE paid AND authorised_hash IS DISTINCT FROM content_hash AND NOT amended;

-- name: O9 an order is what its last amendment says, and each goes on where the one before it stood
-- needs: amendment orders
SELECT a.order_id, a.number FROM (SELECT *, lead(total_before) OVER w AS next_total, lead(hash_before) OVER w AS next_hash, row_number() OVER w AS place FROM verify.amendment WINDOW w AS (PARTITION BY order_id ORDER BY number)) a LEFT JOIN verify.orders o ON o.id = a.order_id WHERE a.number <> a.place OR (a.total_after, a.hash_after) IS DISTINCT FROM (coalesce(a.next_total, o.total), coalesce(a.next_hash, o.content_hash));
-- name: O10 what an amended order costs less has gone back: no more of its money is kept than it is worth, once nothing is on its way
-- needs: orders payment dispute
SELECT o.id, o.total, sum(p.captured - p.refunded - coalesce((SELECT sum(d.withdrawn) FROM verify.dispute d WHERE d.payment_id = p.id), 0)) AS kept FROM verify.orders o JOIN verify.payment p ON p.order_id = o.id WHERE o.amended AND o.state = 'paid' GROUP BY o.id, o.total HAVING NOT bool_or(p.open_charge OR p.in_review) AND sum(p.captured - p.refunded - coalesce((SELECT sum(d.withdrawn) FROM verify.dispute d WHERE d.payment_id = p.id), 0)) > o.total;
-- name: O11 what was paid for a change that made an order dearer is its difference, and a change that waits found the order as it is
-- needs: balance amendment payment
SELECT b.id, b.order_id, b.outcome FROM verify.balance b LEFT JOIN verify.amendment a ON a.balance = b.id LEFT JOIN (SELECT balance, sum(captured) AS captured FROM verify.payment WHERE balance IS NOT NULL GROUP BY balance) p ON p.balance = b.id WHERE CASE WHEN b.outcome IN ('paid', 'received') THEN (a.total_after - a.total_before, p.captured) IS DISTINCT FROM (b.amount, b.amount::numeric) WHEN b.outcome = 'waived' THEN a.balance IS NULL OR a.total_after <> a.total_before WHEN b.outcome IS NOT NULL THEN a.balance IS NOT NULL ELSE a.balance IS NOT NULL OR b.hash_before <> b.content_hash OR b.state <> 'paid' END;

-- name: O12 what was paid on account of an order is its deposit, its rest the difference, and without tax it is owed until the rest is there
-- needs: deposit account posting
SELECT order_id, today, total::text AS found FROM verify.deposit WHERE CASE WHEN NOT paid THEN asked OR total <> today WHEN NOT asked THEN true WHEN outcome IS NULL OR outcome = 'order_cancelled' THEN total <> today OR amount <> later OR balance_before <> hash_before OR balance_after <> hash_after OR content_hash <> hash_before ELSE amount <> later END UNION ALL SELECT coalesce(d.entity, l.entity), coalesce(d.held, 0)::bigint, l.booked::text FROM (SELECT entity, currency, sum(net) held FROM verify.deposit WHERE state = 'paid' AND outcome IS NULL AND asked GROUP BY 1, 2) d FULL JOIN (SELECT a.entity, a.currency, -sum(p.amount) booked FROM verify.account a JOIN verify.posting p ON p.account_id = a.id WHERE a.code = 'deposits' GROUP BY 1, 2) l USING (entity, currency) WHERE coalesce(d.held, 0) <> coalesce(l.booked, 0);

-- name: O13 nobody owes for what went back of an order: of a sale that was refunded its revenue and tax are taken back, once their job has run
-- needs: order_books orders payment job
SELECT b.order_id, b.currency, b.owed, b.sold FROM verify.order_books b JOIN verify.orders o ON o.id = b.order_id AND o.state IN ('paid', 'cancelled') JOIN (SELECT order_id, sum(refunded) AS refunded, bool_or(in_review OR open_charge OR held > 0) AS open FROM verify.payment GROUP BY order_id) p ON p.order_id = b.order_id WHERE p.refunded > 0 AND NOT p.open AND b.owed > 0 AND b.sold > 0 AND b.deposit = 0 AND NOT EXISTS (SELECT 1 FROM verify.job j WHERE j.kind = 'credit-sale' AND j.ref = b.order_id AND j.state IN ('ready', 'running'));

-- name: D1 numbers in a series run from its first without gap or repeat
-- needs: document series
SELECT d.series, d.year, min(d.number), max(d.number), count(*) FROM verify.document d JOIN verify.series s ON s.series = d.series AND s.year = d.year GROUP BY d.series, d.year, s.first_number HAVING min(d.number) <> s.first_number OR max(d.number) - s.first_number + 1 <> count(*) OR count(DISTINCT d.number) <> count(*);
-- name: D2 a later number has no earlier date
-- needs: document
SELECT * FROM (SELECT series, year, number, issued_on, lag(issued_on) OVER (PARTITION BY series, year ORDER BY number) before FROM verify.document) d WHERE issued_on < before;
-- name: D3 the invoices and credit notes of an invoiced order sum to its net total, and none lacks an order
-- needs: document orders
SELECT o.id, o.net_total, sum(d.total) invoiced FROM verify.orders o LEFT JOIN verify.document d ON d.order_id = o.id AND d.kind IN ('invoice', 'credit_note') WHERE o.invoiced GROUP BY o.id, o.net_total HAVING coalesce(sum(d.total), 0) <> o.net_total UNION ALL SELECT d.order_id, NULL, d.total FROM verify.document d LEFT JOIN verify.orders o ON o.id = d.order_id WHERE d.order_id IS NOT NULL AND o.id IS NULL;
-- name: D4 credit notes never exceed their invoice
-- needs: document
SELECT i.series, i.number, i.total, sum(c.total) FROM verify.document i JOIN verify.document c ON c.credits = i.id GROUP BY i.id, i.series, i.number, i.total HAVING bool_or(c.total > 0) OR -sum(c.total) > i.total;
-- name: D5 the documents of a series are a whole chain, and each says what its row says
-- needs: document
SELECT series, year, number FROM (SELECT *, lag(hash) OVER (PARTITION BY series ORDER BY year, number) AS was FROM verify.document) d WHERE hash <> sha256(prev_hash || convert_to(payload, 'UTF8')) OR prev_hash <> coalesce(was, decode(repeat('00', 32), 'hex')) OR (payload::jsonb ->> 'id', payload::jsonb ->> 'kind', (payload::jsonb ->> 'number')::bigint, (payload::jsonb ->> 'year')::int, (payload::jsonb ->> 'total')::bigint, payload::jsonb ->> 'issuedOn') IS DISTINCT FROM (id, kind, number, year, total, issued_on::text);
-- name: D6 a series stands at its last document
-- needs: series_end document
SELECT e.series, e.year, e.number, d.year AS last_year, d.number AS last_number FROM verify.series_end e LEFT JOIN LATERAL (SELECT year, number, hash FROM verify.document WHERE series = e.series ORDER BY year DESC, number DESC LIMIT 1) d ON true WHERE (e.year, e.number, e.hash) IS DISTINCT FROM (d.year, d.number, d.hash);
-- name: D7 the documents of an order sum to what was paid and not given back, once their job has run
-- needs: document payment job
SELECT d.order_id, d.documented, p.kept FROM (SELECT order_id, sum(total) AS documented FROM verify.document GROUP BY order_id HAVING bool_or(kind <> 'packing_slip')) d LEFT JOIN (SELECT order_id, sum(captured - refunded) AS kept, bool_or(in_review OR open_charge) AS open FROM verify.payment GROUP BY order_id) p USING (order_id) WHERE NOT coalesce(p.open, false) AND d.documented <> coalesce(p.kept, 0) AND NOT EXISTS (SELECT 1 FROM verify.job j WHERE j.kind = 'issue-documents' AND j.ref = d.order_id AND j.state IN ('ready', 'running'));
-- name: D8 net and tax of a document are its total, and its lines and taxes sum to them
-- needs: document
SELECT id FROM (SELECT id, payload::jsonb AS says FROM verify.document) d WHERE (says ->> 'net')::bigint + (says ->> 'tax')::bigint <> (says ->> 'total')::bigint OR (SELECT coalesce(sum((l ->> 'total')::bigint), 0) FROM jsonb_array_elements(says -> 'lines') l) <> (says ->> 'total')::bigint OR (SELECT coalesce(sum((l ->> 'net')::bigint), 0) FROM jsonb_array_elements(says -> 'lines') l) <> (says ->> 'net')::bigint OR (says -> 'taxes' <> '[]' AND (SELECT sum((t ->> 'tax')::bigint) FROM jsonb_array_elements(says -> 'taxes') t) <> (says ->> 'tax')::bigint);

-- name: R1 what is kept as bought together is what paid orders say, once their jobs have run
-- needs: bought bought_together variant payment job
SELECT k.product_id, k.other_id, k.together, r.orders FROM verify.bought_together k LEFT JOIN (WITH bought AS MATERIALIZED (SELECT DISTINCT b.order_id, v.product_id FROM verify.bought b JOIN verify.variant v ON v.id = b.variant_id WHERE b.order_id NOT IN (SELECT order_id FROM verify.payment WHERE order_id IS NOT NULL GROUP BY order_id HAVING sum(captured) > 0 AND sum(refunded) >= sum(captured))) SELECT x.product_id, y.product_id AS other_id, count(*) AS orders FROM bought x JOIN bought y ON y.order_id = x.order_id AND y.product_id <> x.product_id GROUP BY 1, 2) r USING (product_id, other_id) WHERE NOT k.due AND k.orders < 1000 AND k.together IS DISTINCT FROM r.orders AND NOT EXISTS (SELECT 1 FROM verify.job j WHERE j.kind = 'note-bought-together' AND j.state IN ('ready', 'running'));

-- name: R2 what lists by price walk along is what prices and products say, except for what waits to be kept
-- needs: offer list_offer
SELECT product_id, currency AS walk, kept, said FROM verify.offer WHERE (misplaced OR kept IS DISTINCT FROM said) AND NOT due UNION ALL SELECT product_id, list_id, kept, said FROM verify.list_offer WHERE kept IS DISTINCT FROM said AND NOT due;

-- name: R3 what is counted for shoppers' filters is what products say, except for what waits to be counted
-- needs: facet_count
SELECT scope, attribute, value, kept, said FROM verify.facet_count WHERE kept IS DISTINCT FROM said;

-- name: M1 an import counts what it did: each product that it made or changed is there, and so is each that was taken back
-- needs: import
SELECT * FROM verify.import WHERE created <> made OR changed <> altered OR back <> returned OR lost > 0 OR created + changed + unchanged > done OR (state = 'undone' AND returned < made + altered);

-- name: C1 a coupon is used no more often than allowed, in all and per person
-- needs: coupon coupon_use
SELECT c.id, count(u.*) used, c.max_uses FROM verify.coupon c JOIN verify.coupon_use u ON u.coupon_id = c.id AND NOT u.void GROUP BY c.id, c.max_uses HAVING count(u.*) > c.max_uses UNION ALL SELECT c.id, count(*), c.max_per_person FROM verify.coupon c JOIN verify.coupon_use u ON u.coupon_id = c.id AND NOT u.void GROUP BY c.id, u.person, c.max_per_person HAVING count(*) > c.max_per_person;

-- name: K1 the balance of a gift card is the sum of its movements, and what is held of it is what orders were promised
-- needs: gift_card
SELECT * FROM verify.gift_card WHERE balance <> moved OR held <> promised OR balance < 0 OR held < 0 OR held > balance;
-- name: K2 what the ledger owes on gift cards is the sum of their balances, and as store credit what customers were granted and have left
-- needs: gift_card account posting
SELECT coalesce(c.entity, l.entity) entity, coalesce(c.currency, l.currency) currency, coalesce(c.account, l.account) account, c.owed, l.booked FROM (SELECT entity, currency, account, sum(balance) owed FROM verify.gift_card GROUP BY 1, 2, 3) c FULL JOIN (SELECT a.entity, a.currency, a.code account, -sum(p.amount) booked FROM verify.account a JOIN verify.posting p ON p.account_id = a.id WHERE a.code IN ('gift_cards', 'store_credit') GROUP BY 1, 2, 3) l USING (entity, currency, account) WHERE coalesce(c.owed, 0) <> coalesce(l.booked, 0);
-- name: K3 store credit pays for nobody but whose it is
-- needs: credit_use
SELECT * FROM verify.credit_use WHERE holder IS DISTINCT FROM buyer;

-- name: K4 a customer's points are the sum of their movements and of what is left of them, and what waits is what orders wait for
-- needs: point_account
SELECT * FROM verify.point_account WHERE balance <> moved OR in_lots <> greatest(balance, 0) OR pending <> moved_pending OR pending <> waiting OR booked <> moved_booked;
-- name: K5 what the ledger owes for points is what stands for those that can be used
-- needs: point_account account posting
SELECT coalesce(c.entity, l.entity) entity, coalesce(c.currency, l.currency) currency, c.owed, l.booked FROM (SELECT entity, currency, sum(booked) owed FROM verify.point_account GROUP BY 1, 2) c FULL JOIN (SELECT a.entity, a.currency, -sum(p.amount) booked FROM verify.account a JOIN verify.posting p ON p.account_id = a.id WHERE a.code = 'loyalty_points' GROUP BY 1, 2) l USING (entity, currency) WHERE coalesce(c.owed, 0) <> coalesce(l.booked, 0);
-- name: K6 an order takes back no more points than it earned, keeps what is left of them, and they are of who bought
-- needs: point_earning
SELECT * FROM verify.point_earning WHERE taken_back > earned OR taken_back <> reversed OR moved <> earned - reversed OR holder IS DISTINCT FROM buyer;

-- name: Y1 the lines of a payout sum to what reached the bank
-- needs: payout payout_line
SELECT p.id, p.amount, coalesce(sum(l.amount - l.fee), 0) lines FROM verify.payout p LEFT JOIN verify.payout_line l ON l.payout_id = p.id WHERE p.booked GROUP BY p.id, p.amount HAVING p.amount <> coalesce(sum(l.amount - l.fee), 0);
-- name: Y2 a movement is paid out once, and what is matched to it is its sum
-- needs: payout_line payment_event
SELECT l.movement_id, count(*) n, sum(l.amount) paid_out FROM verify.payout_line l LEFT JOIN verify.payment_event e ON e.id = l.movement_id WHERE l.movement_id IS NOT NULL GROUP BY l.movement_id HAVING count(*) > 1 OR bool_or(l.verdict = 'matched' AND e.currency = l.currency AND abs(l.amount) <> e.amount);
-- name: Y3 on the way to the bank is what was paid out and did not arrive, and unexplained is what nobody explained
-- needs: payout payout_line account posting
SELECT coalesce(l.entity, b.entity) entity, coalesce(l.currency, b.currency) currency, coalesce(l.code, b.code) code, l.owed, b.booked FROM (SELECT l.entity, l.currency, 'bank_in_transit' code, sum(l.amount - l.fee) owed FROM verify.payout_line l JOIN verify.payout p ON p.id = l.payout_id WHERE p.booked AND p.on_its_way GROUP BY 1, 2 UNION ALL SELECT l.entity, l.currency, 'payouts_unexplained', -sum(l.amount) FROM verify.payout_line l JOIN verify.payout p ON p.id = l.payout_id WHERE p.booked AND l.verdict = 'unexplained' GROUP BY 1, 2) l FULL JOIN (SELECT a.entity, a.currency, a.code, sum(p.amount) booked FROM verify.account a JOIN verify.posting p ON p.account_id = a.id WHERE a.code IN ('bank_in_transit', 'payouts_unexplained') GROUP BY 1, 2, 3) b USING (entity, currency, code) WHERE coalesce(l.owed, 0) <> coalesce(b.booked, 0);
-- name: Y4 what payouts took of the money that providers hold is what their lines name
-- needs: payout payout_line account posting entry
SELECT coalesce(l.entity, b.entity) entity, coalesce(l.currency, b.currency) currency, l.cleared, b.booked FROM (SELECT l.entity, l.cleared_currency currency, sum(l.cleared) cleared FROM verify.payout_line l JOIN verify.payout p ON p.id = l.payout_id WHERE p.booked GROUP BY 1, 2) l FULL JOIN (SELECT a.entity, a.currency, -sum(p.amount) booked FROM verify.account a JOIN verify.posting p ON p.account_id = a.id JOIN verify.entry e ON e.id = p.entry_id WHERE a.code = 'payments_clearing' AND e.kind IN ('payout', 'payout_line') GROUP BY 1, 2) b USING (entity, currency) WHERE coalesce(l.cleared, 0) <> coalesce(b.booked, 0);
-- name: Y5 what a provider took is brought by a payout or awaited, never both and never neither
-- needs: captured_at_provider
SELECT id, provider, currency, amount, paid_out, awaited FROM verify.captured_at_provider WHERE paid_out = awaited;

-- name: X1 what banks took for disputes is on the account for it, but for what was written off
-- needs: dispute account posting
SELECT coalesce(d.entity, l.entity) entity, coalesce(d.currency, l.currency) currency, d.held, l.booked FROM (SELECT entity, currency, sum(withdrawn - written_off) held FROM verify.dispute GROUP BY 1, 2) d FULL JOIN (SELECT a.entity, a.currency, sum(p.amount) booked FROM verify.account a JOIN verify.posting p ON p.account_id = a.id WHERE a.code = 'disputed' GROUP BY 1, 2) l USING (entity, currency) WHERE coalesce(d.held, 0) <> coalesce(l.booked, 0);
-- name: X2 what a bank took for a dispute is the sum of its movements; a lost one is written off, no other
-- needs: dispute
SELECT * FROM verify.dispute WHERE withdrawn <> moved OR written_off <> CASE WHEN state = 'lost' THEN withdrawn ELSE 0 END;

-- name: Z1 what was collected for a payment was collected once, and in a file
-- needs: direct_debit
SELECT payment_id, count(*) FILTER (WHERE state IN ('due', 'in_run', 'collected')) AS live, bool_or(state = 'collected' AND run_id IS NULL) AS without_file FROM verify.direct_debit GROUP BY payment_id HAVING count(*) FILTER (WHERE state IN ('due', 'in_run', 'collected')) > 1 OR bool_or(state IN ('in_run', 'collected', 'returned') AND run_id IS NULL);
-- name: Z2 a file that may go to the bank is the sum of what is in it
-- needs: direct_debit refund_transfer payment_run
SELECT r.id, r.state, r.items, r.total, d.n, d.sum FROM verify.payment_run r LEFT JOIN (SELECT run_id, count(*) n, sum(amount) sum FROM (SELECT run_id, amount FROM verify.direct_debit UNION ALL SELECT run_id, amount FROM verify.refund_transfer WHERE state <> 'dropped') i GROUP BY run_id) d ON d.run_id = r.id WHERE CASE WHEN r.state = 'discarded' THEN d.n IS NOT NULL ELSE (d.n, d.sum) IS DISTINCT FROM (r.items::bigint, r.total::numeric) OR r.sha256 IS NULL END;
-- name: Z3 what a bank took back stands in the books once, and nothing else does
-- needs: direct_debit entry
SELECT d.id, d.return_id, count(n.id) AS entries FROM verify.direct_debit d LEFT JOIN verify.entry n ON n.kind = 'debit_return' AND n.ref = d.return_id WHERE d.state = 'returned' GROUP BY d.id, d.return_id HAVING count(n.id) <> 1
UNION ALL SELECT NULL, n.ref, 0 FROM verify.entry n WHERE n.kind = 'debit_return' AND NOT EXISTS (SELECT 1 FROM verify.direct_debit d WHERE d.return_id = n.ref AND d.state = 'returned');
-- name: Z4 a refund is in one file for the bank, and went once
-- needs: refund_transfer
SELECT refund_id, count(*) n FROM verify.refund_transfer WHERE state <> 'dropped' GROUP BY refund_id HAVING count(*) > 1;

-- name: W1 a provider event takes effect once
-- needs: webhook_in
SELECT provider, event_id, count(*) FROM verify.webhook_in WHERE effective GROUP BY 1, 2 HAVING count(*) > 1;
-- name: W2 no acknowledged event is left unprocessed
-- grace: 5 minutes
-- needs: webhook_in
SELECT * FROM verify.webhook_in WHERE processed_at IS NULL AND NOT dead AND received_at < now() - interval '5 minutes';
-- name: W3 what a webhook is told is told once, and every attempt is kept
-- needs: webhook_out
SELECT webhook, event_id, count(*) FROM verify.webhook_out GROUP BY 1, 2 HAVING count(*) > 1 UNION ALL SELECT id, state, attempts FROM verify.webhook_out WHERE attempts <> attempts_kept OR (state <> 'waiting' AND attempts = 0);
-- name: W4 no message to a webhook is left lying
-- grace: 30 minutes
-- needs: webhook_out
SELECT * FROM verify.webhook_out WHERE state = 'waiting' AND NOT paused AND due_at < now() - interval '30 minutes';
-- name: J1 no job is lost or stuck
-- grace: 5 minutes
-- needs: job
SELECT * FROM verify.job WHERE (state = 'running' AND lease_until < now() - interval '5 minutes') OR (state = 'ready' AND run_at < now() - interval '5 minutes');
-- name: J2 one deduplication key, one job
-- needs: job
SELECT kind, dedup_key, count(*) FROM verify.job WHERE dedup_key IS NOT NULL GROUP BY 1, 2 HAVING count(*) > 1;
-- name: J3 every placed order has its follow-up work
-- needs: orders job
SELECT o.id FROM verify.orders o WHERE o.placed AND NOT EXISTS (SELECT 1 FROM verify.job j WHERE j.kind = 'order-confirmation' AND j.ref = o.id);
-- name: I1 an idempotency key has one effect, and none is locked for ever
-- grace: 5 minutes
-- needs: idempotency
SELECT tenant, key, count(*) FROM verify.idempotency GROUP BY 1, 2 HAVING count(*) > 1 OR count(*) FILTER (WHERE finished_at IS NULL AND locked_at < now() - interval '5 minutes') > 0;
-- name: B1 partner messages: each once, numbers without a gap
-- needs: partner_message
SELECT partner, direction, count(*), count(DISTINCT message_id), max(seq) FROM verify.partner_message GROUP BY 1, 2 HAVING count(*) <> count(DISTINCT message_id) OR max(seq) - min(seq) + 1 <> count(*);
-- name: G1 a fund spends no more than was given to it
-- needs: fund
SELECT * FROM verify.fund WHERE spent > received OR received < 0 OR spent < 0;
-- name: G2 a donation has one receipt, and its money is in the ledger
-- needs: donation entry
SELECT d.id FROM verify.donation d LEFT JOIN verify.entry e ON e.kind = 'donation' AND e.ref = d.id WHERE d.settled GROUP BY d.id, d.receipts HAVING count(e.*) <> 1 OR d.receipts <> 1;

-- name: A1 the audit chain is whole
-- needs: audit
SELECT seq FROM (SELECT seq, prev_hash, hash, payload, lag(hash) OVER (ORDER BY seq) was, lag(seq) OVER (ORDER BY seq) last FROM verify.audit) a WHERE hash <> sha256(prev_hash || convert_to(payload, 'UTF8')) OR (last IS NOT NULL AND (prev_hash <> was OR seq <> last + 1));
-- name: A2 every version of a watched object is in the audit log
-- needs: watched audit_ref
SELECT w.object_type, w.object_id, w.version, count(r.*) FROM verify.watched w LEFT JOIN verify.audit_ref r USING (object_type, object_id) GROUP BY 1, 2, 3 HAVING count(r.*) <> w.version;
-- name: A3 the application may not change or delete what is final
-- needs: final_table
SELECT t.name, p.privilege FROM verify.final_table t CROSS JOIN (VALUES ('UPDATE'), ('DELETE'), ('TRUNCATE')) p(privilege) WHERE has_table_privilege(t.app_role, t.name, p.privilege);
-- name: A4 every audit row is sealed
-- grace: 1 minute
-- needs: audit_unsealed
SELECT * FROM verify.audit_unsealed WHERE at < now() - interval '1 minute';
-- name: P1 a sensitive column holds only ciphertext under a known key
-- needs: sensitive_value data_key
SELECT s.source, s.row_id FROM verify.sensitive_value s LEFT JOIN verify.data_key k ON k.id = split_part(s.value, ':', 2) WHERE s.value IS NOT NULL AND (s.value !~ '^enc1:[0-9A-Za-z_-]+:[0-9A-Za-z_-]{16,}:[0-9A-Za-z_=-]+$' OR k.id IS NULL);
-- name: P2 an erased person has no key left
-- needs: erased_person data_key
SELECT e.person_id FROM verify.erased_person e JOIN verify.data_key k ON k.person_id = e.person_id WHERE k.wrapped IS NOT NULL;
-- name: P3 no nonce is used twice under one key
-- needs: sensitive_value
SELECT split_part(value, ':', 2) k, split_part(value, ':', 3) nonce, count(*) FROM verify.sensitive_value WHERE value IS NOT NULL GROUP BY 1, 2 HAVING count(*) > 1;
-- name: P4 what somebody agreed to be sent is what was recorded last, and no record is missing
-- needs: consent
SELECT * FROM verify.consent WHERE state IS DISTINCT FROM last_act OR records <> recorded OR records <> last_number;

-- name: F1 nobody decided on what they had asked for themselves
-- needs: own_approval
SELECT id FROM verify.own_approval;
