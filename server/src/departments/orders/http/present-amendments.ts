import type { House } from '../../../host/context.ts'
import { namesOfStaff } from '../../../host/records/names-of-staff.ts'
import type { MoneyJson } from '../../../kernel/money.ts'
import type { OrderContent } from '../domain/order-content.ts'
import type { Amendment } from '../queries/list-amendments.ts'

/** What was changed of an order: who, when, why, and what it came to. */
export async function presentAmendments(house: House, currency: string, amendments: readonly Amendment[]) {
  const staffOf = (actor: string) => /^staff:(?<id>[0-9a-f-]+)$/.exec(actor)?.groups?.['id']
  const ids = amendments.flatMap(({ actor }) => staffOf(actor) ?? [])
  const names = await namesOfStaff(house, ids)
  const worth = (amount: number): MoneyJson => ({ amount, currency })
  return {
    items: amendments.map(({ number, kind, reason, note, actor, at, paid, before, after }) => ({
      ...{ number, kind, reason, note, paid },
      by: names.get(staffOf(actor) ?? '') ?? null,
      at: at.toISOString(),
      before: worth(before.total),
      after: worth(after.total),
      lines: changedLines(before, after),
      delivery:
        before.delivery === after.delivery && before.method === after.method
          ? null
          : { before: worth(before.delivery), after: worth(after.delivery) },
      billingChanged: JSON.stringify(before.billing ?? null) !== JSON.stringify(after.billing ?? null),
      addressChanged: JSON.stringify(before.address) !== JSON.stringify(after.address),
    })),
  }
}

function changedLines(before: OrderContent, after: OrderContent) {
  const positions = [...new Set([...before.lines, ...after.lines].map(({ position }) => position))]
  return positions.flatMap((position) => {
    const was = before.lines.find((line) => line.position === position)
    const is = after.lines.find((line) => line.position === position)
    if (was?.quantity === is?.quantity && was?.total === is?.total) return []
    const { name, options, sku } = (is ?? was)!
    const called = options === '' ? name : `${name} (${options})`
    return [{ name: called, sku, before: was?.quantity ?? 0, after: is?.quantity ?? 0 }]
  })
}
