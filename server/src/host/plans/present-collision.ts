import { formatDate, formatDateTime } from '../i18n/format.ts'
import type { Locale } from '../i18n/locales.ts'
import type { MessageValues, Translate } from '../i18n/translate.ts'
import type { CollisionView } from './collision-schema.ts'
import type { FoundByRule, KeptCollision } from './found.ts'

/** How collisions are told: in a language, by the clocks of the plan. */
export interface Telling {
  readonly translate: Translate
  readonly locale: Locale
  readonly zone: string
}

interface Looking extends Telling {
  /** From whose side. */
  readonly planId: string
  /** The other sides that whoever looks may see. */
  readonly others: ReadonlyMap<string, { readonly id: string; readonly title: string; readonly ownerId: string }>
  readonly names: ReadonlyMap<string, string>
  readonly staffId: string | undefined
}

/** What was found and is not kept. */
export function presentFound(found: FoundByRule, names: ReadonlyMap<string, string>, telling: Telling): CollisionView {
  const { rule, severity, other, params, path } = found
  const name = `${rule.department}.${rule.name}`
  return {
    id: null,
    rule: name,
    severity,
    ...wordsOf(name, params, telling),
    other: other ? { id: other.id, title: other.title, path: `/plans/${other.id}` } : null,
    owner: other ? { id: other.ownerId, name: names.get(other.ownerId) ?? null } : null,
    path: path ?? null,
    foundAt: null,
    answers: [],
    mayAnswer: false,
  }
}

export function presentCollision(
  one: KeptCollision,
  { planId, others, names, staffId, ...telling }: Looking,
): CollisionView {
  const person = (id: string) => ({ id, name: names.get(id) ?? null })
  const other = others.get((one.plan_id === planId ? one.other_id : one.plan_id) ?? '')
  return {
    id: one.id,
    rule: one.rule,
    severity: one.severity,
    ...wordsOf(one.rule, one.params, telling),
    other: other ? { id: other.id, title: other.title, path: `/plans/${other.id}` } : null,
    owner: other ? person(other.ownerId) : null,
    path: one.path,
    foundAt: one.found_at.toISOString(),
    answers: one.answers.map(({ staffId: by, word, at }) => ({
      by: person(by),
      word,
      at: new Date(at).toISOString(),
    })),
    mayAnswer: staffId !== undefined && [one.owner_id, one.other_owner_id].includes(staffId),
  }
}

/** Departments' words under `<department>.interference.<rule>`. */
// i18n-dynamic: work.interference.*
// i18n-dynamic: inventory.interference.*
// i18n-dynamic: orders.interference.*
// i18n-dynamic: pricing.interference.*
function wordsOf(rule: string, params: Readonly<Record<string, string | number>>, telling: Telling) {
  const [department = '', name = ''] = rule.split('.')
  const values = valuesOf(params, telling)
  const key = `${department}.interference.${name}`
  return { sentence: telling.translate(`${key}.sentence`, values), remedy: telling.translate(`${key}.remedy`, values) }
}

/**
 * Instants (`...At`), days (`...On`), message keys (`...Key`) and countries (`...Code`) become words of the language; the last two
 * without their endings. Numbers stay, for plurals.
 */
function valuesOf(
  params: Readonly<Record<string, string | number>>,
  { locale, zone, translate }: Telling,
): MessageValues {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (typeof value !== 'string' || value === '') return [name, value]
      if (name.endsWith('At')) return [name, formatDateTime(new Date(value), locale, zone)]
      if (name.endsWith('Key')) return [name.slice(0, -3), translate(value)]
      if (name.endsWith('Code')) return [name.slice(0, -4), regionName(value, locale)]
      if (name.endsWith('On')) return [name, formatDate(new Date(`${value}T00:00:00Z`), locale, 'UTC')]
      return [name, value]
    }),
  )
}

function regionName(code: string, locale: Locale): string {
  return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code
}
