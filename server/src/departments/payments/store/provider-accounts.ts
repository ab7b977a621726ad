import type { SealedStore } from '../../../host/auth/reseal-rows.ts'
import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { listProviderAccounts, placeOf, type CaptureRule, type ProviderAccount } from '../queries/provider-accounts.ts'

/** Whoever saves waits for whoever saves; a row that is not there yet cannot be locked. */
export async function lockProviderAccount(ctx: Context, provider: string): Promise<ProviderAccount | undefined> {
  await ctx.tx.rows(sql`SELECT pg_advisory_xact_lock(hashtextextended(${placeOf(provider, 'key')}, 0))`)
  return (await listProviderAccounts(ctx.tx)).find((account) => account.provider === provider)
}

export function saveProviderAccount(ctx: Context, account: ProviderAccount): void {
  const { provider, enabled, sealedKey, keyEndsOn, testKey, sealedWebhookSecret, sealedFormerSecret, version } = account
  ctx.tx.later(sql`
    INSERT INTO payments.provider_account (provider, enabled, sealed_key, key_ends_on, test_key, sealed_webhook_secret,
      sealed_former_secret, version, created_at, updated_at)
    VALUES (${provider}, ${enabled}, ${sealedKey}, ${keyEndsOn}, ${testKey}, ${sealedWebhookSecret}, ${sealedFormerSecret},
      ${version}, ${ctx.now}, ${ctx.now})
    ON CONFLICT (provider) DO UPDATE SET enabled = excluded.enabled, sealed_key = excluded.sealed_key,
      key_ends_on = excluded.key_ends_on, test_key = excluded.test_key, sealed_webhook_secret = excluded.sealed_webhook_secret,
      sealed_former_secret = excluded.sealed_former_secret, version = excluded.version, updated_at = excluded.updated_at,
      checked_at = NULL, checked_as = NULL`)
}

export function saveCheck(ctx: Context, { provider, version }: ProviderAccount, checkedAs: string): void {
  ctx.tx.later(sql`
    UPDATE payments.provider_account SET checked_at = ${ctx.now}, checked_as = ${checkedAs}
    WHERE provider = ${provider} AND version = ${version}`)
}

export function lockCaptureRule(ctx: Context, market: string): Promise<CaptureRule | undefined> {
  return ctx.tx.row(sql<CaptureRule>`
    SELECT market_code AS market, capture_on AS "captureOn", capture_share AS "captureShare", version FROM payments.rule WHERE market_code = ${market} FOR UPDATE`)
}

export function saveCaptureRule(ctx: Context, { market, captureOn, captureShare, version }: CaptureRule): void {
  if (version === 1) {
    ctx.tx.later(
      sql`INSERT INTO payments.rule (market_code, capture_on, capture_share) VALUES (${market}, ${captureOn}, ${captureShare})`,
      {
        refusals: { rule_pkey: () => hostRefusals.version_conflict() },
      },
    )
  } else {
    ctx.tx.later(sql`
      UPDATE payments.rule SET capture_on = ${captureOn}, capture_share = ${captureShare}, version = ${version} WHERE market_code = ${market}`)
  }
}

const COLUMNS = [
  ['key', 'sealedKey'],
  ['webhook secret', 'sealedWebhookSecret'],
  ['webhook secret', 'sealedFormerSecret'],
] as const

/** All keys and secrets of accounts with providers. */
export const sealedProviderKeys: SealedStore = {
  list: async (reader, after) => {
    const accounts = await listProviderAccounts(reader)
    const rows = accounts.flatMap((account) =>
      COLUMNS.flatMap(([what, column]) => {
        const [place, sealed] = [placeOf(account.provider, what), account[column]]
        return sealed === null ? [] : [{ key: `${account.provider} ${column}`, place, sealed }]
      }),
    )
    return rows.filter(({ key }) => key > after).toSorted((a, b) => (a.key < b.key ? -1 : 1))
  },
  replace: (ctx, { sealed: before }, sealed) =>
    ctx.tx.later(sql`
      UPDATE payments.provider_account SET
        sealed_key = CASE WHEN sealed_key = ${before} THEN ${sealed} ELSE sealed_key END,
        sealed_webhook_secret = CASE WHEN sealed_webhook_secret = ${before} THEN ${sealed} ELSE sealed_webhook_secret END,
        sealed_former_secret = CASE WHEN sealed_former_secret = ${before} THEN ${sealed} ELSE sealed_former_secret END
      WHERE ${before} IN (sealed_key, sealed_webhook_secret, sealed_former_secret)`),
}
