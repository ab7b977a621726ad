import { LONG_FILES } from '../long-files.ts'
import type { House, SourceFile } from '../house.ts'
import { fileRule, findAll, type Rule } from '../rule.ts'

const FOLDERS = /^(?:server|backoffice|tests|tools|bench)\//
const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$/
/** Names that other programs look for. */
const GIVEN = new Set(['README.md', 'LICENSE', 'CHANGELOG.md', 'SOURCES.md', '__root.tsx'])
const EMPTY_WORDS = /^(?:.*-)?(?:utils?|helpers?|managers?|impl|dtos?)$|^(?:.*-)?bases?$/

const isOurs = (file: SourceFile) => FOLDERS.test(file.path) && !file.path.startsWith('backoffice/src/client/')

export const kebabCase: Rule = fileRule({
  name: 'files and folders are kebab-case',
  because: 'one way of writing names is found by every search, on every file system',
  mend: 'rename it: place-order.ts.',
  files: (file) => isOurs(file) && !file.path.startsWith('tests/fixtures/'),
  check: (file) =>
    file.path
      .split('/')
      .filter((part) => !KEBAB.test(part) && !GIVEN.has(part) && !part.startsWith('.'))
      .map((part) => ({ path: file.path, line: 1, found: `${part} is not kebab-case` })),
  good: [{ 'server/src/kernel/unit-price.test.ts': '' }, { 'server/src/departments/public-services/README.md': '' }],
  bad: [
    { 'server/src/kernel/unitPrice.ts': '' },
    { 'backoffice/src/ui/OrderTable.tsx': '' },
    { 'tools/check_all.ts': '' },
  ],
})

export const sayingNames: Rule = fileRule({
  name: 'names say what a thing is',
  because: 'utils, helpers, managers, bases, impls and DTOs are where things without a name pile up',
  mend: 'name the file for the one thing that it exports; split it if there are several.',
  files: (file) => isOurs(file),
  check: (file) => [
    ...file.path
      .split('/')
      .map((part) => part.replace(/\..*$/, ''))
      .filter((part) => EMPTY_WORDS.test(part))
      .map((part) => ({ path: file.path, line: 1, found: `"${part}" says nothing` })),
    ...findAll(file, file.scan.code, [
      { pattern: /\b(?:interface|class|type)\s+I[A-Z][a-z]\w*/g, found: 'an I prefix' },
      {
        pattern: /\b(?:interface|class|type)\s+\w+(?:DTO|Dto|Impl|Helper|Utils?|Manager)\b/g,
        found: 'a name that says nothing',
      },
    ]),
  ],
  good: [{ 'server/src/host/database/pool.ts': 'export type Id = string\ninterface Item {}' }],
  bad: [
    { 'server/src/kernel/utils.ts': '' },
    { 'server/src/helpers/money.ts': '' },
    { 'server/src/host/session-manager.ts': '' },
    { 'server/src/host/x.ts': 'interface IOrder {}' },
    { 'server/src/host/x.ts': 'export class OrderDto {}' },
  ],
})

const LIMIT = 500

export const longFiles: Rule = {
  name: `no file over ${LIMIT} lines, save those of the list that only shrinks`,
  because: 'a file that fits five screens can be read; the list keeps debts from growing',
  mend: 'split the file by what its parts do; lower or remove its number in tests/architecture/long-files.ts when it shrank.',
  check: (house) => tooLong(house, LONG_FILES),
  good: [{ 'server/src/kernel/money.ts': '\n'.repeat(LIMIT - 1) }, { 'docs/guide.md': '\n'.repeat(LIMIT * 2) }],
  bad: [{ 'server/src/kernel/money.ts': '\n'.repeat(LIMIT + 1) }],
}

export function tooLong(house: House, allowed: Record<string, number>) {
  const isCode = (file: SourceFile) => isOurs(file) && /\.(?:tsx?|mjs|sql|css)$/.test(file.path)
  const found = house.files.filter(isCode).flatMap(({ path, text }) => {
    const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
    const limit = allowed[path]
    if (limit === undefined) return lines > LIMIT ? [{ path, line: LIMIT, found: `has ${lines} lines` }] : []
    if (lines > limit) return [{ path, line: limit, found: `grew from ${limit} to ${lines} lines` }]
    if (lines <= LIMIT) return [{ path, line: 1, found: `has ${lines} lines: remove it from the list` }]
    return lines < limit ? [{ path, line: 1, found: `shrank from ${limit} to ${lines} lines: lower its number` }] : []
  })
  const paths = new Set(house.files.map((file) => file.path))
  const gone = Object.keys(allowed).filter((path) => !paths.has(path) && house.files.length > 10)
  return [...found, ...gone.map((path) => ({ path, line: 1, found: 'is gone: remove it from the list' }))]
}
