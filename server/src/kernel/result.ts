import { assert } from './assert.ts'

export interface Ok<T> {
  readonly ok: true
  readonly value: T
}

/**
 * Why the shop says no, from a department's catalogue. `code` is `department.reason`, `status` the HTTP status (4xx),
 * `field` the dotted path of the input at fault (`lines.0.quantity`), `params` what the translated message fills in,
 * `others` further refusals of the same input, so that a person mends everything at once.
 */
export interface Refusal {
  readonly code: string
  readonly status: number
  readonly field?: string
  readonly params?: Readonly<Record<string, string | number>>
  readonly others?: readonly Refusal[]
}

export interface Refused {
  readonly ok: false
  readonly refusal: Refusal
}

export type Result<T> = Ok<T> | Refused

export type RefusalDetail = Pick<Refusal, 'field' | 'params' | 'others'>

export type Refusals<Reasons extends string = string> = {
  readonly [Reason in Reasons]: (detail?: RefusalDetail) => Refused
}

export interface CatalogueEntry {
  readonly code: string
  readonly status: number
}

const okOfNothing: Ok<void> = Object.freeze({ ok: true, value: undefined })

/** The answer of something that went well; without an argument, of something that has nothing to say. */
export function ok(): Ok<void>
export function ok<T>(value: T): Ok<T>
export function ok<T>(value?: T): Ok<T | undefined> | Ok<void> {
  return value === undefined ? okOfNothing : { ok: true, value }
}

// Kept beside the object, not in it: every property of a catalogue is a reason, so a reason can have any name.
const catalogues = new WeakMap<object, readonly CatalogueEntry[]>()

/**
 * A department's catalogue of refusals: one creator for each reason, `refusals.sold_out({ field: 'lines.0' })`, which
 * makes `{ ok: false, refusal: { code: 'department.sold_out', status, ... } }`. A misspelt reason does not compile.
 * Faults where a name is not snake_case or a status is not 4xx (a 5xx is an outage or a fault, never a refusal).
 */
export function defineRefusals<const Statuses extends Readonly<Record<string, number>>>(
  department: string,
  statuses: Statuses,
): Refusals<Extract<keyof Statuses, string>> {
  const creators: Record<string, (detail?: RefusalDetail) => Refused> = {}
  const catalogue: CatalogueEntry[] = []
  for (const [reason, status] of Object.entries(statuses)) {
    assert(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(reason), `refusal ${department}.${reason} is not snake_case`)
    assert(Number.isInteger(status) && status >= 400 && status < 500, `refusal ${department}.${reason} is not a 4xx`)
    const code = `${department}.${reason}`
    creators[reason] = (detail) => ({ ok: false, refusal: { code, status, ...detail } })
    catalogue.push(Object.freeze({ code, status }))
  }
  const refusals = Object.freeze(creators) as Refusals<Extract<keyof Statuses, string>>
  catalogues.set(refusals, Object.freeze(catalogue))
  return refusals
}

/** Every code of a catalogue with its status, in the order of definition. Faults for what `defineRefusals` did not make. */
export function catalogueOf(refusals: Refusals<never>): readonly CatalogueEntry[] {
  const catalogue = catalogues.get(refusals)
  assert(catalogue, 'not a catalogue of refusals')
  return catalogue
}
