import { DEPARTMENTS, type SourceFile } from '../house.ts'
import { fileRule, findAll, type Finding, type Rule } from '../rule.ts'
import { lineAt } from '../scan.ts'

const schemaOf = (department: string) => department.replaceAll('-', '_')
const departmentOf = new Map(DEPARTMENTS.map((name) => [schemaOf(name), name]))
const REFERENCE = new RegExp(
  `\\b(?:from|join|into|update|table|view|references|only|on|truncate|exists)\\s+"?(${[...departmentOf.keys()].join('|')})"?\\s*\\.\\s*"?(\\w+)`,
  'gi',
)
const IN_LIST = new RegExp(
  `,\\s*"?(${[...departmentOf.keys()].join('|')})"?\\.(pub_\\w+|\\w+)\\s+(?:as\\s+)?[a-z]\\w*\\b(?=\\s*(?:where|,|\\n))`,
  'gi',
)
/** Whole statements, so that a sentence such as "select one from the list" is not taken for SQL. */
const STATEMENT =
  /\b(?:SELECT\b[\s\S]+\bFROM\s+[\w"(]|INSERT\s+INTO\s+\w|UPDATE\s+[\w".]+\s+(?:\w+\s+)?SET\s|DELETE\s+FROM\s+\w)/
const LOWER_STATEMENT =
  /^\s*(?:select\s[\s\S]+\sfrom\s+[a-z_]+\.[a-z_]|insert into [a-z_.]+|update [a-z_.]+ set |delete from [a-z_.]+)/

type Reference = { department: string; name: string; line: number }

/** Tables and views of other departments in the SQL of a department's file. */
export function foreignReferences(file: SourceFile): Reference[] {
  if (file.place?.floor !== 'departments') return []
  const own = schemaOf(file.place.unit)
  const text = file.path.endsWith('.sql')
    ? withoutSqlComments(file.text)
    : file.isTypeScript
      ? file.scan.withoutComments
      : ''
  return [...text.matchAll(REFERENCE), ...text.matchAll(IN_LIST)]
    .filter((match) => match[1]?.toLowerCase() !== own)
    .map((match) => ({
      department: departmentOf.get(match[1]?.toLowerCase() ?? '') ?? '',
      name: match[2] ?? '',
      line: lineAt(text, match.index),
    }))
}

export function withoutSqlComments(text: string): string {
  const blank = (comment: string) => comment.replaceAll(/[^\n]/g, ' ')
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, blank).replaceAll(/--[^\n]*/g, blank)
}

const d = 'server/src/departments/'

export const foreignTables: Rule = fileRule({
  name: "a department reads another's data only through published views",
  because: 'a table is the owner’s to change; `<schema>.pub_*` is what the owner has promised',
  mend: 'read `<schema>.pub_<name>` (the owner adds it in a migration of its own), or call the owner’s index.ts.',
  files: (file) => file.place?.floor === 'departments' && !file.isTest,
  check: (file) =>
    foreignReferences(file)
      .filter(({ name }) => !name.startsWith('pub_'))
      .map(({ department, name, line }) => ({
        path: file.path,
        line,
        found: `uses the table ${schemaOf(department)}.${name}`,
      })),
  good: [
    {
      [`${d}orders/queries/list-orders.ts`]:
        'const q = sql`SELECT * FROM orders.order o JOIN catalog.pub_variant v ON true`',
    },
    { [`${d}orders/migrations/0001-orders.sql`]: 'CREATE TABLE orders.order (id uuid) -- not FROM catalog.product' },
    { [`${d}orders/events.ts`]: `export const name = 'payments.captured.v1'` },
  ],
  bad: [
    {
      [`${d}orders/queries/list-orders.ts`]:
        'const q = sql`SELECT * FROM orders.order o JOIN catalog.variant v ON true`',
    },
    { [`${d}orders/store/orders.ts`]: 'const q = sql`UPDATE inventory.stock SET on_hand = 0`' },
    { [`${d}orders/migrations/0001-orders.sql`]: 'CREATE TABLE orders.order (p uuid REFERENCES catalog.product (id))' },
    {
      [`${d}orders/queries/list-orders.ts`]:
        'const q = sql`SELECT 1 FROM orders.order o, catalog.variant v WHERE true`',
    },
  ],
})

const NO_SQL_ROOMS = new Set([
  'domain',
  'use-cases',
  'http',
  'jobs',
  'subscribers.ts',
  'events.ts',
  'index.ts',
  'department.ts',
])

