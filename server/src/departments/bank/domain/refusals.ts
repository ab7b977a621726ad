import { defineRefusals } from '../../../kernel/result.ts'

export const refusals = defineRefusals('bank', {
  not_found: 404,
  file_empty: 422,
  not_xml: 422,
  not_a_statement: 422,
  statement_missing: 422,
  statement_incomplete: 422,
  entry_ended: 409,
  money_went_out: 409,
  note_missing: 422,
  no_account: 404,
})
