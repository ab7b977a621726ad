import { endSession } from '../../../host/auth/sessions.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'

export async function signOut(ctx: Context, sessionToken: string): Promise<Result<void>> {
  endSession(ctx, sessionToken)
  return ok()
}
