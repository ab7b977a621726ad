import type { Id } from '../../../kernel/ids.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from './refusals.ts'

export type GroupId = Id<'customer-group'>

/**
 * Who belongs to a group by themselves: whoever meets every condition that is there. Within one, any of its values will do.
 * A purchase counts once it is paid, and no more when it is cancelled.
 */
export interface GroupRule {
  /** Bought for, or has an address in one of them. */
  readonly countries?: readonly string[] | undefined
  readonly locales?: readonly string[] | undefined
  readonly labels?: readonly string[] | undefined
  /** What follows the @, in lower case. */
  readonly emailDomains?: readonly string[] | undefined
  readonly registered?: boolean | undefined
  readonly spentAtLeast?: { readonly amount: number; readonly currency: string } | undefined
  readonly ordersAtLeast?: number | undefined
  /** Only purchases of so many days count. */
  readonly withinDays?: number | undefined
}

export interface GroupDraft {
  readonly names: Readonly<Record<string, string>>
  /** Null: by hand alone. */
  readonly rule: GroupRule | null
}

export const MOST_PASTED = 500

/** The rule with its values trimmed and sorted, so that the same rule is always written the same. */
export function soundRule(rule: GroupRule | null): Result<GroupRule | null> {
  if (rule === null) return ok(null)
  const { countries, locales, labels, emailDomains, registered, spentAtLeast, ordersAtLeast, withinDays } = rule
  const counts = spentAtLeast !== undefined || ordersAtLeast !== undefined
  if (withinDays !== undefined && !counts) return refusals.group_rule_days_of_nothing({ field: 'rule.withinDays' })
  const texts = {
    countries: wordsOf(countries),
    locales: wordsOf(locales),
    labels: wordsOf(labels?.map(normalLabel)),
    emailDomains: wordsOf(emailDomains?.map((domain) => domain.trim().toLowerCase().replace(/^@/, ''))),
  }
  const sound = {
    ...Object.fromEntries(Object.entries(texts).filter(([, words]) => words.length > 0)),
    ...(registered !== undefined && { registered }),
    ...(spentAtLeast && { spentAtLeast }),
    ...(ordersAtLeast !== undefined && { ordersAtLeast }),
    ...(withinDays !== undefined && { withinDays }),
  } as GroupRule
  return Object.keys(sound).length === 0 ? refusals.group_rule_empty({ field: 'rule' }) : ok(sound)
}

export const normalLabel = (text: string): string => text.trim().toLowerCase()

export function wordsOf(words: readonly string[] | undefined): string[] {
  return [...new Set((words ?? []).map((word) => word.trim()).filter((word) => word !== ''))].sort()
}

/** Addresses out of pasted text: one a line, or apart by commas, semicolons or blanks, also as `Ada <ada@example.com>`. */
export function addressesIn(text: string): string[] {
  const parts = text.split(/[\s,;<>"()]+/).map((part) => part.trim().toLowerCase())
  return [...new Set(parts.filter((part) => part.includes('@')))]
}
