import { staffBehind, type Actor } from '../../../host/actor.ts'
import type { Database } from '../../../host/database/pool.ts'
import type { PossibleAction } from '../../../host/http/allowed-actions.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { actsOn, decideAct } from '../domain/person-acts.ts'
import { OWNER } from '../domain/roles.ts'
import { getPerson, type PersonView } from '../queries/get-person.ts'
import { countOthersWithRole } from '../store/staff.ts'
import { granterOf } from './granter-of.ts'

/** Somebody with what could be done to them now, from the table by which it is decided. */
export async function viewPerson(
  reader: Pick<Database, 'row' | 'rows'>,
  id: string,
  actor: Actor,
): Promise<Result<{ readonly person: PersonView; readonly possible: PossibleAction[] }>> {
  const found = await getPerson(reader, id)
  if (!found.ok) return found
  const person = found.value
  const standing = {
    ended: person.endedAt !== null,
    suspended: person.suspension !== null,
    isCaller: staffBehind(actor) === person.id,
    outside: person.company !== null,
    lastOwner: person.roles.includes(OWNER) && (await countOthersWithRole(reader, OWNER, person.id)) === 0,
    roles: [{ permissions: person.permissions.map(({ permission }) => permission) }],
  }
  const { totp, passkeys } = person.secondFactor
  const shown = {
    outside: standing.outside,
    over: person.state === 'over',
    suspended: standing.suspended,
    hasSecondFactor: totp || passkeys > 0,
  }
  const possible = standing.ended
    ? []
    : actsOn(shown).map((action) => {
        const decided = decideAct(action, standing, granterOf(actor))
        return { action, permission: 'people:write', refusal: decided.ok ? null : decided.refusal }
      })
  return ok({ person, possible })
}
