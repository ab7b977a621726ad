/**
 * A payer's reference that banks carry as it is and that shows a slip of the pen: ISO 11649, `RF`, two check digits, up to 21 letters
 * and digits. Letters count as 10 to 35; the reference with `RF` and its digits at its end leaves 1 when divided by 97 (ISO 7064).
 */
export function creditorReference(own: string): string {
  const body = own.toUpperCase()
  const digits = String(98n - remainder(`${body}RF00`)).padStart(2, '0')
  return `RF${digits}${body}`
}

/** What stands behind the check digits; undefined where it is no reference, or one with a slip. Blanks are ignored. */
export function ownPartOf(typed: string): string | undefined {
  const reference = typed.replaceAll(/\s/g, '').toUpperCase()
  if (!/^RF\d{2}[0-9A-Z]{1,21}$/.test(reference)) return undefined
  const body = reference.slice(4)
  return remainder(body + reference.slice(0, 4)) === 1n ? body : undefined
}

/** In groups of four, as people copy it. */
export const inFours = (text: string): string => text.replaceAll(/(.{4})(?=.)/g, '$1 ')

function remainder(text: string): bigint {
  return BigInt([...text].map((one) => String(Number.parseInt(one, 36))).join('')) % 97n
}
