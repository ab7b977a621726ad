import { posix } from 'node:path'
import { placeOf, type Floor, type House, type Place, type SourceFile } from '../house.ts'
import type { Import } from '../imports.ts'
import type { Finding, Rule } from '../rule.ts'

/** One line of the "may import" table of house.md. `unit` is the department or flow. */
type Row = {
  where: string
  applies(place: Place): boolean
  allows(to: Target): boolean
  mayImport: string
  good: [from: string, statement: string][]
  bad: [from: string, statement: string][]
}

type Target = { import: Import; from: Place; path: string; place: Place | undefined; own: boolean }

const inDepartment =
  (...rooms: string[]) =>
  (place: Place) =>
    place.floor === 'departments' && rooms.includes(place.room)
const onFloor = (floor: Floor) => (place: Place) => place.floor === floor
const isPackage = (to: Target) => to.path === ''
/** Numbers of the world (tax, bank, telephone): tables and arithmetic, as pure as what we would write ourselves. */
const isNumbersOfTheWorld = (to: Target) =>
  isPackage(to) && ['ibantools', 'jsvat', 'libphonenumber-js/max', 'stdnum'].includes(to.import.specifier)
const isKernel = (to: Target) => to.place?.floor === 'kernel'
const isHost = (to: Target) => to.place?.floor === 'host'
const isDatabase = (to: Target) => to.path.startsWith('server/src/host/database')
/** A keyset cursor is as much SQL as it is HTTP. */
const isPagination = (to: Target) => to.path === 'server/src/host/http/pagination.ts'
/** Mechanisms that write through ctx.tx (sessions, mails) or compute (tokens, actors, refusals of any list): a room with ctx may call them. */
const isMechanism = (to: Target) =>
  /^server\/src\/host\/(?:(?:auth|audit|guard|mail|files|rich-text|settings)\/|(?:actor|context|refusals)\.ts$)/.test(
    to.path,
  )
/** A list's declaration is SQL, and reading a page of it a query. */
const isList = (to: Target) =>
  /^server\/src\/host\/lists\/(?:define-list|read-list|search-text|selection)\.ts$/.test(to.path)
const isOwnSchemas = (to: Target) => to.own && to.path.endsWith('/http/schemas.ts')
/** What a flow of several transactions needs as code: to begin each, and to name the page that a stranger leads back to. */
const isFlowGround = (to: Target) => ['server/src/host/context.ts', 'server/src/host/auth/links.ts'].includes(to.path)
const isHostType = (to: Target) => isHost(to) && to.import.typeOnly
const own = (to: Target, ...rooms: string[]) => to.own && rooms.includes(to.place?.room ?? '')
const isDepartmentDoor = (to: Target) => to.place?.floor === 'departments' && to.place.room === 'index.ts'
const isFlowDoor = (to: Target) => to.place?.floor === 'flows' && to.place.room === 'index.ts'
const isForeignEvents = (to: Target) => to.place?.floor === 'departments' && to.place.room === 'events.ts'
/** The rooms that speak with the outside, in departments and in flows. */
const OUTER_ROOMS = ['http', 'jobs', 'subscribers.ts', 'routes.ts', 'schemas.ts']

