import type { Bundle, BundleGroup, BundleOption } from './bundle-queries.ts'

export const EMPTY_BUNDLE: Bundle = { shape: 'fixed', price: { way: 'own' }, promotions: 'included', groups: [] }

export const newOption = (variantId: string): BundleOption => ({ variantId, quantity: 1, surcharges: {}, chosen: 0 })

/** A group as the shape has it: fixed ones are one component, of configurable ones one is chosen. */
export function newGroup(shape: Bundle['shape'], options: BundleOption[] = []): BundleGroup {
  return { names: {}, least: shape === 'mix' ? 3 : 1, most: shape === 'mix' ? 3 : 1, options }
}

/** The same goods in another shape: what was fixed becomes a choice, and the other way round. */
export function inShape({ groups, ...bundle }: Bundle, shape: Bundle['shape']): Bundle {
  const options = groups.flatMap((group) => group.options)
  const once = [...new Map(options.map((option) => [option.variantId, option])).values()]
  if (shape === bundle.shape || once.length === 0)
    return { ...bundle, shape, groups: shape === bundle.shape ? groups : [] }
  if (shape === 'fixed') {
    return { ...bundle, shape, groups: once.map((option) => newGroup('fixed', [{ ...option, chosen: 0 }])) }
  }
  const asked = once.map((option) => ({ ...option, quantity: shape === 'mix' ? 1 : option.quantity, chosen: 0 }))
  return { ...bundle, shape, groups: [{ ...newGroup(shape, asked), names: groups[0]?.names ?? {} }] }
}

export function changeGroup(bundle: Bundle, at: number, change: Partial<BundleGroup>): Bundle {
  return { ...bundle, groups: bundle.groups.map((group, index) => (index === at ? { ...group, ...change } : group)) }
}

export function changeOption(
  bundle: Bundle,
  { at, variantId }: { readonly at: number; readonly variantId: string },
  change: Partial<BundleOption>,
): Bundle {
  const group = bundle.groups[at]
  if (!group) return bundle
  const options = group.options.map((one) => (one.variantId === variantId ? { ...one, ...change } : one))
  return changeGroup(bundle, at, { options })
}

/** Without the component; a group that is left empty goes with it. */
export function withoutOption(bundle: Bundle, at: number, variantId: string): Bundle {
  const options = bundle.groups[at]?.options.filter((one) => one.variantId !== variantId) ?? []
  return options.length > 0 ? changeGroup(bundle, at, { options }) : withoutGroup(bundle, at)
}

export function withoutGroup(bundle: Bundle, at: number): Bundle {
  return { ...bundle, groups: bundle.groups.filter((_, index) => index !== at) }
}

/** A component more: of a fixed bundle a group of its own, else a choice of the group. Once there, it stays as it is. */
export function withOption(bundle: Bundle, at: number, variantId: string): Bundle {
  if (bundle.shape === 'fixed') {
    const isThere = bundle.groups.some(({ options }) => options.some((one) => one.variantId === variantId))
    return isThere ? bundle : { ...bundle, groups: [...bundle.groups, newGroup('fixed', [newOption(variantId)])] }
  }
  const options = bundle.groups[at]?.options ?? []
  if (options.some((one) => one.variantId === variantId)) return bundle
  return changeGroup(bundle, at, { options: [...options, newOption(variantId)] })
}
