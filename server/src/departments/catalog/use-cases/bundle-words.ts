/** The words that bundles are said in, for schemas. */
export { BUNDLE_LIMITS, BUNDLE_SHAPES, PRODUCT_KINDS } from '../domain/bundles/bundle.ts'
