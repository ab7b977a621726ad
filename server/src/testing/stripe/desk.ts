import { DisputesDesk } from './disputes-desk.ts'
import {
  balanceJson,
  chargeJson,
  eventJson,
  intentJson,
  listJson,
  refundJson,
  sessionJson,
  type Charge,
  type Intent,
  type RefundRow,
  type Session,
} from './objects.ts'
import { KeptDesk } from './kept-desk.ts'
import { PayoutsDesk } from './payouts-desk.ts'
import { invalid, missing } from './refused.ts'
import { within } from './within.ts'

export type Input = Readonly<Record<string, unknown>>

/** Asked of the next movement, once. */
export type Twist = 'wrong_amount' | 'pending_refund' | 'failed_refund'

/** The money of one account: sessions, payments, refunds and what is told of them. Seconds, as Stripe counts time. */
export class StripeDesk {
  readonly sessions = new Map<string, Session>()
  readonly intents = new Map<string, Intent>()
  readonly charges = new Map<string, Charge>()
  readonly refunds = new Map<string, RefundRow>()
  readonly events: {
    readonly id: string
    readonly type: string
    readonly created: number
    readonly object: unknown
  }[] = []
  readonly url: string
  readonly now: () => number
  readonly disputes = new DisputesDesk(this)
  readonly payouts = new PayoutsDesk(this)
  readonly kept = new KeptDesk(this)
  twist: Twist | null = null
  /** What becomes of 3-D Secure in payments to come. */
  secure: string | null = null
  /** Whether cards let what is held be taken in parts, where that is asked for. */
  multicapture = true
  private made = 0

  constructor(url: string, now: () => number) {
    this.url = url
    this.now = now
  }

  act(path: string, ids: readonly string[], input: Input): unknown {
    const [id = ''] = ids
    const expand = (input['expand'] as string[] | undefined) ?? []
    switch (path) {
      case 'post /v1/checkout/sessions':
        return this.showSession(this.openSession(input), expand)
      case 'get /v1/checkout/sessions':
        return listJson('/v1/checkout/sessions', [], false)
      case 'get /v1/checkout/sessions/{session}':
        return this.showSession(this.session(id), expand)
      case 'post /v1/checkout/sessions/{session}/expire':
        return this.showSession(this.expire(id), expand)
      case 'get /v1/payment_intents/{intent}':
        return this.showIntent(this.intent(id), expand)
      case 'get /v1/payment_intents/search':
        return this.search(String(input['query']), expand)
      case 'post /v1/payment_intents/{intent}/capture':
        return this.showIntent(this.capture(id, input), expand)
      case 'post /v1/payment_intents/{intent}/cancel':
        return this.showIntent(this.cancel(id), expand)
      case 'post /v1/refunds':
        return refundJson(this.refund(input))
      case 'get /v1/refunds':
        return this.page(
          '/v1/refunds',
          this.refundsOf(String(input['payment_intent'])).map(refundJson).toReversed(),
          input,
        )
      case 'get /v1/events':
        return this.listEvents(input)
      case 'get /v1/payouts':
        return this.payouts.list(input)
      case 'get /v1/balance_transactions':
        return this.payouts.entries(input)
      case 'post /v1/payment_intents':
        return this.showIntent(this.kept.charge(input), expand)
      case 'post /v1/customers':
        return this.kept.newCustomer()
      case 'delete /v1/customers/{customer}':
        return this.kept.forgetCustomer(id)
      case 'post /v1/payment_methods/{payment_method}/detach':
        return this.kept.detach(id)
      default:
        return this.disputes.act(path, id, { input, expand })
    }
  }

  /** The shopper agrees on Stripe's page. */
  pay(sessionId: string): void {
    const session = this.session(sessionId)
    if (session.status !== 'open') throw invalid()
    const amount = this.taken('wrong_amount') ? session.amount - 1 : session.amount
    const { currency, manual, inParts = false, metadata } = session
    const id = this.newId('pi')
    const method = session.keep ? this.kept.keep(session.keep.customer) : undefined
    this.intents.set(id, {
      ...{
        id,
        amount,
        currency,
        created: this.now(),
        status: 'processing',
        manual,
        inParts,
        metadata,
        canceled_at: null,
      },
      ...{ latest_charge: null, keep: session.keep ?? null },
    })
    this.agree(id, method)
    session.status = 'complete'
    session.payment_intent = id
    this.tell('checkout.session.completed', this.showSession(session, []))
  }

