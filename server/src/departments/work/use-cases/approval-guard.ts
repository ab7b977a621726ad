import type { Guard, Objection } from '../../../host/guard/guard.ts'
import { WatchedActs } from '../../../host/guard/recall-watched.ts'
import { holds } from '../domain/approval-rule.ts'
import { actsWithRules, rulesInForce } from '../store/approval-rules.ts'

export const RULE = 'rule'

/** Acts for which some rule is in force, remembered for a second. */
export const actsUnderRule: WatchedActs = new WatchedActs(actsWithRules)

/** Rules as data: each one in force that an act meets asks for approvals of its own. */
export const approvalGuard: Guard = {
  name: 'approvals',
  watches: (ctx, act) => actsUnderRule.watches(ctx, act),
  judge: async (ctx, { act, facts }): Promise<Objection[]> => {
    const rules = await rulesInForce(ctx, act)
    return rules
      .filter((rule) => holds(rule, facts))
      .map(({ id, version, note, roles, approvals }) => ({
        verdict: 'hold',
        requirement: { source: RULE, id, version, note, roles, approvals },
      }))
  },
}
