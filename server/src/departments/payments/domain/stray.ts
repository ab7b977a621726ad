import type { ProviderMovement, ProviderPayment } from './provider.ts'

/** What a provider holds or has of a payment: agreed to and not let go of, less what went back. */
export function leftOf({ authorised, released, refunds }: ProviderPayment): bigint {
  return authorised - released - total(refunds)
}

function total(movements: readonly ProviderMovement[]): bigint {
  return movements.filter(({ state }) => state === 'succeeded').reduce((sum, { amount }) => sum + amount, 0n)
}
