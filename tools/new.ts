/**
 * `npm run new -- department NAME`: a department of house.md's form, with the files that every department has and no more.
 * A room is added when it has something to hold.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DEPARTMENTS } from '../tests/architecture/house.ts'
import { ROOT } from './commands.ts'

export function departmentFiles(name: string): Record<string, string> {
  const title = name[0]?.toUpperCase() + name.slice(1).replaceAll('-', ' ')
  return {
    'README.md': readme(title, name.replaceAll('-', '_')),
    'index.ts': `/** The only door of ${name}: commands, queries, id and view types, each by name. */\nexport {}\n`,
    'department.ts': manifest(name),
  }
}

function readme(title: string, schema: string): string {
  return `# ${title}

What it owns, in two sentences.

## Words

| word | means |
|---|---|

## Invariants

What is true after every commit, and which constraint or query proves it.

## Tables

Schema \`${schema}\`. Published views: none yet (\`${schema}.pub_*\`).

## Events

Out: none yet. In: none yet.

## Lock order

Locks nothing yet.
`
}

function manifest(name: string): string {
  const constant = name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  return `import { defineDepartment } from '../../host/department.ts'

export const ${constant} = defineDepartment({
  name: '${name}',
  dependsOn: [],
  permissions: [],
  routes: [],
  jobs: [],
  subscribers: {},
  refusals: [],
})
`
}

function create(kind: string | undefined, name: string | undefined): string {
  if (kind !== 'department' || name === undefined) return 'Usage: npm run new -- department NAME'
  if (!DEPARTMENTS.includes(name)) {
    return `house.md knows no department ${name}; it knows ${DEPARTMENTS.join(', ')}. A new one is added to tests/architecture/house.ts first.`
  }
  const folder = join(ROOT, 'server/src/departments', name)
  if (existsSync(folder)) return `server/src/departments/${name} exists already; nothing was written.`
  for (const [path, text] of Object.entries(departmentFiles(name))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  console.log(`server/src/departments/${name} stands. Write its README.md first, then name it in server/src/apps.`)
  return ''
}

if (import.meta.main) {
  const [kind, name] = process.argv.slice(2)
  const problem = create(kind, name)
  if (problem !== '') {
    console.error(problem)
    process.exitCode = 1
  }
}
