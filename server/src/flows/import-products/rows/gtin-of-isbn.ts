/** A book's number of before 2007 is part of its GTIN of today (ISO 2108, annex A); one that lost its zeros is nobody's. */
export function gtinOfIsbn(text: string): string | undefined {
  if (!/^\d{9}[\dXx]$/.test(text)) return undefined
  const digits = [...text].map((digit) => (/x/i.test(digit) ? 10 : Number(digit)))
  if (digits.reduce((sum, digit, at) => sum + digit * (10 - at), 0) % 11 !== 0) return undefined
  const body = `978${text.slice(0, 9)}`
  const parts = [...body].map(Number)
  const sum = parts.reduce((all, part, at) => all + part * (at % 2 === 0 ? 1 : 3), 0)
  return `${body}${(10 - (sum % 10)) % 10}`
}
