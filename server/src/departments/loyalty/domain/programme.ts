import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from './refusals.ts'

export const EXPIRES_AFTER = ['earning', 'activity'] as const
export type ExpiresAfter = (typeof EXPIRES_AFTER)[number]

/** The terms of a programme: what people get for what they spend, and what it is worth. */
export interface ProgrammeWish {
  /** Whether orders placed from now on earn points; those that were earned stay either way. */
  readonly running: boolean
  readonly names: Readonly<Record<string, string>>
  /** So many points for each whole part of so much, in whole minor units of the market's currency. */
  readonly earnPoints: bigint
  readonly earnAmount: bigint
  /** Whether what was spent is counted with its tax. */
  readonly afterTax: boolean
  /** Categories whose goods, and those of the categories below, earn nothing. */
  readonly excludedCategories: readonly string[]
  /** Codes of groups whose customers earn nothing. */
  readonly excludedGroups: readonly string[]
  /** What one point is worth as store credit, in whole minor units: so no conversion is ever rounded. */
  readonly pointWorth: bigint
  /** Fewer points are not turned into credit. */
  readonly leastPoints: bigint
  /** Days after arrival until points are certain: the withdrawal period, and some more. */
  readonly confirmDays: number
  /** 0: never. */
  readonly expiryMonths: number
  readonly expiresAfter: ExpiresAfter
  /** Of a million points, how many the shop expects to be turned into credit (IFRS 15.B40–B43). */
  readonly redemptionPpm: number
}

export interface Terms extends ProgrammeWish {
  readonly id: string
  readonly market: string
  readonly version: number
  readonly from: Date
}

/** Sound terms with trimmed names; a programme that gave more back than is spent is a typing error. */
export function soundProgramme(wish: ProgrammeWish): Result<ProgrammeWish> {
  const names = Object.fromEntries(
    Object.entries(wish.names)
      .map(([locale, name]) => [locale, name.trim()] as const)
      .filter(([, name]) => name !== ''),
  )
  if (!names['en']) return refusals.name_missing({ field: 'names.en' })
  if (wish.earnPoints * wish.pointWorth > wish.earnAmount) return refusals.worth_above_spend({ field: 'pointWorth' })
  const { excludedCategories, excludedGroups } = wish
  return ok({
    ...wish,
    names,
    excludedCategories: [...new Set(excludedCategories)].toSorted(),
    excludedGroups: [...new Set(excludedGroups)].toSorted(),
  })
}

type Rate = Pick<ProgrammeWish, 'earnPoints' | 'earnAmount'>

/** Points for what was spent, in whole minor units: only whole parts count. */
export function pointsFor({ earnPoints, earnAmount }: Rate, spent: bigint): bigint {
  return spent <= 0n ? 0n : (spent * earnPoints) / earnAmount
}

export interface SoldLine {
  /** physical, digital, service, gift_card. */
  readonly kind: string
  readonly net: bigint
  readonly total: bigint
  /** Its category and those above it. */
  readonly categories: readonly string[]
}

/** What of an order counts: its goods after promotions, without excluded ones; neither delivery nor gift cards, which are money. */
export function countedOf(
  { afterTax, excludedCategories }: Pick<ProgrammeWish, 'afterTax' | 'excludedCategories'>,
  lines: readonly SoldLine[],
): bigint {
  const excluded = new Set(excludedCategories)
  return lines
    .filter(({ kind, categories }) => kind !== 'gift_card' && !categories.some((one) => excluded.has(one)))
    .reduce((all, { net, total }) => all + (afterTax ? total : net), 0n)
}

/** What was paid and not given back takes its share of the points, rounded down; what came back takes its points along. */
export function shareKept(points: bigint, { kept, total }: { readonly kept: bigint; readonly total: bigint }): bigint {
  if (total <= 0n || kept >= total) return points
  return kept <= 0n ? 0n : (points * kept) / total
}
