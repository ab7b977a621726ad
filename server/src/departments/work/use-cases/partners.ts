import type { Database } from '../../../host/database/pool.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { listCompanies } from '../../people/index.ts'
import { refusals } from '../domain/refusals.ts'
import type { Sharing } from '../store/talk.ts'

/** The companies from outside, with which a thread can be shared. */
export async function listPartners(reader: Pick<Database, 'rows'>): Promise<Sharing[]> {
  return (await listCompanies(reader)).map(({ id, name }) => ({ id, name }))
}

export async function findCompany(reader: Pick<Database, 'rows'>, id: string | null): Promise<Result<Sharing | null>> {
  if (id === null) return ok(null)
  const company = (await listPartners(reader)).find((one) => one.id === id)
  return company ? ok(company) : refusals.unknown_company({ field: 'sharedWith' })
}
