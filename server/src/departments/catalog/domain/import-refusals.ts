import { defineRefusals } from '../../../kernel/result.ts'

export const importRefusals = defineRefusals('catalog', {
  import_not_found: 404,
  import_not_now: 409,
  import_file_gone: 409,
  mapping_not_found: 404,
})
