import type { Change, Delivery, Fault, KeptAnswer, KeptMethod, Payment, Payout, Session } from './model.ts'

/** The most that is remembered of each kind; beyond it the oldest go, so that memory stays bounded. */
export interface Limits {
  openSessions: number
  closedSessions: number
  payments: number
  payouts: number
  methods: number
  deliveries: number
  answers: number
  faults: number
}

export const usualLimits: Limits = {
  openSessions: 10_000,
  closedSessions: 50_000,
  payments: 50_000,
  payouts: 1_000,
  methods: 50_000,
  deliveries: 20_000,
  answers: 20_000,
  faults: 100,
}

const dayMs = 24 * 60 * 60 * 1000

/** Everything in memory, changed only by `apply`: the same changes in the same order give the same book. */
export class Book {
  readonly limits: Limits
  readonly open = new Map<string, Session>()
  readonly closed = new Map<string, Session>()
  readonly payments = new Map<string, Payment>()
  readonly payouts = new Map<string, Payout>()
  readonly methods = new Map<string, KeptMethod>()
  readonly deliveries = new Map<string, Delivery>()
  readonly faults = new Map<string, Fault>()
  /** Lanes told backwards, each with the time until which its events wait for each other. */
  readonly heldLanes = new Map<string, number>()
  readonly #answers = new Map<string, KeptAnswer>()
  readonly #paidOut = new Set<string>()
  readonly #byReference = new Map<string, Set<string>>()
  #sequence = 0

  constructor(limits: Limits) {
    this.limits = limits
  }

  apply(change: Change): void {
    if ('session' in change) this.#setSession(change.session)
    else if ('payment' in change) this.#setPayment(change.payment)
    else if ('payout' in change) this.#setPayout(change.payout)
    else if ('method' in change) this.#setMethod(change.method)
    else if ('methodGone' in change) this.methods.delete(change.methodGone)
    else if ('delivery' in change) this.#setDelivery(change.delivery)
    else if ('deliveryProgress' in change) this.#progress(change.deliveryProgress)
    else if ('deliveryEnded' in change) this.#endDelivery(change.deliveryEnded)
    else if ('answer' in change) this.#keepAnswer(change.answer)
    else if ('fault' in change) this.faults.set(change.fault.id, change.fault)
    else if ('faultEnded' in change) this.faults.delete(change.faultEnded)
    else this.#sequence = Math.max(this.#sequence, change.sequence)
  }

  findSession(id: string): Session | undefined {
    return this.open.get(id) ?? this.closed.get(id)
  }

  findAnswer(key: string, now: number): KeptAnswer | undefined {
    const kept = this.#answers.get(key)
    return kept !== undefined && now - kept.at < dayMs ? kept : undefined
  }

  paymentsOf(reference: string): Payment[] {
    const ids = this.#byReference.get(reference) ?? []
    return [...ids].flatMap((id) => this.payments.get(id) ?? [])
  }

  isPaidOut(movementId: string): boolean {
    return this.#paidOut.has(movementId)
  }

  get nextSequence(): number {
    return this.#sequence + 1
  }

  /** The fewest changes that make this book again. */
  *snapshot(): Generator<Change> {
    yield { sequence: this.#sequence }
    for (const session of this.closed.values()) yield { session }
    for (const session of this.open.values()) yield { session }
    for (const payment of this.payments.values()) yield { payment }
    for (const payout of this.payouts.values()) yield { payout }
    for (const method of this.methods.values()) yield { method }
    for (const delivery of this.deliveries.values()) yield { delivery }
    for (const answer of this.#answers.values()) yield { answer }
    for (const fault of this.faults.values()) yield { fault }
  }

  #setSession(session: Session): void {
    if (session.status === 'open') {
      this.open.set(session.id, session)
      return
    }
    this.open.delete(session.id)
    this.closed.set(session.id, session)
    dropOldest(this.closed, this.limits.closedSessions)
  }

  #setPayment(payment: Payment): void {
    this.payments.set(payment.id, payment)
    const ids = this.#byReference.get(payment.reference) ?? new Set()
    this.#byReference.set(payment.reference, ids.add(payment.id))
    for (const gone of dropOldest(this.payments, this.limits.payments)) this.#forgetReference(gone)
  }

  /** What was paid out stays so when its payout is forgotten, as long as the process lives; its payment is forgotten long before. */
  #setPayout(payout: Payout): void {
    this.payouts.set(payout.id, payout)
    for (const { source } of payout.lines) if (source !== null) this.#paidOut.add(source)
    dropOldest(this.payouts, this.limits.payouts)
  }

  #setMethod(method: KeptMethod): void {
    this.methods.set(method.id, method)
    dropOldest(this.methods, this.limits.methods)
  }

  #forgetReference(payment: Payment): void {
    const ids = this.#byReference.get(payment.reference)
    ids?.delete(payment.id)
    if (ids?.size === 0) this.#byReference.delete(payment.reference)
  }

  #setDelivery(delivery: Delivery): void {
    this.deliveries.set(delivery.id, delivery)
    this.#sequence = Math.max(this.#sequence, Math.abs(delivery.order))
    if (delivery.reversed) this.heldLanes.set(delivery.lane, delivery.notBefore)
    for (const gone of dropOldest(this.deliveries, this.limits.deliveries)) this.heldLanes.delete(gone.lane)
  }

  #endDelivery(id: string): void {
    this.heldLanes.delete(this.deliveries.get(id)?.lane ?? '')
    this.deliveries.delete(id)
  }

  #progress(progress: Pick<Delivery, 'id' | 'failures' | 'copiesLeft' | 'notBefore'>): void {
    const delivery = this.deliveries.get(progress.id)
    if (delivery !== undefined) this.deliveries.set(delivery.id, { ...delivery, ...progress })
  }

  #keepAnswer(answer: KeptAnswer): void {
    // Re-inserted, so that the order of the map stays the order of age.
    this.#answers.delete(answer.key)
    this.#answers.set(answer.key, answer)
    dropOldest(this.#answers, this.limits.answers)
  }
}

function dropOldest<T>(map: Map<string, T>, most: number): T[] {
  const gone: T[] = []
  for (const [key, value] of map) {
    if (map.size <= most) break
    map.delete(key)
    gone.push(value)
  }
  return gone
}
