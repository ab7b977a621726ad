/** As coupons are kept and compared: nobody means two by "hello" and "HELLO ". */
export function normalCoupon(text: string): string {
  return text.trim().toUpperCase()
}

export const COUPON_PATTERN = /^[A-Z0-9][A-Z0-9_-]{2,39}$/

/** Without those that are mistaken for each other when read aloud or off a leaflet: 0 O, 1 I L. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const RANDOM_LENGTH = 10

/** `SPRING-` and ten letters by chance: 31^10 of them, so that nobody guesses one. `random` gives numbers below 31. */
export function couponFrom(prefix: string, random: () => number): string {
  let code = prefix === '' ? '' : `${prefix}-`
  for (let letter = 0; letter < RANDOM_LENGTH; letter += 1) code += LETTERS[random()]
  return code
}

export const COUPON_LETTERS = LETTERS.length
