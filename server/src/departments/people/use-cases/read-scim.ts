import type { Database } from '../../../host/database/pool.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { readFilter } from '../domain/scim-filter.ts'
import { idsIn, memberOf, readPatch } from '../domain/scim-patch.ts'
import { readGroup, readUser } from '../domain/scim-user.ts'
import { listScimGroups, type ScimGroupRow } from '../queries/scim.ts'
import type { GroupWish } from './scim-groups.ts'

/** What a directory says, as the house understands it. */
export const filterAsked = readFilter
export const userWished = readUser
export const patchWished = readPatch
export const noSuchUser = () => refusals.not_found()

export function groupWished(body: unknown): GroupWish {
  const members = memberOf(body, 'members')
  return { ...readGroup(body), members: members === undefined ? undefined : idsIn(members) }
}

export async function getScimGroup(database: Pick<Database, 'rows'>, code: string): Promise<Result<ScimGroupRow>> {
  const [group] = await listScimGroups(database, { attribute: 'id', value: code })
  return group ? ok(group) : refusals.scim_no_such_group()
}
