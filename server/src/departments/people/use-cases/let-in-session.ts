import type { StaffActor } from '../../../host/auth/staff-directory.ts'
import { openSession } from '../../../host/auth/sessions.ts'
import type { Context } from '../../../host/context.ts'
import { readSetting } from '../../../host/settings/read-setting.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { stepAfterPassword } from '../domain/sign-in.ts'
import type { StaffId } from '../domain/staff.ts'
import { findFactors } from '../queries/find-sign-in.ts'
import { secondFactorRequired } from '../queries/sign-in-settings.ts'
import { insertStep } from '../store/sign-in-steps.ts'

/** By what somebody came in: words of the trail. */
export type Way = 'password' | 'code' | 'recovery_code' | 'passkey' | 'enrolment' | 'provider'

export interface LetIn {
  readonly staffId: StaffId
  readonly email: string
  readonly sessionToken: string
}

const noPermissions: ReadonlySet<string> = new Set()

/** Who has proved who they are and is not yet in: they may do nothing. */
export function newcomer({ id, name }: { id: StaffId; name: string }): StaffActor {
  return { kind: 'staff', id, name, permissions: noPermissions }
}

/** The one door: every way of signing in ends here, with a token that no browser has seen before. */
export function letIn(
  ctx: Context,
  { id, email }: { id: StaffId; email: string },
  { userAgent, by }: { userAgent?: string | undefined; by: Way },
): LetIn {
  const sessionToken = openSession(ctx, { kind: 'staff', id }, userAgent)
  ctx.audit({
    action: 'people:sign-in',
    objectType: 'staff',
    objectId: id,
    changes: [{ field: 'sign_in_by', after: by }],
  })
  return { staffId: id, email, sessionToken }
}

export type SignInOutcome =
  | (LetIn & { readonly next: 'done' })
  | {
      readonly next: 'second_factor'
      readonly methods: readonly ('code' | 'passkey')[]
      readonly stepToken: string
    }
  | { readonly next: 'enrolment'; readonly stepToken: string }

/** After the first factor, a password or a provider's word: in, or on to the second, in this browser and within minutes. */
export async function takeNextStep(
  ctx: Context,
  staff: { id: StaffId; email: string },
  { userAgent, by = 'password' }: { userAgent?: string | undefined; by?: Way },
): Promise<Result<SignInOutcome>> {
  const factors = await findFactors(ctx.tx, staff.id)
  if (!factors) return refusals.wrong_credentials()
  const step = stepAfterPassword(factors, await readSetting(ctx.tx, secondFactorRequired))
  if (step.next === 'done') return ok({ ...letIn(ctx, staff, { userAgent, by }), next: step.next })
  const kind = step.next === 'enrolment' ? 'enrolment' : 'second-factor'
  return ok({ ...step, stepToken: insertStep(ctx, { kind, staffId: staff.id }) })
}