  /** The bank agrees: held, or taken. */
  agree(id: string, method?: string): void {
    const intent = this.intent(id)
    const { amount, currency, manual, inParts } = intent
    const charge = this.newId('ch')
    const nothing = { amount_refunded: 0, captured: !manual, taken: manual ? null : this.now(), secure: this.secure }
    this.charges.set(charge, {
      ...{ ...nothing, id: charge, payment_intent: id, amount, currency, created: this.now() },
      ...{ amount_captured: manual ? 0 : amount, parts: manual ? [] : [amount] },
      ...{ inParts: inParts ? this.multicapture : null, ...(method !== undefined && { method }) },
    })
    intent.latest_charge = charge
    intent.status = manual ? 'requires_capture' : 'succeeded'
    this.tell(
      manual ? 'payment_intent.amount_capturable_updated' : 'payment_intent.succeeded',
      this.showIntent(intent, []),
    )
  }

  /** The bank says no to a card on the page: a payment that was tried, and nothing held. */
  decline(sessionId: string): void {
    const session = this.session(sessionId)
    const id = session.payment_intent ?? this.newId('pi')
    session.payment_intent = id
    const { amount, currency, manual, metadata } = session
    const common = { id, amount, currency, manual, metadata, created: this.now(), canceled_at: null }
    this.intents.set(id, { ...common, status: 'requires_payment_method', latest_charge: null })
  }

  /** What the bank lets go of after its days. */
  letGo(intentId: string): void {
    this.cancel(intentId)
  }

  /** A refund that was booked and came back. */
  failRefund(refundId: string): void {
    const refund = this.refunds.get(refundId)
    if (!refund) throw missing()
    refund.status = 'failed'
    this.charge(refund.charge).amount_refunded -= refund.amount
    this.tell('charge.refund.updated', refundJson(refund))
  }

  refundsOf(intentId: string): RefundRow[] {
    return [...this.refunds.values()].filter((refund) => refund.payment_intent === intentId)
  }

  private openSession(input: Input): Session {
    const options = input['payment_method_options'] as { card?: { request_multicapture?: string } } | undefined
    const data = input['payment_intent_data'] as {
      capture_method?: string
      setup_future_usage?: string
      metadata: Record<string, string>
    }
    const [line] = input['line_items'] as { quantity: string; price_data: { unit_amount: string; currency: string } }[]
    if (!line || Number(line.price_data.unit_amount) < 50) throw invalid('amount_too_small')
    const session: Session = {
      id: this.newId('cs_test'),
      status: 'open',
      payment_intent: null,
      amount: Number(line.price_data.unit_amount) * Number(line.quantity),
      currency: line.price_data.currency,
      reference: String(input['client_reference_id']),
      manual: data.capture_method === 'manual',
      inParts: options?.card?.request_multicapture === 'if_available',
      metadata: data.metadata,
      created: this.now(),
      keep: data.setup_future_usage
        ? { customer: this.kept.known(String(input['customer'])), usage: data.setup_future_usage }
        : null,
    }
    this.sessions.set(session.id, session)
    return session
  }

  private expire(id: string): Session {
    const session = this.session(id)
    if (session.status !== 'open') throw invalid()
    session.status = 'expired'
    return session
  }

  /** In parts only where the card lets it: what is not said to be the last part leaves the rest held. */
  private capture(id: string, input: Input): Intent {
    const intent = this.intent(id)
    const asked = Number(input['amount_to_capture'])
    const more = String(input['final_capture']) === 'false'
    if (intent.status !== 'requires_capture') throw invalid('payment_intent_unexpected_state')
    const charge = this.charge(intent.latest_charge ?? '')
    if (input['final_capture'] !== undefined && charge.inParts !== true) throw invalid()
    if (asked > charge.amount - charge.amount_captured) throw invalid('amount_too_large')
    const part = this.taken('wrong_amount') ? asked - 1 : asked
    charge.amount_captured += part
    charge.parts.push(part)
    charge.taken = this.now()
    intent.metadata = { ...intent.metadata, ...(input['metadata'] as Record<string, string> | undefined) }
    const isLast = !more || charge.amount_captured === charge.amount
    charge.captured = isLast
    if (isLast) intent.status = 'succeeded'
    this.tell(isLast ? 'charge.captured' : 'charge.updated', this.showCharge(charge, []))
    return intent
  }

