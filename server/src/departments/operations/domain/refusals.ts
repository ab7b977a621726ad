import { defineRefusals } from '../../../kernel/result.ts'

export const refusals = defineRefusals('operations', {
  job_not_found: 404,
  not_dead: 409,
  mail_not_found: 404,
  mail_not_wanted: 409,
  webhook_not_found: 404,
  delivery_not_found: 404,
  webhook_name_missing: 422,
  no_kinds: 422,
  unknown_kind: 422,
  kind_not_yours: 403,
  address_malformed: 422,
  address_not_https: 422,
  address_private: 422,
  too_many_webhooks: 409,
  webhook_is_paused: 409,
  still_waiting: 409,
})
