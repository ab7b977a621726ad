/**
 * Papers of many orders in one file, in the order in which they were named: a sheet for who works on an order, and the slips that go into
 * its parcels. One order is read and drawn after the other; none is locked, since paper says what was true when it was printed.
 */
import type { House } from '../../../host/context.ts'
import { isLocale } from '../../../host/i18n/locales.ts'
import { closePaper, openPaper, type Sheet } from '../../../host/pdf/paper.ts'
import { slipsOfOrder } from '../../../departments/fulfilment/index.ts'
import { getOrder } from '../../../departments/orders/index.ts'
import { drawOrderSheet } from './draw-order-sheet.ts'
import { drawSlip } from './draw-slip.ts'
import { slipWords } from './file-of-slip.ts'

export const PAPERS = ['sheet', 'slips'] as const
export type Paper = (typeof PAPERS)[number]

export interface OrdersToPrint {
  readonly orderIds: readonly string[]
  readonly papers: readonly Paper[]
  /** Of the sheets; slips speak the language of who gets the parcel. */
  readonly locale: string
  readonly progress: (done: number, total: number) => void
  readonly stopAsked: () => Promise<boolean>
}

export interface PrintedOrders {
  readonly file: Buffer
  readonly pages: number
  /** Of which no paper was asked for that there is: nothing of them is sent. */
  readonly empty: number
}

/** Whether somebody still wants it is asked so often. */
const CHUNK = 25

export async function printOrders(house: House, wish: OrdersToPrint): Promise<PrintedOrders> {
  const { orderIds, papers, locale, progress, stopAsked } = wish
  const words = await slipWords(house)
  const title = house.translations.for(isLocale(locale) ? locale : 'en')('print-orders.file')
  const sheet = openPaper({ language: locale, title, author: words.shop, made: house.clock.now() })
  const page = pagesOf(sheet)
  let empty = 0
  for (const [index, id] of orderIds.entries()) {
    if (index % CHUNK === 0 && (await stopAsked())) break
    const order = await getOrder(house.database, id)
    const slips = order.ok && papers.includes('slips') ? await slipsOfOrder(house.database, order.value) : []
    if (order.ok && papers.includes('sheet')) {
      page()
      drawOrderSheet(sheet, order.value, { ...words, locale })
    }
    for (const slip of slips) {
      page()
      drawSlip(sheet, slip, words)
    }
    if (slips.length === 0 && !papers.includes('sheet')) empty += 1
    progress(index + 1, orderIds.length)
  }
  const pages = page.drawn() ? sheet.pdf.bufferedPageRange().count : 0
  return { file: await closePaper(sheet), pages, empty }
}

/** The first paper begins on the page that is there, every other on one of its own. */
function pagesOf({ pdf }: Sheet) {
  let drawn = false
  const next = () => {
    if (drawn) pdf.addPage()
    drawn = true
  }
  return Object.assign(next, { drawn: () => drawn })
}
