import { isWithin, type Actor, type Place, type Scope } from '../actor.ts'
import type { House } from '../context.ts'
import { recordKey } from '../records/record-directory.ts'
import { ruleOf, type FactRules } from './fact-rule.ts'
import type { LiveEvent } from './hub.ts'

type Ground = Pick<House, 'database' | 'ports'>

/** One after the other takes a millisecond each; beyond this it is quicker to look at everything anew. */
const MOST_PLACED = 200

/** The hub hands the same events to all listeners: where their records belong is asked once for all who are narrowed. */
const places = new WeakMap<readonly LiveEvent[], Map<string, Promise<Place | undefined>>>()

/**
 * What of it this person may hear: by the permission of its subject and, where they are narrowed, by the place of the record
 * that it is told of. A record whose place is unknown lies outside. `too many` where that would be too much to ask.
 */
export async function toldTo(
  house: Ground,
  { permissions, scope }: Actor & { kind: 'staff' },
  events: readonly LiveEvent[],
  rules: FactRules,
): Promise<readonly LiveEvent[] | 'too many'> {
  const readable = events.filter(({ name }) => {
    const rule = ruleOf(rules, name)
    return rule !== undefined && permissions.has(rule.read)
  })
  if (scope === undefined) return readable
  const placed = readable.filter(({ name }) => !ruleOf(rules, name)?.anywhere)
  if (new Set(placed.map(keyOf)).size > MOST_PLACED) return 'too many'
  const outside = await outsideOf(scope, placed, placesOf(house, events))
  return readable.filter((event) => !outside.has(event))
}

async function outsideOf(
  scope: Scope,
  events: readonly LiveEvent[],
  placeOf: (event: LiveEvent) => Promise<Place | undefined>,
): Promise<ReadonlySet<LiveEvent>> {
  const outside = new Set<LiveEvent>()
  for (const event of events) {
    const place = await placeOf(event)
    if (place === undefined || !isWithin(scope, place)) outside.add(event)
  }
  return outside
}

function placesOf({ database, ports }: Ground, events: readonly LiveEvent[]) {
  const known = places.get(events) ?? new Map<string, Promise<Place | undefined>>()
  places.set(events, known)
  return (event: LiveEvent): Promise<Place | undefined> => {
    const record = ports?.records?.get(event.refKind)
    const place = known.get(keyOf(event)) ?? Promise.resolve(record?.place?.(database, { id: event.refId }))
    known.set(keyOf(event), place)
    return place
  }
}

const keyOf = ({ refKind, refId }: LiveEvent): string => recordKey({ type: refKind, id: refId })
