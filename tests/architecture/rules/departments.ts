import { DEPARTMENTS, OFFICE_ROOMS, FLOORS, type House, type SourceFile } from '../house.ts'
import type { Finding, Rule } from '../rule.ts'
import { foreignReferences } from './sql.ts'

const ROOMS = new Set([
  ...['domain', 'use-cases', 'queries', 'store', 'http', 'jobs', 'providers', 'migrations', 'testing', 'locales'],
])
const FILES = new Set(['README.md', 'index.ts', 'department.ts', 'events.ts', 'subscribers.ts'])

type Manifest = { file: SourceFile; department: string; dependsOn: string[] }

const d = 'server/src/departments/'
const whole = (name: string, dependsOn: string[] = []) => ({
  [`${d}${name}/README.md`]: `# ${name}`,
  [`${d}${name}/index.ts`]: `export {}`,
  [`${d}${name}/department.ts`]: `export const ${name} = { name: '${name}', dependsOn: [${dependsOn.map((one) => `'${one}'`).join(', ')}] }`,
})

export const floors: Rule = {
  name: 'every server source stands on a floor',
  because: 'a reader finds every room by its floor; a file beside the floors is found by nobody',
  mend: `move it onto one of server/src/{${FLOORS.join(',')}}/.`,
  check: (house) =>
    house.files
      .filter((file) => file.path.startsWith('server/src/') && !file.path.startsWith('server/src/testing/'))
      .filter((file) => file.place === undefined)
      .map((file) => ({ path: file.path, line: 1, found: 'stands on no floor' })),
  good: [{ 'server/src/kernel/money.ts': '' }, { 'server/bin/fondaco.mjs': '' }, { 'server/src/testing/scene.ts': '' }],
  bad: [{ 'server/src/services/order.ts': '' }, { 'server/src/money.ts': '' }],
}

export const departmentNames: Rule = {
  name: "departments carry the business's own names",
  because: 'the same word is used for folder, schema, route, menu and screen (house.md, "Floors")',
  mend: 'use a name of house.md; a new department is added to house.md and to tests/architecture/house.ts first.',
  check: (house) =>
    departmentFolders(house)
      .filter(({ name, file }) => !DEPARTMENTS.includes(name) && !isOfficeRoom(name, file))
      .map(({ name, file }) => ({ path: file.path, line: 1, found: `no department is called ${name}` })),
  good: [
    { [`${d}orders/README.md`]: '' },
    { 'backoffice/src/departments/orders/orders.tsx': '' },
    { 'backoffice/src/departments/settings/department.ts': '' },
  ],
  bad: [
    { [`${d}shopping/README.md`]: '' },
    { [`${d}settings/README.md`]: '' },
    { 'backoffice/src/departments/sales/sales.tsx': '' },
  ],
}

export const departmentForm: Rule = {
  name: 'a department has its README.md, index.ts and department.ts, and only the known rooms',
  because: 'who has read one department can find everything in the next',
  mend: 'add the missing file (node tools/new.ts department NAME shows the form) or move the file into the room it belongs to.',
  check: (house) => serverDepartments(house).flatMap(([name, files]) => formOf(name, files)),
  good: [whole('orders'), { ...whole('orders'), [`${d}orders/domain/order.ts`]: '' }],
  bad: [
    { [`${d}orders/index.ts`]: '', [`${d}orders/department.ts`]: '' },
    { ...whole('orders'), [`${d}orders/services/place.ts`]: '' },
    { ...whole('orders'), [`${d}orders/order.ts`]: '' },
  ],
}

export const dependsOnExists: Rule = {
  name: 'dependsOn names departments that exist',
  because: 'an arrow to nowhere hides a spelling mistake until start-up',
  mend: 'correct the name in dependsOn, or remove it.',
  check: (house) => {
    const manifests = manifestsOf(house)
    const known = new Set(manifests.map((one) => one.department))
    return manifests.flatMap(({ file, department, dependsOn }) =>
      dependsOn
        .filter((name) => !known.has(name) || name === department)
        .map((name) => ({ path: file.path, line: 1, found: `dependsOn names ${name}` })),
    )
  },
  good: [{ ...whole('orders', ['ledger']), ...whole('ledger') }],
  bad: [whole('orders', ['leger']), whole('orders', ['orders'])],
}

export const arrowsPointDownwards: Rule = {
  name: 'the graph of departments has no cycle',
  because: 'two departments that need each other can neither be understood nor changed alone',
  mend: 'turn one side into an event (events.ts and a subscriber), or let them meet in a flow.',
  check: (house) => cycles(manifestsOf(house)),
  good: [{ ...whole('orders', ['inventory', 'ledger']), ...whole('inventory', ['ledger']), ...whole('ledger') }],
  bad: [
    { ...whole('orders', ['inventory']), ...whole('inventory', ['orders']) },
    { ...whole('orders', ['inventory']), ...whole('inventory', ['ledger']), ...whole('ledger', ['orders']) },
  ],
}

