const LONGEST = 255

/** As the house takes it (`Idempotency-Key`: up to 255 visible characters of ASCII), whatever a screen puts its keys together from. */
export function plainKey(key: string): string {
  return encodeURIComponent(key).slice(0, LONGEST)
}
