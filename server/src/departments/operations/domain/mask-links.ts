/** Of an address: single-use secrets stand behind `#`. */
const SINGLE_USE = /(#(?:token=)?)[\w-]{20,}/g
/** A part of its path or a value of its query that is a token: names are shorter, or written small. */
const SIGNED = /(?<=[/=])(?=[\w-]*[A-Z])[\w-]{40,}/g

/**
 * A kept mail may hold a link that opens without an account: a sign-in, an order with its documents and downloads, a gift card with
 * its code. Whoever read it could do as its receiver, so nobody reads its secret here, whatever they may do otherwise. It is shown
 * only in the demo, where there is no other way to follow it and nobody to harm.
 */
export function maskLinks(text: string, isDemo: boolean): string {
  return isDemo ? text : text.replace(SINGLE_USE, '$1•••').replace(SIGNED, '•••')
}
