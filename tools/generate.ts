/**
 * Writes what follows from the code and is committed, so that a review shows what clients will see: openapi/openapi.json
 * from the routes, the back office's types from that, docs/errors.md from the catalogues of refusals. `--check` only says
 * what is out of date.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import openapiTypescript, { astToString } from 'openapi-typescript'
import { drawBlueprint } from '../server/src/apps/house.ts'
import { describeHouse } from '../server/src/apps/server.ts'
import { englishWords } from '../server/src/host/reference/english-words.ts'
import { errorsMarkdown } from '../server/src/host/reference/errors-markdown.ts'
import { ROOT } from './commands.ts'

const blueprint = await drawBlueprint()
const document = await describeHouse(blueprint, 'http://localhost:4000')
const documentText = `${JSON.stringify(document, null, 2)}\n`

const files: Readonly<Record<string, string>> = {
  'openapi/openapi.json': documentText,
  'backoffice/src/client/schema.d.ts': await clientTypes(documentText),
  'docs/errors.md': errorsMarkdown(blueprint.refusals, englishWords(blueprint.texts)),
}

const stale = Object.entries(files).filter(([path, text]) => readOr(path) !== text)
if (process.argv.includes('--check')) {
  for (const [path] of stale) console.error(`${path} is out of date: run "npm run generate" and commit it.`)
  process.exitCode = stale.length > 0 ? 1 : 0
} else {
  for (const [path, text] of stale) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true })
    writeFileSync(join(ROOT, path), text)
    console.log(`wrote ${path}`)
  }
}

async function clientTypes(text: string): Promise<string> {
  const nodes = await openapiTypescript(text, { alphabetize: false, defaultNonNullable: false })
  return `// Generated from openapi/openapi.json by "npm run generate". Do not edit.\n${astToString(nodes)}`
}

function readOr(path: string): string {
  try {
    return readFileSync(join(ROOT, path), 'utf8')
  } catch {
    return ''
  }
}
