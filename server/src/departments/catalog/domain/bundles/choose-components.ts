import { ok, type Result } from '../../../../kernel/result.ts'
import { together } from '../together.ts'
import type { Bundle, BundleGroup } from './bundle.ts'
import { bundleRefusals } from './bundle-refusals.ts'

/** So often an option of a group. */
export interface BundleChoice {
  /** Its place among the groups. */
  readonly group: number
  readonly variantId: string
  readonly count: number
}

/** What is in one bundle. */
export interface ChosenComponent {
  readonly variantId: string
  readonly quantity: number
  readonly surcharges: Readonly<Record<string, number>>
}

/** What a bundle consists of by these choices. A group that leaves nothing to choose needs none. */
export function chooseComponents(bundle: Bundle, choices: readonly BundleChoice[]): Result<ChosenComponent[]> {
  const stray = choices.findIndex((choice) => !knows(bundle, choice))
  if (stray >= 0) return bundleRefusals.bundle_choice_unknown({ field: `choices.${stray}` })
  const unmet = bundle.groups.flatMap((group, at) => {
    if (isSettled(group)) return []
    const have = countOf(choices, at)
    const { least, most } = group
    return have < least || have > most
      ? [bundleRefusals.bundle_choice_incomplete({ field: `groups.${at}`, params: { least, most, have } })]
      : []
  })
  if (unmet.length > 0) return together(unmet)
  return ok(bundle.groups.flatMap((group, at) => componentsOf(group, choices, at)))
}

/** What is chosen until somebody chooses otherwise: as each option says, and the first ones where that is too little. */
export function usualChoices({ groups }: Bundle): BundleChoice[] {
  return groups.flatMap((group, at) => {
    if (isSettled(group)) return []
    const counts = group.options.map(({ chosen }) => chosen)
    const missing = group.least - counts.reduce((all, one) => all + one, 0)
    if (missing > 0 && counts.length > 0) counts[0] = counts[0]! + missing
    return group.options.flatMap(({ variantId }, index) =>
      counts[index]! > 0 ? [{ group: at, variantId, count: counts[index]! }] : [],
    )
  })
}

/** The same text for the same choices, whatever their order: one line of a basket. */
export function choiceKey(choices: readonly BundleChoice[]): string {
  return choices
    .filter(({ count }) => count > 0)
    .map(({ group, variantId, count }) => `${group} ${variantId} ${count}`)
    .sort()
    .join('\n')
}

/** One option, and no choice whether to have it. */
export function isSettled({ least, most, options }: BundleGroup): boolean {
  return options.length === 1 && least === most
}

function knows({ groups }: Bundle, { group, variantId, count }: BundleChoice): boolean {
  const options = groups[group]?.options ?? []
  return count >= 0 && options.some((option) => option.variantId === variantId)
}

const countOf = (choices: readonly BundleChoice[], at: number) =>
  choices.reduce((all, { group, count }) => (group === at ? all + count : all), 0)

function componentsOf(group: BundleGroup, choices: readonly BundleChoice[], at: number): ChosenComponent[] {
  return group.options.flatMap(({ variantId, quantity, surcharges }) => {
    const count = isSettled(group)
      ? group.least
      : choices.reduce((all, one) => (one.group === at && one.variantId === variantId ? all + one.count : all), 0)
    return count > 0 ? [{ variantId, quantity: quantity * count, surcharges }] : []
  })
}
