import { defineRefusals } from '../../../../kernel/result.ts'

export const bundleRefusals = defineRefusals('catalog', {
  not_a_bundle: 409,
  bundle_empty: 422,
  bundle_group_unfit: 422,
  bundle_group_unnamed: 422,
  bundle_counts_crossed: 422,
  bundle_component_repeated: 422,
  bundle_component_unknown: 422,
  bundle_component_nested: 422,
  bundle_component_not_published: 422,
  bundle_choice_unknown: 422,
  bundle_choice_incomplete: 422,
})
