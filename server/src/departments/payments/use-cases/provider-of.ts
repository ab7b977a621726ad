import type { House } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { PaymentProvider } from '../domain/provider.ts'
import { refusals } from '../domain/refusals.ts'

/** Payment providers by name, as apps filled them from the settings. */
export type PaymentProviders = ReadonlyMap<string, PaymentProvider>

declare module '../../../host/context.ts' {
  interface Ports {
    readonly payments?: PaymentProviders
  }
}

/** The provider under this name; one that moves no real money serves organisations marked demo alone. */
export function providerOf(house: House, name: string): Result<PaymentProvider> {
  const provider = house.ports?.payments?.get(name)
  if (!provider) return refusals.unknown_provider({ params: { provider: name } })
  if (provider.demoOnly && !house.organisation.demo) return refusals.no_provider({ params: { provider: name } })
  return ok(provider)
}
