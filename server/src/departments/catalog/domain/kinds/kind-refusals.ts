import { defineRefusals } from '../../../../kernel/result.ts'

export const kindRefusals = defineRefusals('catalog', {
  not_digital: 409,
  not_a_service: 409,
  download_missing: 422,
  download_not_found: 404,
  last_download: 409,
  too_many_downloads: 409,
})
