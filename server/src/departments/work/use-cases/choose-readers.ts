import type { Context } from '../../../host/context.ts'
import type { Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import type { Sharing } from '../store/talk.ts'
import { findCompany } from './partners.ts'

/** Who reads a file besides the house. From outside nobody widens or narrows it. */
export async function chooseReaders(
  ctx: Context,
  { companyId, isOutside }: { readonly companyId: string | null; readonly isOutside: boolean },
): Promise<Result<Sharing | null>> {
  return isOutside ? refusals.outside_cannot_share() : findCompany(ctx.tx, companyId)
}
