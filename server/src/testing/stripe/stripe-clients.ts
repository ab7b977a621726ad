import { openStripe, STRIPE } from '../../departments/payments/providers/stripe.ts'

/** For a house whose Stripe is a stand-in: `ports.paymentClients`. */
export function stripeClients({ url }: { readonly url: string }) {
  const address = new URL(url)
  return new Map([
    [
      STRIPE,
      (keys: { secretKey: string; webhookSecrets: readonly string[] }) =>
        openStripe({ ...keys, now: () => new Date(), address }),
    ],
  ])
}
