import { ApiError } from './api-error.ts'
import type { Desk } from './desk.ts'
import { readFields, readInteger, readObject, readOneOf, readText } from './input.ts'
import { faultKinds, operations } from './model.ts'
import type { Fault, FaultKind, Operation } from './model.ts'

const transport = ['timeout_before', 'timeout_after', 'error_500_before', 'error_500_after'] as const
export const webhookFaults = ['duplicate', 'late', 'out_of_order', 'drop', 'unknown_state'] as const
export const transportFaults: readonly FaultKind[] = transport

/** Which fault can befall which operation. */
export const possible: Record<Operation, readonly FaultKind[]> = {
  session: [...transport, 'unknown_state'],
  expire: [...transport, 'unknown_state'],
  capture: [...transport, 'wrong_amount', 'unknown_state', 'fail'],
  refund: [...transport, 'wrong_amount', 'unknown_state', 'fail'],
  void: [...transport, 'unknown_state'],
  get: [...transport, 'unknown_state'],
  pay: transport,
  charge: [...transport, 'unknown_state'],
  forget: transport,
  dispute: [...transport, 'unknown_state'],
  webhook: webhookFaults,
}

const usualDelayMs: Partial<Record<FaultKind, number>> = {
  timeout_before: 30_000,
  timeout_after: 30_000,
  late: 5_000,
  out_of_order: 1_000,
}

export function orderFault(desk: Desk, input: unknown): Fault {
  const body = readFields(input, ['match', 'fault', 'delayMs', 'times'])
  const match = readObject(body, 'match')
  readFields(match, ['operation', 'reference', 'eventType'])
  const operation = readOneOf(match, 'operation', operations)
  const kind = readOneOf(body, 'fault', faultKinds)
  if (!possible[operation].includes(kind)) {
    throw new ApiError(
      422,
      'impossible_fault',
      `The operation "${operation}" can have these faults: ${possible[operation].join(', ')}.`,
    )
  }
  if (desk.book.faults.size >= desk.book.limits.faults) {
    throw new ApiError(422, 'too_many_faults', 'Delete the faults that are waiting first.')
  }
  const fault: Fault = {
    id: desk.newId('dpf'),
    match: {
      operation,
      reference: readText(match, 'reference', { optional: true, most: 200 }),
      eventType: readText(match, 'eventType', { optional: true, most: 50 }),
    },
    fault: kind,
    delayMs: readInteger(body, 'delayMs', { from: 0, to: 3_600_000, otherwise: usualDelayMs[kind] ?? 0 }),
    timesLeft: readInteger(body, 'times', { from: 1, to: 1_000_000, otherwise: 1 }),
  }
  desk.put({ fault })
  return fault
}

export function clearFaults(desk: Desk): number {
  const ids = [...desk.book.faults.keys()]
  for (const id of ids) desk.put({ faultEnded: id })
  return ids.length
}

export interface Occasion {
  operation: Operation
  /** The shop's references that the operation is about. */
  references: readonly (string | null)[]
  eventType?: string
}

/** The oldest matching fault of one of these kinds, used up once. */
export function takeFault(desk: Desk, occasion: Occasion, kinds: readonly FaultKind[]): Fault | undefined {
  for (const fault of desk.book.faults.values()) {
    if (!kinds.includes(fault.fault) || !matches(fault, occasion)) continue
    if (fault.timesLeft > 1) desk.put({ fault: { ...fault, timesLeft: fault.timesLeft - 1 } })
    else desk.put({ faultEnded: fault.id })
    return fault
  }
  return undefined
}

function matches({ match }: Fault, occasion: Occasion): boolean {
  if (match.operation !== occasion.operation) return false
  if (match.eventType !== null && match.eventType !== occasion.eventType) return false
  return match.reference === null || occasion.references.includes(match.reference)
}

/** The same answer with a status that no document mentions: the truth itself is untouched. */
export function withUnknownState(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body, (key, value: unknown) => (key === 'status' ? 'under_review' : value)))
}
