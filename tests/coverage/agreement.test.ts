/**
 * What the menu shows, what a screen asks for, what the search finds and what is exported follow from one thing: the
 * permission that the API declares. Read from the OpenAPI document and from the back office's departments; each rule is
 * shown to catch what it is there for.
 */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { signedInAs } from '../../server/src/testing/create-test-server.ts'
import { openCallers } from './callers.ts'

// Before any test: a house is closed when the tests that are known by then have ended.
const callers = await openCallers()
const { house, app } = callers
const basket = await callers.shop.fill({ mug: 1 })
await callers.shop.place(basket)
const LISTS: Readonly<Record<string, string>> = {
  order: '/orders',
  product: '/products',
  customer: '/customers',
  staff: '/staff',
  mail: '/mails',
}
// Whoever signs in first brings the ready-made roles.
await signedInAs(house)
const roles = await house.asOwner<{ code: string; permissions: string[] }>('SELECT code, permissions FROM people.role')
const status = async (url: string, headers: object) =>
  (await app.inject({ url: `/api${url}`, headers: { ...headers } })).statusCode

const root = join(import.meta.dirname, '../..')
const office = join(root, 'backoffice/src')

interface Operation {
  readonly operationId: string
  readonly 'x-permission': string
}
type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>

interface Door {
  readonly path: string
  readonly permission: string
}
interface Department {
  readonly name: string
  readonly menu: readonly (Door & { readonly listPath?: string })[]
  readonly screens: readonly Door[]
}

const { paths } = JSON.parse(readFileSync(join(root, 'openapi/openapi.json'), 'utf8')) as { paths: Paths }

/** The declarations as they are written: literals, so that no browser is needed to read them. */
function departmentOf(file: string): Department {
  const text = readFileSync(file, 'utf8')
  const constants = new Map(
    [...text.matchAll(/const (\w+) = '([^']+)'/g)].map(([, name = '', value = '']) => [name, value]),
  )
  const said = (entry: string) => {
    const literal = /permission: '([^']+)'/.exec(entry)?.[1]
    return literal ?? constants.get(/\bpermission(?:: (\w+))?,?/.exec(entry)?.[1] ?? 'permission') ?? ''
  }
  const entries = (pattern: RegExp) =>
    [...text.matchAll(pattern)].map(([entry, path = '']) => ({ path, permission: said(entry) }))
  return {
    name: /name: '([^']+)'/.exec(text)?.[1] ?? '',
    menu: entries(/\{[^{}]*\bto: '([^']+)',[^{}]*\bgroup: [^{}]*\}/g),
    screens: entries(/\{[^{}]*\bpath: '([^']+)',[^{}]*\bload: [^{}]*\}/g),
  }
}

const departments = globSync('departments/*/department.ts', { cwd: office }).map((file) =>
  departmentOf(join(office, file)),
)

/** What each role may do decides on its own: a door is open exactly to those who may ask for what lies behind it. */
function disagreements(all: readonly Department[], document: Paths): string[] {
  const known = new Set(
    Object.values(document).flatMap((path) => Object.values(path).map((one) => one['x-permission'])),
  )
  return all.flatMap(({ name, menu, screens }) => [
    ...[...menu, ...screens]
      .filter(({ permission }) => !known.has(permission))
      .map(({ path, permission }) => `${name}: ${path} asks for ${permission}, which no operation knows`),
    ...menu.flatMap(({ path, permission }) => {
      const screen = screens.find((one) => one.path === path)
      if (!screen) return [`${name}: the menu leads to ${path}, and no screen is there`]
      return screen.permission === permission
        ? []
        : [`${name}: the menu shows ${path} by ${permission}, its screen opens by ${screen.permission}`]
    }),
    ...screens.flatMap(({ path, permission }) => {
      const operation = document[`/api${path}`]?.['get'] ?? document[`/api${path.replace('$id', '{id}')}`]?.['get']
      // A screen over what everybody of the staff may ask shows of it what each may read.
      if (!operation || operation['x-permission'] === 'public' || operation['x-permission'] === permission) return []
      return [`${name}: ${path} opens by ${permission}, and GET asks for ${operation['x-permission']}`]
    }),
  ])
}

