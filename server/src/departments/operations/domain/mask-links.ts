/**
 * A kept mail may hold a single-use link, and whoever read it could sign in as its receiver. Its secret stands behind `#`,
 * and is shown only in the demo, where there is no other way to follow it and nobody to harm.
 */
export function maskLinks(text: string, isDemo: boolean): string {
  return isDemo ? text : text.replace(/(#(?:token=)?)[\w-]{20,}/g, '$1•••')
}
