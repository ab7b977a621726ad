import type { Context } from '../../../host/context.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { localDateIn } from '../../../kernel/time.ts'
import { getOrder } from '../../orders/index.ts'
import { refusals } from '../domain/refusals.ts'
import { checkStatement, orderNumberIn, type Statement } from '../domain/statement.ts'
import { refundDay } from '../domain/withdrawal-period.ts'
import { withdrawalReceived } from '../events.ts'
import {
  findIdOfForm,
  findOrderNumbered,
  findWithdrawal,
  zoneOfMarket,
  type Withdrawal,
} from '../queries/read-withdrawals.ts'
import { insertWithdrawal } from '../store/withdrawals.ts'

export interface StatedWithdrawal {
  /** Made with the form: sent twice it is one withdrawal. */
  readonly formKey: string
  readonly market: string
  readonly locale: string
  readonly statement: Statement
  /** Where a signed link led here: the order is known whatever address was typed. */
  readonly orderId?: string | undefined
}

/**
 * Keeps what was stated with its instant, and has its receipt mailed (Directive 2011/83/EU, art. 11a (4)). Every statement is taken, also of
 * orders that nobody knows or whose period is over: so nobody learns which orders there are, and a person looks at each.
 */
export async function stateWithdrawal(ctx: Context, stated: StatedWithdrawal): Promise<Result<Withdrawal>> {
  if (!isUuid(stated.formKey)) return refusals.not_found()
  const { statement, lacking } = checkStatement(stated.statement)
  const [first] = lacking
  if (first) return first
  const { formKey, market, locale } = stated
  const id = ctx.newId<'withdrawal'>()
  const orderId = stated.orderId ?? (await matchingOrder(ctx, statement))
  const refundBy = refundDay(localDateIn(ctx.now, await zoneOfMarket(ctx.tx, market)))
  const number = await insertWithdrawal(ctx, {
    id,
    formKey,
    market,
    locale,
    statement,
    orderId: orderId ?? null,
    refundBy,
  })
  if (number === undefined) return known(ctx, await findIdOfForm(ctx.tx, formKey))
  ctx.emit(withdrawalReceived(id, { number: String(number), orderId: orderId ?? null }))
  ctx.enqueue({ kind: 'acknowledge-withdrawal', ref: id, dedupKey: id })
  ctx.audit({
    action: 'returns:state',
    objectType: 'withdrawal',
    objectId: id,
    changes: [{ field: 'state', before: null, after: 'received' }],
  })
  return known(ctx, id)
}

async function known(ctx: Context, id: string | undefined): Promise<Result<Withdrawal>> {
  const found = id === undefined ? undefined : await findWithdrawal(ctx.tx, id)
  return found ? ok(found) : refusals.not_found()
}

/** Where number and address agree; else nobody is told, and a person looks. */
async function matchingOrder(ctx: Context, { order, email }: Statement): Promise<string | undefined> {
  const number = orderNumberIn(order)
  const id = number === undefined ? undefined : await findOrderNumbered(ctx.tx, number)
  const found = id === undefined ? undefined : await getOrder(ctx.tx, id)
  return found?.ok && found.value.email.toLowerCase() === email ? id : undefined
}
