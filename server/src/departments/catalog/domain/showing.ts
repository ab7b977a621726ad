import { ok, type Refused, type Result } from '../../../kernel/result.ts'
import { instantOf } from '../../../kernel/time.ts'
import { refusals } from './refusals.ts'
import { together } from './together.ts'

/** A channel in a market, as the organisation has them. */
export interface Place {
  readonly channel: string
  readonly market: string
}

/** A market as showings need it: by its clock products come and go. */
export interface MarketOfPlace {
  readonly code: string
  readonly language: string
  readonly timeZone: string
}

export interface Places {
  readonly channels: readonly string[]
  readonly markets: readonly MarketOfPlace[]
}

/** What somebody wishes for a place: hidden, or shown between two times of the market's clock (`2026-12-01T00:00:00`). */
export interface PlaceDraft extends Place {
  readonly shown: boolean
  readonly begins: string | null
  readonly ends: string | null
}

export interface ShownPlace extends PlaceDraft {
  readonly beginsAt: Date | null
  readonly endsAt: Date | null
}

/** Where a published product is shown; `elsewhere` holds for every place that is not named. */
export interface Showing {
  readonly elsewhere: boolean
  readonly places: readonly ShownPlace[]
}

export const EVERYWHERE: Showing = { elsewhere: true, places: [] }

export interface ShowingDraft {
  readonly elsewhere: boolean
  readonly places: readonly PlaceDraft[]
}

/** Local wishes become instants by each market's clock, summer and winter; what says no more than `elsewhere` is left out. */
export function soundShowing({ elsewhere, places }: ShowingDraft, known: Places): Result<Showing> {
  const seen = new Set<string>()
  const flaws: Refused[] = []
  const sound: ShownPlace[] = []
  for (const [at, draft] of places.entries()) {
    const place = soundPlace(draft, known, `places.${at}`)
    const key = keyOf(draft)
    if (!place.ok) flaws.push(place)
    else if (seen.has(key)) flaws.push(refusals.place_repeated({ field: `places.${at}` }))
    else if (!saysElsewhere(place.value, elsewhere)) sound.push(place.value)
    seen.add(key)
  }
  return flaws.length > 0 ? together(flaws) : ok({ elsewhere, places: sound.sort(byPlace) })
}

function soundPlace(draft: PlaceDraft, { channels, markets }: Places, field: string): Result<ShownPlace> {
  const market = markets.find(({ code }) => code === draft.market)
  if (!market || !channels.includes(draft.channel)) return refusals.unknown_place({ field })
  if (!draft.shown) return ok({ ...draft, begins: null, ends: null, beginsAt: null, endsAt: null })
  const [begins, ends] = [withSeconds(draft.begins), withSeconds(draft.ends)]
  const instant = (text: string | null) => (text === null ? null : instantOf(text, market.timeZone))
  const [beginsAt, endsAt] = [instant(begins), instant(ends)]
  if (beginsAt === undefined) return refusals.place_time_unknown({ field: `${field}.begins` })
  if (endsAt === undefined) return refusals.place_time_unknown({ field: `${field}.ends` })
  if (beginsAt && endsAt && endsAt <= beginsAt) return refusals.place_ends_before({ field: `${field}.ends` })
  return ok({ ...draft, begins, ends, beginsAt, endsAt })
}

const withSeconds = (text: string | null) => (text?.length === 'yyyy-mm-ddThh:mm'.length ? `${text}:00` : text)

const saysElsewhere = ({ shown, begins, ends }: ShownPlace, elsewhere: boolean) =>
  shown === elsewhere && begins === null && ends === null

const keyOf = ({ channel, market }: Place) => `${channel} ${market}`
const byPlace = (a: Place, b: Place) => (keyOf(a) < keyOf(b) ? -1 : 1)

/** `planned` will be shown, `over` was. */
export const PLACE_STATES = ['shown', 'planned', 'over', 'hidden'] as const
export type PlaceState = (typeof PLACE_STATES)[number]

/** The same that the queries ask of the rows (queries/shown-here.ts). */
export function placeState(showing: Showing, place: Place, now: Date): PlaceState {
  const named = placeIn(showing, place)
  if (!named.shown) return 'hidden'
  if (named.beginsAt && named.beginsAt > now) return 'planned'
  return named.endsAt && named.endsAt <= now ? 'over' : 'shown'
}

/** What holds of a place, whether it is named or not. */
export function placeIn({ elsewhere, places }: Showing, { channel, market }: Place): ShownPlace {
  return (
    places.find((one) => one.channel === channel && one.market === market) ?? {
      channel,
      market,
      shown: elsewhere,
      begins: null,
      ends: null,
      beginsAt: null,
      endsAt: null,
    }
  )
}

/** Every place there is, channels first. */
export function placesOf({ channels, markets }: Places): Place[] {
  return channels.flatMap((channel) => markets.map(({ code }) => ({ channel, market: code })))
}

/** Where `after` shows it at some time from now on at which `before` did not: what others may want to be asked about. */
export function newlyShown(before: Showing, after: Showing, { known, now }: { known: Places; now: Date }): Place[] {
  return placesOf(known).filter((place) => {
    const [was, is] = [placeIn(before, place), placeIn(after, place)]
    if (!is.shown || ended(is) <= now.getTime()) return false
    if (!was.shown || ended(was) <= now.getTime()) return true
    return Math.max(begun(is), now.getTime()) < Math.max(begun(was), now.getTime()) || ended(is) > ended(was)
  })
}

const begun = ({ beginsAt }: ShownPlace) => beginsAt?.getTime() ?? Number.NEGATIVE_INFINITY
const ended = ({ endsAt }: ShownPlace) => endsAt?.getTime() ?? Number.POSITIVE_INFINITY

/** Markets in which it is shown now or will be; all of them where nothing is narrowed. */
export function marketsShownIn(showing: Showing, known: Places, now: Date): readonly string[] | 'all' {
  if (showing.elsewhere && showing.places.length === 0) return 'all'
  const isAhead = (place: Place) => ['shown', 'planned'].includes(placeState(showing, place, now))
  return [
    ...new Set(
      placesOf(known)
        .filter(isAhead)
        .map(({ market }) => market),
    ),
  ]
}

/** What one change to many products says of some places; all others stay as they are. */
export function withPlaces(showing: Showing, changed: readonly PlaceDraft[]): ShowingDraft {
  const keys = new Set(changed.map(keyOf))
  return {
    elsewhere: showing.elsewhere,
    places: [...showing.places.filter((one) => !keys.has(keyOf(one))), ...changed],
  }
}

export function sameShowing(a: Showing, b: Showing): boolean {
  return wordsOf(a) === wordsOf(b)
}

const wordsOf = ({ elsewhere, places }: Showing) =>
  JSON.stringify([
    elsewhere,
    places.map(({ channel, market, shown, begins, ends }) => [channel, market, shown, begins, ends]),
  ])