export const sqlInItsRooms: Rule = fileRule({
  name: 'SQL stands in store, queries and migrations, and nowhere else on the upper floors',
  because: 'pages and rules that carry SQL can be neither read as rules nor moved away from the tables',
  mend: 'move the statement into store/ (writes, locks) or queries/ (reads) of the department that owns the table.',
  files: (file) =>
    file.isTypeScript &&
    !file.isTest &&
    (file.place?.floor === 'storefront' ||
      file.place?.floor === 'flows' ||
      file.place?.floor === 'kernel' ||
      (file.place?.floor === 'departments' && NO_SQL_ROOMS.has(file.place.room))),
  check: statementsIn,
  good: [
    { [`${d}orders/queries/list-orders.ts`]: 'const q = sql`SELECT id FROM orders.order`' },
    { 'server/src/storefront/pages/product.ts': "const hint = 'Select one from the list'" },
    { 'server/src/storefront/pages/product.ts': '// SELECT id FROM x\nconst a = 1' },
  ],
  bad: [
    { 'server/src/storefront/pages/product.ts': "db.query('SELECT id FROM catalog.product')" },
    { 'server/src/storefront/pages/product.ts': 'const q = sql`update catalog.product set name = ${name}`' },
    { [`${d}orders/domain/order.ts`]: "const q = 'INSERT INTO orders.order VALUES (1)'" },
    { [`${d}orders/use-cases/cancel.ts`]: 'await ctx.tx.run(sql`DELETE FROM orders.order WHERE id = ${id}`)' },
  ],
})

function statementsIn(file: SourceFile): Finding[] {
  return file.scan.literals
    .filter((one) => one.tag === 'sql' || STATEMENT.test(one.text) || LOWER_STATEMENT.test(one.text))
    .map((one) => ({
      path: file.path,
      line: lineAt(file.text, one.offset),
      found: `SQL: ${one.text.trim().replaceAll(/\s+/g, ' ').slice(0, 60)}`,
    }))
}

const isMigration = (file: SourceFile) => /^server\/src\/.*\/migrations\//.test(file.path)

export const noProcedures: Rule = fileRule({
  name: 'no PL/pgSQL in migrations',
  because: 'a rule in a trigger or a procedure is read by nobody, tested by nobody and refuses without a reason',
  mend: 'decide in domain/; keep constraints, set-based SQL and REVOKE in the migration.',
  files: isMigration,
  check: (file) =>
    findAll(file, withoutSqlComments(file.text), [
      { pattern: /\blanguage\s+'?plpgsql'?/gi, found: 'PL/pgSQL' },
      { pattern: /\bdo\s+\$\w*\$/gi, found: 'an anonymous block' },
      { pattern: /\bcreate\s+(?:or\s+replace\s+)?(?:constraint\s+)?trigger\b/gi, found: 'a trigger' },
    ]),
  good: [{ [`${d}orders/migrations/0001-orders.sql`]: 'CREATE TABLE orders.order (id uuid) -- no language plpgsql' }],
  bad: [
    { [`${d}orders/migrations/0001-orders.sql`]: 'CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ $$' },
    { [`${d}orders/migrations/0001-orders.sql`]: 'DO $$ BEGIN END $$' },
    {
      [`${d}orders/migrations/0001-orders.sql`]: 'CREATE TRIGGER t BEFORE UPDATE ON orders.order EXECUTE FUNCTION f()',
    },
  ],
})

export const exactColumns: Rule = fileRule({
  name: 'no floating-point or money columns',
  because: 'a float loses cents, and the type money depends on the server’s language',
  mend: 'use bigint (whole minor units) with a currency column; numeric for exact rates; integer for parts per million.',
  files: isMigration,
  check: (file) =>
    findAll(file, withoutSqlComments(file.text), [
      {
        pattern: /\b\w+\s+(?:double\s+precision|real|float[48]?|money)\b(?=[\s,)]|$)/gi,
        found: 'a column that cannot be exact',
      },
    ]),
  good: [
    {
      [`${d}orders/migrations/0001-orders.sql`]:
        'CREATE TABLE orders.line (total_amount bigint NOT NULL, rate numeric(20, 10))',
    },
  ],
  bad: [
    { [`${d}orders/migrations/0001-orders.sql`]: 'CREATE TABLE orders.line (price double precision NOT NULL)' },
    { [`${d}orders/migrations/0001-orders.sql`]: 'CREATE TABLE orders.line (price real, other money)' },
  ],
})

export const migrationNames: Rule = {
  name: 'migrations are called NNNN-name.sql, each number once',
  because: 'their order is their name; two of the same number have no order',
  mend: 'rename it to the next free number: 0007-what-it-does.sql.',
  check: (house) => {
    const seen = new Set<string>()
    return house.files.filter(isMigration).flatMap(({ path }) => {
      const folder = path.slice(0, path.lastIndexOf('/'))
      const number = /\/(\d{4})-[a-z0-9]+(?:-[a-z0-9]+)*\.sql$/.exec(path)?.[1]
      if (number === undefined) return [{ path, line: 1, found: 'is not called NNNN-name.sql' }]
      if (seen.has(folder + number)) return [{ path, line: 1, found: `has the number ${number} for the second time` }]
      seen.add(folder + number)
      return []
    })
  },
  good: [{ [`${d}orders/migrations/0001-orders.sql`]: '', [`${d}ledger/migrations/0001-ledger.sql`]: '' }],
  bad: [
    { [`${d}orders/migrations/1-orders.sql`]: '' },
    { [`${d}orders/migrations/0001-orders.sql`]: '', [`${d}orders/migrations/0001-more.sql`]: '' },
    { [`${d}orders/migrations/0001_Orders.sql`]: '' },
  ],
}
