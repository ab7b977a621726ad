import { fragment, type Fragment } from '../../../host/database/sql.ts'
import type { LiveList } from './live-price-lists.ts'

/**
 * What `choosePrice` says of one piece, as a subquery for many variants at once: the price of the first list that has one, in
 * ten-thousandths of the minor unit. No row where no list has. listed-price.test.ts holds the two against each other.
 */
export function listedPrice(meant: readonly LiveList[], variant: Fragment, usual: Fragment): Fragment {
  return fragment`
    SELECT e.fine, l.announced
    FROM unnest(${meant.map(({ id }) => id)}::uuid[], ${meant.map(({ basedOn }) => basedOn ?? null)}::uuid[],
      ${meant.map(({ derivation }) => derivation?.ppm ?? null)}::bigint[],
      ${meant.map(({ derivation }) => derivation?.step ?? 1n)}::bigint[],
      ${meant.map(({ derivation }) => derivation?.less ?? 0n)}::bigint[],
      ${meant.map(({ announced }) => announced === true)}::boolean[])
      WITH ORDINALITY AS l(id, based_on, ppm, step, less, announced, position)
    LEFT JOIN pricing.list_price own ON own.variant_id = ${variant} AND own.list_id = l.id AND own.from_quantity = 1
    LEFT JOIN pricing.list_price base
      ON base.variant_id = ${variant} AND base.list_id = l.based_on AND base.from_quantity = 1
    CROSS JOIN LATERAL (SELECT CASE WHEN l.ppm IS NOT NULL THEN
      CASE WHEN l.based_on IS NULL THEN ${usual}::numeric * 10000 ELSE base.fine::numeric END END AS fine) source
    CROSS JOIN LATERAL (SELECT coalesce(own.fine, (${derived})::bigint) AS fine) e
    WHERE e.fine IS NOT NULL ORDER BY l.position LIMIT 1`
}

/** `derivePrice`: the nearest multiple of the step, less what ends it, the half up. */
const derived = fragment`CASE WHEN source.fine IS NULL THEN NULL WHEN source.fine = 0 THEN 0 ELSE (greatest(
    div(2 * (source.fine * (1000000 + l.ppm) + l.less * 10000000000.0) + l.step * 10000000000.0, 2 * l.step * 10000000000.0),
    CASE WHEN l.less > 0 THEN 1 ELSE 0 END) * l.step - l.less) * 10000 END`
