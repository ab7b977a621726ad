import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from './refusals.ts'

/** What somebody says who withdraws (Directive 2011/83/EU, art. 11a (2)): who, from which contract, and where the receipt goes. */
export interface Statement {
  readonly name: string
  readonly order: string
  readonly email: string
  /** From which goods; empty: from all. */
  readonly goods: string
}

const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/

/** Nothing more is asked than the law names: no reason, no account. All that is lacking at once. */
export function checkStatement(typed: Statement): {
  readonly statement: Statement
  readonly lacking: readonly Result<never>[]
} {
  const statement = {
    name: typed.name.trim().slice(0, 120),
    order: typed.order.trim().slice(0, 60),
    email: typed.email.trim().toLowerCase().slice(0, 200),
    goods: typed.goods.trim().slice(0, 1000),
  }
  const lacking: Result<never>[] = []
  if (statement.name === '') lacking.push(refusals.name_missing({ field: 'name' }))
  if (statement.order === '') lacking.push(refusals.order_missing({ field: 'order' }))
  if (!EMAIL.test(statement.email)) lacking.push(refusals.email_wrong({ field: 'email' }))
  return { statement, lacking }
}

/** The number of an order within what people type: `#100123`, `Order 100123`. */
export function orderNumberIn(typed: string): string | undefined {
  return /\d{4,15}/.exec(typed)?.[0]
}

export const STATES = ['received', 'accepted', 'refused', 'closed'] as const
export type WithdrawalState = (typeof STATES)[number]
export const DECISIONS = ['accept', 'refuse', 'close'] as const
export type Decision = (typeof DECISIONS)[number]

const next: Readonly<Record<WithdrawalState, Partial<Record<Decision, WithdrawalState>>>> = {
  received: { accept: 'accepted', refuse: 'refused' },
  accepted: { close: 'closed' },
  refused: { accept: 'accepted' },
  closed: {},
}

export function mayDecide(state: WithdrawalState, decision: Decision): Result<WithdrawalState> {
  const to = next[state][decision]
  return to === undefined ? refusals.not_possible({ params: { state } }) : ok(to)
}

/** Who refuses says why: the buyer may ask, and so may a court. */
export function decide(
  state: WithdrawalState,
  { decision, note }: { readonly decision: Decision; readonly note: string },
): Result<WithdrawalState> {
  const to = mayDecide(state, decision)
  if (to.ok && decision === 'refuse' && note.trim() === '') return refusals.note_missing({ field: 'note' })
  return to
}
