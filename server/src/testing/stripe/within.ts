/** What is expanded below a field; undefined where the field itself is not. */
export function within(field: string, expand: readonly string[]): string[] | undefined {
  const below = expand.filter((path) => path === field || path.startsWith(`${field}.`))
  return below.length === 0
    ? undefined
    : below.map((path) => path.slice(field.length + 1)).filter((rest) => rest !== '')
}
