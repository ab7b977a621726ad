import type { Id } from '../kernel/ids.ts'
import type { Result } from '../kernel/result.ts'
import type { Actor } from './actor.ts'
import { newId, type Clock } from './clock.ts'
import type { Database } from './database/pool.ts'
import { transact, type Transaction } from './database/transaction.ts'
import type { Translations } from './i18n/translate.ts'
import type { Log } from './log/log.ts'
import { writeAudit, type AuditEntry } from './audit/record.ts'
import { holdStanding, type Standing } from './auth/standing.ts'
import type { GuardMode, GuardSeat } from './guard/guard.ts'
import { writeOutbox, type DomainEvent, type JobRequest, type Subscriptions } from './outbox/emit.ts'

export interface Organisation {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly demo: boolean
}

/** What every organisation's house is fitted with, the same for all on one server. */
export interface Fittings {
  readonly clock: Clock
  readonly log: Log
  readonly subscriptions: Subscriptions
  readonly translations: Translations
  /** Signs links that open a record without an account (host/auth/links.ts). */
  readonly linkKey: Buffer
  /** Of secrets before the present one, the latest first: what was signed or sealed under them still opens. */
  readonly formerLinkKeys?: readonly Buffer[]
  /** Where people reach the server, without a slash at the end; links in mails begin with it. */
  readonly publicUrl: string
}

/**
 * The doors to the world outside, filled by apps: a department that speaks with a stranger's service adds its own member
 * (`declare module`), so that the host carries it without knowing it.
 */
// oxlint-disable-next-line typescript/no-empty-object-type -- open for departments
export interface Ports {}

/** One organisation's running house: its database and what it was put together from. */
export interface House extends Fittings {
  readonly organisation: Organisation
  readonly database: Database
  readonly ports?: Ports
  /** Of a house in which an approved request runs, or one is rehearsed. */
  readonly guardMode?: GuardMode
  /** Of a house in which a call of staff, or of their program, acts: what they may must still be so when it commits. */
  readonly standing?: Standing
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
  /** Who may want to be asked first (host/guard/weigh.ts). */
  readonly guard?: GuardSeat
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
        audit: (entry) => void audits.push(underApproval(house, entry)),
        log: house.log,
        guard: seatOf(house),
      } satisfies Context)
      return actedOn(house, options, ctx, command)
    },
    () => {
      writeOutbox(ctx, house.subscriptions, written.events, written.jobs)
      writeAudit(ctx, written.audits)
    },
  )
}

/** What the house does by itself in the course of a call (to write down what a stranger did) is nobody's act. */
async function actedOn<T>(
  { standing }: House,
  { actor }: CommandOptions,
  ctx: Context,
  command: (ctx: Context) => Promise<Result<T>>,
): Promise<Result<T>> {
  const result = await command(ctx)
  if (!result.ok || !standing || (actor.kind !== 'staff' && actor.kind !== 'key')) return result
  const held = await holdStanding(ctx.tx, standing)
  return held.ok ? result : held
}

function seatOf({ ports, database, guardMode: mode }: House): GuardSeat {
  return { guards: ports?.guards ?? NO_GUARDS, desk: ports?.approvals, database, mode, state: { settled: false } }
}

const NO_GUARDS: readonly [] = []

/** What was done with others' agreement names them beside who asked for it. */
function underApproval({ guardMode }: House, entry: AuditEntry): AuditEntry {
  if (guardMode?.kind !== 'approved') return entry
  return { ...entry, changes: [...(entry.changes ?? []), { field: 'approvedBy', after: guardMode.pass.approvedBy }] }
}

export { actorText, guest, system } from './actor.ts'
export type { Actor } from './actor.ts'
