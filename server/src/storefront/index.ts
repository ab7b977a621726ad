export type { StorefrontOptions } from './desk.ts'
export { mountStorefront } from './mount-storefront.ts'
