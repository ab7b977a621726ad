import type { House } from '../../../host/context.ts'
import type { FileAnswer } from '../../../host/http/file-answer.ts'
import { closePaper, openPaper } from '../../../host/pdf/paper.ts'
import type { Slip } from '../../../departments/fulfilment/index.ts'
import { listEntities, readShopName } from '../../../departments/organisation/index.ts'
import { drawSlip, titleOfSlip, type SlipWords } from './draw-slip.ts'

export async function fileOfSlip(house: House, slip: Slip, language: string | undefined): Promise<FileAnswer> {
  const words = { ...(await slipWords(house)), language }
  const { order, parcel } = slip
  const made = parcel?.madeAt ?? new Date(order.placedAt)
  const paper = { language: language ?? order.locale, title: titleOfSlip(slip, words), author: words.shop, made }
  const sheet = openPaper(paper)
  drawSlip(sheet, slip, words)
  const body = await closePaper(sheet)
  return { name: `slip-${slip.label}.pdf`, mediaType: 'application/pdf', bytes: body.length, body }
}

export async function slipWords({
  database,
  organisation,
  translations,
}: Pick<House, 'database' | 'organisation' | 'translations'>): Promise<SlipWords> {
  const [shop, [entity]] = await Promise.all([readShopName(database, organisation), listEntities(database)])
  return { shop, translations, timeZone: entity?.timeZone ?? 'UTC' }
}
