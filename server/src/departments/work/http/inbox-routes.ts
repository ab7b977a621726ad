import { Type } from 'typebox'
import { scopeOf } from '../../../host/actor.ts'
import { addDays, localDateIn, startOfDay } from '../../../kernel/time.ts'
import { ok } from '../../../kernel/result.ts'
import { decodeCursor, pageOf, pageQuery, toPage } from '../../../host/http/pagination.ts'
import { command, query, type Route } from '../../../host/http/route.ts'
import { idParams, idSchema, instantSchema, nullable } from '../../../host/http/schemas.ts'
import { staffOf } from '../../../host/http/staff-of.ts'
import { showRecords } from '../../../host/records/record-directory.ts'
import { COUNT_CAP, countInbox, readInbox, readMentionChoice, type InboxRow } from '../queries/inbox.ts'
import { readDigestChoice } from '../queries/read-digests.ts'
import { shopZone } from '../use-cases/shop-zone.ts'
import { chooseMails, closeItem, inboxAddresses, readItems, reopenItem, snoozeItem } from '../use-cases/keep-inbox.ts'
import { channelOf } from '../use-cases/tell.ts'
import { namesOfRecipients } from '../use-cases/whose.ts'
import { presentItem } from './present.ts'
import { digestsSchema, inboxCountSchema, itemSchema, kindSchema, mentionMailsSchema, viewSchema } from './schemas.ts'

/** One's own inbox: nobody else's can be asked for. */
const own = { permission: 'inbox:read', own: 'self', withinScope: 'narrowed' } as const

const choicesSchema = Type.Object({ mentions: mentionMailsSchema, digest: digestsSchema })

export const inboxRoutes: readonly Route[] = [
  query({
    ...own,
    method: 'GET',
    path: '/inbox',
    operationId: 'listInbox',
    summary: 'What one is asked, mentioned in and alerted of, the newest first',
    description:
      'By oneself, one’s departments, teams and roles. `due` has what has a due time, the earliest first; `done` what was closed last.',
    query: Type.Object({ ...pageQuery, view: Type.Optional(viewSchema), kind: Type.Optional(kindSchema) }),
    response: pageOf(itemSchema),
    answer: async (call, { query: { after, limit = 50, view = 'open', kind } }) => {
      const staff = staffOf(call)
      if (!staff.ok) return staff
      const cursor = decodeCursor(after, ['instant', 'id'])
      if (!cursor.ok) return cursor
      const [at = '', id = ''] = cursor.value ?? []
      const { house, actor, locale } = call
      const rows = await readInbox(house.database, {
        staffId: staff.value.id,
        addresses: await inboxAddresses(house.database, staff.value),
        narrowed: scopeOf(actor) !== undefined,
        view,
        kind,
        now: house.clock.now(),
        after: cursor.value && { at, id },
        limit,
      })
      const [names, records] = await Promise.all([
        namesOfRecipients(house.database, rows, { locale, self: staff.value }),
        showRecords(house, { actor, locale }, rows.flatMap(recordOf)),
      ])
      const translate = house.translations.for(locale)
      return ok(
        toPage(
          rows,
          limit,
          (row) => presentItem(row, { names, records, translate, locale }),
          (row) => [row.sort_text, row.id],
        ),
      )
    },
  }),
  query({
    ...own,
    method: 'GET',
    path: '/inbox/count',
    operationId: 'countInbox',
    summary: 'How much is unread, due today and overdue; and where to hear of changes',
    response: inboxCountSchema,
    answer: async (call) => {
      const staff = staffOf(call)
      if (!staff.ok) return staff
      const { house } = call
      const now = house.clock.now()
      const [addresses, zone] = await Promise.all([
        inboxAddresses(house.database, staff.value),
        shopZone(house.database),
      ])
      const endOfDay = startOfDay(addDays(localDateIn(now, zone), 1), zone)
      const counted = await countInbox(house.database, {
        ...{ staffId: staff.value.id, addresses, now, endOfDay },
        narrowed: scopeOf(call.actor) !== undefined,
      })
      const channels = addresses.map((address) => channelOf(house.organisation, address))
      return ok({ ...counted, most: COUNT_CAP, channels })
    },
  }),
  command({
    ...own,
    method: 'POST',
    path: '/inbox/reading',
    operationId: 'readInboxItems',
    summary: 'Mark these as read, or all that is open',
    body: Type.Object({ ids: Type.Optional(Type.Array(idSchema, { maxItems: 200 })) }),
    response: Type.Void(),
    status: 204,
    command: async (ctx, { body: { ids } }, call) => {
      const staff = staffOf(call)
      return staff.ok ? readItems(ctx, staff.value, ids) : staff
    },
  }),
  command({
    ...own,
    method: 'POST',
    path: '/inbox/items/:id/closure',
    operationId: 'closeInboxItem',
    summary: 'A mention or an alert is settled; an alert for all who hear of it',
    params: idParams,
    response: Type.Void(),
    status: 204,
    command: async (ctx, { params }, call) => {
      const staff = staffOf(call)
      return staff.ok ? closeItem(ctx, staff.value, params.id) : staff
    },
  }),
  command({
    ...own,
    method: 'DELETE',
    path: '/inbox/items/:id/closure',
    operationId: 'reopenInboxItem',
    summary: 'It is not settled after all',
    params: idParams,
    response: Type.Void(),
    status: 204,
    command: async (ctx, { params }, call) => {
      const staff = staffOf(call)
      return staff.ok ? reopenItem(ctx, staff.value, params.id) : staff
    },
  }),
  command({
    ...own,
    method: 'PUT',
    path: '/inbox/items/:id/snooze',
    operationId: 'snoozeInboxItem',
    summary: 'Out of sight until then; null brings it back',
    params: idParams,
    body: Type.Object({ until: nullable(instantSchema) }),
    response: Type.Void(),
    status: 204,
    command: async (ctx, { params, body: { until } }, call) => {
      const staff = staffOf(call)
      if (!staff.ok) return staff
      return snoozeItem(ctx, staff.value, { id: params.id, until: until === null ? null : new Date(until) })
    },
  }),
  query({
    ...own,
    method: 'GET',
    path: '/inbox/choices',
    operationId: 'getInboxChoices',
    summary: 'Which mails one wants: about being mentioned, and one of a morning about what is unread',
    response: choicesSchema,
    answer: async (call) => {
      const staff = staffOf(call)
      return staff.ok ? ok(await choicesOf(call.house.database, staff.value.id)) : staff
    },
  }),
  command({
    ...own,
    method: 'PUT',
    path: '/inbox/choices',
    operationId: 'chooseInboxMails',
    summary: 'Choose which mails one wants; what is left out stays',
    body: Type.Partial(choicesSchema),
    response: choicesSchema,
    command: async (ctx, { body }, call) => {
      const staff = staffOf(call)
      if (!staff.ok) return staff
      const chosen = await chooseMails(ctx, staff.value, body)
      if (!chosen.ok) return chosen
      await ctx.tx.flush()
      return ok(await choicesOf(ctx.tx, staff.value.id))
    },
  }),
]

type Reader = Parameters<typeof readDigestChoice>[0]

async function choicesOf(reader: Reader, staffId: string) {
  return { mentions: await readMentionChoice(reader, staffId), digest: await readDigestChoice(reader, staffId) }
}

const recordOf = ({ record_type, record_id }: InboxRow) =>
  record_type !== null && record_id !== null ? [{ type: record_type, id: record_id }] : []
