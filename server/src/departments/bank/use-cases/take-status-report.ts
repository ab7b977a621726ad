import type { Context } from '../../../host/context.ts'
import { readXml } from '../../../host/files/read-xml.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { MANY_IN_REPORT, readStatusReport, type Refused } from '../domain/read-status-report.ts'
import { refusals } from '../domain/refusals.ts'
import { listDebitsNamed, listDebitsOfRun, type Debit } from '../queries/read-debits.ts'
import { findRunNamed } from '../queries/read-runs.ts'
import { lockOneDebit, recordBack } from './change-debits.ts'

/** What the bank refused of our files is not collected; what is known as refused already stays. Answers how many of ours it refused now. */
export async function takeStatusReport(ctx: Context, bytes: Uint8Array): Promise<Result<{ readonly refused: number }>> {
  const document = readXml(bytes, MANY_IN_REPORT)
  if (!document) return refusals.not_xml({ field: 'file' })
  const read = readStatusReport(document.root)
  if (!read.ok) return read
  let refused = 0
  for (const one of read.value) {
    for (const { id } of (await meantBy(ctx, one)).toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
      const locked = await lockOneDebit(ctx, id)
      if (!locked.ok || locked.value.state !== 'in_run') continue
      recordBack(ctx, locked.value, { reason: one.reason })
      await ctx.tx.flush()
      refused += 1
    }
  }
  return ok({ refused })
}

async function meantBy(ctx: Context, { messageId, batch, endToEndId }: Refused): Promise<readonly Debit[]> {
  if (messageId === '') return listDebitsNamed(ctx.tx, { endToEndId, batch })
  const run = await findRunNamed(ctx.tx, messageId)
  return run ? listDebitsOfRun(ctx.tx, run.id) : []
}
