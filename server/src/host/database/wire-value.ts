/**
 * A value as it travels to PostgreSQL: text that the server reads as the parameter's type, or bytes.
 *
 * The house writes it, not the driver, so that a value that cannot be sent fails where it is handed in. The driver would
 * find out with the statements before it already on their way and COMMIT behind them, which then commits the others alone.
 */
export function wireValue(value: unknown): string | Buffer | null {
  if (typeof value === 'string') return value
  if (value === null || value === undefined) return null
  if (typeof value === 'object') return wireObject(value)
  if (typeof value === 'symbol' || typeof value === 'function') throw new TypeError(`a ${typeof value} is no SQL value`)
  return String(value)
}

function wireObject(value: object): string | Buffer {
  if (Array.isArray(value)) return arrayText(value)
  if (value instanceof Date) return value.toISOString()
  if (Buffer.isBuffer(value)) return value
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  return JSON.stringify(value)
}

/** An array literal (PostgreSQL, "Array Input and Output Syntax"). */
function arrayText(values: readonly unknown[]): string {
  let text = '{'
  for (let index = 0; index < values.length; index++) text += (index > 0 ? ',' : '') + elementText(values[index])
  return `${text}}`
}

function elementText(value: unknown): string {
  if (Array.isArray(value)) return arrayText(value)
  const wired = wireValue(value)
  if (wired === null) return 'NULL'
  if (typeof wired !== 'string') return `"\\\\x${wired.toString('hex')}"`
  return `"${/["\\]/.test(wired) ? wired.replaceAll(/["\\]/g, '\\$&') : wired}"`
}
