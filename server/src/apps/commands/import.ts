import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import {
  beginWhole,
  FORMAT_KEYS,
  importProducts,
  isFormat,
  loadImport,
  readMapping,
  runImport,
  type FormatKey,
  type ImportOptions,
  type ImportReport,
} from '../../flows/import-products/index.ts'
import { system } from '../../host/actor.ts'
import { problemOf } from '../../host/http/problem.ts'
import type { Refusal, Result } from '../../kernel/result.ts'
import type { Command, CommandInput } from '../command.ts'
import { filesFolderOf } from '../files-folder.ts'
import { bold, cyan, dim, green, Problem, red, say, yellow } from '../terminal.ts'
import { whisper, withHouse, type Inside } from '../with-house.ts'

export const importCommand: Command = {
  name: 'import',
  summary: 'Bring in a catalogue: products, prices, stock and pictures from a file',
  usage:
    'products FILE [--format FORMAT] [--mapping FILE] [--pictures FOLDER] [--dry-run] [--leave-out] [--currency EUR] [--location CODE] [--organisation SLUG]',
  description: [
    "Reads CSV, XLSX or JSON in the format of Fondaco, Shopify, WooCommerce, Spree or Medusa, recognised by its first row, or a list of one's own, whose columns are guessed by their names. The whole file is checked before anything is written: one wrong row, and each wrong row is told with its row, column and remedy, and nothing has changed. Importing the same file again changes nothing. Each import stands in the import centre afterwards, where it can be taken back.",
    'Pictures come from a folder, found by the file name in Image Src or by the handle of the product (mug.jpg, mug-2.jpg); without a folder those at public https addresses are fetched by the worker after the products stand. --dry-run shows what would change, field by field, and changes nothing.',
  ],
  options: {
    pictures: { type: 'string', value: 'FOLDER', says: 'where the pictures lie' },
    format: { type: 'string', value: 'FORMAT', says: `${FORMAT_KEYS.join(', ')}; recognised unless told` },
    mapping: {
      type: 'string',
      value: 'FILE',
      says: 'JSON: which column is what, {"Ref": "sku", "Notes": null}; the others are not imported',
    },
    'leave-out': { type: 'boolean', says: 'import the sound products, and tell which rows were refused' },
    'dry-run': { type: 'boolean', says: 'only show what would change' },
    currency: { type: 'string', value: 'CODE', says: "currency of the file's prices; the first market's unless told" },
    location: { type: 'string', value: 'CODE', says: "where the file's stock lies; the first market's unless told" },
    organisation: { type: 'string', value: 'SLUG', says: 'needed only where there are several' },
  },
  examples: [
    { line: 'import products products.csv --dry-run', does: 'shows what would change' },
    { line: 'import products list.xlsx --mapping columns.json --dry-run', does: 'reads a list whose columns you name' },
    { line: 'import products products.csv --pictures ./photos', does: 'imports products and their pictures' },
  ],
  run,
}

async function run({ words: [kind, file], flags, texts }: CommandInput): Promise<number> {
  if (kind !== 'products' || file === undefined) {
    throw new Problem('Say what to import from which file.', 'fondaco import products FILE.csv')
  }
  const bytes = await readBytes(file)
  const folder = texts['pictures']
  if (folder !== undefined) await refuseNoFolder(folder)
  const said = texts['mapping'] === undefined ? undefined : await readSaid(texts['mapping'])
  return withHouse(texts['organisation'], async (inside) => {
    const { house, settings } = inside
    const mapping = said && (await readMapping(bytes, said))
    if (mapping && !mapping.ok) return tellRefusal(mapping.refusal, inside)
    const asked = {
      file: bytes,
      format: formatNamed(texts['format']),
      mapping: mapping?.value,
      leaveOut: flags['leave-out'] ?? false,
      currency: texts['currency'],
      locationCode: texts['location'],
    }
    const pictures =
      folder === undefined ? undefined : { folder, filesFolder: filesFolderOf(settings.dataFolder)(house) }
    const result = flags['dry-run']
      ? await importProducts(house, { ...asked, ...WATCHED, pictures: pictures ?? 'by_address', dryRun: true })
      : await carryOut(inside, { name: basename(file), ...asked, pictures })
    if (!result.ok) return tellRefusal(result.refusal, inside)
    tellReport(result.value, inside)
    return 0
  })
}

