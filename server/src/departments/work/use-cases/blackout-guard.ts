import { permissionsOf, staffBehind } from '../../../host/actor.ts'
import { ALL, type Facts } from '../../../host/guard/act.ts'
import type { Guard, Objection, WeighedClaim } from '../../../host/guard/guard.ts'
import { WatchedActs } from '../../../host/guard/recall-watched.ts'
import { localTimeText } from '../domain/blackout-time.ts'
import { standsAgainst, type Blackout, type Touched } from '../domain/blackout.ts'
import { blackoutRefusals } from '../domain/blackout-refusals.ts'
import { readPlanPlaces } from '../queries/plan-ground.ts'
import { actsInBlackout, listBlackoutsMeeting, listPassedBlackouts } from '../queries/read-blackouts.ts'

/** Who may pass a window, having said why. */
export const OVERRIDE_BLACKOUT = 'work:override_blackout'

export const actsUnderBlackout: WatchedActs = new WatchedActs(actsInBlackout)

/**
 * Refuses what a window of time forbids, in the transaction of the act and by its `now`: what began before the window's first
 * instant is let through, what begins at it is not.
 */
export const blackoutGuard: Guard = {
  name: 'blackouts',
  watches: (ctx, act) => actsUnderBlackout.watches(ctx, act),
  judge: async (ctx, claim): Promise<Objection[]> => {
    const { now, tx, actor } = ctx
    const windows = await listBlackoutsMeeting(tx, { startsAt: now, endsAt: new Date(now.getTime() + 1) })
    const against = windows.filter((window) => standsAgainst(window, touchedBy(claim), now))
    if (against.length === 0) return []
    const staffId = staffBehind(actor)
    const mayPass = staffId !== undefined && permissionsOf(actor).has(OVERRIDE_BLACKOUT)
    const passed = mayPass ? await listPassedBlackouts(tx, staffId, now) : new Set<string>()
    const standing = against.filter(({ id }) => !passed.has(id)).sort((a, b) => Number(b.endsAt) - Number(a.endsAt))
    const [longest] = standing
    if (!longest) return []
    const { zone } = await readPlanPlaces(tx)
    return [{ verdict: 'refuse', refused: refusalOf(longest, zone) }]
  },
}

function refusalOf({ id, reason, endsAt }: Blackout, zone: string) {
  const until = localTimeText(endsAt, zone)
  const params = { blackout: id, reason, until, untilAt: endsAt.toISOString(), permission: OVERRIDE_BLACKOUT }
  return blackoutRefusals.in_blackout({ params })
}

function touchedBy({ act, facts }: WeighedClaim): Touched {
  return { act, markets: valuesOf(facts, 'market'), locations: valuesOf(facts, 'location') }
}

/** An act that does not say which touches all of them. */
function valuesOf(facts: Facts, name: string): readonly string[] {
  const fact = facts[name]
  return fact && 'values' in fact && fact.values !== ALL ? fact.values : []
}
