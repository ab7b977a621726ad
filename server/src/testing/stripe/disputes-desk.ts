import type { Input, StripeDesk } from './desk.ts'
import { balanceJson } from './objects.ts'
import { invalid, missing } from './refused.ts'
import { within } from './within.ts'

export interface DisputeRow {
  readonly id: string
  readonly intent: string
  readonly charge: string
  readonly amount: number
  readonly currency: string
  readonly reason: string
  readonly created: number
  readonly dueBy: number
  status: string
  evidence: Readonly<Record<string, unknown>>
  submissions: number
  readonly movements: { readonly id: string; readonly amount: number; readonly fee: number; readonly created: number }[]
}

/** What Stripe keeps for its trouble. */
const FEE = 2000
const DAYS_TO_ANSWER = 20

/** Disputes: opened and decided by banks, answered once by the shop. */
export class DisputesDesk {
  readonly rows = new Map<string, DisputeRow>()
  private readonly files = new Set<string>()
  private readonly desk: StripeDesk

  constructor(desk: StripeDesk) {
    this.desk = desk
  }

  act(path: string, id: string, { input, expand }: { input: Input; expand: readonly string[] }): unknown {
    switch (path) {
      case 'get /v1/disputes':
        return this.list(input, expand)
      case 'get /v1/disputes/{dispute}':
        return this.show(this.row(id), expand)
      case 'post /v1/disputes/{dispute}':
        return this.show(this.answer(id, input), expand)
      case 'post /v1/disputes/{dispute}/close':
        return this.show(this.close(id), expand)
      case 'post /v1/files':
        return this.file(input)
      default:
        throw missing()
    }
  }

  /** A shopper goes to their bank; an inquiry takes no money yet. */
  open(intentId: string, wish: { amount?: number; reason?: string; inquiry?: boolean } = {}): DisputeRow {
    const charge = this.desk.charge(this.desk.intent(intentId).latest_charge ?? '')
    const created = this.desk.now()
    const row: DisputeRow = {
      id: this.desk.newId('du'),
      intent: intentId,
      charge: charge.id,
      amount: wish.amount ?? charge.amount_captured,
      currency: charge.currency,
      reason: wish.reason ?? 'fraudulent',
      created,
      dueBy: created + DAYS_TO_ANSWER * 86_400,
      status: wish.inquiry === true ? 'warning_needs_response' : 'needs_response',
      evidence: {},
      submissions: 0,
      movements: [],
    }
    this.rows.set(row.id, row)
    this.tell('created', row)
    if (wish.inquiry !== true) this.withdraw(row)
    return row
  }

  /** The bank's inquiry becomes a dispute. */
  escalate(id: string): void {
    const row = this.row(id)
    row.status = 'needs_response'
    row.submissions = 0
    this.withdraw(row)
    this.tell('updated', row)
  }

  /** The bank's word; who wins has the money back. */
  decide(id: string, status: 'won' | 'lost' | 'warning_closed'): void {
    const row = this.row(id)
    row.status = status
    if (status === 'won') this.move(row, { amount: row.amount, fee: 0, event: 'funds_reinstated' })
    this.tell('closed', row)
  }

  private withdraw(row: DisputeRow): void {
    this.move(row, { amount: -row.amount, fee: FEE, event: 'funds_withdrawn' })
  }

  private move(row: DisputeRow, { amount, fee, event }: { amount: number; fee: number; event: string }): void {
    row.movements.push({ id: this.desk.newId('txn'), amount, fee, created: this.desk.now() })
    this.tell(event, row)
  }

  private answer(id: string, input: Input): DisputeRow {
    const row = this.row(id)
    if (!row.status.endsWith('needs_response')) throw invalid()
    row.evidence = (input['evidence'] as DisputeRow['evidence'] | undefined) ?? {}
    const named = ['receipt', 'customer_communication', 'shipping_documentation', 'refund_policy', 'uncategorized_file']
    if (named.some((field) => field in row.evidence && !this.files.has(String(row.evidence[field])))) throw missing()
    if (String(input['submit']) !== 'true') return row
    row.submissions += 1
    row.status = row.status.replace('needs_response', 'under_review')
    this.tell('updated', row)
    return row
  }

  private close(id: string): DisputeRow {
    const row = this.row(id)
    if (!row.status.endsWith('needs_response')) throw invalid()
    row.status = 'lost'
    this.tell('closed', row)
    return row
  }

  private file(input: Input): unknown {
    const id = this.desk.newId('file')
    this.files.add(id)
    const { purpose, file } = input
    const kept = { id, object: 'file', created: this.desk.now(), filename: file, purpose, size: 1, type: 'pdf' }
    return { ...kept, expires_at: null, links: null, title: null, url: null }
  }

  private list(input: Input, expand: readonly string[]): unknown {
    const { gte } = (input['created'] ?? {}) as { gte?: string }
    const rows = [...this.rows.values()].filter(({ created }) => created >= Number(gte ?? 0)).toReversed()
    const inner = expand.map((path) => path.replace(/^data\./, ''))
    const shown = rows.map((row) => this.show(row, inner))
    return this.desk.page('/v1/disputes', shown, input)
  }

  private show(row: DisputeRow, expand: readonly string[]) {
    const inner = within('payment_intent', expand)
    const intent = inner ? this.desk.showIntent(this.desk.intent(row.intent), inner) : row.intent
    const { id, amount, currency, reason, status, created, evidence } = row
    const nothing = { amount_captured: 0, taken: created }
    return {
      ...{ id, object: 'dispute', amount, currency, reason, status, created, evidence, payment_intent: intent },
      charge: row.charge,
      balance_transactions: row.movements.map((moved) => ({
        ...balanceJson(moved.id, { ...this.desk.charge(row.charge), ...nothing }),
        ...{ amount: moved.amount, fee: moved.fee, net: moved.amount - moved.fee, created: moved.created },
        ...{ reporting_category: 'dispute', type: 'adjustment' },
      })),
      evidence_details: {
        due_by: row.dueBy,
        has_evidence: row.submissions > 0,
        past_due: false,
        submission_count: row.submissions,
      },
      is_charge_refundable: status.startsWith('warning'),
      livemode: false,
      metadata: {},
    }
  }

  private tell(what: string, row: DisputeRow): void {
    this.desk.tell(`charge.dispute.${what}`, this.show(row, []))
  }

  private row(id: string): DisputeRow {
    const row = this.rows.get(id)
    if (!row) throw missing()
    return row
  }
}