  private cancel(id: string): Intent {
    const intent = this.intent(id)
    if (intent.status === 'succeeded' || intent.status === 'canceled') throw invalid('payment_intent_unexpected_state')
    intent.status = 'canceled'
    intent.canceled_at = this.now()
    this.tell('payment_intent.canceled', this.showIntent(intent, []))
    return intent
  }

  private refund(input: Input): RefundRow {
    const intent = this.intent(String(input['payment_intent']))
    const charge = this.charge(intent.latest_charge ?? '')
    const asked = Number(input['amount'])
    if (!charge.captured) throw invalid('charge_not_captured')
    if (charge.amount_refunded + asked > charge.amount_captured) {
      throw invalid(charge.amount_refunded === charge.amount_captured ? 'charge_already_refunded' : undefined)
    }
    const amount = this.taken('wrong_amount') ? asked - 1 : asked
    const status = this.taken('pending_refund') ? 'pending' : this.taken('failed_refund') ? 'failed' : 'succeeded'
    if (status !== 'failed') charge.amount_refunded += amount
    const metadata = (input['metadata'] as Record<string, string> | undefined) ?? {}
    const common = { id: this.newId('re'), payment_intent: intent.id, charge: charge.id, currency: charge.currency }
    const refund: RefundRow = { ...common, amount, status, reason: null, metadata, created: this.now() }
    this.refunds.set(refund.id, refund)
    this.tell('charge.refunded', this.showCharge(charge, []))
    return refund
  }

  private search(query: string, expand: readonly string[]): unknown {
    const [, key = '', value] = /^metadata\['(\w+)'\]:'([\w-]+)'$/.exec(query) ?? []
    const found = [...this.intents.values()].filter(({ metadata }) => metadata[key] === value)
    const inner = expand.map((path) => path.replace(/^data\./, ''))
    const data = found.map((intent) => this.showIntent(intent, inner))
    return { object: 'search_result', url: '/v1/payment_intents/search', has_more: false, data }
  }

  /** Newest first, as Stripe lists. */
  private listEvents(input: Input): unknown {
    const created = (input['created'] ?? {}) as { gte?: string; lte?: string }
    const types = (input['types'] ?? []) as string[]
    const within = this.events.filter(
      (event) =>
        event.created >= Number(created.gte ?? 0) &&
        event.created <= Number(created.lte ?? Infinity) &&
        (types.length === 0 || types.includes(event.type)),
    )
    const shown = within.map(({ id, type, created: at, object }) => eventJson(id, type, at, object))
    return this.page('/v1/events', shown.toReversed(), input)
  }

  page(url: string, all: readonly { id: string }[], input: Input): unknown {
    const after = all.findIndex(({ id }) => id === input['starting_after'])
    const rest = all.slice(after + 1)
    const limit = Number(input['limit'] ?? 10)
    return listJson(url, rest.slice(0, limit), rest.length > limit)
  }

  private showSession(session: Session, expand: readonly string[]): unknown {
    const inner = within('payment_intent', expand)
    const { payment_intent: id } = session
    const intent = id !== null && inner ? this.showIntent(this.intent(id), inner) : id
    return sessionJson(session, `${this.url}/pay/${session.id}`, intent)
  }

  showIntent(intent: Intent, expand: readonly string[]): unknown {
    const charge = intent.latest_charge === null ? undefined : this.charge(intent.latest_charge)
    const inner = within('latest_charge', expand)
    return intentJson(intent, charge, charge && inner ? this.showCharge(charge, inner) : intent.latest_charge)
  }

  private showCharge(charge: Charge, expand: readonly string[]): unknown {
    const id = charge.taken === null ? null : `txn_${charge.id}`
    const entered = id !== null && within('balance_transaction', expand) ? balanceJson(id, charge) : id
    return chargeJson(charge, this.intent(charge.payment_intent).metadata, entered)
  }

  tell(type: string, object: unknown): void {
    this.events.push({ id: this.newId('evt'), type, created: this.now(), object })
  }

  private taken(twist: Twist): boolean {
    if (this.twist !== twist) return false
    this.twist = null
    return true
  }

  private session(id: string): Session {
    return found(this.sessions.get(id))
  }

  intent(id: string): Intent {
    return found(this.intents.get(id))
  }

  charge(id: string): Charge {
    return found(this.charges.get(id))
  }

  newId(kind: string): string {
    this.made += 1
    return `${kind}_${String(this.made).padStart(24, '0')}`
  }
}

function found<T>(row: T | undefined): T {
  if (row === undefined) throw missing()
  return row
}
