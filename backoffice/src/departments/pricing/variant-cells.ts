import type { CellEditor, Pasted } from '../../ui/data-table.tsx'
import { decimalOf, exponentOf, type Money } from '../../ui/format-money.ts'
import type { Batch } from '../../ui/list/batch.ts'
import { parseMoney } from '../../ui/parse-money.ts'
import type { CountToRecord, PriceToSet, VariantRow } from './variant-queries.ts'

/** What `PUT /prices` and `POST /stock-counts` take at once. */
const MOST_AT_ONCE = 500

type PriceOfRow = VariantRow['prices'][number]
type Refusals = (key: 'notAnAmount' | 'notACount') => string

export function priceIn({ prices }: Pick<VariantRow, 'prices'>, currency: string): PriceOfRow | undefined {
  return prices.find(({ amount }) => amount.currency === currency)
}

export function stockAt({ stock }: Pick<VariantRow, 'stock'>, locationCode: string) {
  return stock.find((one) => one.locationCode === locationCode)
}

function withPrice(row: VariantRow, { amount, compareAt }: PriceOfRow): VariantRow {
  const others = row.prices.filter((one) => one.amount.currency !== amount.currency)
  return { ...row, prices: [...others, { amount, compareAt }] }
}

const textOf = (money: Money | null | undefined) => (money ? decimalOf(money.amount, exponentOf(money.currency)) : '')

interface Saving {
  readonly say: Refusals
  readonly setPrices: (prices: readonly PriceToSet[]) => Promise<unknown>
  readonly recordCounts: (counts: readonly CountToRecord[]) => Promise<unknown>
}

interface May {
  readonly price: boolean
  readonly count: boolean
}

/** What stands in the cells, and how it is changed where it stands; nothing for who may not. */
export function variantEditors(currency: string, location: string | undefined, saving: Saving, may: May) {
  const { price, compareAt, onHand } = allEditors(currency, location ?? '', saving)
  return {
    ...(may.price && currency !== '' ? { price, compareAt } : {}),
    ...(may.count && location !== undefined ? { onHand } : {}),
  }
}

function allEditors(currency: string, locationCode: string, { say, setPrices, recordCounts }: Saving) {
  const price: CellEditor<VariantRow> = {
    inputMode: 'decimal',
    text: (row) => textOf(priceIn(row, currency)?.amount),
    check: (text) => (parseMoney(text, currency) ? undefined : say('notAnAmount')),
    apply: (row, text) => {
      const amount = parseMoney(text, currency)
      return amount ? withPrice(row, { amount, compareAt: priceIn(row, currency)?.compareAt ?? null }) : row
    },
    save: (row, text) => saveOne(price.apply(row, text)),
  }
  const compareAt: CellEditor<VariantRow> = {
    inputMode: 'decimal',
    text: (row) => textOf(priceIn(row, currency)?.compareAt),
    check: (text) => (text.trim() === '' || parseMoney(text, currency) ? undefined : say('notAnAmount')),
    apply: (row, text) => {
      const before = priceIn(row, currency)
      return before ? withPrice(row, { ...before, compareAt: parseMoney(text, currency) ?? null }) : row
    },
    save: (row, text) => saveOne(compareAt.apply(row, text)),
  }
  const onHand: CellEditor<VariantRow> = {
    inputMode: 'numeric',
    text: (row) => String(stockAt(row, locationCode)?.onHand ?? 0),
    check: (text) => (/^\d{1,9}$/.test(text.trim()) ? undefined : say('notACount')),
    apply: (row, text) => {
      const before = stockAt(row, locationCode) ?? { locationCode, onHand: 0, available: 0 }
      const counted = Number(text)
      const now = { locationCode, onHand: counted, available: before.available + counted - before.onHand }
      return { ...row, stock: [...row.stock.filter((one) => one.locationCode !== locationCode), now] }
    },
    save: async ({ id: variantId }, text) => {
      await recordCounts([{ variantId, locationCode, quantity: Number(text) }])
      return {}
    },
  }
  return { price, compareAt, onHand }
  async function saveOne(row: VariantRow) {
    await setPrices(toSet([row], currency))
    return {}
  }
}

function toSet(rows: readonly VariantRow[], currency: string): PriceToSet[] {
  return rows.flatMap((row) => {
    const price = priceIn(row, currency)
    return price ? [{ variantId: row.id, amount: price.amount, compareAt: price.compareAt }] : []
  })
}

type Kind = 'prices' | 'counts'
const KINDS: Readonly<Record<string, Kind>> = { price: 'prices', compareAt: 'prices', onHand: 'counts' }

/** Pasted cells by what saves them: the two prices of a row go together, so that neither refuses the other. */
export function variantBatches(
  currency: string,
  locationCode: string,
  { setPrices, recordCounts }: Omit<Saving, 'say'>,
): (cells: readonly Pasted<VariantRow>[]) => Batch<VariantRow>[] {
  return (cells) =>
    (['prices', 'counts'] as const).flatMap((kind) => {
      const byRow = new Map<string, Pasted<VariantRow>[]>()
      for (const cell of cells.filter(({ column }) => KINDS[column.id] === kind)) {
        byRow.set(cell.row.id, [...(byRow.get(cell.row.id) ?? []), cell])
      }
      return inParts([...byRow.values()]).map((part) => batchOf(kind, part))
    })

  function batchOf(kind: Kind, byRow: readonly (readonly Pasted<VariantRow>[])[]): Batch<VariantRow> {
    const rows = byRow.map(settled)
    const sent = kind === 'prices' ? rows.filter((row) => priceIn(row, currency) !== undefined) : rows
    return {
      cells: byRow.flat(),
      save: () =>
        kind === 'prices'
          ? setPrices(toSet(sent, currency))
          : recordCounts(
              sent.map((row) => ({
                variantId: row.id,
                locationCode,
                quantity: stockAt(row, locationCode)?.onHand ?? 0,
              })),
            ),
      blame: (field) => {
        const [, at = '', part] = /^\w+\.(\d+)(?:\.(\w+))?/.exec(field) ?? []
        const id = sent[Number(at)]?.id
        const own = at === '' ? [] : (byRow.find(([cell]) => cell?.row.id === id) ?? [])
        return own.find(({ column }) => column.id === part) ?? own[0]
      },
    }
  }
}

/** The row with all that was pasted into it: the price first, because a former price stands beside one. */
function settled(cells: readonly Pasted<VariantRow>[]): VariantRow {
  const [first] = cells
  if (!first) throw new Error('nothing was pasted into this row')
  const inOrder = cells.toSorted((a, b) => Number(b.column.id === 'price') - Number(a.column.id === 'price'))
  return inOrder.reduce((row, { column, text }) => column.editor?.apply(row, text) ?? row, first.row)
}

function inParts<One>(all: readonly One[]): One[][] {
  const parts = Array.from({ length: Math.ceil(all.length / MOST_AT_ONCE) }, (_, at) => at * MOST_AT_ONCE)
  return parts.map((from) => all.slice(from, from + MOST_AT_ONCE))
}
