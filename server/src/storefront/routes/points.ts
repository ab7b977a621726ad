import type { FastifyReply } from 'fastify'
import { signLink } from '../../host/auth/links.ts'
import { newId } from '../../host/clock.ts'
import { runCommand } from '../../host/context.ts'
import { RateLimiter } from '../../host/http/rate-limit.ts'
import { hostRefusals } from '../../host/refusals.ts'
import { isUuid } from '../../kernel/ids.ts'
import type { Result } from '../../kernel/result.ts'
import { convertPoints, loyaltyRefusals, statementOfPoints } from '../../departments/loyalty/index.ts'
import { goTo, type PageCall } from '../desk.ts'
import { convertedWords, type OwnPoints } from '../partials/points.ts'
import { refusalWords } from '../refusal-words.ts'
import { href } from '../visit.ts'

/** By hand nobody turns points into credit more often. */
const A_MINUTE = 10
const turns = new RateLimiter()

/** The points of who is signed in, with what became of the form that they sent last. */
export async function pointsOf(
  { house, visit }: PageCall,
  message?: OwnPoints['message'],
): Promise<OwnPoints | undefined> {
  if (!visit.shopper) return undefined
  const statement = await statementOfPoints(house.database, visit.shopper.id)
  const done = new URLSearchParams(visit.query).get('points') === 'converted'
  return {
    statement,
    linkOf: (orderId) => signLink(house.linkKey, 'order', orderId),
    formKey: newId(),
    message: message ?? (done ? { kind: 'good', words: convertedWords(visit) } : undefined),
  }
}

/** Turns points into credit: the same form sent twice is one conversion, told twice. */
export function convertOnAccount(
  show: (call: PageCall, message: OwnPoints['message'], status: number) => Promise<FastifyReply>,
) {
  return async (call: PageCall): Promise<FastifyReply> => {
    const done = await convert(call)
    if (done.ok) return goTo(call.reply, `${href(call.visit, '/account')}?points=converted#own-points`)
    const { refusal } = done
    return show(call, { kind: 'warning', words: refusalWords(call.visit, refusal) }, refusal.status)
  }
}

async function convert({ request, house, visit }: PageCall): Promise<Result<unknown>> {
  const { shopper } = visit
  if (!shopper) return loyaltyRefusals.sign_in_first()
  const form = request.body as URLSearchParams
  const [id, market, typed] = [form.get('key') ?? '', form.get('market') ?? '', form.get('points') ?? '']
  if (!isUuid(id) || !/^[1-9]\d{0,8}$/.test(typed)) return loyaltyRefusals.points_wrong()
  const wait = turns.take(shopper.id, A_MINUTE, house.clock.now().getTime())
  if (wait > 0) return hostRefusals.too_many_requests({ params: { seconds: wait } })
  return runCommand(house, { actor: request.actor, requestId: request.id }, (ctx) =>
    convertPoints(ctx, { id, customerId: shopper.id, market, points: BigInt(typed) }),
  )
}
