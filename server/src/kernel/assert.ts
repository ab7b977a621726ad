/** A bug of ours: what the code took for granted does not hold. Answered as 500 with an id, never shown to a shopper. */
export class Fault extends Error {
  override readonly name = 'Fault'
}

/**
 * Ends the work with a Fault unless `condition` holds. For what can only be false through a bug; what a person can
 * cause is a Refusal. The message is built on every call: where that costs, write `if (...) throw new Fault(...)`.
 */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Fault(message)
}

/** For the last branch of an exhaustive `switch`: a forgotten case is a compile error, and a Fault if it comes anyway. */
export function unreachable(value: never): never {
  throw new Fault(`unreachable case: ${String(value)}`)
}
