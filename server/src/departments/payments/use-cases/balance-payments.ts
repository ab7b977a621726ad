import type { Context } from '../../../host/context.ts'
import type { Database } from '../../../host/database/pool.ts'
import type { Money } from '../../../kernel/money.ts'
import { whyNotOffered, type PaymentMethod, type Purchase } from '../domain/method.ts'
import { stateOf, type Payment } from '../domain/payment.ts'
import { isByHand } from '../domain/receipt.ts'
import { isAsked } from '../domain/tender.ts'
import { listActiveMethods } from '../queries/payment-methods.ts'
import { insertPayment, savePayment } from '../store/save-payments.ts'
import { openPayment } from './open-payment.ts'
import { giveBack } from './want-refund.ts'

export interface WaysOfBalance {
  readonly online: PaymentMethod | undefined
  readonly transfer: PaymentMethod | undefined
}

/** How what an order came to cost more can be paid. It is small by nature, so that a way to pay may ask for no least sum. */
export async function waysOfBalance(reader: Pick<Database, 'rows'>, purchase: Purchase): Promise<WaysOfBalance> {
  const offered = (await listActiveMethods(reader)).filter((method) => {
    const why = whyNotOffered(method, purchase)
    return why === undefined || why === 'too_little'
  })
  return {
    online: offered.find(({ kind }) => kind === 'provider_hosted'),
    transfer: offered.find(({ kind, account }) => kind === 'bank_transfer' && account !== null),
  }
}

export interface BalanceToPay {
  readonly id: string
  readonly orderId: string
  readonly entityId: string
  readonly amount: Money
  readonly authorisedHash: string
}

const ofBalance = (payments: readonly Payment[], id: string) =>
  payments.filter(({ balanceOf, surplus }) => balanceOf === id && !surplus)

/** The payment by which a balance is paid at a provider: the one that is there, or a new one. Payments are held under lock. */
export function openBalanceOnline(
  ctx: Context,
  payments: readonly Payment[],
  { balance, method }: { readonly balance: BalanceToPay; readonly method: PaymentMethod },
): string {
  const open = ofBalance(payments, balance.id).find(isAsked)
  return open?.id ?? openPayment(ctx, { ...balance, method, balanceOf: balance.id })
}

/** The same for money that people see coming: read the payments anew behind it. */
export function openBalanceByHand(ctx: Context, payments: readonly Payment[], balance: BalanceToPay): void {
  if (ofBalance(payments, balance.id).some(isByHand)) return
  const id = ctx.newId<'payment'>()
  const { orderId, entityId, amount, authorisedHash } = balance
  insertPayment(ctx, {
    ...{ id, orderId, entityId, authorisedHash, provider: 'bank_transfer', reference: id, providerPaymentId: null },
    ...{ surplus: false, amount: amount.amount, currency: amount.currency, authorised: 0n, state: 'open' as const },
    ...{ reviewReason: null, openCharge: false, captureOn: 'at_once' as const, version: 1, balanceOf: balance.id },
  })
}

/**
 * Nobody waits for the money of a balance any more, save by the payment that paid it: what comes otherwise stands as surplus and goes back
 * (domain/judge.ts). Payments are held under lock.
 */
export function closeBalancePayments(
  ctx: Context,
  payments: readonly Payment[],
  { balanceId, paidBy }: { readonly balanceId: string; readonly paidBy?: string | undefined },
): void {
  for (const payment of ofBalance(payments, balanceId).filter(({ id }) => id !== paidBy)) {
    if (payment.captured > 0n) giveBack(ctx, payment, 'order_amended')
    else savePayment(ctx, { ...payment, surplus: true, state: stateOf(payment, { closed: true }) })
    if (isAsked(payment)) ctx.enqueue({ kind: 'settle-payment', ref: payment.id })
  }
}
