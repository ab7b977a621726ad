import { catalogueOf, type Refusals } from '../../kernel/result.ts'

export interface ListedRefusal {
  readonly department: string
  readonly code: string
  readonly status: number
}

/** Outages and faults are no refusals, and callers meet them too. */
const BESIDES: readonly ListedRefusal[] = [
  { department: 'host', code: 'host.unavailable', status: 503 },
  { department: 'host', code: 'host.fault', status: 500 },
]

/** Every code that the API may answer with, department by department. */
export function listRefusals(catalogues: readonly object[]): ListedRefusal[] {
  const all = catalogues.flatMap((catalogue) =>
    catalogueOf(catalogue as Refusals<never>).map(({ code, status }) => ({
      department: code.split('.')[0] ?? '',
      code,
      status,
    })),
  )
  return [...all, ...BESIDES].sort((a, b) => (a.code < b.code ? -1 : 1))
}
