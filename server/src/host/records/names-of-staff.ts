import type { House } from '../context.ts'

/** Id -> name of those who are known; the rest stay without. */
export async function namesOfStaff(
  { database, ports }: Pick<House, 'database' | 'ports'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0 || !ports?.staff) return new Map()
  return ports.staff.namesOf(database, wanted)
}
