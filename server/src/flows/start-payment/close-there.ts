import { Outage } from '../../kernel/outage.ts'
import type { PaymentProvider } from '../../departments/payments/index.ts'

/** Nobody can pay on this page any more; `completed`: somebody has. */
export async function closeThere(provider: PaymentProvider, sessionId: string): Promise<'closed' | 'completed'> {
  const closed = await provider.expireSession(sessionId)
  if (closed.ok) return closed.value.state === 'completed' ? 'completed' : 'closed'
  if (closed.code === 'session_completed') return 'completed'
  if (closed.code === 'session_not_found') return 'closed'
  throw new Outage('payments.provider_away', `the session could not be closed: ${closed.code}`)
}
