import type { Database } from '../../../host/database/pool.ts'
import { readPage } from '../../../host/lists/read-list.ts'
import { customersList, type CustomerView } from './customers-list.ts'

/** By part of a name or an e-mail address, the newest first. */
export async function searchCustomers(
  reader: Pick<Database, 'rows'>,
  typed: string,
  limit: number,
): Promise<readonly CustomerView[]> {
  const page = await readPage(reader, customersList, { locale: 'en', now: new Date(0), search: typed, limit })
  return page.ok ? page.value.items : []
}
