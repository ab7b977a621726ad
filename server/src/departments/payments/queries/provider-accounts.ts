import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { ACCOUNT_PROVIDERS } from '../domain/provider-account.ts'
import type { CaptureShare } from '../domain/provider.ts'

export { CAPTURE_SHARES } from '../domain/provider.ts'

export interface ProviderAccount {
  readonly provider: string
  readonly enabled: boolean
  readonly sealedKey: Buffer | null
  readonly keyEndsOn: string
  readonly testKey: boolean
  readonly sealedWebhookSecret: Buffer | null
  readonly sealedFormerSecret: Buffer | null
  readonly checkedAt: Date | null
  readonly checkedAs: string | null
  readonly version: number
}

/** To what row a secret is bound: moved to another, it does not open. */
export const placeOf = (provider: string, what: 'key' | 'webhook secret'): string =>
  `payments.provider_account ${provider} ${what}`

export function listProviderAccounts(reader: Pick<Database, 'rows'>): Promise<ProviderAccount[]> {
  return reader.rows(sql<ProviderAccount>`
    SELECT provider, enabled, sealed_key AS "sealedKey", key_ends_on AS "keyEndsOn", test_key AS "testKey",
      sealed_webhook_secret AS "sealedWebhookSecret", sealed_former_secret AS "sealedFormerSecret",
      checked_at AS "checkedAt", checked_as AS "checkedAs", version
    FROM payments.provider_account ORDER BY provider`)
}

export interface AccountView {
  readonly provider: string
  readonly enabled: boolean
  readonly mode: 'test' | 'live' | null
  readonly keyEndsOn: string
  readonly webhookSecrets: number
  readonly checkedAt: string | null
  readonly checkedAs: string | null
  readonly version: number
}

/** Every provider of which there can be an account, also those that the shop has none with. No key leaves this. */
export async function listAccountViews(reader: Pick<Database, 'rows'>): Promise<AccountView[]> {
  const accounts = await listProviderAccounts(reader)
  return ACCOUNT_PROVIDERS.map((provider) => {
    const account = accounts.find((one) => one.provider === provider)
    const secrets = [account?.sealedWebhookSecret ?? null, account?.sealedFormerSecret ?? null]
    const mode = account?.testKey === true ? 'test' : 'live'
    return {
      provider,
      enabled: account?.enabled ?? false,
      mode: (account?.sealedKey ?? null) === null ? null : mode,
      keyEndsOn: account?.keyEndsOn ?? '',
      webhookSecrets: secrets.filter((secret) => secret !== null).length,
      checkedAt: account?.checkedAt?.toISOString() ?? null,
      checkedAs: account?.checkedAs ?? null,
      version: account?.version ?? 0,
    }
  })
}

export interface CaptureRule {
  readonly market: string
  readonly captureOn: 'at_once' | 'on_shipment'
  /** Where it is charged when goods go out. */
  readonly captureShare: CaptureShare
  /** 0 while nobody has decided anything. */
  readonly version: number
}

/** Every market, in the shop's order, also those of which nobody has decided anything. */
export function listCaptureRules(reader: Pick<Database, 'rows'>): Promise<CaptureRule[]> {
  return reader.rows(sql<CaptureRule>`
    SELECT m.code AS market, coalesce(r.capture_on, 'at_once') AS "captureOn", coalesce(r.capture_share, 'all_with_first') AS "captureShare",
      coalesce(r.version, 0) AS version
    FROM organisation.pub_market m LEFT JOIN payments.rule r ON r.market_code = m.code ORDER BY m.position, m.code`)
}
