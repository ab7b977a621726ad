import { Type, type TObject, type TSchema } from 'typebox'
import { ok } from '../../kernel/result.ts'
import { permissionsOf, scopeOf } from '../actor.ts'
import { runCommand } from '../context.ts'
import type { Fragment } from '../database/sql.ts'
import { fileAnswerSchema } from '../http/file-answer.ts'
import { pageOf } from '../http/pagination.ts'
import { query, type Call, type Permission, type Route } from '../http/route.ts'
import { nullable } from '../http/schemas.ts'
import { COLUMN_TYPES, labelKey, valueKey, type Column, type List } from './define-list.ts'
import { exportList, type ExportFormat } from './export-list.ts'
import type { FilterText } from './filter.ts'
import { countList, readPage } from './read-list.ts'
import type { ListQuery } from './selection.ts'

export interface Choice {
  readonly value: string
  readonly label: string
}

export interface ListRoutes {
  /** `/orders`; count, export and columns lie below it. */
  readonly path: string
  readonly permission: Permission
  readonly summary: string
  readonly item: TSchema
  /** What only a request knows of the rows of a page: their words in its language, what their ids stand for. */
  readonly tell?: (call: Call, items: readonly unknown[]) => Promise<readonly unknown[]>
  /** What a column can be filtered by where that is data: markets, categories. */
  readonly choices?: Readonly<Record<string, (call: Call) => Promise<readonly Choice[]>>>
  /** What somebody whose work is narrowed sees, of rows that belong to people rather than to markets and locations. */
  readonly theirs?: (call: Call) => Promise<Fragment>
}

const declared = new WeakMap<Route, List>()

/** The list behind a route, for tests that go round all of them. */
export function listOf(route: Route): List | undefined {
  return declared.get(route)
}

/** Page, count, export and description of a list: all with the list's own permission, so that they cannot disagree. */
export function listRoutes(list: List, options: ListRoutes): readonly Route[] {
  const name = operationPart(list)
  const common = { method: 'GET', permission: options.permission, own: 'any', withinScope: 'narrowed' } as const
  const { path, summary, item } = options
  const narrowing = { ...shorthandSchemas(list), ...filterQuery }
  const page = query({
    ...common,
    path,
    operationId: `list${name}`,
    summary,
    description: describe(list),
    query: Type.Object({ ...narrowing, ...sortQuery, ...pageQuery }),
    response: pageOf(item),
    answer: async (call, { query: asked }) => {
      const { list: mine, hide } = seenBy(list, call)
      const page = await readPage(call.house.database, mine, {
        ...(await listQuery(list, call, asked, options)),
        after: asked.after,
        limit: asked.limit ?? 50,
      })
      const found = page.ok ? ok({ ...page.value, items: hide(page.value.items) }) : page
      if (!found.ok || options.tell === undefined) return found
      return ok({ ...found.value, items: [...(await options.tell(call, found.value.items))] })
    },
  })
  declared.set(page, list)
  return [
    page,
    query({
      ...common,
      path: `${path}/count`,
      operationId: `count${name}`,
      summary: 'How many there are, up to a limit',
      query: Type.Object(narrowing),
      response: Type.Object({
        count: Type.Integer(),
        capped: Type.Boolean({ description: 'There are more than `count`.' }),
      }),
      answer: async (call, { query: asked }) =>
        countList(call.house.database, seenBy(list, call).list, await listQuery(list, call, asked, options)),
    }),
    exportRoute(list, options),
    query({
      ...common,
      path: `${path}/columns`,
      operationId: `get${name}Columns`,
      summary: 'What the list can show, be sorted and filtered by',
      response: columnsSchema,
      answer: async (call) => ok(await describeColumns(call, seenBy(list, call).list, options)),
    }),
  ]
}

const operationPart = ({ name }: List) =>
  name.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** Its rows as a file, also of what is shown on no screen of its own: for lists that are only ever taken away. */
export function exportRoute(list: List, options: Pick<ListRoutes, 'path' | 'permission' | 'theirs'>): Route {
  return query({
    method: 'GET',
    permission: options.permission,
    own: 'any',
    withinScope: 'narrowed',
    path: `${options.path}/export`,
    operationId: `export${operationPart(list)}`,
    summary: 'The same rows and columns as a file',
    description: 'CSV of any length; XLSX up to 50,000 rows. Each export is in the audit trail.',
    sendsFile: true,
    query: Type.Object({ ...shorthandSchemas(list), ...filterQuery, ...sortQuery, ...exportQuery }),
    response: fileAnswerSchema,
    answer: async (call, { query: asked }) => {
      const translate = call.house.translations.for(call.locale)
      const { format, columns, bom } = asked
      const wanted = {
        ...(await listQuery(list, call, asked, options)),
        format: format as ExportFormat,
        columns,
        bom,
      }
      const file = await exportList(call.house.database, translate, seenBy(list, call).list, wanted)
      if (file.ok) await keepTrace(call, list, options.permission, { format, columns: columns ?? null })
      return file
    },
  })
}

/** The list without the columns that the caller may not see; `hide` empties them in what was read. */
function seenBy(list: List, { actor }: Pick<Call, 'actor'>) {
  const may = permissionsOf(actor)
  const hidden = Object.entries(list.columns).flatMap(([key, { permission }]) =>
    permission === undefined || may.has(permission) ? [] : [key],
  )
  if (hidden.length === 0) return { list, hide: (items: unknown[]) => items }
  const columns = Object.fromEntries(Object.entries(list.columns).filter(([key]) => !hidden.includes(key)))
  const nothing = Object.fromEntries(hidden.map((key) => [key, null]))
  return {
    list: { ...list, columns },
    hide: (items: unknown[]) => items.map((item): unknown => ({ ...(item as object), ...nothing })),
  }
}

