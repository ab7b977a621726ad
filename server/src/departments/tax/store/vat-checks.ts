import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { VatAnswer } from '../domain/vat-directory.ts'

export function insertVatCheck(
  ctx: Context,
  {
    number,
    requester,
    answer,
  }: { readonly number: string; readonly requester: string | undefined; readonly answer: VatAnswer },
): void {
  const consultation = answer.outcome === 'unavailable' ? undefined : answer.consultation
  ctx.tx.later(sql`
    INSERT INTO tax.vat_check (id, number, outcome, reason, requester, consultation, name, checked_at)
    VALUES (${ctx.newId()}, ${number}, ${answer.outcome}, ${answer.outcome === 'unavailable' ? answer.reason : null},
      ${requester ?? null}, ${consultation ?? null}, ${answer.outcome === 'valid' ? (answer.name ?? null) : null}, ${ctx.now})`)
}
