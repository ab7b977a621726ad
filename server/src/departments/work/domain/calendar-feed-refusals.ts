import { defineRefusals } from '../../../kernel/result.ts'

export const feedRefusals = defineRefusals('work', {
  feed_not_found: 404,
  too_many_feeds: 409,
})
