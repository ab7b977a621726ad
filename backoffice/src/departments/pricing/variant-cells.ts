import type { CellEditor, Pasted } from '../../ui/data-table.tsx'
import { decimalOf, exponentOf, type Money } from '../../ui/format-money.ts'
import type { Batch } from '../../ui/list/batch.ts'
import { parseMoney } from '../../ui/parse-money.ts'
import { readGtin } from './read-gtin.ts'
import type { CostToSet, CountToRecord, PriceToSet, VariantChange, VariantRow } from './variant-queries.ts'

/** What `PUT /prices`, `POST /stock-counts` and `PATCH /variants` take at once. */
const MOST_AT_ONCE = 500

type PriceOfRow = VariantRow['prices'][number]
type Refusals = (key: 'notAnAmount' | 'notACount' | 'notAGtin' | 'notAWeight') => string

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
  readonly setCosts: (costs: readonly CostToSet[]) => Promise<unknown>
  readonly recordCounts: (counts: readonly CountToRecord[]) => Promise<unknown>
  readonly changeVariants: (changes: readonly VariantChange[]) => Promise<unknown>
}

interface May {
  readonly price: boolean
  /** In which currency costs are kept; undefined for who may not see them. */
  readonly costs: string | undefined
  readonly count: boolean
  /** Barcode and weight are the catalogue's. */
  readonly describe: boolean
}

/** What stands in the cells, and how it is changed where it stands; nothing for who may not. */
export function variantEditors(currency: string, location: string | undefined, saving: Saving, may: May) {
  const { price, compareAt, onHand, gtin, weightGrams } = allEditors(currency, location ?? '', saving)
  const cost = may.costs === undefined ? undefined : costEditor(may.costs, saving)
  return {
    ...(may.price && currency !== '' ? { price, compareAt } : {}),
    ...(cost ? { cost } : {}),
    ...(may.count && location !== undefined ? { onHand } : {}),
    ...(may.describe ? { gtin, weightGrams } : {}),
  }
}

/** Empty where nobody knows it. */
function costEditor(currency: string, { say, setCosts }: Saving): CellEditor<VariantRow> {
  const read = (text: string) => (text.trim() === '' ? null : (parseMoney(text, currency) ?? null))
  return {
    inputMode: 'decimal',
    text: (row) => textOf(row.cost),
    check: (text) => (text.trim() === '' || parseMoney(text, currency) ? undefined : say('notAnAmount')),
    apply: (row, text) => ({ ...row, cost: read(text) }),
    save: async ({ id: variantId }, text) => {
      await setCosts([{ variantId, cost: read(text) }])
      return {}
    },
  }
}

function allEditors(currency: string, locationCode: string, { say, setPrices, recordCounts, changeVariants }: Saving) {
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
  const gtin: CellEditor<VariantRow> = {
    inputMode: 'numeric',
    text: (row) => row.gtin ?? '',
    check: (text) => (readGtin(text) === undefined ? say('notAGtin') : undefined),
    apply: (row, text) => ({ ...row, gtin: readGtin(text) ?? null }),
    save: async (row, text) => {
      await changeVariants([{ variantId: row.id, gtin: readGtin(text) ?? null }])
      return {}
    },
  }
  const weightGrams: CellEditor<VariantRow> = {
    inputMode: 'numeric',
    text: (row) => String(row.weightGrams),
    check: (text) => (/^\d{1,9}$/.test(text.trim()) ? undefined : say('notAWeight')),
    apply: (row, text) => ({ ...row, weightGrams: Number(text) }),
    save: async (row, text) => {
      await changeVariants([{ variantId: row.id, weightGrams: Number(text) }])
      return {}
    },
  }
  return { price, compareAt, onHand, gtin, weightGrams }
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

const ALL_KINDS = ['prices', 'costs', 'counts', 'labels'] as const
type Kind = (typeof ALL_KINDS)[number]
const KINDS: Readonly<Record<string, Kind>> = {
  price: 'prices',
  compareAt: 'prices',
  cost: 'costs',
  onHand: 'counts',
  gtin: 'labels',
  weightGrams: 'labels',
}

/** Pasted cells by what saves them: the two prices of a row go together, so that neither refuses the other. */
export function variantBatches(
  currency: string,
  locationCode: string,
  { setPrices, setCosts, recordCounts, changeVariants }: Omit<Saving, 'say'>,
): (cells: readonly Pasted<VariantRow>[]) => Batch<VariantRow>[] {
  const sending: Record<Kind, (rows: readonly VariantRow[], byRow: readonly CellsOfRow[]) => Promise<unknown>> = {
    prices: (rows) => setPrices(toSet(rows, currency)),
    costs: (rows) => setCosts(rows.map(({ id, cost }) => ({ variantId: id, cost }))),
    counts: (rows) => recordCounts(countsOf(rows)),
    labels: (rows, byRow) => changeVariants(rows.map((row, at) => labelOf(row, byRow[at] ?? []))),
  }
  return (cells) =>
    ALL_KINDS.flatMap((kind) => {
      const byRow = new Map<string, Pasted<VariantRow>[]>()
      for (const cell of cells.filter(({ column }) => KINDS[column.id] === kind)) {
        byRow.set(cell.row.id, [...(byRow.get(cell.row.id) ?? []), cell])
      }
      return inParts([...byRow.values()]).map((part) => batchOf(kind, part))
    })

  function countsOf(rows: readonly VariantRow[]): CountToRecord[] {
    const counted = (row: VariantRow) => stockAt(row, locationCode)?.onHand ?? 0
    return rows.map((row) => ({ variantId: row.id, locationCode, quantity: counted(row) }))
  }

  function batchOf(kind: Kind, byRow: readonly CellsOfRow[]): Batch<VariantRow> {
    const rows = byRow.map(settled)
    const sent = kind === 'prices' ? rows.filter((row) => priceIn(row, currency) !== undefined) : rows
    return {
      cells: byRow.flat(),
      save: () => sending[kind](sent, byRow),
      blame: (field) => {
        const [, at = '', part] = /^\w+\.(\d+)(?:\.(\w+))?/.exec(field) ?? []
        const id = sent[Number(at)]?.id
        const own = at === '' ? [] : (byRow.find(([cell]) => cell?.row.id === id) ?? [])
        return own.find(({ column }) => column.id === part) ?? own[0]
      },
    }
  }
}

type CellsOfRow = readonly Pasted<VariantRow>[]

/** Only what was pasted: the other one may have been changed by somebody else meanwhile. */
function labelOf({ id, gtin, weightGrams }: VariantRow, cells: CellsOfRow): VariantChange {
  const has = (id: string) => cells.some(({ column }) => column.id === id)
  return { variantId: id, ...(has('gtin') ? { gtin } : {}), ...(has('weightGrams') ? { weightGrams } : {}) }
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
