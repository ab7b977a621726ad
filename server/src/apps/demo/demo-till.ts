import { join } from 'node:path'
import type { Settings } from '../../host/config/settings.ts'
import type { Clock } from '../../host/clock.ts'
import { startPaymentProvider } from '../../providers/payment/start-payment-provider.ts'
import { devpayKeys } from '../ports.ts'
import type { Ground } from '../ground.ts'

/** Where the customers of a demo pay by card. */
export interface Till {
  pay(page: string, name: string): Promise<void>
  /** The customer goes to their bank; its word, where it has one already. Answers the provider's name of the dispute. */
  dispute(providerPaymentId: string, reason: string): Promise<string>
  decide(disputeId: string, outcome: string): Promise<void>
  close(): Promise<void>
}

/**
 * The development provider at its own port, over its own journal, before its process starts: so that it knows of every payment that a
 * demo shows. Where it runs already, that one is asked. None in production, and none where there is no such provider.
 */
export async function openTill(
  { devpayPort, dataFolder, paymentProvider }: Settings,
  { secret }: Ground,
  clock: Clock,
): Promise<Till | undefined> {
  if (paymentProvider !== 'devpay' || process.env['NODE_ENV'] === 'production') return undefined
  const provider = await startPaymentProvider({
    ...devpayKeys(secret),
    port: devpayPort,
    dataFolder: join(dataFolder, 'devpay'),
    now: () => clock.now().getTime(),
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') return undefined
    throw error
  })
  const ask = async (path: string): Promise<{ readonly id: string }> => {
    const headers = { authorization: `Bearer ${devpayKeys(secret).apiKey}` }
    const answer = await fetch(`http://127.0.0.1:${devpayPort}/v1/${path}`, { method: 'POST', headers })
    if (!answer.ok) throw new Error(`the provider answered ${answer.status} to ${path}`)
    return (await answer.json()) as { id: string }
  }
  return {
    pay,
    dispute: async (paymentId, reason) => (await ask(`payments/${paymentId}/disputes?reason=${reason}`)).id,
    decide: async (disputeId, outcome) => void (await ask(`disputes/${disputeId}/${outcome}`)),
    close: async () => provider?.close(),
  }
}

const CARD = { number: '4242 4242 4242 4242', expiry: '12/39', cvc: '123' }

async function pay(page: string, name: string): Promise<void> {
  const body = new URLSearchParams({ ...CARD, name })
  const { status } = await fetch(page, { method: 'POST', body, redirect: 'manual' })
  if (status !== 303) throw new Error(`the provider's page answered ${status}`)
}
