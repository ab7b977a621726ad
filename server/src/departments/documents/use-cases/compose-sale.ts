import { localDateIn } from '../../../kernel/time.ts'
import { needsDelivery } from '../../catalog/index.ts'
import type { Entity } from '../../organisation/index.ts'
import { PAID_LATER, type OrderDetail } from '../../orders/index.ts'
import type { DocumentFacts, DocumentLine, Party, SaleKind } from '../domain/document.ts'

type Order = OrderDetail
type Line = Order['lines'][number]

/** Everything that a document of this sale says (Directive 2006/112/EC, art. 226), in whole minor units. */
export function composeSale(order: Order, entity: Entity, kind: SaleKind): DocumentFacts {
  const net = order.total.amount - order.tax.amount
  const day = (instant: string) => localDateIn(new Date(instant), entity.timeZone)
  const delivery = deliveryOf(order)
  const lines = order.lines.map((line) => goodsLine(order, line))
  return {
    kind,
    language: order.locale,
    currency: order.total.currency,
    seller: sellerOf(entity),
    buyer: buyerOf(order),
    order: {
      id: order.id,
      number: order.number,
      placedOn: day(order.placedAt),
      paidOn: order.paidAt === null ? null : day(order.paidAt),
    },
    delivery,
    lines: order.delivery.total.amount > 0 && delivery ? [...lines, deliveryLine(order, lines, delivery.name)] : lines,
    taxes: order.taxes.map((row) => ({ ...row, net: row.net.amount, tax: row.tax.amount })),
    treatment: order.taxTreatment,
    ground: order.business?.exemption?.number ?? null,
    pricesIncludeTax: order.pricesIncludeTax,
    net,
    tax: order.tax.amount,
    total: order.total.amount,
    credits: null,
  }
}

function deliveryOf({ locale, delivery: { names, method, promisedFrom: from, promisedTo: to } }: Order) {
  return method === null || from === null || to === null
    ? null
    : { name: names[locale] ?? names['en'] ?? method, from, to }
}

function sellerOf(entity: Entity): Party {
  const { legalName, vatNumber, registerNumber, email, phone, street, postcode, city, region, country } = entity
  const where = { street, street2: null, postcode, city, region, country }
  return { name: legalName, company: null, vatNumber, taxCode: registerNumber, email, phone, ...where }
}

/** To whom its invoice goes. */
export const buyerOf = (order: Order): Party => partyOf(order, order.billing ?? order.address)

/** Who bought, at the address that the invoice goes to or at the one that the goods do. */
function partyOf({ address: { phone }, business, email }: Order, where: Order['address']): Party {
  const { name, company, street, street2, postcode, city, region, country } = where
  return {
    name,
    company: business?.name ?? company,
    vatNumber: business?.vatNumber ?? null,
    taxCode: business?.taxCode ?? null,
    email,
    phone,
    street,
    street2,
    postcode,
    city,
    region,
    country,
  }
}

function goodsLine(order: Order, line: Line): DocumentLine {
  const usual = usualLine(order, line)
  return isDeposit(order) ? { ...usual, kind: 'advance', unitPrice: null, discount: 0 } : usual
}

/** Worth what was paid on account; what the rest is documented with says all of it, and takes this off again. */
const isDeposit = ({ discounts }: Order) => discounts.some(({ promotion }) => promotion === PAID_LATER)

function usualLine(order: Order, line: Line): DocumentLine {
  return {
    kind: 'goods',
    name: line.options === '' ? line.name : `${line.name} (${line.options})`,
    sku: line.sku,
    partOf: line.bundle === null ? null : (order.bundles[line.bundle]?.name ?? null),
    quantity: line.quantity,
    unitPrice: line.unitPrice.amount,
    discount: line.discounts.reduce((all, { amount }) => all + amount.amount, 0),
    percents: line.taxes.map(({ percent }) => percent),
    net: line.net.amount,
    tax: line.tax.amount,
    total: line.total.amount,
  }
}

/** What the goods do not bear of net and tax, the delivery does. */
function deliveryLine(order: Order, goods: readonly DocumentLine[], name: string): DocumentLine {
  const tax = order.tax.amount - goods.reduce((all, line) => all + line.tax, 0)
  const total = order.delivery.total.amount
  return {
    kind: 'delivery',
    name,
    sku: null,
    partOf: null,
    quantity: 1,
    unitPrice: null,
    discount: 0,
    percents: percentsOfDelivery(order),
    net: total - tax,
    tax,
    total,
  }
}

/** Those of which the goods do not bear all. */
function percentsOfDelivery({ taxes, lines }: Order): string[] {
  const ofGoods = lines.flatMap((line) => line.taxes)
  return taxes
    .filter(({ name, percent, tax }) => {
      const same = ofGoods.filter((one) => one.name === name && one.percent === percent)
      return same.reduce((all, { amount }) => all + amount.amount, 0) < tax.amount
    })
    .map(({ percent }) => percent)
}

/** Whether something of it is sent or handed over: what is downloaded or done for somebody lies in no parcel. */
export const isPacked = ({ lines }: Order) => lines.some(({ kind }) => needsDelivery(kind))

/** What is in the parcel, without what it cost. */
export function composePackingSlip(order: Order, sale: DocumentFacts): DocumentFacts {
  const nothing = { net: 0, tax: 0, total: 0 }
  const lines = sale.lines
    .filter(({ kind }, at) => kind !== 'delivery' && needsDelivery(order.lines[at]?.kind ?? 'physical'))
    .map((line) => ({ ...line, ...nothing, kind: 'goods' as const, unitPrice: null, discount: 0, percents: [] }))
  const buyer = order.billing ? partyOf(order, order.address) : sale.buyer
  return { ...sale, kind: 'packing_slip', buyer, lines, taxes: [], ...nothing }
}
