import type { Id } from '../kernel/ids.ts'
import type { Result } from '../kernel/result.ts'
import { newId, type Clock } from './clock.ts'
import type { Database } from './database/pool.ts'
import { transact, type Transaction } from './database/transaction.ts'
import type { Log } from './log/log.ts'
import { writeAudit, type AuditEntry } from './audit/record.ts'
import { writeOutbox, type DomainEvent, type JobRequest, type Subscriptions } from './outbox/emit.ts'

/** Who acts. Every command knows it; the audit trail keeps it. */
export type Actor =
  | {
      readonly kind: 'staff'
      readonly id: Id<'staff'>
      readonly name: string
      readonly permissions: ReadonlySet<string>
    }
  | { readonly kind: 'customer'; readonly id: Id<'customer'> }
  | { readonly kind: 'guest' }
  | { readonly kind: 'provider'; readonly name: string }
  | { readonly kind: 'system'; readonly name: string }

export const guest: Actor = Object.freeze({ kind: 'guest' })
export const system = (name: string): Actor => Object.freeze({ kind: 'system', name })

export interface Organisation {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly demo: boolean
}

/** One organisation's running house: its database and what it was put together from. */
export interface House {
  readonly organisation: Organisation
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  readonly subscriptions: Subscriptions
}

/** What every command carries, by hand and frozen. One `now` per use case; effects only through `tx`, `emit`, `enqueue`, `audit`. */
export interface Context {
  readonly tx: Transaction
  readonly organisation: Organisation
  readonly actor: Actor
  readonly now: Date
  readonly requestId: string | undefined
  readonly newId: <Kind extends string>() => Id<Kind>
  readonly emit: (event: DomainEvent) => void
  readonly enqueue: (job: JobRequest) => void
  readonly audit: (entry: AuditEntry) => void
  readonly log: Log
}

export interface CommandOptions {
  readonly actor: Actor
  readonly requestId?: string | undefined
}

/**
 * Runs one command: a transaction, a frozen context, and at the end the command's events, jobs and audit rows written in
 * the same transaction, in three statements however many there are. A refusal leaves nothing behind.
 */
export function runCommand<T>(
  house: House,
  options: CommandOptions,
  command: (ctx: Context) => Promise<Result<T>>,
): Promise<Result<T>> {
  let written: { events: DomainEvent[]; jobs: JobRequest[]; audits: AuditEntry[] }
  let ctx: Context
  return transact(
    house.database,
    (tx) => {
      written = { events: [], jobs: [], audits: [] }
      const { events, jobs, audits } = written
      ctx = Object.freeze({
        tx,
        organisation: house.organisation,
        actor: options.actor,
        now: house.clock.now(),
        requestId: options.requestId,
        newId,
        emit: (event) => void events.push(event),
        enqueue: (job) => void jobs.push(job),
        audit: (entry) => void audits.push(entry),
        log: house.log,
      } satisfies Context)
      return command(ctx)
    },
    () => {
      writeOutbox(ctx, house.subscriptions, written.events, written.jobs)
      writeAudit(ctx, written.audits)
    },
  )
}

export function actorText(actor: Actor): string {
  return 'id' in actor ? `${actor.kind}:${actor.id}` : 'name' in actor ? `${actor.kind}:${actor.name}` : actor.kind
}
