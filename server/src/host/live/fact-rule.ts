import type { Department } from '../department.ts'
import type { Permission } from '../http/route.ts'

/** Who hears of the facts of a subject: of `product` those that are called `product.changed.v1`. */
export interface FactRule {
  readonly read: Exclude<Permission, 'public'>
  /** They concern no market and no location: who is narrowed to some hears of them too. */
  readonly anywhere?: true
}

/** Subject -> who hears of it; of what is not here nobody hears. */
export type FactRules = ReadonlyMap<string, FactRule>

type Declares = Pick<Department, 'name' | 'permissions' | 'recordTypes' | 'facts'>

/** Facts of a kind of record are for those who may read such records; departments say what holds for the others. */
export function gatherFactRules(manifests: readonly Declares[]): FactRules {
  const known = new Set(manifests.flatMap(({ permissions }) => permissions))
  const said = manifests.flatMap(({ name, facts = {} }) =>
    Object.entries(facts).map(([subject, rule]) => ({ name, subject, rule })),
  )
  const rules = new Map<string, FactRule>(
    manifests.flatMap(({ recordTypes = {} }) =>
      Object.entries(recordTypes).map(([type, { read }]) => [type, { read }] as const),
    ),
  )
  for (const [index, { name, subject, rule }] of said.entries()) {
    const before = said.slice(0, index).find((one) => one.subject === subject)
    if (before) throw new Error(`${before.name} and ${name} both say who hears of ${subject}.`)
    if (!known.has(rule.read))
      throw new Error(`${name} tells ${subject} to who has ${rule.read}, which nobody can have.`)
    rules.set(subject, rule)
  }
  return rules
}

export function ruleOf(rules: FactRules, eventName: string): FactRule | undefined {
  return rules.get(eventName.split('.')[0] ?? '')
}