const d = 'server/src/departments/'
const ROWS: Row[] = [
  {
    where: 'kernel',
    applies: onFloor('kernel'),
    allows: isKernel,
    mayImport: 'nothing but the kernel: no package, no node: module. What needs them belongs into host',
    good: [['server/src/kernel/money.ts', `import { assert } from './assert.ts'`]],
    bad: [
      ['server/src/kernel/money.ts', `import { sql } from '../host/database/sql.ts'`],
      ['server/src/kernel/ids.ts', `import { randomUUID } from 'node:crypto'`],
    ],
  },
  {
    where: 'host',
    applies: onFloor('host'),
    allows: (to) =>
      isPackage(to) || isKernel(to) || isHost(to) || (to.place === undefined && !to.path.startsWith('server/src/')),
    mayImport: 'kernel, host and packages. Let the department register itself with the mechanism in apps instead',
    good: [
      ['server/src/host/http/server.ts', `import fastify from 'fastify'\nimport { ok } from '../../kernel/result.ts'`],
    ],
    bad: [
      ['server/src/host/outbox/work.ts', `import { placeOrder } from '../../departments/orders/index.ts'`],
      ['server/src/host/http/server.ts', `export * from '../../flows/place-order/index.ts'`],
    ],
  },
  {
    where: 'domain',
    applies: inDepartment('domain'),
    allows: (to) => isKernel(to) || isNumbersOfTheWorld(to) || own(to, 'domain'),
    mayImport:
      'kernel, its own domain, and the packages that know the numbers of the world. Pass what it needs as an argument; it only decides',
    good: [
      [
        `${d}orders/domain/cancel.ts`,
        `import { ok } from '../../../kernel/result.ts'\nimport type { Order } from './order.ts'`,
      ],
    ],
    bad: [
      [`${d}orders/domain/cancel.ts`, `import type { Context } from '../../../host/context.ts'`],
      [`${d}orders/domain/cancel.ts`, `import { loadOrder } from '../store/orders.ts'`],
      [`${d}orders/domain/cancel.ts`, `import { Type } from 'typebox'`],
    ],
  },
  {
    where: 'store and queries',
    applies: inDepartment('store', 'queries'),
    allows: (to) =>
      isKernel(to) ||
      isDatabase(to) ||
      isPagination(to) ||
      isList(to) ||
      isMechanism(to) ||
      isHostType(to) ||
      own(to, 'domain', 'store', 'queries') ||
      foreignType(to),
    mayImport:
      "kernel, host/database, host/lists' declarations, host/auth, host/audit, host/guard, host/mail, host/files, host/rich-text, host/settings, host/http/pagination.ts, types of host, their own domain; another department's data through its view `<schema>.pub_*`",
    good: [
      [
        `${d}orders/store/orders.ts`,
        `import { sql } from '../../../host/database/sql.ts'\nimport type { Order } from '../domain/order.ts'`,
      ],
      [`${d}orders/queries/list-orders.ts`, `import type { Context } from '../../../host/context.ts'`],
      [`${d}orders/queries/orders-list.ts`, `import { defineList } from '../../../host/lists/define-list.ts'`],
    ],
    bad: [
      [`${d}orders/queries/orders-list.ts`, `import { listRoutes } from '../../../host/lists/list-routes.ts'`],
      [`${d}orders/queries/list-orders.ts`, `import { getProduct } from '../../catalog/index.ts'`],
      [`${d}orders/store/orders.ts`, `import { placeOrder } from '../use-cases/place-order.ts'`],
      [`${d}orders/store/orders.ts`, `import { buildServer } from '../../../host/http/server.ts'`],
    ],
  },
  {
    where: 'use-cases',
    applies: inDepartment('use-cases'),
    allows: (to) =>
      isKernel(to) ||
      isHostType(to) ||
      isMechanism(to) ||
      isDepartmentDoor(to) ||
      own(to, 'domain', 'store', 'queries', 'use-cases', 'events.ts'),
    mayImport:
      'own domain, store, queries and events; the index.ts of departments in dependsOn; kernel; types of host; host/auth, host/audit, host/guard, host/mail, host/files, host/rich-text and host/settings, which read and write through ctx. Other effects come through ctx, or through a port that apps fill',
    good: [
      [
        `${d}orders/use-cases/place-order.ts`,
        `import { reserve } from '../../inventory/index.ts'\nimport { placed } from '../events.ts'`,
      ],
      [`${d}orders/use-cases/place-order.ts`, `import type { Context } from '../../../host/context.ts'`],
    ],
    bad: [
      [`${d}orders/use-cases/place-order.ts`, `import { reserve } from '../../inventory/use-cases/reserve.ts'`],
      [`${d}orders/use-cases/place-order.ts`, `import { orderSchema } from '../http/schemas.ts'`],
      [`${d}orders/use-cases/place-order.ts`, `import { startWorker } from '../../../host/outbox/worker.ts'`],
    ],
  },
  {
    where: 'http, jobs and subscribers',
    applies: inDepartment('http', 'jobs', 'subscribers.ts'),
    allows: (to) =>
      isPackage(to) ||
      isKernel(to) ||
      isHost(to) ||
      isForeignEvents(to) ||
      own(to, 'use-cases', 'queries', 'http', 'jobs', 'events.ts', 'subscribers.ts') ||
      (own(to, 'domain') && to.import.typeOnly) ||
      foreignType(to),
    mayImport:
      'own use-cases and queries, types of the own domain, events.ts of other departments, host. Move the decision into a use case',
    good: [
      [
        `${d}orders/http/routes.ts`,
        `import { Type } from 'typebox'\nimport { placeOrder } from '../use-cases/place-order.ts'`,
      ],
      [`${d}orders/subscribers.ts`, `import { paymentCaptured } from '../payments/events.ts'`],
    ],
    bad: [
      [`${d}orders/http/routes.ts`, `import { saveOrder } from '../store/orders.ts'`],
      [`${d}orders/subscribers.ts`, `import { capture } from '../payments/index.ts'`],
      [`${d}orders/jobs/expire.ts`, `import { payments } from '../../payments/store/payments.ts'`],
    ],
  },
  {
    where: "a department's providers",
    applies: inDepartment('providers'),
    allows: (to) => isPackage(to) || isKernel(to) || isHostType(to) || own(to, 'domain', 'providers'),
    mayImport:
      'packages, kernel, types of host and the own domain: it speaks with a stranger and translates, it neither decides nor writes',
    good: [
      [
        `${d}payments/providers/devpay.ts`,
        `import { createHmac } from 'node:crypto'\nimport type { PaymentProvider } from '../domain/provider.ts'`,
      ],
    ],
    bad: [
      [`${d}payments/providers/devpay.ts`, `import { savePayment } from '../store/save-payments.ts'`],
      [`${d}payments/providers/devpay.ts`, `import { runCommand } from '../../../host/context.ts'`],
      [`${d}payments/providers/devpay.ts`, `import { capture } from '../../../providers/payment/payments.ts'`],
    ],
  },
  {
    where: 'events.ts',
    applies: inDepartment('events.ts'),
    allows: (to) => isPackage(to) || isKernel(to) || isHostType(to) || (own(to, 'domain') && to.import.typeOnly),
    mayImport:
      'kernel, types of host and of the own domain, a schema package: other departments read this file, so it drags nothing along',
    good: [[`${d}orders/events.ts`, `import type { Id } from '../../kernel/ids.ts'`]],
    bad: [[`${d}orders/events.ts`, `import { loadOrder } from './store/orders.ts'`]],
  },
  {
    where: 'index.ts',
    applies: inDepartment('index.ts'),
    allows: (to) =>
      isKernel(to) ||
      isOwnSchemas(to) ||
      own(to, 'domain', 'use-cases', 'queries', 'events.ts') ||
      (to.own && to.import.typeOnly),
    mayImport: 'own use-cases, queries, domain, events and http/schemas.ts: it is a door, not a room',
    good: [
      [`${d}orders/index.ts`, `export { orderSchema } from './http/schemas.ts'`],
      [`${d}orders/index.ts`, `export { placeOrder } from './use-cases/place-order.ts'`],
    ],
    bad: [
      [`${d}orders/index.ts`, `export { orderRoutes } from './http/routes.ts'`],
      [`${d}orders/index.ts`, `export { saveOrder } from './store/orders.ts'`],
      [`${d}orders/index.ts`, `export { reserve } from '../inventory/index.ts'`],
    ],
  },
  {
    where: 'department.ts',
    applies: inDepartment('department.ts'),
    allows: (to) => isKernel(to) || isHost(to) || isPackage(to) || (to.own && to.place?.room !== 'store'),
    mayImport: 'its own rooms and host: dependencies are named as text in dependsOn',
    good: [[`${d}orders/department.ts`, `import { routes } from './http/routes.ts'`]],
    bad: [[`${d}orders/department.ts`, `import { inventory } from '../inventory/department.ts'`]],
  },
  {
    where: 'flows',
    applies: (place) => place.floor === 'flows' && !OUTER_ROOMS.includes(place.room) && place.room !== 'flow.ts',
    allows: (to) =>
      isKernel(to) ||
      isHostType(to) ||
      isFlowGround(to) ||
      isDepartmentDoor(to) ||
      isFlowDoor(to) ||
      to.own ||
      isForeignEvents(to),
    mayImport:
      "departments' index.ts, kernel, types of host, runCommand and links: a flow is sequence. Move the rule into the department that owns it",
    good: [
      ['server/src/flows/place-order/place-order.ts', `import { reserve } from '../../departments/inventory/index.ts'`],
      ['server/src/flows/place-order/place-order.ts', `import type { Context } from '../../host/context.ts'`],
    ],
    bad: [
      [
        'server/src/flows/place-order/place-order.ts',
        `import { reserve } from '../../departments/inventory/use-cases/reserve.ts'`,
      ],
      ['server/src/flows/place-order/place-order.ts', `import { sql } from '../../host/database/sql.ts'`],
      ['server/src/flows/place-order/place-order.ts', `import { page } from '../../storefront/page.ts'`],
    ],
  },
  {
    where: "a flow's http, jobs and subscribers",
    applies: (place) => place.floor === 'flows' && (OUTER_ROOMS.includes(place.room) || place.room === 'flow.ts'),
    allows: (to) =>
      isPackage(to) ||
      isKernel(to) ||
      isHost(to) ||
      isDepartmentDoor(to) ||
      isForeignEvents(to) ||
      isFlowDoor(to) ||
      to.own,
    mayImport: "the flow itself, departments' index.ts and events.ts, host",
    good: [['server/src/flows/place-order/http/routes.ts', `import { placeOrder } from '../place-order.ts'`]],
    bad: [
      [
        'server/src/flows/place-order/http/routes.ts',
        `import { saveOrder } from '../../../departments/orders/store/orders.ts'`,
      ],
    ],
  },
  {
    where: 'storefront',
    applies: onFloor('storefront'),
    allows: (to) =>
      isPackage(to) ||
      isKernel(to) ||
      (isHost(to) && !/^server\/src\/host\/(?:database|postgres|outbox|jobs)\b/.test(to.path)) ||
      isHostType(to) ||
      isDepartmentDoor(to) ||
      isFlowDoor(to) ||
      to.place?.floor === 'storefront',
    mayImport:
      "departments' index.ts, flows' index.ts, kernel and host without its database and jobs. Ask a department for a query",
    good: [
      ['server/src/storefront/pages/product.ts', `import { getProduct } from '../../departments/catalog/index.ts'`],
    ],
    bad: [
      [
        'server/src/storefront/pages/product.ts',
        `import { getProduct } from '../../departments/catalog/queries/get-product.ts'`,
      ],
      ['server/src/storefront/pages/product.ts', `import { sql } from '../../host/database/sql.ts'`],
    ],
  },
  {
    where: 'providers',
    applies: onFloor('providers'),
    allows: (to) => isPackage(to) || isKernel(to) || to.place?.floor === 'providers',
    mayImport: 'kernel and packages: a provider is a server of its own, as a stranger would have built it',
    good: [['server/src/providers/payment/server.ts', `import { createServer } from 'node:http'`]],
    bad: [['server/src/providers/payment/server.ts', `import { capture } from '../../departments/payments/index.ts'`]],
  },
]

