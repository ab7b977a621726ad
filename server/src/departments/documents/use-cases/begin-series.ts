import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { localDateIn } from '../../../kernel/time.ts'
import { listEntities } from '../../organisation/index.ts'
import type { DocumentKind } from '../domain/document.ts'
import { refusals } from '../domain/refusals.ts'
import { checkForm, yearOf, type SeriesForm } from '../domain/series.ts'
import { endSeries, findForUpdate, insertSeries } from '../store/series.ts'

export interface SeriesToBegin extends SeriesForm {
  readonly entityCode: string
  readonly kind: DocumentKind
  /** Where a shop comes from elsewhere, its numbers go on. */
  readonly firstNumber: bigint
}

/** From now on an entity numbers a kind of document like this; the series before it ends, and stays as it is. */
export async function beginSeries(
  ctx: Context,
  { entityCode, kind, firstNumber, ...asked }: SeriesToBegin,
): Promise<Result<{ readonly id: string }>> {
  const entities = await listEntities(ctx.tx)
  const entity = entities.find(({ code }) => code === entityCode)
  if (!entity) return refusals.unknown_entity({ field: 'entityCode' })
  const form = checkForm(asked)
  if (!form.ok) return form
  const key = { entityId: entity.id, kind }
  const held = await findForUpdate(ctx, key)
  if (held) endSeries(ctx, held)
  const id = ctx.newId<'series'>()
  const firstYear = yearOf(form.value, localDateIn(ctx.now, entity.timeZone))
  insertSeries(ctx, id, { ...key, ...form.value, firstYear, firstNumber })
  ctx.audit({
    action: 'documents:write',
    objectType: 'document_series',
    objectId: id,
    changes: [
      { field: 'format', before: held?.format ?? null, after: form.value.format },
      { field: 'firstNumber', before: null, after: String(firstNumber) },
    ],
  })
  return ok({ id })
}
