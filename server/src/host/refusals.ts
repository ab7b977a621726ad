import { defineRefusals } from '../kernel/result.ts'

/** Refusals that any operation may give. Departments keep their own beside their domain. */
export const hostRefusals = defineRefusals('host', {
  invalid_input: 422,
  malformed_body: 400,
  body_too_large: 413,
  not_found: 404,
  not_signed_in: 401,
  not_allowed: 403,
  cross_site: 403,
  unknown_host: 421,
  too_many_requests: 429,
  version_conflict: 409,
  version_required: 428,
  idempotency_key_reused: 422,
  idempotency_in_progress: 409,
  invalid_cursor: 400,
  unsupported_media_type: 415,
})
