/** JSON for a jsonb parameter. Amounts are bigint in code; in JSON they are whole numbers. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'bigint' ? Number(inner) : inner))
}
