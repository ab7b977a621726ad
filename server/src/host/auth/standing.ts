import { ok, type Result } from '../../kernel/result.ts'
import { permissionsOf, scopeOf, type Actor } from '../actor.ts'
import type { Transaction } from '../database/transaction.ts'
import { hostRefusals } from '../refusals.ts'

/**
 * A call may wait between its door, where its caller's rights are read, and its commit: for a lock, for a stranger. Whoever loses a right
 * meanwhile does nothing more with it. So what they may is read once more as the last thing before the commit, with their rows locked
 * (shared): who takes a right changes these rows, so that the act is done before it, or not at all. Rejected: to lock them at the door, where
 * whoever takes a right would wait for all that its holder is doing.
 */
export interface Standing {
  /** As they were let in. */
  readonly actor: Actor
  /** As they are now, their rows locked; undefined for who is let in no more. What the transaction itself changed of them does not count. */
  readonly look: (tx: Transaction) => Promise<Actor | undefined>
}

export async function holdStanding(tx: Transaction, { actor, look }: Standing): Promise<Result<void>> {
  const now = await look(tx)
  if (!now) return hostRefusals.not_signed_in()
  const held = permissionsOf(now)
  const lost = [...permissionsOf(actor)].find((permission) => !held.has(permission))
  if (lost !== undefined) return hostRefusals.not_allowed({ params: { permission: lost } })
  return sameScope(actor, now) ? ok() : hostRefusals.beyond_scope()
}

const sameScope = (before: Actor, now: Actor) => JSON.stringify(scopeOf(before)) === JSON.stringify(scopeOf(now))