/** Types of a department named in dependsOn may stand in a view or a schema: they leave no arrow in the running program. */
function foreignType(to: Target): boolean {
  return isDepartmentDoor(to) && to.import.typeOnly && !to.own
}

export const importsByRoom: Rule[] = ROWS.map((row) => ({
  name: `what ${row.where} may import`,
  because: 'the reader, and the next change, rely on each room knowing only what house.md lets it know ("may import")',
  mend: `${row.where} may import ${row.mayImport}.`,
  check: (house) => house.files.flatMap((file) => breaches(file, row)),
  good: row.good.map(([path, text]) => ({ [path]: text })),
  bad: row.bad.map(([path, text]) => ({ [path]: text })),
}))

function breaches(file: SourceFile, row: Row): Finding[] {
  const from = file.place
  if (from === undefined || file.isTest || !file.isTypeScript || !row.applies(from)) return []
  return file.imports
    .filter((one) => !row.allows(targetOf(from, one)) && !isAsset(one))
    .map((one) => ({
      path: file.path,
      line: one.line,
      found: `imports ${one.typeOnly ? 'the type of ' : ''}${one.specifier}`,
    }))
}

function targetOf(from: Place, one: Import): Target {
  const path = one.target === undefined ? '' : posix.normalize(one.target)
  const place = placeOf(path)
  const isOwn = place?.floor === from.floor && place.unit === from.unit
  return { import: one, from, path, place, own: isOwn }
}

