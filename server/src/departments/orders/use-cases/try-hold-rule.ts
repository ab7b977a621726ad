import type { Result } from '../../../kernel/result.ts'
import { ok } from '../../../kernel/result.ts'
import type { Reader } from '../../organisation/index.ts'
import { judge, soundTerms, type Because, type HoldTerms } from '../domain/hold-rule.ts'
import { listOrderIdsSince, readHoldFacts, type NumberedFacts } from '../queries/hold-facts.ts'

const DAYS = 90
const DAY_MS = 86_400_000
/** A bigger shop is told of its newest: what is read here somebody waits for. */
const MOST_LOOKED_AT = 10_000
const CHUNK = 500
const SHOWN = 10

export interface TriedRule {
  readonly days: number
  readonly looked: number
  /** There were more orders than were looked at. */
  readonly capped: boolean
  readonly held: number
  readonly examples: readonly (NumberedFacts & { readonly why: Because })[]
  /** The stock of a day long past is not known. */
  readonly knowable: boolean
}

export interface RuleToTry {
  readonly terms: HoldTerms
  readonly markets: readonly string[]
  /** Which markets' orders whoever asks may see; undefined: all. */
  readonly seen: readonly string[] | undefined
  readonly now: Date
}

/** What a rule would have held of the last months' orders, from the orders themselves; nothing is written. */
export async function tryHoldRule(
  reader: Reader,
  { terms, markets, seen, now }: RuleToTry,
): Promise<Result<TriedRule>> {
  const sound = soundTerms(terms)
  if (!sound.ok) return sound
  const meant = marketsOf(markets, seen)
  const since = new Date(now.getTime() - DAYS * DAY_MS)
  const ids = await listOrderIdsSince(reader, { since, markets: meant, most: MOST_LOOKED_AT + 1 })
  const looked = ids.slice(0, MOST_LOOKED_AT)
  const examples: (NumberedFacts & { why: Because })[] = []
  let held = 0
  for (let from = 0; from < looked.length; from += CHUNK) {
    for (const facts of await readHoldFacts(reader, looked.slice(from, from + CHUNK))) {
      const why = judge(sound.value, facts)
      if (!why) continue
      held += 1
      if (examples.length < SHOWN) examples.push({ ...facts, why })
    }
  }
  const knowable = sound.value.what !== 'stock'
  return ok({ days: DAYS, looked: looked.length, capped: ids.length > looked.length, held, examples, knowable })
}

function marketsOf(markets: readonly string[], seen: readonly string[] | undefined): readonly string[] | undefined {
  if (markets.length === 0) return seen
  return seen === undefined ? markets : markets.filter((market) => seen.includes(market))
}