export const dependsOnIsTrue: Rule = {
  name: 'dependsOn covers every real arrow, and no other',
  because: 'the manifest is the map of the house: an arrow that it does not show cannot be checked for cycles',
  mend: 'name the department in dependsOn of department.ts, remove the import or the pub_ view, or remove the unused name.',
  check: (house) => manifestsOf(house).flatMap((manifest) => compareArrows(house, manifest)),
  good: [
    {
      ...whole('orders', ['inventory']),
      ...whole('inventory'),
      [`${d}orders/use-cases/place.ts`]: `import { reserve } from '../../inventory/index.ts'`,
    },
    {
      ...whole('orders'),
      ...whole('payments'),
      [`${d}orders/subscribers.ts`]: `import { captured } from '../payments/events.ts'`,
    },
  ],
  bad: [
    {
      ...whole('orders'),
      ...whole('inventory'),
      [`${d}orders/use-cases/place.ts`]: `import { reserve } from '../../inventory/index.ts'`,
    },
    {
      ...whole('orders'),
      ...whole('catalog'),
      [`${d}orders/queries/list.ts`]: 'const q = sql`SELECT 1 FROM catalog.pub_variant`',
    },
    { ...whole('orders', ['inventory']), ...whole('inventory') },
  ],
}

function isOfficeRoom(name: string, file: SourceFile): boolean {
  return OFFICE_ROOMS.includes(name) && file.path.startsWith('backoffice/')
}

function departmentFolders(house: House): { name: string; file: SourceFile }[] {
  const seen = new Map<string, { name: string; file: SourceFile }>()
  for (const file of house.files) {
    const match = /^(?:server|backoffice)\/src\/departments\/([^/]+)\//.exec(file.path)
    if (match?.[1] !== undefined && !seen.has(match[0])) seen.set(match[0], { name: match[1], file })
  }
  return [...seen.values()]
}

function serverDepartments(house: House): [string, SourceFile[]][] {
  const files = house.files.filter((file) => file.place?.floor === 'departments')
  return Object.entries(Object.groupBy(files, (file) => file.place?.unit ?? '')).map(([name, own]) => [name, own ?? []])
}

function formOf(name: string, files: SourceFile[]): Finding[] {
  const root = `${d}${name}/`
  const rest = files.map((file) => ({ path: file.path, rest: file.path.slice(root.length) }))
  const missing = ['README.md', 'index.ts', 'department.ts'].filter(
    (wanted) => !rest.some((file) => file.rest === wanted),
  )
  return [
    ...missing.map((wanted) => ({ path: root, line: 1, found: `has no ${wanted}` })),
    ...rest
      .filter((file) => (file.rest.includes('/') ? !ROOMS.has(file.rest.split('/')[0] ?? '') : !isDoorFile(file.rest)))
      .map((file) => ({ path: file.path, line: 1, found: 'is in no known room of a department' })),
  ]
}

/** Tests of the whole department stand at its door. */
function isDoorFile(name: string): boolean {
  return FILES.has(name) || name.endsWith('.test.ts')
}

function manifestsOf(house: House): Manifest[] {
  return house.files
    .filter((file) => file.place?.floor === 'departments' && file.place.room === 'department.ts')
    .map((file) => {
      const list = /\bdependsOn\s*:\s*\[([^\]]*)\]/.exec(file.scan.withoutComments)?.[1] ?? ''
      const dependsOn = [...list.matchAll(/['"]([^'"]+)['"]/g)].map((match) => match[1] ?? '')
      return { file, department: file.place?.unit ?? '', dependsOn }
    })
}

function cycles(manifests: Manifest[]): Finding[] {
  const byName = new Map(manifests.map((one) => [one.department, one]))
  const done = new Set<string>()
  const found: Finding[] = []
  const visit = (name: string, way: string[]) => {
    const manifest = byName.get(name)
    if (manifest === undefined || done.has(name)) return
    if (way.includes(name)) {
      const circle = [...way.slice(way.indexOf(name)), name].join(' -> ')
      found.push({ path: manifest.file.path, line: 1, found: circle })
      return
    }
    for (const next of manifest.dependsOn) visit(next, [...way, name])
    done.add(name)
  }
  for (const { department } of manifests) visit(department, [])
  return found
}

function compareArrows(house: House, { file, department, dependsOn }: Manifest): Finding[] {
  const own = house.files.filter(
    (one) => one.place?.floor === 'departments' && one.place.unit === department && !one.isTest,
  )
  const real = own.flatMap(arrowsOf).filter((arrow) => arrow.to !== department)
  const unnamed = real
    .filter((arrow) => !dependsOn.includes(arrow.to))
    .map((arrow) => ({
      path: arrow.path,
      line: arrow.line,
      found: `${department} uses ${arrow.to}, which dependsOn does not name`,
    }))
  const unused = dependsOn
    .filter((name) => !real.some((arrow) => arrow.to === name))
    .map((name) => ({
      path: file.path,
      line: 1,
      found: `dependsOn names ${name}, which nothing in ${department} uses`,
    }))
  return [...unnamed, ...unused]
}

/** Listening to another department's events is not an arrow: the event is what turned it round. */
function arrowsOf(file: SourceFile): { to: string; path: string; line: number }[] {
  const imports = file.imports.flatMap((one) => {
    const to = /^server\/src\/departments\/([^/]+)\/(.+)$/.exec(one.target ?? '')
    return to?.[1] === undefined || to[2] === 'events.ts' ? [] : [{ to: to[1], path: file.path, line: one.line }]
  })
  const views = foreignReferences(file).map((one) => ({ to: one.department, path: file.path, line: one.line }))
  return [...imports, ...views]
}
