import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { text as readAll } from 'node:stream/consumers'
import { Compile } from 'typebox/compile'
import type { SnapshotJson } from '../../departments/pricing/domain/snapshot-json.ts'
import { presentPriced } from '../../departments/pricing/http/present-priced.ts'
import { snapshotSchema } from '../../departments/pricing/http/snapshot-schemas.ts'
import { simulatePrice } from '../../departments/pricing/use-cases/simulate-price.ts'
import { systemClock } from '../../host/clock.ts'
import { problemOf } from '../../host/http/problem.ts'
import { formatMoney } from '../../host/i18n/format.ts'
import { isLocale, type Locale } from '../../host/i18n/locales.ts'
import type { Translations } from '../../host/i18n/translate.ts'
import { moneyFromJson, type MoneyJson } from '../../kernel/money.ts'
import type { Command, CommandInput } from '../command.ts'
import { drawBlueprint } from '../house.ts'
import { bold, cyan, dim, green, Problem, red, say } from '../terminal.ts'

export const price: Command = {
  name: 'price',
  summary: 'Say what a basket would cost and why, from a file, without a shop',
  usage: 'FILE.json | FILE.ndjson | - [--json] [--locale en|it|es|id] [--schema]',
  description: [
    'The function that the shop sells by, fed with a snapshot of everything that a price depends on: market, lines, promotions, taxes, delivery, customer, coupons, and the moment. Nothing is read but the file, nothing is written.',
    'A file that ends in .ndjson, or standard input, is a stream: one snapshot a line, one answer a line. docs/guides/price-simulator.md explains the snapshot.',
  ],
  options: {
    json: { type: 'boolean', says: 'answer as JSON; a stream always does' },
    locale: { type: 'string', value: 'LANGUAGE', says: 'language of the reasons; English unless told' },
    schema: { type: 'boolean', says: 'print the JSON Schema of a snapshot' },
  },
  examples: [
    { line: 'price basket.json', does: 'shows the total, line by line, with every reason' },
    { line: 'price - < baskets.ndjson', does: 'prices a stream of baskets' },
  ],
  run,
}

interface Pricing {
  readonly locale: Locale
  readonly translations: Translations
}

type PricedJson = ReturnType<typeof presentPriced>
type Answer = { readonly priced: PricedJson } | { readonly problem: object }

async function run({ words: [file], flags, texts }: CommandInput): Promise<number> {
  if (flags['schema']) {
    say(JSON.stringify(snapshotSchema, null, 2))
    return 0
  }
  if (file === undefined) throw new Problem('Say which snapshot to price.', 'fondaco price FILE.json')
  const locale = texts['locale'] ?? 'en'
  if (!isLocale(locale)) throw new Problem(`There are no words in ${locale}.`, 'Choose en, it, es or id.')
  const { translations } = await drawBlueprint()
  const pricing = { locale, translations }
  const input = file === '-' ? process.stdin : createReadStream(file)
  input.on('error', () => {})
  try {
    if (file === '-' || file.endsWith('.ndjson')) return await priceStream(input, pricing)
    const answer = priceOne(await readAll(input), pricing)
    if (flags['json'] || 'problem' in answer) return tellJson(answer)
    tell(answer.priced, locale)
    return 0
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new Problem(`There is no file ${file}.`, 'Look at the path; it begins where you are.')
  }
}

/** 1 when any line was refused; each line has its answer all the same. */
async function priceStream(input: NodeJS.ReadableStream, pricing: Pricing): Promise<number> {
  let worst = 0
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    if (line.trim() !== '') worst = Math.max(worst, tellJson(priceOne(line, pricing)))
  }
  return worst
}

function tellJson(answer: Answer): number {
  const isPriced = 'priced' in answer
  process.stdout.write(`${JSON.stringify(isPriced ? answer.priced : answer.problem)}\n`)
  return isPriced ? 0 : 1
}

const validator = Compile(snapshotSchema)

function priceOne(text: string, { locale, translations }: Pricing): Answer {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    return { problem: { code: 'invalid_json', title: 'This is no JSON.', detail: (error as Error).message } }
  }
  if (!validator.Check(json)) {
    const errors = validator
      .Errors(json)
      .slice(0, 20)
      .map(({ instancePath, message }) => ({
        field: instancePath.slice(1).replaceAll('/', '.'),
        message,
      }))
    return { problem: { code: 'invalid_snapshot', title: 'This is no snapshot.', errors } }
  }
  const t = translations.for(locale)
  const result = simulatePrice(json as SnapshotJson, { now: systemClock.now(), locale })
  if (!result.ok) return { problem: problemOf(result.refusal, t, 'cli') }
  const { priced, promotionNames, listNames } = result.value
  return { priced: presentPriced(priced, { locale, t, promotionNames, listNames }) }
}

function tell({ lines, delivery, discounts, taxes, total, reasons }: PricedJson, locale: Locale): void {
  const words = (amount: MoneyJson) => formatMoney(moneyFromJson(amount), locale)
  const tellReasons = (ofLine: number | null) => {
    for (const { text, applied, line } of reasons) {
      if (line === ofLine) say(`    ${applied ? green('✓') : dim('–')} ${applied ? text : dim(text)}`)
    }
  }
  lines.forEach(({ variantId, quantity, total: ofLine }, index) => {
    say(`  ${quantity} × ${bold(variantId)}  ${words(ofLine)}`)
    tellReasons(index)
  })
  if (delivery) say(`  ${bold(delivery.code)}  ${words(delivery.total)}`)
  tellReasons(null)
  for (const { promotion, amount } of discounts) say(`  ${cyan(promotion)}  ${red(`−${words(amount)}`)}`)
  for (const { percent, net, tax } of taxes) say(`  ${dim(`${percent} %: ${words(net)} + ${words(tax)}`)}`)
  say(`  ${bold(words(total))}`)
}