const WATCHED = {
  actor: system('import'),
  onProgress: (done: number, total: number) => total > 200 && whisper(`${done} of ${total} products`),
}

type Asked = Omit<ImportOptions, 'actor' | 'dryRun' | 'file'> & { readonly file: Uint8Array; readonly name: string }

/** Keeps a record like every other import: it can be taken back, and gone on with where this program was killed. */
async function carryOut({ house }: Inside, { file, pictures, ...asked }: Asked): Promise<Result<ImportReport>> {
  const { actor, onProgress } = WATCHED
  const begun = await beginWhole(house, { actor }, { file: { ...asked, bytes: file }, start: () => null })
  if (!begun.ok) return begun
  const loaded = await loadImport(house, begun.value.importId)
  if (!loaded.ok) return loaded
  return runImport(house, { ...loaded.value, actor, onProgress, stopAsked: async () => false, pictures })
}

async function readSaid(file: string): Promise<Readonly<Record<string, unknown>>> {
  const remedy = 'Write JSON: {"heading of the column": "field", "another": null}.'
  try {
    const said: unknown = JSON.parse(Buffer.from(await readBytes(file)).toString())
    if (typeof said === 'object' && said !== null && !Array.isArray(said)) return said as Record<string, unknown>
  } catch (error) {
    if (error instanceof Problem) throw error
  }
  throw new Problem(`${file} says no mapping.`, remedy)
}

function formatNamed(name: string | undefined): FormatKey | undefined {
  if (name === undefined || isFormat(name)) return name
  throw new Problem(`There is no format ${name}.`, `Say one of ${FORMAT_KEYS.join(', ')}.`)
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch {
    throw new Problem(`The file ${file} cannot be read.`, 'Check its name, and that this account may read it.')
  }
}

async function refuseNoFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined)
  if (!found?.isDirectory())
    throw new Problem(`${folder} is not a folder.`, 'Name the folder in which the pictures lie.')
}

/** Each refused place with its remedy, on stderr; nothing was written. */
function tellRefusal(refusal: Refusal, { blueprint }: Inside): number {
  const translate = blueprint.translations.for('en')
  const all = [refusal, ...(refusal.others ?? [])]
  for (const one of all) {
    const { title, remedy } = problemOf(one, translate, '')
    const where = one.field === undefined ? '' : dim(` (${one.field})`)
    process.stderr.write(`${red('✗')} ${title}${where}\n  ${cyan('→')} ${remedy}\n`)
  }
  return 1
}

function tellReport(report: ImportReport, { blueprint }: Inside): void {
  const translate = blueprint.translations.for('en')
  for (const { code, column, value, row } of report.warnings) {
    say(
      `${yellow('!')} ${translate(`import-products.warnings.${code}`, { column: column ?? '', value, row: row ?? 0 })}`,
    )
  }
  for (const { handle, sku, field, before, after } of report.differences) {
    say(`  ${bold(handle)}${sku === null ? '' : ` ${sku}`} ${field}: ${shown(before)} ${dim('→')} ${shown(after)}`)
  }
  for (const { refusal } of report.refused) {
    const { title, remedy } = problemOf(refusal, translate, '')
    say(`${red('✗')} ${title}\n  ${cyan('→')} ${remedy}`)
  }
  const { created, changed, unchanged, variants, dryRun, differencesOmitted } = report
  if (differencesOmitted > 0) say(dim(`  … and ${differencesOmitted} more`))
  const counts = `${created} ${dryRun ? 'would be new' : 'new'}, ${changed} changed, ${unchanged} unchanged; ${variants} variants in the file`
  say(`${green('✓')} ${counts}.${dryRun ? ' Nothing was written.' : ''}`)
}

const LONGEST = 60

function shown(value: unknown): string {
  if (value === null || value === undefined) return '–'
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
