/**
 * What one invoice costs as a PDF, with 5 lines and with 200: words and drawing together. Pure computation; beside it, what reading
 * the same document from its JSON costs, which every drawing begins with.
 */
import { fileURLToPath } from 'node:url'
import { drawDocument } from '../server/src/departments/documents/http/pdf/draw-document.ts'
import { wordsOfDocument } from '../server/src/departments/documents/http/pdf/words-of-document.ts'
import type { IssuedDocument } from '../server/src/departments/documents/domain/document.ts'
import { loadTranslations } from '../server/src/host/i18n/translate.ts'
import { measureInTurns } from './frame/rounds.ts'
import type { BenchContext, Cost, Row } from './frame/row.ts'

export const name = 'invoice-pdf'
export const what = 'an invoice as a PDF, of 5 lines and of 200'

const PDFS_A_ROUND = 40

export async function run(ctx: BenchContext): Promise<readonly Row[]> {
  const [small, large] = [invoice(5), invoice(200)]
  const count = Math.ceil(PDFS_A_ROUND * ctx.scale)
  const measured = await measureInTurns({
    rounds: ctx.rounds,
    sides: {
      small: () => cost(count, () => draw(small)),
      large: () => cost(Math.ceil(count / 8), () => draw(large)),
      json: () => cost(count * 50, () => JSON.parse(JSON.stringify(small)) as unknown),
    },
  })
  const limit = { what: 'JSON there and back of the same document', cost: measured.json }
  return [
    { subject: '5 lines', cost: measured.small, limit },
    { subject: '200 lines', cost: measured.large, limit },
  ]
}

const folder = fileURLToPath(new URL('../server/src/departments/documents/locales', import.meta.url))
const translations = loadTranslations([{ namespace: 'documents', folder }])

function draw(document: IssuedDocument): Promise<Buffer> {
  return drawDocument(wordsOfDocument(document, { translations, shop: 'Bottega Laguna' }), new Date(0))
}

function invoice(lines: number): IssuedDocument {
  const contact = { company: null, vatNumber: 'IT12345678903', taxCode: null, email: 'ada@shop.example', phone: null }
  const where = { street: 'Calle 1', street2: null, postcode: '30121', city: 'Venezia', region: 'VE', country: 'IT' }
  const party = { name: 'Ada', ...contact, ...where }
  const [net, tax, total] = [1_000 * lines, 220 * lines, 1_220 * lines]
  const line = { kind: 'goods', sku: 'MUG-1', partOf: null, quantity: 2, discount: 0, percents: ['22'] } as const
  return {
    ...{ id: '1', label: 'INV-2026-00001', year: 2026, number: 1, issuedOn: '2026-11-22', kind: 'invoice' },
    ...{ language: 'it', currency: 'EUR', seller: party, buyer: party },
    order: { id: '1', number: '100001', placedOn: '2026-11-22', paidOn: '2026-11-22' },
    delivery: { name: 'Corriere', from: '2026-11-24', to: '2026-11-26' },
    lines: Array.from({ length: lines }, (_, n) => ({
      ...{ ...line, name: `Tazza di Burano numero ${n}`, unitPrice: 610, net: 1_000, tax: 220, total: 1_220 },
    })),
    taxes: [{ name: 'vat', percent: '22', net, tax }],
    ...{ treatment: 'domestic', ground: null, pricesIncludeTax: true, net, tax, total, credits: null },
  }
}

async function cost(count: number, work: () => unknown): Promise<Cost> {
  const begun = { cpu: process.cpuUsage(), at: performance.now() }
  for (let done = 0; done < count; done += 1) await work()
  const { user, system } = process.cpuUsage(begun.cpu)
  const us = (user + system) / count
  return { perSecond: (count / (performance.now() - begun.at)) * 1000, programUs: us, totalUs: us }
}
