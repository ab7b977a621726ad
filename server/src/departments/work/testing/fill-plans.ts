/** Plans of some days each over three years, written by the database itself: for EXPLAIN and benches only. */
export function fillPlans(count: number): string {
  return `INSERT INTO work.plan (id, kind, title, starts_at, ends_at, zone, markets, owner_id, created_at, updated_at)
    SELECT md5('plan' || n)::uuid,
      (ARRAY['promotion','campaign','stocktake','release','supplier_delivery','closing','other','price_list'])[1 + n % 8],
      'Plan ' || n, at, at + (1 + n % 9) * interval '11 hours', 'Europe/Rome',
      CASE WHEN n % 3 = 0 THEN '{}' ELSE ARRAY[(ARRAY['it','eu'])[1 + n % 2]] END, md5('owner' || n % 200)::uuid, at, at
    FROM generate_series(1, ${count}) n,
      LATERAL (SELECT timestamptz '2026-01-01' + (n::bigint * 7919 % 26280) * interval '1 hour' AS at) begun`
}
