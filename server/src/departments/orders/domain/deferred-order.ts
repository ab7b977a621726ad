import { money } from '../../../kernel/money.ts'
import { percentFromPpm } from '../../../kernel/rate.ts'
import type { Deferral } from './deferral.ts'
import type { NewOrder } from './new-order.ts'
import type { MinorUnits, OrderContent } from './order-content.ts'
import { takenOff } from './taken-off.ts'

/** By which what is paid later is known among an order's reductions. */
export const PAID_LATER = 'paid_later'

/** As it stands on the order and its papers, whatever language they are read in. */
const PAID_LATER_NAMES = {
  en: 'Paid once it is ready',
  it: 'Da pagare quando è pronto',
  es: 'Se paga cuando esté listo',
  id: 'Dibayar saat sudah siap',
} as const

export interface DeferredOrder {
  /** Worth what is paid today. */
  readonly order: NewOrder
  /** All of it, as it is once the rest is paid. */
  readonly after: OrderContent
}

/**
 * What is paid later is taken off each line and the delivery, with its taxes: on money that is paid on account the tax is due with the payment,
 * and on no more than that (Directive 2006/112/EC, art. 65), so that order, sale and documents are worth what was paid at every moment.
 */
export function deferOrder(order: NewOrder, deferral: Pick<Deferral, 'todayOfLines'>): DeferredOrder {
  const after = contentOf(order)
  const lines = after.lines.map(({ total }, at) => total - units(deferral.todayOfLines[at]?.amount ?? 0n))
  const { pricesIncludeTax } = order.basket.market
  const now = takenOff(after, {
    ...{ promotion: PAID_LATER, names: PAID_LATER_NAMES, lines, delivery: after.delivery, pricesIncludeTax },
  })
  return { after, order: withContent(order, now) }
}

const units = (amount: bigint): MinorUnits => Number(amount)

function contentOf(order: NewOrder): OrderContent {
  const { address, method, promised } = order
  return {
    lines: order.lines.map((line, position) => ({
      position,
      ...{ variantId: line.variantId, kind: line.kind, sku: line.sku, handle: line.handle, name: line.name },
      ...{ options: line.options, imageFileId: line.imageFileId, quantity: line.quantity },
      bundle: line.bundle ?? null,
      own: line.own ? units(line.own.amount) : null,
      unitPrice: units(line.unitPrice.amount),
      compareAt: line.compareAt ? units(line.compareAt.amount) : null,
      subtotal: units(line.subtotal.amount),
      discounts: line.discounts.map(({ promotion, amount }) => ({ promotion, amount: units(amount.amount) })),
      taxCategory: line.taxCategory,
      taxPpm: Number(line.taxPpm),
      taxes: line.taxes.map(({ tax, percent, amount }) => ({
        name: tax,
        ppm: Number(percent.ppm),
        amount: units(amount.amount),
      })),
      ...{ net: units(line.net.amount), tax: units(line.tax.amount), total: units(line.total.amount) },
    })),
    discounts: order.discounts.map((one) => ({ ...one, amount: units(one.amount.amount) })),
    goods: units(order.goods.amount),
    goodsNet: units(order.goodsNet.amount),
    delivery: units(order.delivery.amount),
    deliveryNet: units(order.deliveryNet.amount),
    tax: units(order.tax.amount),
    taxes: order.taxes.map(({ name, percent, net, tax }) => ({
      ...{ name, ppm: Number(percent.ppm), net: units(net.amount), tax: units(tax.amount) },
    })),
    total: units(order.total.amount),
    method: method?.code ?? null,
    methodNames: method?.names ?? {},
    promisedFrom: promised?.from ?? null,
    promisedTo: promised?.to ?? null,
    address: {
      ...{ name: address.name, company: address.company ?? null, street: address.street },
      ...{ street2: address.street2 ?? null, postcode: address.postcode, city: address.city },
      ...{ region: address.region ?? null, country: address.country, phone: address.phone ?? null },
    },
  }
}

/** The same order at the amounts of another content of the same lines. */
function withContent(order: NewOrder, content: OrderContent): NewOrder {
  const worth = (amount: MinorUnits) => money(amount, order.total.currency)
  return {
    ...order,
    lines: order.lines.map((line, at) => {
      const now = content.lines[at]!
      return {
        ...line,
        discounts: now.discounts.map(({ promotion, amount }) => ({ promotion, amount: worth(amount) })),
        taxes: now.taxes.map(({ name, ppm, amount }) => ({
          tax: name,
          percent: percentFromPpm(ppm),
          amount: worth(amount),
        })),
        ...{ net: worth(now.net), tax: worth(now.tax), total: worth(now.total) },
      }
    }),
    discounts: content.discounts.map((one) => ({ ...one, amount: worth(one.amount) })),
    ...{ goods: worth(content.goods), goodsNet: worth(content.goodsNet), delivery: worth(content.delivery) },
    ...{ deliveryNet: worth(content.deliveryNet), tax: worth(content.tax), total: worth(content.total) },
    taxes: content.taxes.map(({ name, ppm, net, tax }) => ({
      name,
      percent: percentFromPpm(ppm),
      net: worth(net),
      tax: worth(tax),
    })),
  }
}
