import { Type } from 'typebox'
import { permissionsOf, staffBehind } from '../../../host/actor.ts'
import { command, query, type Call, type Route } from '../../../host/http/route.ts'
import { idParams, idSchema, instantSchema } from '../../../host/http/schemas.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { ok } from '../../../kernel/result.ts'
import { listBlackoutsToCome, type BlackoutRecord } from '../queries/read-blackouts.ts'
import { OVERRIDE_BLACKOUT } from '../use-cases/blackout-guard.ts'
import { closeWindow, liftWindow, passWindow } from '../use-cases/save-blackout.ts'

const strict = { additionalProperties: false }
const codes = Type.Array(Type.String({ pattern: '^[a-z0-9][a-z0-9_-]{0,39}$' }), { maxItems: 50 })
const reason = Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' })
const actPattern = '^[a-z][a-z-]*\\.[a-z][a-z0-9_]*$'

const windowSchema = Type.Object({
  id: idSchema,
  reason: Type.String(),
  startsAt: instantSchema,
  endsAt: instantSchema,
  acts: Type.Array(Type.Object({ act: Type.String(), label: Type.String() })),
  markets: Type.Array(Type.String()),
  locations: Type.Array(Type.String()),
  inForce: Type.Boolean(),
  version: Type.Integer(),
})

export const blackoutRoutes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/blackouts',
    operationId: 'listBlackouts',
    summary: 'Windows of time in which some acts are refused: in force, and to come',
    permission: 'work:read',
    own: 'any',
    withinScope: 'narrowed',
    response: Type.Object({
      items: Type.Array(windowSchema),
      acts: Type.Array(Type.Object({ act: Type.String(), label: Type.String() })),
      mayClose: Type.Boolean(),
      mayOverride: Type.Boolean(),
    }),
    answer: async (call) => {
      const { house, actor } = call
      const windows = await listBlackoutsToCome(house.database, house.clock.now())
      return ok({
        items: windows.map((window) => present(window, call)),
        acts: actsOf(call).map((act) => ({ act, label: labelOf(act, call) })),
        mayClose: permissionsOf(actor).has('work:black_out'),
        mayOverride: permissionsOf(actor).has(OVERRIDE_BLACKOUT),
      })
    },
  }),
  command({
    method: 'POST',
    path: '/blackouts',
    operationId: 'closeWindow',
    summary: 'Refuse some acts for a time',
    permission: 'work:black_out',
    own: 'any',
    body: Type.Object(
      {
        reason,
        startsAt: instantSchema,
        endsAt: instantSchema,
        acts: Type.Array(Type.String({ pattern: actPattern }), { minItems: 1, maxItems: 50 }),
        markets: Type.Optional(codes),
        locations: Type.Optional(codes),
      },
      strict,
    ),
    response: Type.Object({ id: Type.String() }),
    status: 201,
    idempotent: true,
    command: async (ctx, { body }, call) => {
      const madeBy = staffBehind(call.actor)
      if (madeBy === undefined) return hostRefusals.not_allowed()
      const { markets = [], locations = [], startsAt, endsAt } = body
      const span = { startsAt: new Date(startsAt), endsAt: new Date(endsAt) }
      return closeWindow(ctx, { ...body, ...span, markets, locations }, { madeBy, acts: actsOf(call) })
    },
  }),
  command({
    method: 'POST',
    path: '/blackouts/:id/lifting',
    operationId: 'liftWindow',
    summary: 'End such a window early (If-Match: version)',
    permission: 'work:black_out',
    own: 'any',
    params: idParams,
    body: Type.Object({ reason }, strict),
    response: Type.Object({ version: Type.Integer() }),
    etag: 'version',
    command: (ctx, { params, body }, { ifMatch }) =>
      liftWindow(ctx, { id: params.id, version: ifMatch, reason: body.reason.trim() }),
  }),
  command({
    method: 'POST',
    path: '/blackouts/:id/overrides',
    operationId: 'passWindow',
    summary: 'Go ahead in spite of a window, for a quarter of an hour, and say why',
    permission: OVERRIDE_BLACKOUT,
    own: 'any',
    params: idParams,
    body: Type.Object({ reason }, strict),
    response: Type.Object({ until: instantSchema }),
    status: 201,
    command: async (ctx, { params, body }, { actor }) => {
      const id = staffBehind(actor)
      if (id === undefined) return hostRefusals.not_allowed()
      return passWindow(ctx, { id }, { id: params.id, reason: body.reason.trim() })
    },
  }),
]

const actsOf = ({ house }: Call): string[] => (house.ports?.acts ?? []).map(({ act }) => act)

// i18n-dynamic: *.acts.*
function labelOf(act: string, { house, locale }: Call): string {
  const [department = '', name = ''] = act.split('.')
  return house.translations.for(locale)(`${department}.acts.${name}.title`)
}

function present({ id, reason: why, startsAt, endsAt, acts, markets, locations, version }: BlackoutRecord, call: Call) {
  const now = call.house.clock.now()
  return {
    ...{ id, markets: [...markets], locations: [...locations], version },
    reason: why,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    acts: acts.map((act) => ({ act, label: labelOf(act, call) })),
    inForce: startsAt <= now && now < endsAt,
  }
}
