/** What the first document would be called; undefined while what is typed makes no number. The server decides. */
export function sampleLabel(values: Readonly<Record<string, unknown>>, year: number): string | undefined {
  const { format, digits, firstNumber } = values
  if (typeof format !== 'string' || typeof digits !== 'number' || typeof firstNumber !== 'number') return undefined
  if (!format.includes('{number}')) return undefined
  return format.trim().replace('{year}', String(year)).replace('{number}', String(firstNumber).padStart(digits, '0'))
}