function isAsset(one: Import): boolean {
  return /\/locales\/[a-z]+\.json$/.test(one.specifier)
}

/** What a test may reach is wide, but not the inside of another department. */
export const testsUseDoors: Rule = {
  name: 'tests reach other departments through index.ts, events.ts and testing/',
  because: 'a test that knows the inside of another department breaks when that department changes its mind',
  mend: 'build the state with the other department’s testing/ builders or its index.ts.',
  check: (house: House) =>
    house.files
      .filter((file) => file.isTest && file.place !== undefined)
      .flatMap((file) =>
        file.imports
          .filter((one) => isForeignInside(file.place, one))
          .map((one) => ({ path: file.path, line: one.line, found: `imports ${one.specifier}` })),
      ),
  good: [
    { [`${d}orders/use-cases/place-order.test.ts`]: `import { aProduct } from '../../catalog/testing/a-product.ts'` },
    { [`${d}orders/use-cases/place-order.test.ts`]: `import { rows } from '../store/orders.ts'` },
  ],
  bad: [{ [`${d}orders/use-cases/place-order.test.ts`]: `import { rows } from '../../catalog/store/products.ts'` }],
}

function isForeignInside(from: Place | undefined, one: Import): boolean {
  const to = one.target === undefined ? undefined : placeOf(one.target)
  if (to?.floor !== 'departments' || (from?.floor === 'departments' && from.unit === to.unit)) return false
  return from?.floor !== 'apps' && !['index.ts', 'events.ts', 'department.ts', 'testing'].includes(to.room)
}

