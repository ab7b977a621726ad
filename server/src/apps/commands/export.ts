import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { EXPORT_FORMS, writeProductFile, type ExportForm } from '../../flows/export-products/index.ts'
import { problemOf } from '../../host/http/problem.ts'
import type { Command, CommandInput } from '../command.ts'
import { Problem } from '../terminal.ts'
import { whisper, withHouse } from '../with-house.ts'

export const exportCommand: Command = {
  name: 'export',
  summary: 'Write the catalogue into a file: products, prices and stock',
  usage:
    'products [FILE] [--form fondaco|shopify] [--stock] [--costs] [--currency EUR] [--location CODE] [--search WORDS] [--organisation SLUG]',
  description: [
    'Writes CSV, or a workbook where FILE ends in .xlsx, in the order of the handles; without FILE the CSV is printed. In the form of Fondaco a file says all that a file can: imported into an empty shop with the same attributes and families, that shop writes the very same file. The form of Shopify speaks English alone and knows no fields of your own.',
    'Texts that a spreadsheet would run as formulas get an apostrophe in front, which the import takes away again.',
  ],
  options: {
    form: { type: 'string', value: 'FORM', says: `${EXPORT_FORMS.join(' or ')}; fondaco unless told` },
    stock: { type: 'boolean', says: 'with what lies at the location' },
    costs: { type: 'boolean', says: 'with what goods cost the house' },
    currency: { type: 'string', value: 'CODE', says: "of the prices; the first market's unless told" },
    location: { type: 'string', value: 'CODE', says: "of the stock; the first market's unless told" },
    search: { type: 'string', value: 'WORDS', says: 'only products that the list finds by them' },
    organisation: { type: 'string', value: 'SLUG', says: 'needed only where there are several' },
  },
  examples: [
    { line: 'export products products.csv --stock', does: 'writes every product with its prices and its stock' },
    { line: 'export products shop.csv --form shopify', does: 'writes what Shopify can import' },
  ],
  run,
}

async function run({ words: [kind, file], flags, texts }: CommandInput): Promise<number> {
  if (kind !== 'products') throw new Problem('Say what to export.', 'fondaco export products FILE.csv')
  const form = formNamed(texts['form'])
  const search = texts['search']
  return withHouse(texts['organisation'], async ({ house, blueprint }) => {
    const written = await writeProductFile(house, {
      form,
      format: file?.endsWith('.xlsx') ? 'xlsx' : 'csv',
      stock: flags['stock'] ?? false,
      costs: flags['costs'] ?? false,
      currency: texts['currency'],
      location: texts['location'],
      selection: search === undefined ? undefined : { locale: 'en', now: house.clock.now(), search },
    })
    if (!written.ok) {
      const { title, remedy } = problemOf(written.refusal, blueprint.translations.for('en'), '')
      throw new Problem(title, remedy)
    }
    const { body } = written.value
    const bytes = body instanceof Readable ? body : Readable.from([body])
    if (file === undefined) await pipeline(bytes, process.stdout, { end: false })
    else await save(bytes, file)
    return 0
  })
}

/** All of it or nothing: half a file looks like a whole one. */
async function save(bytes: Readable, file: string): Promise<void> {
  try {
    await pipeline(bytes, createWriteStream(file))
  } catch (error) {
    await rm(file, { force: true })
    if (error instanceof Error && 'path' in error)
      throw new Problem(
        `The file ${file} cannot be written.`,
        'Check its folder, and that this account may write there.',
      )
    throw error
  }
  whisper(`written to ${file}`)
}

function formNamed(name = 'fondaco'): ExportForm {
  const form = EXPORT_FORMS.find((one) => one === name)
  if (form) return form
  throw new Problem(`There is no form ${name}.`, `Say ${EXPORT_FORMS.join(' or ')}.`)
}
