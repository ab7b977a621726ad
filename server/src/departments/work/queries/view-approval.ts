import { permissionsOf, staffBehind, type Actor } from '../../../host/actor.ts'
import type { House } from '../../../host/context.ts'
import type { KeptChange } from '../../../host/guard/guard.ts'
import type { Refusal, Result } from '../../../kernel/result.ts'
import {
  approvalsGiven,
  judgeRefusal,
  mayDecide,
  mayWithdraw,
  type ApprovalState,
  type Requirement,
} from '../domain/approval.ts'
import type { StoredApproval } from './approval-row.ts'

/** Who looks, with the roles that they hold. */
export interface Looking {
  readonly actor: Actor
  readonly roles: readonly string[]
  readonly now: Date
}

/** Who asked, who can decide, who could do the act themselves, and who makes the rules. To others it is not there. */
export function maySee({ row, approval, decisions }: StoredApproval, { actor, roles }: Looking): boolean {
  const staffId = staffBehind(actor)
  const permissions = permissionsOf(actor)
  return (
    staffId === approval.requesterId ||
    decisions.some((one) => one.staffId === staffId) ||
    approval.requirements.some((one) => one.roles.some((role) => roles.includes(role))) ||
    permissions.has(row.permission) ||
    permissions.has('work:rules')
  )
}

export interface ApprovalView {
  readonly id: string
  readonly act: string
  readonly ref: { readonly kind: string; readonly id: string }
  readonly label: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly state: ApprovalState
  readonly requester: { readonly id: string; readonly name: string; readonly byKey: boolean }
  readonly requirements: readonly (Requirement & { readonly given: number })[]
  readonly decisions: readonly {
    readonly staffId: string
    readonly name: string
    readonly verdict: 'approve' | 'refuse'
    readonly comment: string
    readonly at: string
  }[]
  readonly changes: readonly KeptChange[]
  readonly askedAt: string
  readonly expiresAt: string
  readonly endedAt: string | null
  readonly problem: Refusal | null
  readonly allowedActions: readonly {
    readonly action: string
    readonly allowed: boolean
    readonly reason: string | null
  }[]
  readonly version: number
}

export async function viewApproval(house: House, stored: StoredApproval, looking: Looking): Promise<ApprovalView> {
  const { row, decisions, approval } = stored
  const ids = decisions.map(({ staffId }) => staffId)
  const names = (await house.ports?.staff?.namesOf(house.database, ids)) ?? new Map<string, string>()
  return {
    id: row.id,
    act: row.act,
    ref: { kind: row.ref_kind, id: row.ref_id },
    label: row.label,
    facts: row.facts,
    state: row.state,
    requester: { id: row.requester_id, name: row.requester_name, byKey: row.key_id !== null },
    requirements: row.requirements.map((one) => ({ ...one, given: approvalsGiven(approval, one) })),
    decisions: decisions.map(({ staffId, verdict, comment, at }) => {
      return { staffId, name: names.get(staffId) ?? '', verdict, comment, at: at.toISOString() }
    }),
    changes: row.changes,
    askedAt: row.asked_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    problem: row.problem,
    allowedActions: actionsOf(stored, looking),
    version: row.version,
  }
}

/** From the very rules that decide. Keys decide nothing. */
function actionsOf({ approval }: StoredApproval, { actor, roles, now }: Looking) {
  const decider = { staffId: actor.kind === 'staff' ? actor.id : '', roles: actor.kind === 'staff' ? roles : [] }
  const tell = (action: string, verdict: Result<void>) => {
    return { action, allowed: verdict.ok, reason: verdict.ok ? null : verdict.refusal.code }
  }
  return [
    tell('approve', mayDecide(approval, decider, now)),
    tell('refuse', judgeRefusal(approval, decider, { reason: '-', now })),
    tell('withdraw', mayWithdraw(approval, staffBehind(actor), now)),
  ]
}
