/**
 * Whether text is a GTIN-8, -12, -13 or -14 with the right check digit (GS1 General Specifications, 7.9: weights 3 and 1
 * from the right, the sum a multiple of ten).
 */
export function isGtin(text: string): boolean {
  if (!/^(?:\d{8}|\d{12}|\d{13}|\d{14})$/.test(text)) return false
  const digits = [...text].map(Number).reverse()
  const sum = digits.reduce((total, digit, place) => total + digit * (place % 2 === 0 ? 1 : 3), 0)
  return sum % 10 === 0
}
