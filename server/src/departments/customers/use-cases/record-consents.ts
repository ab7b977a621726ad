import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { decideConsent, networkOf, type AskingPlace, type ConsentState, type ConsentWay } from '../domain/consent.ts'
import { refusals } from '../domain/refusals.ts'
import { consentGiven, consentWithdrawn } from '../events.ts'
import { insertRecord, lockConsents, type LockedConsent } from '../store/consents.ts'

export const CONFIRM_CONSENT = 'confirm-consent'

/** One box, ticked or cleared. */
export interface ConsentWish {
  /** Code of the purpose. */
  readonly purpose: string
  readonly give: boolean
  /** The number of the wording that was read; undefined: the one that is asked now. */
  readonly wording?: number | undefined
}

export interface SaidConsents {
  readonly customerId: string
  readonly wishes: readonly ConsentWish[]
  readonly how: ConsentWay
  /** In which the page was read; where a wording lacks it, English was. */
  readonly locale: string
  /** See `Said.proved`. */
  readonly proved: boolean
  readonly proof?: string | undefined
  /** Of the request; its network alone is kept. */
  readonly ip?: string | undefined
  /** Where that is all that is known of it. */
  readonly network?: string | undefined
  readonly reason?: string | undefined
}

export interface RecordedConsent {
  readonly purpose: string
  readonly state: ConsentState
}

/** Whoever agreed before a purpose was retired may still withdraw; nobody agrees to it any more. */
export async function recordConsents(ctx: Context, said: SaidConsents): Promise<Result<RecordedConsent[]>> {
  if (said.wishes.length === 0) return ok([])
  const standings = await standingsOf(ctx, said)
  for (const wish of said.wishes) {
    const refused = refusedWish(wish, standings.get(wish.purpose))
    if (refused) return refused
  }
  return ok(record(ctx, said, standings))
}

/**
 * With an order or a registration: what cannot be agreed to any more is passed over, since neither fails for it. What is asked elsewhere,
 * or in other markets alone, was not asked here.
 */
export async function recordTickedConsents(
  ctx: Context,
  said: Omit<SaidConsents, 'how'>,
  { place, market }: { readonly place: AskingPlace; readonly market?: string | undefined },
): Promise<void> {
  if (said.wishes.length === 0) return
  const standings = await standingsOf(ctx, said)
  const wishes = said.wishes.filter((wish) => {
    const standing = standings.get(wish.purpose)
    if (!standing || refusedWish(wish, standing)) return false
    return (
      standing.askedAt.includes(place) &&
      (!market || standing.markets.length === 0 || standing.markets.includes(market))
    )
  })
  record(ctx, { ...said, how: place, wishes }, standings)
}

type Standings = ReadonlyMap<string, LockedConsent>

async function standingsOf(ctx: Context, { customerId, wishes }: Omit<SaidConsents, 'how'>): Promise<Standings> {
  const codes = wishes.map(({ purpose }) => purpose)
  const locked = await lockConsents(ctx, { customerId, codes })
  return new Map(locked.map((one) => [one.code, one]))
}

function refusedWish({ purpose, give, wording }: ConsentWish, standing: LockedConsent | undefined) {
  if (!standing) return refusals.consent_purpose_not_found({ field: 'purpose' })
  if (give && standing.retired) return refusals.consent_purpose_retired({ field: 'purpose', params: { purpose } })
  if (wording !== undefined && !standing.wordings[wording])
    return refusals.consent_wording_unknown({ field: 'wording' })
  return undefined
}

function record(ctx: Context, said: SaidConsents, standings: Standings): RecordedConsent[] {
  const once = new Map(said.wishes.map((wish) => [wish.purpose, wish]))
  return [...once.values()].flatMap((wish) => {
    const standing = standings.get(wish.purpose)
    return standing ? recordOne(ctx, { said, wish, standing }) : []
  })
}

interface One {
  readonly said: SaidConsents
  readonly wish: ConsentWish
  readonly standing: LockedConsent
}

function recordOne(ctx: Context, { said, wish, standing }: One): RecordedConsent[] {
  const { customerId, how, proved, proof, ip, reason } = said
  // Who withdraws takes back what they agreed to, in the words that they had read.
  const wording = wish.wording ?? (wish.give ? standing.present : (standing.wording ?? standing.present))
  const act = decideConsent(standing, { give: wish.give, wording, proved })
  if (act === undefined) return []
  const consentId = standing.consentId ?? ctx.newId<'consent'>()
  const number = standing.records + 1
  insertRecord(ctx, {
    consentId,
    customerId,
    purposeId: standing.purposeId,
    number,
    act,
    wording,
    locale: standing.wordings[wording]?.includes(said.locale) ? said.locale : 'en',
    how,
    proof,
    network: ip === undefined ? said.network : networkOf(ip),
    reason,
  })
  ctx.audit({
    action: ACTIONS[act],
    objectType: 'consent',
    objectId: consentId,
    version: number,
    changes: [{ field: 'state', before: standing.state ?? null, after: act }],
    ...(reason !== undefined && { reason }),
  })
  if (act === 'claimed') {
    const payload = { consent: consentId, number }
    ctx.enqueue({
      kind: CONFIRM_CONSENT,
      dedupKey: `${CONFIRM_CONSENT} ${consentId} ${number}`,
      payload,
      ref: consentId,
    })
  }
  if (act === 'given') ctx.emit(consentGiven(customerId, consentId, standing.code))
  if (act === 'withdrawn') ctx.emit(consentWithdrawn(customerId, consentId, standing.code))
  return [{ purpose: standing.code, state: act }]
}

const ACTIONS = {
  claimed: 'customers:claim-consent',
  given: 'customers:give-consent',
  withdrawn: 'customers:withdraw-consent',
} as const
