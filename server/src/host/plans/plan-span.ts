/** A stretch of time as two instants, the end not included; of whole days where `allDay`, told in the zone's own dates. */
export interface PlanSpan {
  readonly startsAt: Date
  readonly endsAt: Date
}

/** Half-open on both sides: what ends at ten and what begins at ten do not meet. */
export function spansMeet(a: PlanSpan, b: PlanSpan): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt
}

/** Two choices of places, markets or goods; none chosen means all of them. */
export function choicesMeet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 0 || b.length === 0 || a.some((one) => b.includes(one))
}
