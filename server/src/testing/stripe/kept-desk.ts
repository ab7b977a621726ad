import type { Input, StripeDesk } from './desk.ts'
import type { Intent } from './objects.ts'
import { missing, Refused } from './refused.ts'

/** What the account keeps for customers. */
export class KeptDesk {
  readonly methods = new Map<string, string>()
  /** What the banks of kept cards say from now on. */
  bank: 'yes' | 'asks' | 'no' = 'yes'
  private readonly customers = new Set<string>()
  private readonly desk: StripeDesk

  constructor(desk: StripeDesk) {
    this.desk = desk
  }

  newCustomer(): unknown {
    const id = this.desk.newId('cus')
    this.customers.add(id)
    return { id, object: 'customer', created: this.desk.now(), livemode: false }
  }

  known(id: string): string {
    if (!this.customers.has(id)) throw missing()
    return id
  }

  forgetCustomer(id: string): unknown {
    this.known(id)
    this.customers.delete(id)
    for (const [method, customer] of this.methods) if (customer === id) this.methods.delete(method)
    return { id, object: 'customer', deleted: true }
  }

  keep(customer: string): string {
    const id = this.desk.newId('pm')
    this.methods.set(id, customer)
    return id
  }

  detach(id: string): unknown {
    if (!this.methods.delete(id)) throw missing()
    const card = { brand: 'visa', exp_month: 12, exp_year: 2039, funding: 'credit', last4: '4242' }
    const nobody = { address: null, email: null, name: null, phone: null }
    const { now } = this.desk
    return {
      id,
      object: 'payment_method',
      type: 'card',
      card,
      billing_details: nobody,
      created: now(),
      livemode: false,
    }
  }

  charge(input: Input): Intent {
    const method = String(input['payment_method'])
    if (this.methods.get(method) !== this.known(String(input['customer']))) throw missing()
    const isAway = String(input['off_session']) === 'true'
    const id = this.desk.newId('pi')
    const asks = this.bank === 'asks' && !isAway
    const refused = this.bank === 'no' || (this.bank === 'asks' && isAway)
    this.desk.intents.set(id, {
      ...{ id, amount: Number(input['amount']), currency: String(input['currency']), created: this.desk.now() },
      ...{ inParts: input['payment_method_options'] !== undefined },
      ...{ manual: input['capture_method'] === 'manual', metadata: input['metadata'] as Record<string, string> },
      ...{ canceled_at: null, latest_charge: null, customer: String(input['customer']) },
      status: refused ? 'requires_payment_method' : asks ? 'requires_action' : 'processing',
      ...(asks && { asks: `${this.desk.url}/bank/${id}` }),
    })
    if (refused)
      throw new Refused(402, 'card_error', this.bank === 'asks' ? 'authentication_required' : 'card_declined')
    if (!asks) this.desk.agree(id, method)
    return this.desk.intent(id)
  }
}
