import type { Database } from '../../../host/database/pool.ts'
import type { Locale } from '../../../host/i18n/locales.ts'
import { listMarkets } from '../../organisation/index.ts'
import { nameAssignee } from '../../work/index.ts'
import { kindOf } from '../domain/hold-rule.ts'
import { listHoldRules, type HoldRule } from '../queries/hold-rules.ts'

type Reader = Pick<Database, 'row' | 'rows'>

/** The rules with who is asked to look, and the markets to which one can be limited. */
export async function viewHoldRules(reader: Reader, locale: Locale) {
  const [rules, markets] = await Promise.all([listHoldRules(reader), listMarkets(reader)])
  const names = await nameAssignees(reader, rules, locale)
  return {
    markets: markets.map(({ code, currency }) => ({ code, currency })),
    rules: rules.map((rule) => ({
      ...rule,
      kind: kindOf(rule.terms),
      assigneeName: names.get(rule.assignee ?? '') ?? null,
    })),
  }
}

/** `role:care_agent` -> what they are called; who is not there any more stays without a name. */
async function nameAssignees(
  reader: Reader,
  rules: readonly HoldRule[],
  locale: Locale,
): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(rules.flatMap(({ assignee }) => assignee ?? []))]
  const named = await Promise.all(
    asked.map(async (assignee) => {
      const [kind, id] = assignee.split(':') as ['staff' | 'unit' | 'role', string]
      const names = await nameAssignee(reader, { kind, id })
      return names.ok ? [[assignee, names.value[locale] ?? names.value.en] as const] : []
    }),
  )
  return new Map(named.flat())
}
