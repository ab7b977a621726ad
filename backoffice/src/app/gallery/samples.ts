import { Outage, Problem } from '../../client/problem.ts'
import type { KeysetList } from '../../ui/use-keyset-list.ts'

/** What the showroom shows: made up, and the same every day. */
export interface Sample {
  readonly id: string
  readonly name: string
  readonly amount: number
}

export const longWord = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'

const NAMES = ['Anzolo Moro', 'Ketut Sari', 'María José Núñez de la Fuente y Ortiz de Zárate', 'X']

const sampleRows: Sample[] = Array.from({ length: 1000 }, (_, index) => ({
  id: String(index),
  name: NAMES[index % NAMES.length] ?? '',
  amount: (index * 7919) % 250_000,
}))

const still = { hasMore: false, isLoadingMore: false, loadMore: () => undefined, retry: () => undefined }

export const lists: Readonly<
  Record<'thousand' | 'one' | 'none' | 'loading' | 'failed' | 'forbidden' | 'long', KeysetList<Sample>>
> = {
  thousand: { ...still, rows: sampleRows, error: null },
  long: {
    ...still,
    rows: sampleRows.slice(0, 2).map((row) => ({ ...row, name: `${longWord} ${row.name} ${longWord}` })),
    error: null,
  },
  one: { ...still, rows: sampleRows.slice(2, 3), error: null },
  none: { ...still, rows: [], error: null },
  loading: { ...still, rows: undefined, error: null },
  failed: { ...still, rows: undefined, error: new Outage(undefined) },
  forbidden: { ...still, rows: undefined, error: problem(403) },
}

export const outage = new Outage(undefined)

function problem(status: number): Problem {
  const body = { title: NAMES[2] ?? '', detail: '', remedy: longWord, requestId: 'r-000' }
  return new Problem({ ...body, status, code: 'host.forbidden' })
}

/** What is wrong with some fields. */
export function fieldError(title: string, remedy: string, fields: readonly string[]): Problem {
  const errors = fields.map((field) => ({ code: 'catalog.text_too_long', field, detail: remedy }))
  return new Problem({
    title,
    status: 422,
    code: 'catalog.text_too_long',
    detail: title,
    remedy,
    requestId: 'r-000',
    errors,
  })
}

export function refusal(title: string, remedy: string): Problem {
  return new Problem({ title, status: 409, code: 'orders.not_cancellable', detail: title, remedy, requestId: 'r-000' })
}

/** A season of days: weekends are strong, and it grows. */
export const sampleDays = Array.from({ length: 364 }, (_, index) => {
  const day = (daysBack: number) => new Date(Date.UTC(2026, 10, 22 - daysBack)).toISOString().slice(0, 10)
  const weekend = index % 7 > 4 ? 60_000 : 0
  const value = index % 11 === 0 ? 0 : 20_000 + weekend + ((index * 7919) % 50_000) + index * 150
  return {
    on: day(363 - index),
    comparedOn: day(363 - index + 364),
    value,
    compared: Math.round(value * 0.8) + ((index * 31) % 9000),
  }
})

export const sampleCohort = Array.from({ length: 6 }, (_, row) => ({
  month: new Date(Date.UTC(2026, 5 + row, 1)),
  size: 180 + ((row * 53) % 90),
  returned: Array.from({ length: 6 }, (_unused, period) =>
    period > 5 - row ? null : Math.round(70 / (period + 1.4)) + ((row * 7) % 9),
  ),
}))

export const sampleAddress = {
  name: 'Anzolo Moro',
  company: 'Bottega Laguna',
  street: 'Calle dei Fabbri 4701',
  postcode: '30124',
  city: 'Venezia',
  region: 'VE',
  country: 'IT',
  phone: '+39 041 000 0000',
}
export const sampleLinks = ['/orders', '/products'] as const
