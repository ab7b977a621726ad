import type Stripe from 'stripe'
import type { ChangedPayments, ProviderPayment } from '../domain/provider.ts'
import { mustAnswer } from './stripe-answer.ts'

/** What is told of a payment: https://docs.stripe.com/api/events/types. */
const TYPES = [
  'payment_intent.amount_capturable_updated',
  'payment_intent.succeeded',
  'payment_intent.canceled',
  'charge.captured',
  // Of one that is taken in parts, until its last.
  'charge.updated',
  'charge.expired',
  'charge.refunded',
  'charge.refund.updated',
] satisfies Stripe.Event.Type[]

/** Stripe forgets events after 30 days. */
const KEPT_MS = 30 * 86_400_000
const PAGE = 100
const MOST_PAGES = 20
/** Stripe stamps whole seconds, and an event may be listed a little after its time: the last moment is read once more. */
const SETTLING_MS = 2_000

export interface ChangesToRead {
  readonly stripe: Stripe
  readonly since: Date
  /** Where the last page ended. */
  readonly after: string | null
  readonly now: Date
  readonly read: (paymentId: string, changedAt: Date) => Promise<ProviderPayment | undefined>
}

/**
 * Which payments changed, by Stripe's events. They are listed newest first, and the shop reads on from the oldest: so a span of time is
 * read whole, and halved where it holds more than a few thousand events. What changed is asked of each payment itself.
 *
 * Rejected: the list of payment intents by their creation; a refund of an old payment would never be seen. The search, which lags.
 */
export async function readChanges({ stripe, since, after, now, read }: ChangesToRead): Promise<ChangedPayments> {
  const oldest = now.getTime() - KEPT_MS
  const from = Math.max(after === null ? since.getTime() : Date.parse(after), oldest)
  let to = now.getTime()
  for (;;) {
    const changed = await changedWithin(stripe, from, to)
    if (changed === undefined && to - from > SETTLING_MS) {
      to = from + Math.floor((to - from) / 2)
      continue
    }
    const payments: ProviderPayment[] = []
    for (const [id, at] of changed ?? []) {
      const payment = await read(id, new Date(at * 1000))
      if (payment) payments.push(payment)
    }
    const done = to >= now.getTime()
    const end = new Date(to)
    return { payments, next: done ? null : end.toISOString(), readTo: done ? new Date(to - SETTLING_MS) : end }
  }
}

/** Payment intents that changed in a span, the oldest change first; undefined where there is too much to read at once. */
async function changedWithin(
  stripe: Stripe,
  fromMs: number,
  toMs: number,
): Promise<ReadonlyMap<string, number> | undefined> {
  const created = { gte: Math.floor(fromMs / 1000), lte: Math.ceil(toMs / 1000) }
  const seen: { id: string; at: number }[] = []
  let before: string | undefined
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const rest = before === undefined ? {} : { starting_after: before }
    const page = await mustAnswer('events', stripe.events.list({ types: TYPES, created, limit: PAGE, ...rest }))
    for (const event of page.data) {
      const id = paymentIn(event)
      if (id !== undefined) seen.push({ id, at: event.created })
    }
    before = page.data.at(-1)?.id
    if (!page.has_more || before === undefined) return inOrder(seen)
  }
  return undefined
}

/** By the last change of each. */
function inOrder(seen: readonly { id: string; at: number }[]): ReadonlyMap<string, number> {
  const last = new Map<string, number>()
  for (const { id, at } of seen.toSorted((a, b) => a.at - b.at)) {
    last.delete(id)
    last.set(id, at)
  }
  return last
}

function paymentIn({ data }: Stripe.Event): string | undefined {
  const about = data.object as { object?: string; id?: string; payment_intent?: unknown }
  const id = about.object === 'payment_intent' ? about.id : about.payment_intent
  return typeof id === 'string' ? id : undefined
}