export const nobodyImportsApps: Rule = {
  name: 'nobody imports apps, tests, tools or the back office',
  because: 'apps are where the house is put together: whoever imports them turns the arrows upwards',
  mend: 'move the shared thing down into host, kernel or the department that owns it.',
  check: (house) =>
    house.files
      .filter((file) => file.isTypeScript && !file.isTest && /^(?:server|backoffice)\/src\//.test(file.path))
      .flatMap((file) =>
        file.imports
          .filter((one) => one.target !== undefined && pointsUp(file.path, one.target))
          .map((one) => ({ path: file.path, line: one.line, found: `imports ${one.specifier}` })),
      ),
  good: [
    { 'server/src/apps/worker.ts': `import { assemble } from './assemble.ts'` },
    { 'backoffice/src/app/main.tsx': `import { Orders } from '../departments/orders/orders.tsx'` },
  ],
  bad: [
    { 'server/src/host/http/server.ts': `import { api } from '../../apps/api.ts'` },
    { 'server/src/flows/place-order/place-order.ts': `import { village } from '../../../../tests/village/village.ts'` },
    { 'backoffice/src/app/main.tsx': `import { money } from '../../../server/src/kernel/money.ts'` },
  ],
}

function pointsUp(from: string, to: string): boolean {
  if (from.startsWith('backoffice/')) return !to.startsWith('backoffice/') && !to.startsWith('openapi/')
  if (from.startsWith('server/src/apps/'))
    return /^(?:tests|tools|bench|backoffice)\//.test(to) && !to.startsWith('tests/village/')
  return /^(?:server\/src\/apps|tests|tools|bench|backoffice)\//.test(to)
}
