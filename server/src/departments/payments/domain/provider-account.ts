import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from './refusals.ts'

export interface ProviderKeys {
  readonly secretKey: string
  /** The present one first; the one before it for as long as the provider signs with both. */
  readonly webhookSecrets: readonly string[]
}

/** What a provider's keys look like: enough to tell a key that was mistyped, or put into the wrong field. */
interface KeyForm {
  readonly key: RegExp
  readonly test: RegExp
  readonly webhookSecret: RegExp
}

const FORMS: Readonly<Record<string, KeyForm>> = {
  // https://docs.stripe.com/keys: secret and restricted keys; publishable ones (pk_) can do nothing here.
  stripe: { key: /^[sr]k_(test|live)_\w{8,250}$/, test: /^[sr]k_test_/, webhookSecret: /^whsec_[\w+/=]{8,250}$/ },
}

export const ACCOUNT_PROVIDERS: readonly string[] = Object.keys(FORMS)

export interface AccountWish {
  readonly enabled: boolean
  /** Undefined: those that are there stay. */
  readonly key?: string | undefined
  readonly webhookSecret?: string | undefined
}

export interface AccountBefore {
  readonly hasKey: boolean
  readonly hasWebhookSecret: boolean
  readonly testKey: boolean
}

/** Keys of the test mode serve a demo alone, and those that move money never do: neither shop takes the other's for its own. */
export function decideAccount(
  provider: string,
  wish: AccountWish,
  { before, demo }: { readonly before: AccountBefore; readonly demo: boolean },
): Result<{ readonly testKey: boolean }> {
  const form = FORMS[provider]
  if (!form) return refusals.unknown_provider({ params: { provider } })
  if (wish.key !== undefined && !form.key.test(wish.key)) return refusals.provider_key_unreadable({ field: 'key' })
  if (wish.webhookSecret !== undefined && !form.webhookSecret.test(wish.webhookSecret)) {
    return refusals.provider_secret_unreadable({ field: 'webhookSecret' })
  }
  const testKey = wish.key === undefined ? before.testKey : form.test.test(wish.key)
  if (wish.key !== undefined && testKey !== demo) {
    return testKey ? refusals.test_key_in_earnest({ field: 'key' }) : refusals.live_key_in_demo({ field: 'key' })
  }
  const whole =
    (before.hasKey || wish.key !== undefined) && (before.hasWebhookSecret || wish.webhookSecret !== undefined)
  if (wish.enabled && !whole) return refusals.provider_keys_missing({ field: 'enabled' })
  return ok({ testKey })
}
