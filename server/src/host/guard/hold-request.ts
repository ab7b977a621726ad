import { isUuid } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { runCommand, type House } from '../context.ts'
import { isPostgresError } from '../database/errors.ts'
import {
  IDEMPOTENCY_CONSTRAINT,
  findKeptAnswer,
  inputHashOf,
  keepAnswer,
  type KeyedRequest,
} from '../idempotency/store.ts'
import type { Call, Input, Route } from '../http/route.ts'
import { hostRefusals } from '../refusals.ts'
import type { ApprovalDesk, Held, KeptChange, WeighedClaim } from './guard.ts'
import { rehearsalOf, sealKept } from './kept-request.ts'
import { rehearse } from './rehearse.ts'
import type { Hold } from './weigh.ts'

export interface HeldAnswer {
  /** With its words for people, as a refusal has them. */
  readonly held: Held & { readonly title: string; readonly remedy: string }
}

/** 202 with this body: nothing has changed yet. Kept under the caller's key as it is, so that it is told again. */
export function isHeldAnswer(value: unknown): value is HeldAnswer {
  return typeof value === 'object' && value !== null && 'held' in value && Object.keys(value).length === 1
}

export interface AskedCall {
  readonly route: Route
  readonly call: Call
  readonly input: Input<never, never, never>
  readonly keyed: KeyedRequest | undefined
}

/**
 * Keeps a request that was held back, in a second transaction: the first one is rolled back by then, with all that it had locked.
 * A process that dies between the two has kept nothing and answered nothing, and the caller asks again.
 */
export async function holdRequest(house: House, asked: AskedCall, hold: Hold): Promise<Result<HeldAnswer>> {
  const desk = house.ports?.approvals
  if (!desk) return hostRefusals.held_for_approval({ params: { act: hold.claim.act } })
  const changes = await foreseen(house, asked)
  for (let attempt = 0; ; attempt++) {
    try {
      return await keep(house, desk, { ...asked, hold, changes })
    } catch (error) {
      // The twin of this request was kept first, under the same key.
      if (isPostgresError(error) && error.constraint === IDEMPOTENCY_CONSTRAINT && attempt === 0) continue
      throw error
    }
  }
}

/** Without them the request is kept all the same: who decides is shown what would change then. */
async function foreseen(house: House, { route, call, input }: AskedCall): Promise<readonly KeptChange[]> {
  const command = rehearsalOf(route)
  if (!command) return []
  const changes = await rehearse(house, call.actor, (ctx) => command(ctx, input, { ...call, setCookie: () => {} }))
  return changes.ok ? changes.value : []
}

interface ToKeep extends AskedCall {
  readonly hold: Hold
  readonly changes: readonly KeptChange[]
}

function keep(house: House, desk: ApprovalDesk, asked: ToKeep): Promise<Result<HeldAnswer>> {
  const { route, call, input, keyed, hold, changes } = asked
  return runCommand<HeldAnswer>(house, { actor: call.actor, requestId: call.requestId }, async (ctx) => {
    const before = keyed && (await findKeptAnswer(ctx.tx, keyed))
    if (before?.sameInput && isHeldAnswer(before.response)) return ok(before.response)
    const id = ctx.newId<'approval'>()
    const held = await desk.keep(ctx, {
      ...hold,
      claim: await labelled(house, hold.claim),
      id,
      changes,
      operation: { kind: 'route', name: route.operationId, permission: route.permission },
      inputHash: inputHashOf(route.operationId, { input, ifMatch: call.ifMatch ?? null }),
      sealedInput: sealKept(house, id, { input, ifMatch: call.ifMatch, locale: call.locale }),
      locale: call.locale,
    })
    const answer = { held: { ...held, ...wordsOf(house, call, held) } }
    if (keyed) keepAnswer(ctx, keyed, 202, answer)
    return ok(answer)
  })
}

function wordsOf({ translations }: House, { locale }: Call, { approvers }: Held) {
  const translate = translations.for(locale)
  const names = [...new Set(approvers.flatMap((one) => one.names))]
  const roles = new Intl.ListFormat(locale, { type: 'disjunction' }).format(names)
  return { title: translate('host.held.title', { roles }), remedy: translate('host.held.remedy') }
}

/** Where the command knows its record by id alone, the record's own department says what people call it. */
async function labelled({ ports, database }: House, claim: WeighedClaim): Promise<WeighedClaim> {
  const { ref, label } = claim
  if (label !== undefined || !isUuid(ref.id)) return claim
  const titles = await ports?.records?.get(ref.kind)?.titles?.(database, [ref.id], 'en')
  const title = titles?.get(ref.id)
  return title === undefined ? claim : { ...claim, label: title }
}
