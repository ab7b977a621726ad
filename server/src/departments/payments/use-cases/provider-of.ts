import type { House } from '../../../host/context.ts'
import { unsealText } from '../../../host/auth/sealed-text.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { ProviderKeys } from '../domain/provider-account.ts'
import type { PaymentProvider } from '../domain/provider.ts'
import { refusals } from '../domain/refusals.ts'
import { listProviderAccounts, placeOf, type ProviderAccount } from '../queries/provider-accounts.ts'

/** Payment providers by name, as apps filled them from the settings. */
export type PaymentProviders = ReadonlyMap<string, PaymentProvider>

/** Who can speak with a provider of which the shop has an account, by the provider's name. */
export type ProviderClients = ReadonlyMap<string, (keys: ProviderKeys, house: House) => Promise<PaymentProvider>>

declare module '../../../host/context.ts' {
  interface Ports {
    readonly payments?: PaymentProviders
    readonly paymentClients?: ProviderClients
  }
}

/** The provider under this name; one that moves no real money serves organisations marked demo alone. */
export async function providerOf(house: House, name: string): Promise<Result<PaymentProvider>> {
  const provider = house.ports?.payments?.get(name) ?? (await connectedProvider(house, name))
  if (!provider) return refusals.unknown_provider({ params: { provider: name } })
  if (provider.demoOnly && !house.organisation.demo) return refusals.no_provider({ params: { provider: name } })
  return ok(provider)
}

/** All that may hold money of ours, also those that are asked for none any more. */
export async function listProviders(house: House): Promise<PaymentProvider[]> {
  const connected: PaymentProvider[] = []
  for (const account of await listProviderAccounts(house.database)) {
    const provider = await clientOf(house, account)
    if (provider) connected.push(provider)
  }
  const all = [...(house.ports?.payments?.values() ?? []), ...connected]
  return all.filter(({ demoOnly }) => !demoOnly || house.organisation.demo)
}

/** Whether anybody can take money here: one that moves no real money counts for a demo alone. */
export async function hasPaymentProvider(house: House): Promise<boolean> {
  const own = [...(house.ports?.payments?.values() ?? [])]
  if (own.some((provider) => house.organisation.demo || !provider.demoOnly)) return true
  const accounts = await listProviderAccounts(house.database)
  return accounts.some(({ enabled, testKey }) => enabled && (house.organisation.demo || !testKey))
}

async function connectedProvider(house: House, name: string): Promise<PaymentProvider | undefined> {
  const clients = house.ports?.paymentClients
  if (!clients?.has(name)) return undefined
  const account = (await listProviderAccounts(house.database)).find(({ provider }) => provider === name)
  return account && clientOf(house, account)
}

/** A client keeps its lines open, so one is made for each version of an account; keys that were replaced are forgotten with it. */
const made = new WeakMap<
  ProviderClients,
  Map<string, { readonly version: number; readonly client: Promise<PaymentProvider> }>
>()

function clientOf(house: House, account: ProviderAccount): Promise<PaymentProvider> | undefined {
  const clients = house.ports?.paymentClients
  const open = clients?.get(account.provider)
  if (!clients || !open || account.sealedKey === null) return undefined
  const known = made.get(clients) ?? new Map<string, { version: number; client: Promise<PaymentProvider> }>()
  made.set(clients, known)
  const key = `${house.organisation.id} ${account.provider}`
  const before = known.get(key)
  if (before?.version === account.version) return before.client
  const client = open(keysOf(house, account), house)
  known.set(key, { version: account.version, client })
  return client
}

function keysOf(house: House, account: ProviderAccount): ProviderKeys {
  const unseal = (what: Parameters<typeof placeOf>[1], sealed: Buffer | null) =>
    sealed === null ? [] : [unsealText(house, placeOf(account.provider, what), sealed)]
  const secrets = [account.sealedWebhookSecret, account.sealedFormerSecret]
  return {
    secretKey: unseal('key', account.sealedKey)[0] ?? '',
    webhookSecrets: secrets.flatMap((sealed) => unseal('webhook secret', sealed)),
  }
}
