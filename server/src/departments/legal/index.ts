export { CANCEL_MINUTES, CANCEL_UNTIL, filled, isPolicyKind, POLICY_KINDS, USUAL_RULES } from './domain/policy.ts'
export type { CancelUntil, PolicyKind, PolicyRules, PolicyTexts } from './domain/policy.ts'
export {
  findPolicyVersion,
  findRulesOfOrder,
  listPoliciesInForce,
  listPoliciesOfOrder,
  listPromisedWithdrawals,
  listTermsOfOrder,
} from './queries/policies.ts'
export type { PolicyVersion, SoldUnder, TermsOfOrder } from './queries/policies.ts'
export { checkAccepted, keepPolicies } from './use-cases/keep-policies.ts'
export { publishPolicy } from './use-cases/publish-policy.ts'
export { readyMadeDraft } from './use-cases/ready-made.ts'
export { saveDraft } from './use-cases/save-draft.ts'
