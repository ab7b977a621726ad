import { Type } from 'typebox'
import { ok } from '../../kernel/result.ts'
import { staffBehind } from '../actor.ts'
import type { House } from '../context.ts'
import { query, steps, type Route } from '../http/route.ts'
import { idSchema } from '../http/schemas.ts'
import { staffOf } from '../http/staff-of.ts'
import { namesOfStaff } from '../records/names-of-staff.ts'
import { operationName, recordIdSchema, recordParams, type NamedRecordType } from '../records/record-type.ts'
import { hostRefusals } from '../refusals.ts'
import { EDITING_SECONDS, PRESENT_SECONDS, keepPresence, leave, listOthers, type PresentRow } from './store.ts'

const presentSchema = Type.Object({
  people: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      editing: Type.Boolean({ description: 'Has typed something that is not saved.' }),
    }),
    { description: 'Others, by name; each once, however many tabs.' },
  ),
})

/** Per address, behind which a whole company may sit: each open page speaks every five seconds. */
const BEATS_PER_MINUTE = 1_800

/**
 * Who has a record open now. A page says so every few seconds and is told who else does, in one statement: a push would need a fact for
 * every coming and going, and facts are kept for days. Whoever may read the record sees and is seen, people from outside like everybody:
 * who works on the same thing must know of each other.
 */
export function presenceRoutes(record: NamedRecordType): readonly Route[] {
  const { type, read, exists, place } = record
  const common = { permission: read, own: 'any' as const, ...(place ? { withinScope: place } : {}) }
  const tabParams = Type.Object({ id: recordIdSchema(record), tab: idSchema })
  const path = `/records/${type}/:id/presence`
  const ref = (id: string) => ({ type, id })
  return [
    query({
      ...common,
      method: 'GET',
      path,
      operationId: operationName('read', record, 'Presence'),
      summary: `Who else looks at a record (${type}) now, and who is changing it`,
      params: recordParams(record),
      response: presentSchema,
      answer: async ({ house, actor }, { params: { id } }) => {
        if (!(await exists(house.database, id))) return hostRefusals.record_not_found()
        const rows = await listOthers(house.database, ref(id), staffBehind(actor), house.clock.now())
        return ok(await present(house, rows))
      },
    }),
    steps({
      ...common,
      method: 'PUT',
      path: `${path}/:tab`,
      operationId: operationName('keep', record, 'Presence'),
      summary: `Say that one looks at a record (${type}), and learn who else does`,
      description: `Forgotten after ${PRESENT_SECONDS} seconds, or ${EDITING_SECONDS} while something is being changed; to be said again before. \`tab\` is any id that the page made for itself.`,
      params: tabParams,
      body: Type.Object({ editing: Type.Boolean() }),
      response: presentSchema,
      rateLimit: { perMinute: BEATS_PER_MINUTE },
      answer: async (call, { params: { id, tab }, body: { editing } }) => {
        const { house } = call
        const staff = staffOf(call)
        if (!staff.ok) return staff
        if (!(await exists(house.database, id))) return hostRefusals.record_not_found()
        const at = { record: ref(id), staffId: staff.value.id, tab }
        return ok(await present(house, await keepPresence(house.database, at, editing, house.clock.now())))
      },
    }),
    steps({
      ...common,
      method: 'DELETE',
      path: `${path}/:tab`,
      operationId: operationName('end', record, 'Presence'),
      summary: `Say that one has left a record (${type})`,
      params: tabParams,
      response: Type.Void(),
      status: 204,
      rateLimit: { perMinute: BEATS_PER_MINUTE },
      answer: async (call, { params: { id, tab } }) => {
        const staff = staffOf(call)
        if (!staff.ok) return staff
        await leave(call.house.database, { record: ref(id), staffId: staff.value.id, tab }, call.house.clock.now())
        return ok()
      },
    }),
  ]
}

/** Names alone, from the directory: who has none is no longer of the house. */
async function present(house: House, rows: readonly PresentRow[]) {
  const names = await namesOfStaff(
    house,
    rows.map(({ staff_id }) => staff_id),
  )
  const people = rows.flatMap(({ staff_id: id, editing }) => {
    const name = names.get(id)
    return name === undefined ? [] : [{ id, name, editing }]
  })
  return { people: people.toSorted((a, b) => a.name.localeCompare(b.name)) }
}
