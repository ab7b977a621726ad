import { defineRefusals } from '../../../kernel/result.ts'

export const projectRefusals = defineRefusals('work', {
  project_not_found: 404,
  template_not_found: 404,
  template_retired: 409,
  template_name_missing: 422,
  template_steps_missing: 422,
  template_step_untitled: 422,
  template_party_unknown: 422,
  party_unassigned: 422,
})
