import type { Context } from '../../../host/context.ts'
import type { WeighedClaim } from '../../../host/guard/guard.ts'
import type { ApprovalState, Requirement } from '../domain/approval.ts'
import { factTexts } from '../domain/approval-texts.ts'
import type { ApprovalRow } from '../queries/approval-row.ts'
import { tell, untell } from './tell.ts'

const refOf = (id: string) => ({ type: 'approval', id }) as const

interface Waiting {
  readonly id: string
  readonly claim: Pick<WeighedClaim, 'act' | 'ref' | 'label' | 'facts'>
  readonly requirements: readonly Requirement[]
  readonly expiresAt: Date
}

// i18n-dynamic: acts.*, told.approval_*
function summaryKey(act: string): string {
  const [department, name] = act.split('.')
  return `${department}.acts.${name}.summary`
}

/** Into the inbox of every role that may approve. Asked anew of others, it is told again. */
export function tellApprovers(ctx: Context, { id, claim, requirements, expiresAt }: Waiting, occasion = ''): void {
  const roles = [...new Set(requirements.flatMap((one) => one.roles))]
  tell(ctx, {
    to: roles.map((role) => ({ kind: 'role', id: role })),
    kind: 'approval',
    ref: refOf(id),
    occasion,
    record: { type: claim.ref.kind, id: claim.ref.id },
    title: { key: summaryKey(claim.act), params: { ...factTexts(claim.facts), label: claim.label ?? '' } },
    path: `/work/approvals/${id}`,
    dueAt: expiresAt,
  })
}

/** What came of it, for who asked; and out of everybody's inbox. */
export async function tellRequester(
  ctx: Context,
  row: Pick<ApprovalRow, 'id' | 'requester_id' | 'label' | 'ref_kind' | 'ref_id'>,
  state: Exclude<ApprovalState, 'pending'>,
): Promise<void> {
  await untell(ctx, { kind: 'approval', ref: refOf(row.id) })
  if (state === 'withdrawn') return
  tell(ctx, {
    to: [{ kind: 'staff', id: row.requester_id }],
    kind: 'alert',
    ref: refOf(row.id),
    record: { type: row.ref_kind, id: row.ref_id },
    title: { key: `work.told.approval_${state}`, params: { label: row.label } },
    path: `/work/approvals/${row.id}`,
  })
}
