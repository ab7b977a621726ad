import { ok, type Refused, type Result } from '../../../kernel/result.ts'
import { handleFlaws } from './check-product.ts'
import { mergedTexts, textFlaws } from './check-texts.ts'
import { ruleFlaws, type CollectionRule } from './collection-rule.ts'
import { checkPageTexts, mergedPageTexts, NO_PAGE_TEXTS, type PageTexts, type PageTextsDraft } from './page-texts.ts'
import { LIMITS, type Texts } from './product.ts'
import { shelfRefusals } from './shelf-refusals.ts'
import { together } from './together.ts'

export interface CollectionContent extends PageTexts {
  readonly handle: string
  readonly names: Texts
  readonly hidden: boolean
  readonly beginsAt: Date | null
  readonly endsAt: Date | null
  /** Null: what lies in it is chosen by hand. */
  readonly rule: CollectionRule | null
  readonly imageFileId: string | null
  /** By hand: all of it, in its order; with a rule: what stands first. */
  readonly picks: readonly string[]
}

export interface Collection extends CollectionContent {
  readonly id: string
  readonly version: number
}

/** What is left out stays as it is. */
export type CollectionDraft = PageTextsDraft & {
  readonly [Field in Exclude<keyof CollectionContent, keyof PageTexts>]?: CollectionContent[Field] | undefined
}

export const MOST_PICKS = 500

const BLANK: CollectionContent = {
  handle: '',
  names: {},
  ...NO_PAGE_TEXTS,
  hidden: false,
  beginsAt: null,
  endsAt: null,
  rule: null,
  imageFileId: null,
  picks: [],
}

export function planCollection(before: CollectionContent = BLANK, draft: CollectionDraft): Result<CollectionContent> {
  const said = <T>(now: T | undefined, was: T): T => (now === undefined ? was : now)
  const after: CollectionContent = {
    handle: draft.handle ?? before.handle,
    names: mergedTexts(before.names, draft.names),
    ...mergedPageTexts(before, draft),
    hidden: draft.hidden ?? before.hidden,
    beginsAt: said(draft.beginsAt, before.beginsAt),
    endsAt: said(draft.endsAt, before.endsAt),
    rule: said(draft.rule, before.rule),
    imageFileId: said(draft.imageFileId, before.imageFileId),
    picks: [...new Set(draft.picks ?? before.picks)],
  }
  const flaws: Refused[] = [
    ...handleFlaws(after.handle),
    ...textFlaws(after.names, { field: 'names', max: LIMITS.name, required: true }),
    ...checkPageTexts(after),
    ...(after.beginsAt && after.endsAt && after.endsAt <= after.beginsAt
      ? [shelfRefusals.ends_before_it_begins({ field: 'endsAt' })]
      : []),
    ...(after.rule ? ruleFlaws(after.rule) : []),
    ...(after.picks.length > MOST_PICKS
      ? [shelfRefusals.too_many_picks({ field: 'picks', params: { max: MOST_PICKS } })]
      : []),
  ]
  return flaws.length > 0 ? together(flaws) : ok(after)
}

export interface FoundMember {
  readonly id: string
  readonly createdAt: Date
}

export interface Placed {
  readonly id: string
  readonly position: number
}

/** Behind every pick, and the newest first: a product's place there never depends on the others, so that few rows ever change. */
const BEHIND_PICKS = 10_000_000_000_000

/** Picks in their order, then what the rule found. */
export function placesOf(picks: readonly string[], found: readonly FoundMember[]): Placed[] {
  const picked = new Set(picks)
  return [
    ...picks.map((id, at) => ({ id, position: at + 1 })),
    ...found
      .filter(({ id }) => !picked.has(id))
      .map(({ id, createdAt }) => ({ id, position: BEHIND_PICKS - createdAt.getTime() })),
  ]
}
