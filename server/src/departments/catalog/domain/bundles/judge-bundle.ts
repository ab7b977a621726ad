import type { Refused } from '../../../../kernel/result.ts'
import { together } from '../together.ts'
import type { Bundle } from './bundle.ts'
import { bundleRefusals } from './bundle-refusals.ts'

/** What is known of a variant that is to be a component. */
export interface ComponentToJudge {
  readonly kind: string
  readonly retired: boolean
  readonly published: boolean
}

type Components = ReadonlyMap<string, ComponentToJudge>

/** What cannot be a component at all: what nobody sells any more, and bundles. Each at its place. */
export function componentFlaws({ groups }: Bundle, components: Components): Refused[] {
  return each(groups, (variantId, field) => {
    const found = components.get(variantId)
    if (!found || found.retired) return bundleRefusals.bundle_component_unknown({ field })
    return found.kind === 'bundle' ? bundleRefusals.bundle_component_nested({ field }) : undefined
  })
}

/** What keeps a bundle out of the shop: that it is none yet, or that a component is not in the shop itself. */
export function bundleRefusal(bundle: Bundle | undefined, components: Components): Refused | undefined {
  if (!bundle) return bundleRefusals.bundle_empty({ field: 'bundle' })
  const flaws = [
    ...componentFlaws(bundle, components),
    ...each(bundle.groups, (variantId, field) =>
      components.get(variantId)?.published === false
        ? bundleRefusals.bundle_component_not_published({ field })
        : undefined,
    ),
  ]
  return flaws.length > 0 ? together(flaws) : undefined
}

function each(groups: Bundle['groups'], judge: (variantId: string, field: string) => Refused | undefined): Refused[] {
  return groups.flatMap(({ options }, at) =>
    options.flatMap(({ variantId }, index) => judge(variantId, `groups.${at}.options.${index}.variantId`) ?? []),
  )
}