const filterQuery = {
  filter: Type.Optional(
    Type.Array(Type.String({ maxLength: 300 }), {
      maxItems: 20,
      description:
        '`column:operator:value`, repeated; all must hold, several `is` of one column mean any of them. Columns and their operators: `/columns`.',
    }),
  ),
  search: Type.Optional(Type.String({ maxLength: 200 })),
  zone: Type.Optional(
    Type.String({ maxLength: 60, description: 'IANA zone in which days are meant; UTC unless told.' }),
  ),
}

const sortQuery = {
  sort: Type.Optional(Type.String({ maxLength: 60, description: 'A sortable column, `-` before it for descending.' })),
}

const pageQuery = {
  after: Type.Optional(Type.String({ maxLength: 3_000, description: '`nextCursor` of the page before, same sort.' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
}

const exportQuery = {
  format: Type.Union([Type.Literal('csv'), Type.Literal('xlsx')]),
  columns: Type.Optional(Type.String({ maxLength: 1_000, description: 'Keys with commas between; all unless told.' })),
  bom: Type.Optional(Type.Boolean({ description: 'Begin with a byte order mark, by which Excel knows UTF-8.' })),
}

interface Asked {
  readonly filter?: string[] | undefined
  readonly sort?: string | undefined
  readonly search?: string | undefined
  readonly zone?: string | undefined
}

async function listQuery(
  list: List,
  call: Call,
  asked: Asked & Readonly<Record<string, unknown>>,
  { theirs }: Pick<ListRoutes, 'theirs'>,
): Promise<ListQuery> {
  const scope = scopeOf(call.actor)
  const short = Object.entries(list.shorthands ?? {}).filter(([name]) => asked[name] !== undefined)
  const filters: FilterText[] = [
    ...(asked.filter ?? []).map((text, index) => ({ text, field: `filter.${index}` })),
    ...short.map(([name, { column }]) => ({ text: `${column}:is:${String(asked[name])}`, field: name })),
  ]
  return {
    locale: call.locale,
    now: call.house.clock.now(),
    filters,
    sort: asked.sort ?? short.find(([, { sort }]) => sort !== undefined)?.[1].sort,
    search: asked.search,
    zone: asked.zone,
    scope,
    theirs: scope === undefined ? undefined : await theirs?.(call),
  }
}

function shorthandSchemas(list: List): TObject['properties'] {
  const entries = Object.entries(list.shorthands ?? {}).flatMap(([name, { column }]) => {
    const declaration = list.columns[column]
    return declaration ? [[name, Type.Optional(valueSchema(declaration))] as const] : []
  })
  return Object.fromEntries(entries)
}

function valueSchema({ type, values }: Column): TSchema {
  if (type === 'enum') return Type.Enum([...(values ?? [])])
  if (type === 'boolean') return Type.Boolean()
  return type === 'id' ? Type.String({ format: 'uuid' }) : Type.String({ minLength: 1, maxLength: 200 })
}

function describe({ columns, defaultSort }: List): string {
  const sorts = Object.keys(columns).filter((key) => columns[key]?.sort)
  const filters = Object.entries(columns).flatMap(([key, { filter }]) =>
    filter ? [`${key} (${filter.join(', ')})`] : [],
  )
  return `Sorted by ${sorts.join(', ')}; \`${defaultSort}\` unless told. Filtered by ${filters.join(', ')}.`
}

const columnsSchema = Type.Object({
  name: Type.String(),
  defaultSort: Type.String(),
  searchable: Type.Boolean(),
  columns: Type.Array(
    Type.Object({
      key: Type.String({ description: 'The field of an item; of a filter alone where `shown` is false.' }),
      type: Type.Enum([...COLUMN_TYPES]),
      label: Type.String(),
      shown: Type.Boolean(),
      sortable: Type.Boolean(),
      nullable: Type.Boolean(),
      operators: Type.Array(Type.String()),
      values: nullable(Type.Array(Type.Object({ value: Type.String(), label: Type.String() }))),
    }),
  ),
})

async function describeColumns(call: Call, list: List, { choices = {} }: ListRoutes) {
  const translate = call.house.translations.for(call.locale)
  const columns = Object.entries(list.columns).map(async ([key, column]) => ({
    key,
    type: column.type,
    label: translate(labelKey(list, key)),
    shown: column.shown ?? true,
    sortable: column.sort ?? false,
    nullable: column.nullable ?? false,
    operators: [...(column.filter ?? [])],
    values: column.values
      ? column.values.map((value) => ({ value, label: translate(valueKey(list, key, value)) }))
      : [...((await choices[key]?.(call)) ?? [])],
  }))
  const described = (await Promise.all(columns)).map((column) => ({
    ...column,
    values: column.type === 'enum' || choices[column.key] ? column.values : null,
  }))
  return {
    name: list.name,
    defaultSort: list.defaultSort,
    searchable: list.search !== undefined,
    columns: described,
  }
}

/** Who took which columns away in a file. Not by what they searched: that may be a person's name. */
async function keepTrace(
  { house, actor, requestId }: Call,
  list: List,
  permission: string,
  facts: Readonly<Record<string, string | null>>,
): Promise<void> {
  await runCommand(house, { actor, requestId }, async (ctx) => {
    const changes = Object.entries(facts).map(([field, after]) => ({ field, after }))
    ctx.audit({ action: permission, objectType: 'export', objectId: list.name, changes })
    return ok()
  })
}
