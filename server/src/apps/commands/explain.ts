import {
  getAnyBasket,
  getOrder,
  listOrders,
  presentReason,
  quoteBasket,
  type QuotedBundle,
} from '../../departments/orders/index.ts'
import { formatMoney } from '../../host/i18n/format.ts'
import { currencyCode } from '../../kernel/currency.ts'
import { money, type Money } from '../../kernel/money.ts'
import type { Command, CommandInput } from '../command.ts'
import { demand } from '../demand.ts'
import { bold, dim, green, Problem, say } from '../terminal.ts'
import { withHouse, type Inside } from '../with-house.ts'

export const explain: Command = {
  name: 'explain',
  summary: 'Say why a price is what it is: each rule that applied, and why others did not',
  usage: 'order NUMBER | basket ID [--organisation SLUG]',
  description: [
    'Every price comes with its reasons. For an order they are those of the moment in which it was placed; for a basket they are calculated now.',
  ],
  options: {
    organisation: { type: 'string', value: 'SLUG', says: 'needed only where there are several' },
  },
  examples: [
    { line: 'explain order 100023', does: 'shows how the total of this order came about' },
    { line: 'explain basket 0191e0c8-...', does: 'the same for a basket' },
  ],
  run,
}

type Amount = { readonly amount: number; readonly currency: string }

interface Explained {
  readonly title: string
  readonly lines: readonly { readonly name: string; readonly quantity: number; readonly total: Amount | null }[]
  readonly total: Amount
  readonly reasons: readonly {
    readonly rule: string
    readonly applied: boolean
    readonly line: number | null
    readonly because: string
    readonly params: Readonly<Record<string, string | number | Amount>>
  }[]
}

async function run({ words: [kind, id], texts }: CommandInput): Promise<void> {
  if ((kind !== 'order' && kind !== 'basket') || id === undefined) {
    throw new Problem('Say what to explain.', 'fondaco explain order NUMBER')
  }
  await withHouse(texts['organisation'], async (inside) => {
    tell(kind === 'order' ? await explainOrder(inside, id) : await explainBasket(inside, id))
  })
}

async function explainOrder({ house }: Inside, number: string): Promise<Explained> {
  const found = /^#?\d{4,15}$/.test(number)
    ? demand(await listOrders(house.database, { search: number, limit: 1 }))
    : undefined
  const summary = found?.items[0]
  if (!summary)
    throw new Problem(`There is no order ${number}.`, 'The number stands on the confirmation and in the back office.')
  const order = demand(await getOrder(house.database, summary.id))
  return { title: `Order ${order.number}`, lines: order.lines, total: order.total, reasons: order.reasons }
}

async function explainBasket({ house }: Inside, id: string): Promise<Explained> {
  const basket = await getAnyBasket(house.database, id)
  if (!basket.ok) throw new Problem(`There is no basket ${id}.`, 'The id was given when the basket was made.')
  const { lines, bundles, priced } = demand(await quoteBasket(house.database, basket.value, house.clock.now()))
  const plain = (amount: Money): Amount => ({
    amount: Number(amount.amount),
    currency: amount.currency,
  })
  return {
    title: `Basket ${id}`,
    // What cannot be sold has no reasons; a bundle is told by its components, as it is priced.
    lines: [
      ...lines
        .filter((line) => line.priced || bundles.length === 0)
        .map(({ line, offer, priced: one }) => ({
          name: offer?.names['en'] ?? line.variantId,
          quantity: line.quantity,
          total: one ? plain(one.total) : null,
        })),
      ...bundles.flatMap((bundle) => componentsOf(bundle, plain)),
    ],
    total: plain(priced.total),
    reasons: priced.reasons.map(presentReason),
  }
}

function componentsOf({ offer, components }: QuotedBundle, plain: (amount: Money) => Amount): Explained['lines'] {
  const byVariant = new Map(components.map((one) => [one.component.variantId, one]))
  return [...byVariant.values()].flatMap(({ component, offer: its, priced }) =>
    priced
      ? [
          {
            name: `${offer?.names['en'] ?? ''}: ${its?.names['en'] ?? component.variantId}`,
            quantity: priced.quantity,
            total: plain(priced.total),
          },
        ]
      : [],
  )
}

function tell({ title, lines, total, reasons }: Explained): void {
  say(bold(title))
  lines.forEach(({ name, quantity, total: amount }, index) => {
    say(`  ${quantity} × ${name}${amount === null ? '' : `: ${words(amount)}`}`)
    for (const reason of reasons.filter(({ line }) => line === index)) tellReason(reason)
  })
  const whole = reasons.filter(({ line }) => line === null)
  if (whole.length > 0) say('  The whole')
  for (const reason of whole) tellReason(reason)
  say(`  ${bold('Total')} ${words(total)}`)
}

function tellReason({ rule, applied, because, params }: Explained['reasons'][number]): void {
  const details = Object.entries(params).map(
    ([name, value]) => `${name} ${typeof value === 'object' ? words(value) : value}`,
  )
  say(
    `    ${applied ? green('✓') : dim('–')} ${spaced(rule)}: ${spaced(because)}${details.length > 0 ? dim(` (${details.join(', ')})`) : ''}`,
  )
}

const spaced = (code: string): string => code.replaceAll('_', ' ')

function words({ amount, currency }: Amount): string {
  return formatMoney(money(amount, currencyCode(currency)), 'en')
}
