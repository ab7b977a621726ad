import { changedFields } from '../../../host/audit/changed-fields.ts'
import { expectVersion } from '../../../host/audit/expect-version.ts'
import { resealRows } from '../../../host/auth/reseal-rows.ts'
import { sealText } from '../../../host/auth/sealed-text.ts'
import { runCommand, type Actor, type Context, type House } from '../../../host/context.ts'
import { Outage } from '../../../kernel/outage.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { listMarkets } from '../../organisation/index.ts'
import { decideAccount, type AccountWish } from '../domain/provider-account.ts'
import { refusals } from '../domain/refusals.ts'
import { placeOf, type CaptureRule, type ProviderAccount } from '../queries/provider-accounts.ts'
import {
  lockCaptureRule,
  lockProviderAccount,
  saveCaptureRule,
  saveCheck,
  saveProviderAccount,
  sealedProviderKeys,
} from '../store/provider-accounts.ts'
import { providerOf } from './provider-of.ts'

interface Keeping {
  readonly house: House
  readonly provider: string
  readonly wish: AccountWish
  readonly version: number | undefined
}

/** The shop's account with a provider. What its keys are stands in no trail. */
export async function keepProviderAccount(
  ctx: Context,
  { house, provider, wish, version }: Keeping,
): Promise<Result<{ readonly version: number }>> {
  const before = await lockProviderAccount(ctx, provider)
  const seen = expectVersion(before?.version ?? 0, version)
  if (!seen.ok) return seen
  const decided = decideAccount(provider, wish, { before: factsOf(before), demo: house.organisation.demo })
  if (!decided.ok) return decided
  const seal = (what: Parameters<typeof placeOf>[1], text: string) => sealText(house, placeOf(provider, what), text)
  const account: ProviderAccount = {
    provider,
    enabled: wish.enabled,
    sealedKey: wish.key === undefined ? (before?.sealedKey ?? null) : seal('key', wish.key),
    keyEndsOn: wish.key === undefined ? (before?.keyEndsOn ?? '') : wish.key.slice(-4),
    testKey: decided.value.testKey,
    // One that is replaced is taken until the next one is: the provider signs with both for a while.
    sealedWebhookSecret:
      wish.webhookSecret === undefined
        ? (before?.sealedWebhookSecret ?? null)
        : seal('webhook secret', wish.webhookSecret),
    sealedFormerSecret:
      (wish.webhookSecret === undefined ? before?.sealedFormerSecret : before?.sealedWebhookSecret) ?? null,
    checkedAt: null,
    checkedAs: null,
    version: (before?.version ?? 0) + 1,
  }
  saveProviderAccount(ctx, account)
  ctx.audit({
    action: 'payments:connect',
    objectType: 'payment_provider',
    objectId: provider,
    version: account.version,
    changes: changedFields(
      { enabled: before?.enabled ?? false, keyEndsOn: before?.keyEndsOn ?? '', secret: 0 },
      { enabled: account.enabled, keyEndsOn: account.keyEndsOn, secret: wish.webhookSecret === undefined ? 0 : 1 },
    ),
  })
  return ok({ version: account.version })
}

const factsOf = (before: ProviderAccount | undefined) => ({
  hasKey: (before?.sealedKey ?? null) !== null,
  hasWebhookSecret: (before?.sealedWebhookSecret ?? null) !== null,
  testKey: before?.testKey ?? false,
})

/** When the cards of a market are charged; payments that were opened keep what was agreed. */
export async function putCaptureRule(
  ctx: Context,
  { market, captureOn, captureShare }: Omit<CaptureRule, 'version'>,
  version: number | undefined,
): Promise<Result<{ readonly version: number }>> {
  const markets = await listMarkets(ctx.tx)
  if (!markets.some(({ code }) => code === market)) return refusals.unknown_market()
  const held = await lockCaptureRule(ctx, market)
  const expected = expectVersion(held?.version, version || undefined)
  if (!expected.ok) return expected
  const { captureOn: on, captureShare: share } = held ?? { captureOn: 'at_once', captureShare: 'all_with_first' }
  const changes = changedFields({ captureOn: on, captureShare: share }, { captureOn, captureShare })
  if (changes.length === 0) return ok({ version: held?.version ?? 0 })
  const now = (held?.version ?? 0) + 1
  saveCaptureRule(ctx, { market, captureOn, captureShare, version: now })
  ctx.audit({ action: 'payments:set_capture', objectType: 'capture_rule', objectId: market, version: now, changes })
  return ok({ version: now })
}

/** Asks the provider for something harmless under the keys that are kept, in no transaction, and notes what came of it. */
export async function checkProviderAccount(
  house: House,
  provider: string,
  actor: Actor,
): Promise<Result<{ readonly checkedAs: string }>> {
  const client = await providerOf(house, provider)
  if (!client.ok) return client
  const asked = await client.value.checkConnection().catch((error: unknown) => {
    if (error instanceof Outage) return { ok: false as const, code: error.message }
    throw error
  })
  const checkedAs = asked.ok ? 'ok' : asked.code.slice(0, 200)
  return runCommand(house, { actor }, async (ctx) => {
    const account = await lockProviderAccount(ctx, provider)
    if (account) saveCheck(ctx, account, checkedAs)
    return ok({ checkedAs })
  })
}

/** After a change of secret (docs/guides/secrets.md). */
export async function resealProviderKeys(house: House): Promise<void> {
  const count = await resealRows(house, sealedProviderKeys)
  if (count > 0) house.log.info('secrets.resealed', { providerKeys: count })
}
