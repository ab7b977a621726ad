/** The words that bundles are said in, for schemas. */
export { BUNDLE_LIMITS, BUNDLE_SHAPES } from '../domain/bundles/bundle.ts'
export { KIND_LIMITS } from '../domain/kinds/kind-terms.ts'
export { PRODUCT_KINDS } from '../domain/kinds/product-kind.ts'