/** A list's count, columns and file tell as much as the list does. */
function leaks(document: Paths): string[] {
  return Object.entries(document)
    .filter(([path]) => path.endsWith('/columns'))
    .flatMap(([path]) => {
      const list = path.slice(0, -'/columns'.length)
      const needed = document[list]?.['get']?.['x-permission']
      return ['columns', 'count', 'export']
        .filter((part) => document[`${list}/${part}`]?.['get']?.['x-permission'] !== needed)
        .map((part) => `${list}/${part} asks for something else than ${list}`)
    })
}

test('the declarations were read', () => {
  assert.ok(departments.length >= 8)
  for (const { name, screens } of departments)
    assert.ok(name !== '' && screens.length > 0, `${name}: no screen was read`)
  assert.ok(departments.flatMap(({ menu }) => menu).length >= 10)
})

test('menu, screens and API ask for the same', () => assert.deepEqual(disagreements(departments, paths), []))
test('list, count, columns and export ask for the same', () => assert.deepEqual(leaks(paths), []))

describe('the rules catch', () => {
  const read = (permission: string) => ({ get: { operationId: 'x', 'x-permission': permission } })
  const document: Paths = { '/api/orders': read('orders:read'), '/api/people': read('people:read') }
  const door = { path: '/orders', permission: 'orders:read' }
  const cases: readonly [what: string, department: Department, found: number][] = [
    ['nothing where all agree', { name: 'x', menu: [door], screens: [door] }, 0],
    ['a menu without its screen', { name: 'x', menu: [door], screens: [] }, 1],
    ['a menu that shows more', { name: 'x', menu: [{ ...door, permission: 'people:read' }], screens: [door] }, 1],
    ['a screen that opens to others', { name: 'x', menu: [], screens: [{ ...door, permission: 'people:read' }] }, 1],
    ['a permission that is none', { name: 'x', menu: [], screens: [{ path: '/x', permission: 'x:read' }] }, 1],
  ]
  for (const [what, department, found] of cases) {
    test(what, () => assert.equal(disagreements([department], document).length, found))
  }
  test('an export that asks for less', () => {
    const open = {
      ...document,
      '/api/orders/columns': read('orders:read'),
      '/api/orders/count': read('orders:read'),
      '/api/orders/export': read('board:read'),
    }
    assert.equal(leaks(open).length, 1)
  })
})

test('there are roles that differ', () =>
  assert.ok(new Set(roles.map(({ permissions }) => permissions.length)).size > 2))

describe('each role finds, lists and exports the same', () => {
  for (const { code, permissions } of roles) {
    test(code, async () => {
      const { headers } = await signedInAs(house, code)
      const found = new Set<string>()
      for (const words of ['mug', 'mir', 'village', 'ord', '10']) {
        const answer = await app.inject({ url: `/api/search?q=${words}&limit=20`, headers })
        assert.equal(answer.statusCode, 200, answer.body)
        for (const { kind } of (answer.json() as { items: { kind: string }[] }).items) found.add(kind)
      }
      for (const [kind, list] of Object.entries(LISTS)) {
        const permission = paths[`/api${list}`]?.['get']?.['x-permission'] ?? ''
        const mayRead = permissions.includes(permission)
        assert.equal(await status(list, headers), mayRead ? 200 : 403, `${code} and ${list}`)
        if (paths[`/api${list}/export`])
          assert.equal(await status(`${list}/export?format=csv`, headers), mayRead ? 200 : 403)
        if (!mayRead) assert.ok(!found.has(kind), `${code} finds ${kind}, and may not read ${list}`)
        else if (kind === 'product') assert.ok(found.has(kind), `${code} may read ${list}, and finds nothing there`)
      }
    })
  }
})
