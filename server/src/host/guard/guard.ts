import type { Refused, Result } from '../../kernel/result.ts'
import type { Actor } from '../actor.ts'
import type { StaffActor } from '../auth/staff-directory.ts'
import type { Database } from '../database/pool.ts'
import type { Context } from '../context.ts'
import type { Locale } from '../i18n/locales.ts'
import type { Route } from '../http/route.ts'
import type { TaskDefinition } from '../tasks/task.ts'
import type { Facts, GuardedAct } from './act.ts'

/** What a command says that it is about to do. */
export interface Claim {
  readonly act: string
  /** As a function where they cost a query: it is called only when something watches the act. */
  readonly facts: Facts | (() => Promise<Facts>)
  readonly ref: { readonly kind: string; readonly id: string }
  /** What people call the record: an order's number, a product's handle. Never a person's name. */
  readonly label?: string
  /** Ref and label where they cost a query, too: asked only when something watches the act. */
  readonly about?: () => Promise<Partial<Pick<Claim, 'ref' | 'label'>>>
}

export interface WeighedClaim extends Omit<Claim, 'facts' | 'about'> {
  readonly facts: Facts
}

/** Who must agree before something goes ahead. */
export interface Requirement {
  /** What asks for it: `rule` or `blackout`, with its id and version. */
  readonly source: string
  readonly id: string
  readonly version: number
  /** What it is about, as its owner wrote it. */
  readonly note: string
  /** Holders of any of these roles. */
  readonly roles: readonly string[]
  /** How many of them; the requester is never among them. */
  readonly approvals: number
}

/**
 * What stands against an act: `hold` waits for others' approval; `refuse` is final, and the department that keeps the guard says
 * why and what to do (a blackout window).
 */
export type Objection =
  | { readonly verdict: 'hold'; readonly requirement: Requirement }
  | { readonly verdict: 'refuse'; readonly refused: Refused }

/** Somebody who may object to what people do: rules of approval, blackout windows. Filled in by apps. */
export interface Guard {
  readonly name: string
  /**
   * Whether anything is set for this act. Answered from memory as a rule (see recall-watched.ts), since it is asked at every
   * guarded act of a house that may have no rule at all.
   */
  readonly watches: (ctx: Context, act: string) => boolean | Promise<boolean>
  /** In the transaction of the act. Reads anew: what `watches` knows may be a moment old. Writes nothing. */
  readonly judge: (ctx: Context, claim: WeighedClaim) => Promise<readonly Objection[]>
}

/** A request that others agreed to, or somebody is about to: carried by the house in which its command runs. */
export interface Pass {
  readonly requestId: string
  /** Who agrees now; undefined when all have, and long work goes on under it. */
  readonly approver?: { readonly actor: StaffActor; readonly comment: string } | undefined
  /** Ids of all who agreed, the present one among them: for the audit trail. */
  readonly approvedBy: readonly string[]
  /** `source:id` of the requirements that were agreed to. */
  readonly covers: ReadonlySet<string>
}

/** How commands of a house are weighed: not at all where they are rolled back anyway, by what was agreed where it was. */
export type GuardMode = { readonly kind: 'rehearsal' } | { readonly kind: 'approved'; readonly pass: Pass }

/** What is kept of a request that was held back. */
export interface RequestToKeep {
  readonly id: string
  readonly claim: WeighedClaim
  readonly requirements: readonly Requirement[]
  /** What runs when it is approved. */
  readonly operation: HeldOperation
  /** The same request by the same person while it waits is the same request. */
  readonly inputHash: Buffer
  /** Encrypted: it may hold values of persons. */
  readonly sealedInput: Buffer
  readonly changes: readonly KeptChange[]
  /** Of who asks: in it they are told who can approve. */
  readonly locale: Locale
}

export interface HeldOperation {
  readonly kind: 'route' | 'task'
  /** An operation's id, or a kind of task. */
  readonly name: string
  readonly permission: string
}

/** What the command would have changed, as its audit rows say. */
export interface KeptChange {
  readonly objectType: string
  readonly objectId: string
  readonly field: string
  readonly before?: unknown
  readonly after?: unknown
}

/** The answer to who asked: where the request lies and who can approve it. */
export interface Held {
  readonly id: string
  readonly act: string
  readonly rule: { readonly source: string; readonly id: string; readonly note: string }
  readonly approvers: readonly {
    readonly roles: readonly string[]
    /** What they are called, in the language of who asked. */
    readonly names: readonly string[]
    readonly approvals: number
  }[]
}

/** Where requests wait. Kept by the department `work`; filled in by apps. */
export interface ApprovalDesk {
  /** Keeps a request, or finds the one that waits already. In a transaction of its own, after the act's was rolled back. */
  readonly keep: (ctx: Context, request: RequestToKeep) => Promise<Held>
  /**
   * In the transaction of the act itself: the last approval, the request's end and the act's effect are one, so that none
   * happens without the others, nor twice. Refuses when the request is not waiting any more, or the approver may not.
   */
  readonly settle: (ctx: Context, pass: Pass) => Promise<Result<void>>
  /** What the command answered, encrypted; in the transaction of its effect. */
  readonly keepAnswer: (ctx: Context, requestId: string, sealedAnswer: Buffer) => void
  /** For long work that goes on under an approval given; undefined where there is none. */
  readonly findGranted: (database: Pick<Database, 'row' | 'rows'>, requestId: string) => Promise<Pass | undefined>
}

/** In a Context: who is asked, and under which mode. */
export interface GuardSeat {
  readonly guards: readonly Guard[]
  readonly desk: ApprovalDesk | undefined
  /** The house's, by which what is remembered of it is found. */
  readonly database: Database
  readonly mode: GuardMode | undefined
  /** Set once a pass was settled in this transaction. */
  readonly state: { settled: boolean }
}

/** People, and the programs that they gave keys to. The house's own work is never held. */
export function isGuarded(actor: Actor): boolean {
  return actor.kind === 'staff' || actor.kind === 'key'
}

export interface Approvable {
  readonly routes: ReadonlyMap<string, Route>
  readonly tasks: ReadonlyMap<string, TaskDefinition>
}

declare module '../context.ts' {
  interface Ports {
    readonly guards?: readonly Guard[]
    readonly approvals?: ApprovalDesk
    /** Every act that departments declare. */
    readonly acts?: readonly GuardedAct[]
    /** What can be run once it is approved, by operation id and by kind of task. */
    readonly approvable?: Approvable
  }
}
