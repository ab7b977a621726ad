import { ok, type Refused, type Result } from '../../../../kernel/result.ts'
import { together } from '../together.ts'
import type { Bundle, BundleGroup } from './bundle.ts'
import { bundleRefusals } from './bundle-refusals.ts'

/** What no schema says of a bundle: that its groups are as its shape has them, and nothing stands in it twice. */
export function checkBundle(bundle: Bundle): Result<void> {
  const flaws = [...bundle.groups.flatMap((group, at) => groupFlaws(bundle, group, at)), ...repeatedInFixed(bundle)]
  return flaws.length > 0 ? together(flaws) : ok()
}

function groupFlaws({ shape }: Bundle, group: BundleGroup, at: number): Refused[] {
  const field = `groups.${at}`
  const flaws: Refused[] = []
  if (group.least > group.most) flaws.push(bundleRefusals.bundle_counts_crossed({ field: `${field}.most` }))
  if (shape !== 'fixed' && !group.names['en']?.trim()) {
    flaws.push(bundleRefusals.bundle_group_unnamed({ field: `${field}.names.en` }))
  }
  if (!fits(shape, group)) flaws.push(bundleRefusals.bundle_group_unfit({ field, params: { shape } }))
  const seen = new Set<string>()
  for (const [index, { variantId }] of group.options.entries()) {
    if (seen.has(variantId)) flaws.push(repeated(`${field}.options.${index}.variantId`))
    seen.add(variantId)
  }
  return flaws
}

/** A fixed group is one component; a configurable one is chosen once at most, and has one option that is chosen at first. */
function fits(shape: Bundle['shape'], { least, most, options }: BundleGroup): boolean {
  const chosen = options.reduce((all, option) => all + option.chosen, 0)
  switch (shape) {
    case 'fixed':
      return options.length === 1 && least === 1 && most === 1
    case 'configurable':
      return most === 1 && chosen <= 1
    case 'mix':
      return least >= 1 && chosen <= most && options.every(({ quantity }) => quantity === 1)
  }
}

/** What is in it for certain is said once, with its quantity. */
function repeatedInFixed({ shape, groups }: Bundle): Refused[] {
  if (shape !== 'fixed') return []
  const seen = new Set<string>()
  return groups.flatMap(({ options: [option] }, at) => {
    if (!option) return []
    const again = seen.has(option.variantId)
    seen.add(option.variantId)
    return again ? [repeated(`groups.${at}.options.0.variantId`)] : []
  })
}

const repeated = (field: string) => bundleRefusals.bundle_component_repeated({ field })
