import { Type, type TSchema } from 'typebox'
import { ok, type Result } from '../../kernel/result.ts'
import { command, query, type Call, type Route } from '../http/route.ts'
import { instantSchema, nullable } from '../http/schemas.ts'
import { staffOf } from '../http/staff-of.ts'
import { namesOfStaff } from '../records/names-of-staff.ts'
import { hostRefusals } from '../refusals.ts'
import { readSettingHistory } from './list-settings.ts'
import { presentSetting, presentSettings } from './present-setting.ts'
import { setSetting } from './set-setting.ts'
import type { SettingDefinition, SettingInput } from './setting.ts'

const settingSchema = Type.Object({
  key: Type.String(),
  department: Type.String(),
  label: Type.String({ description: 'In the language of the request.' }),
  hint: Type.String(),
  input: Type.Union([
    Type.Object({
      kind: Type.Literal('integer'),
      minimum: Type.Integer(),
      maximum: Type.Integer(),
      unit: Type.Union([Type.Literal('minutes'), Type.Literal('hours'), Type.Literal('days'), Type.Literal('pieces')]),
    }),
    Type.Object({ kind: Type.Literal('text'), maxLength: Type.Integer() }),
    Type.Object({ kind: Type.Literal('texts'), maxLength: Type.Integer() }),
    Type.Object({ kind: Type.Literal('boolean') }),
    Type.Object({
      kind: Type.Literal('choice'),
      choices: Type.Array(Type.Object({ value: Type.String(), label: Type.String() })),
    }),
  ]),
  value: Type.Unknown({ description: 'What is in force.' }),
  default: Type.Unknown(),
  isSet: Type.Boolean({ description: 'False: the default is in force.' }),
  version: Type.Integer({ description: 'For If-Match; 0 while nobody has set anything.' }),
  mayChange: Type.Boolean(),
  affects: Type.Array(Type.String({ description: 'Parts of the house, in words.' })),
  changedAt: nullable(instantSchema),
  changedBy: nullable(Type.Object({ id: Type.String(), name: Type.String() })),
})

const historySchema = Type.Object({
  items: Type.Array(
    Type.Object({
      at: instantSchema,
      by: Type.Object({ kind: Type.String(), id: nullable(Type.String()), name: nullable(Type.String()) }),
      before: Type.Unknown({ description: 'Null: the default.' }),
      after: Type.Unknown({ description: 'Null: back to the default.' }),
      version: nullable(Type.Integer()),
    }),
  ),
})

/** One list, and for each setting routes of its own, so that each asks for its own permission and its own kind of value. */
export function settingRoutes(definitions: readonly SettingDefinition[]): readonly Route[] {
  return [listRoute(definitions), ...definitions.flatMap(routesOf)]
}

function listRoute(definitions: readonly SettingDefinition[]): Route {
  return query({
    method: 'GET',
    path: '/settings',
    operationId: 'listSettings',
    summary: 'What can be set, and what is in force: those that the caller may see',
    permission: 'public',
    own: 'self',
    query: Type.Object({
      search: Type.Optional(Type.String({ maxLength: 100, description: 'In names, explanations and values.' })),
    }),
    response: Type.Object({ items: Type.Array(settingSchema) }),
    answer: async (call, { query: { search } }) => {
      const staff = staffOf(call)
      if (!staff.ok) return staff
      const seen = definitions.filter(({ read }) => staff.value.permissions.has(read))
      const items = await presentSettings(call, seen)
      return ok({ items: items.filter((item) => isFound(item, search)) })
    },
  })
}

function isFound(item: object, search: string | undefined): boolean {
  if (search === undefined || search.trim() === '') return true
  const { key, label, hint, value, affects } = item as Record<string, unknown>
  const text = plain(JSON.stringify([key, label, hint, value, affects]))
  return plain(search)
    .split(/\s+/)
    .every((word) => text.includes(word))
}

/** Accents and case make no difference to who searches. */
const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim()

function routesOf(definition: SettingDefinition): Route[] {
  const { key, read, write } = definition
  const name = key.replaceAll(/(?:^|[._-])([a-z])/g, (_, letter: string) => letter.toUpperCase())
  const path = `/settings/${key}`
  return [
    query({
      method: 'GET',
      path,
      operationId: `getSetting${name}`,
      summary: `The setting ${key}`,
      permission: read,
      own: 'any',
      response: settingSchema,
      etag: 'version',
      answer: async (call) => ok(await presentSetting(call, definition)),
    }),
    command({
      method: 'PUT',
      path,
      operationId: `set${name}`,
      summary: `Set ${key} (If-Match: version); null takes it back to the default`,
      permission: write,
      own: 'any',
      body: Type.Object({ value: nullable(schemaOf(definition.input)) }, { additionalProperties: false }),
      response: Type.Object({ version: Type.Integer() }),
      etag: 'version',
      command: async (ctx, { body }, { ifMatch, house, locale }): Promise<Result<{ version: number }>> => {
        if (ifMatch === undefined) return hostRefusals.version_required()
        const label = house.translations.for(locale)(labelKey(key))
        return setSetting(ctx, definition, { value: body.value, version: ifMatch, label })
      },
    }),
    query({
      method: 'GET',
      path: `${path}/history`,
      operationId: `listChangesOf${name}`,
      summary: `Who set ${key}, and to what, the newest first`,
      permission: read,
      own: 'any',
      response: historySchema,
      answer: async (call) => ok({ items: await historyOf(call, key) }),
    }),
  ]
}

// i18n-dynamic: settings.*
function labelKey(key: string): string {
  const [department = '', name = ''] = key.split('.')
  return `${department}.settings.${name}.label`
}

function schemaOf(input: SettingInput): TSchema {
  if (input.kind === 'integer') return Type.Integer({ minimum: input.minimum, maximum: input.maximum })
  if (input.kind === 'boolean') return Type.Boolean()
  if (input.kind === 'choice') return Type.Union(input.choices.map((choice) => Type.Literal(choice)))
  const text = Type.String({ maxLength: input.maxLength })
  if (input.kind === 'text') return text
  const texts = { en: text, it: text, es: text, id: text }
  return Type.Partial(Type.Object(texts, { additionalProperties: false }))
}

async function historyOf({ house }: Call, key: string) {
  const rows = await readSettingHistory(house.database, key)
  const names = await namesOfStaff(
    house,
    rows.flatMap((row) => (row.actor_kind === 'staff' && row.actor_id !== null ? [row.actor_id] : [])),
  )
  return rows.map(({ at, actor_kind: kind, actor_id: id, version, changes: [change] }) => ({
    at: at.toISOString(),
    by: { kind, id, name: kind === 'staff' ? (names.get(id ?? '') ?? null) : id },
    before: change?.before ?? null,
    after: change?.after ?? null,
    version,
  }))
}
