import { addressLines } from '../../../host/i18n/address-lines.ts'
import { formatDate, formatMoney } from '../../../host/i18n/format.ts'
import { isLocale, type Locale } from '../../../host/i18n/locales.ts'
import type { Translations } from '../../../host/i18n/translate.ts'
import { barcode } from '../../../host/pdf/barcode.ts'
import {
  ACCENT,
  BOTTOM,
  heightOf,
  LEFT,
  QUIET,
  rule,
  tell,
  TOP,
  WIDTH,
  within,
  write,
  type Sheet,
} from '../../../host/pdf/paper.ts'
import { moneyFromJson, type MoneyJson } from '../../../kernel/money.ts'
import type { OrderDetail } from '../../../departments/orders/index.ts'

export interface SheetWords {
  readonly translations: Translations
  readonly shop: string
  readonly timeZone: string
  readonly locale: string
}

interface Told {
  readonly order: OrderDetail
  readonly shop: string
  readonly locale: Locale
  readonly day: (at: string) => string
  readonly price: (amount: MoneyJson) => string
  readonly t: (key: string, values?: Record<string, string | number>) => string
}

const CODE = { x: LEFT + WIDTH - 150, y: TOP, width: 150, height: 36 } as const

/** What somebody has in hand who works on an order, on a page of its own: who, where to, what, for how much, and what the buyer wrote. */
// i18n-dynamic: print-orders.sheet.*
export function drawOrderSheet(sheet: Sheet, order: OrderDetail, words: SheetWords): void {
  const locale: Locale = isLocale(words.locale) ? words.locale : 'en'
  const translate = words.translations.for(locale)
  const told: Told = {
    order,
    shop: words.shop,
    locale,
    day: (at) => formatDate(new Date(at), locale, words.timeZone),
    price: (amount) => formatMoney(moneyFromJson(amount), locale),
    t: (key, values) => translate(`print-orders.sheet.${key}`, values),
  }
  const end = lines(sheet, told, head(sheet, told))
  totals(sheet, told, end)
}

function head(sheet: Sheet, { order, shop, locale, day, t }: Told): number {
  const { pdf } = sheet
  const width = WIDTH - CODE.width - 16
  tell(sheet, 'P', () => write(pdf, shop, { x: LEFT, y: TOP, width }, { size: 12, bold: true, color: ACCENT }))
  const title = t('title', { number: order.number })
  tell(sheet, 'H1', () => write(pdf, title, { x: LEFT, y: pdf.y + 6, width }, { size: 17, bold: true }))
  const top = Math.max(pdf.y, TOP + 44) + 12
  barcode(sheet, order.number, CODE)
  const { address, delivery, email, placedAt, paidAt, state, note, giftMessage } = order
  const company = order.business?.name ?? null
  const column = WIDTH / 3 - 8
  const ends = [
    block(sheet, { x: LEFT, y: top, width: column }, t('buyer'), [address.name, company, email, address.phone]),
    block(
      sheet,
      { x: LEFT + column + 12, y: top, width: column },
      t(delivery.pickup ? 'collected' : 'deliver_to'),
      delivery.pickup
        ? [delivery.pickup.name, delivery.pickup.street, delivery.pickup.city]
        : addressLines(address, locale),
    ),
    block(sheet, { x: LEFT + 2 * (column + 12), y: top, width: column }, t('facts'), [
      t('placed', { day: day(placedAt) }),
      paidAt === null ? t('state', { state }) : t('paid', { day: day(paidAt) }),
      delivery.names[locale] ?? delivery.names['en'] ?? null,
      delivery.promisedTo === null ? null : t('promised', { day: day(`${delivery.promisedTo}T12:00:00Z`) }),
    ]),
  ]
  const below = Math.max(...ends)
  const words = [
    [t('note'), note],
    [t('gift'), giftMessage],
  ] as const
  let y = below + 4
  for (const [heading, text] of words) {
    if (text !== null) y = block(sheet, { x: LEFT, y: y + 6, width: WIDTH }, heading, [text])
  }
  return y + 10
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
}

function block(sheet: Sheet, box: Box, heading: string, said: readonly (string | null)[]): number {
  const { pdf } = sheet
  tell(sheet, 'P', () => write(pdf, heading, box, { size: 8.5, color: QUIET }))
  const text = said.filter(Boolean).join('\n')
  tell(sheet, 'P', () => write(pdf, text, { ...box, y: pdf.y + 2 }))
  return pdf.y
}

const COLUMNS = { pieces: 48, price: 84, total: 84 } as const
const NAME = WIDTH - COLUMNS.pieces - COLUMNS.price - COLUMNS.total - 12

function lines(sheet: Sheet, { order, price, t }: Told, top: number): number {
  return within(sheet, 'Table', (table) => {
    const { pdf } = table
    const right = LEFT + WIDTH
    const cells = (texts: readonly [string, string, string, string], y: number, tag: 'TH' | 'TD', note = '') => {
      const style = tag === 'TH' ? { size: 8.5, color: QUIET } : {}
      let end = y
      within(table, 'TR', (row) => {
        const cell = (text: string, x: number, width: number, align: 'left' | 'right') =>
          tell(row, tag, () => (end = Math.max(end, write(pdf, text, { x, y, width }, { ...style, align }))))
        cell(texts[0], LEFT, COLUMNS.pieces, 'left')
        tell(row, tag, () => {
          const below = write(pdf, texts[1], { x: LEFT + COLUMNS.pieces, y, width: NAME }, style)
          const noted = { x: LEFT + COLUMNS.pieces, y: below, width: NAME }
          end = Math.max(end, note === '' ? below : write(pdf, note, noted, { size: 8, color: QUIET }))
        })
        cell(texts[2], right - COLUMNS.total - COLUMNS.price - 6, COLUMNS.price, 'right')
        cell(texts[3], right - COLUMNS.total, COLUMNS.total, 'right')
      })
      return rule(pdf, end + 3)
    }
    const headings = (y: number) => cells([t('pieces'), t('item'), t('price'), t('total')], y, 'TH')
    let y = headings(top)
    for (const { name, options, sku, quantity, unitPrice, total } of order.lines) {
      const title = options === '' ? name : `${name}, ${options}`
      if (y + heightOf(pdf, title, { width: NAME, size: 9 }) + 24 > BOTTOM) {
        pdf.addPage()
        y = headings(TOP)
      }
      y = cells([String(quantity), title, price(unitPrice), price(total)], y, 'TD', sku)
    }
    return y
  })
}

function totals(sheet: Sheet, { order, price, t }: Told, from: number): void {
  const { pdf } = sheet
  // What promotions take off is taken off the lines already.
  const delivery = order.delivery.method === null ? [] : [[t('delivery'), price(order.delivery.total)] as const]
  let y = from + 4
  if (y + (delivery.length + 1) * 18 > BOTTOM) {
    pdf.addPage()
    y = TOP
  }
  const row = (label: string, amount: string, style: { readonly size?: number; readonly bold?: boolean }) =>
    tell(sheet, 'P', () => {
      const at = y
      write(pdf, label, { x: LEFT, y: at, width: WIDTH - COLUMNS.total - 30 }, { ...style, align: 'right' })
      y = write(pdf, amount, { x: LEFT + WIDTH - 100, y: at, width: 100 }, { ...style, align: 'right' }) + 2
    })
  for (const [label, amount] of delivery) row(label, amount, {})
  row(t('total'), price(order.total), { size: 11.5, bold: true })
}
