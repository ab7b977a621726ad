import type { House } from '../../../host/context.ts'

/** Whether anybody can take money here: one that moves no real money counts for a demo alone. */
export function hasPaymentProvider({ ports, organisation }: Pick<House, 'ports' | 'organisation'>): boolean {
  return [...(ports?.payments?.values() ?? [])].some((provider) => organisation.demo || !provider.demoOnly)
}
