import { percentFromPpm, percentText } from '../../../kernel/rate.ts'
import type { OrderContent } from '../domain/order-content.ts'
import type { OrderDetail } from './read-orders.ts'

/** The order as it was with another content: as it was paid, before a change, after one. Where it is sent stays as it is now. */
export function contentInDetail(order: OrderDetail, content: OrderContent): OrderDetail {
  const { currency } = order.total
  const worth = (amount: number) => ({ amount, currency })
  const percent = (ppm: number) => percentText(percentFromPpm(ppm))
  return {
    ...order,
    goods: worth(content.goods),
    tax: worth(content.tax),
    total: worth(content.total),
    delivery: { ...order.delivery, method: content.method, names: content.methodNames, total: worth(content.delivery) },
    discounts: content.discounts.map((one) => ({ ...one, amount: worth(one.amount) })),
    taxes: content.taxes.map(({ name, ppm, net, tax }) => ({
      name,
      percent: percent(ppm),
      net: worth(net),
      tax: worth(tax),
    })),
    lines: content.lines.map(({ own, taxes, discounts, ...line }) => ({
      ...line,
      own: own === null ? null : worth(own),
      unitPrice: worth(line.unitPrice),
      subtotal: worth(line.subtotal),
      net: worth(line.net),
      tax: worth(line.tax),
      total: worth(line.total),
      discounts: discounts.map((one) => ({ ...one, amount: worth(one.amount) })),
      taxes: taxes.map(({ name, ppm, amount }) => ({ name, percent: percent(ppm), amount: worth(amount) })),
    })),
  }
}
