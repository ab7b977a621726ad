import { addressLines } from '../../../host/i18n/address-lines.ts'
import { formatDate } from '../../../host/i18n/format.ts'
import { isLocale, type Locale } from '../../../host/i18n/locales.ts'
import type { Translations } from '../../../host/i18n/translate.ts'
import { barcode } from '../../../host/pdf/barcode.ts'
import {
  ACCENT,
  BODY,
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
  type Style,
} from '../../../host/pdf/paper.ts'
import type { Slip } from '../../../departments/fulfilment/index.ts'

export interface SlipWords {
  readonly translations: Translations
  readonly shop: string
  readonly timeZone: string
  /** The buyer's own unless told: it lies in their parcel. */
  readonly language?: string | undefined
}

interface Told {
  readonly slip: Slip
  readonly shop: string
  readonly timeZone: string
  readonly locale: Locale
  readonly t: (key: string, values?: Record<string, string | number>) => string
}

const CODE = { x: LEFT + WIDTH - 170, y: TOP, width: 170, height: 40 } as const
const COLUMNS = { pieces: 60, tick: 24 } as const
const TALL = 22

/** On a page of its own, the present one of the sheet, and on as many more as its lines need. */
// i18n-dynamic: print-orders.slip.*
export function drawSlip(sheet: Sheet, slip: Slip, { translations, shop, timeZone, language }: SlipWords): void {
  const wished = language ?? slip.order.locale
  const locale: Locale = isLocale(wished) ? wished : 'en'
  const translate = translations.for(locale)
  const told: Told = { slip, shop, timeZone, locale, t: (key, values) => translate(`print-orders.slip.${key}`, values) }
  const end = pieces(sheet, told, head(sheet, told))
  foot(sheet, told, end)
}

export function titleOfSlip({ label, order }: Slip, { translations, language }: SlipWords): string {
  const wished = language ?? order.locale
  return translations.for(isLocale(wished) ? wished : 'en')('print-orders.slip.title', { number: label })
}

function head(sheet: Sheet, { slip, shop, timeZone, locale, t }: Told): number {
  const { pdf } = sheet
  const { order, parcel, label } = slip
  const width = WIDTH - CODE.width - 16
  tell(sheet, 'P', () => write(pdf, shop, { x: LEFT, y: TOP, width }, { size: 18, bold: true, color: ACCENT }))
  tell(sheet, 'H1', () =>
    write(pdf, t('title', { number: label }), { x: LEFT, y: pdf.y + 8, width }, { size: 14, bold: true }),
  )
  const below = pdf.y
  barcode(sheet, label, CODE)
  tell(sheet, 'P', () => write(pdf, label, { ...CODE, y: TOP + 44 }, { align: 'right', color: QUIET }))
  const top = Math.max(below, pdf.y) + 16
  const column = WIDTH / 2 - 8
  const { pickup } = order.delivery
  tell(sheet, 'P', () =>
    write(
      pdf,
      t(pickup ? 'collected_by' : 'deliver_to'),
      { x: LEFT, y: top, width: column },
      { size: 8.5, color: QUIET },
    ),
  )
  const lines = pickup ? [order.address.name] : addressLines(order.address, locale)
  tell(sheet, 'P', () => write(pdf, lines.join('\n'), { x: LEFT, y: pdf.y + 2, width: column }, { size: 11 }))
  const left = pdf.y
  const day = (at: string | Date) => formatDate(new Date(at), locale, timeZone)
  const facts: (readonly [string, string | null])[] = [
    [t('order'), `${order.number}, ${day(order.placedAt)}`],
    [t('delivery'), order.delivery.names[locale] ?? order.delivery.names['en'] ?? null],
    [t('packed'), parcel ? day(parcel.madeAt) : null],
    [t('carrier'), [parcel?.carrier, parcel?.trackingNumber].filter(Boolean).join(' · ') || null],
  ]
  const x = LEFT + column + 16
  let y = top
  for (const [name, value] of facts) {
    if (value === null) continue
    const from = y
    tell(sheet, 'P', () => {
      write(pdf, name, { x, y: from, width: column }, { size: 8.5, color: QUIET })
      y = write(pdf, value, { x, y: pdf.y, width: column }) + 3
    })
  }
  return Math.max(left, y) + 16
}

function pieces(sheet: Sheet, { slip, t }: Told, top: number): number {
  const name = WIDTH - COLUMNS.pieces - COLUMNS.tick
  return within(sheet, 'Table', (table) => {
    const { pdf } = table
    const headings = (at: number) => {
      let end = at
      within(table, 'TR', (row) => {
        const style = { size: 8.5, color: QUIET } as const
        tell(row, 'TH', () => (end = write(pdf, t('pieces'), { x: LEFT, y: at, width: COLUMNS.pieces }, style)))
        tell(row, 'TH', () => write(pdf, t('item'), { x: LEFT + COLUMNS.pieces, y: at, width: name }, style))
      })
      return rule(pdf, end + 3)
    }
    let y = headings(top)
    for (const piece of slip.pieces) {
      const high = heightOf(pdf, piece.name, { width: name, size: 10.5 }) + 12
      if (y + Math.max(high, TALL) > BOTTOM) {
        pdf.addPage()
        y = headings(TOP)
      }
      const at = y
      let end = at
      within(table, 'TR', (row) => {
        const size = { size: 10.5 }
        tell(row, 'TD', () =>
          write(pdf, `${piece.quantity} ×`, { x: LEFT, y: at, width: COLUMNS.pieces }, { ...size, bold: true }),
        )
        tell(row, 'TD', () => {
          const below = write(pdf, piece.name, { x: LEFT + COLUMNS.pieces, y: at, width: name }, size)
          end = write(pdf, piece.sku, { x: LEFT + COLUMNS.pieces, y: below, width: name }, { size: 8, color: QUIET })
        })
      })
      box(sheet, at + 2)
      y = rule(pdf, end + 3)
    }
    return y
  })
}

/** To be ticked with a pen. */
function box({ pdf }: Sheet, y: number): void {
  pdf.markContent('Artifact', { type: 'Layout' })
  pdf
    .rect(LEFT + WIDTH - 14, y, 11, 11)
    .lineWidth(0.8)
    .strokeColor(QUIET)
    .stroke()
  pdf.endMarkedContent()
}

function foot(sheet: Sheet, { slip, t }: Told, from: number): void {
  const { pdf } = sheet
  const count = slip.pieces.reduce((sum, { quantity }) => sum + quantity, 0)
  const gift = slip.order.giftMessage
  const said: readonly { readonly text: string; readonly style?: Style }[] = [
    ...(gift === null
      ? []
      : [
          { text: t('gift'), style: { size: 8.5, color: QUIET } },
          { text: gift, style: { size: 12 } },
        ]),
    { text: t('count', { count }) },
    ...(slip.elsewhere > 0 ? [{ text: t('elsewhere', { count: slip.elsewhere }) }] : []),
    { text: t('thanks') },
  ]
  let y = from + 6
  const high = said.reduce(
    (sum, { text, style }) => sum + heightOf(pdf, text, { width: WIDTH, size: style?.size ?? BODY }) + 5,
    0,
  )
  if (y + high > BOTTOM) {
    pdf.addPage()
    y = TOP
  }
  for (const { text, style } of said) {
    const at = y
    tell(sheet, 'P', () => (y = write(pdf, text, { x: LEFT, y: at, width: WIDTH }, style) + 4))
  }
}
