import { defineRefusals } from '../../../kernel/result.ts'

export const approvalRefusals = defineRefusals('work', {
  approval_not_found: 404,
  approval_decided: 409,
  approval_expired: 409,
  approval_own_request: 403,
  approval_not_yours: 403,
  approval_given_already: 409,
  approval_reason_missing: 422,
  approval_not_requester: 403,
  rule_not_found: 404,
  rule_ended: 409,
  rule_act_unknown: 422,
  rule_condition_unfit: 422,
  rule_role_unknown: 422,
  rule_never_active: 422,
})
