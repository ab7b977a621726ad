import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { AlertRule } from '../domain/alerts.ts'
import type { Reference } from '../domain/told.ts'
import { isTold } from '../store/inbox.ts'
import { tell } from './tell.ts'

export { ALERTS } from '../domain/alerts.ts'
export type { AlertRule } from '../domain/alerts.ts'

export interface Alerting {
  readonly rule: AlertRule
  readonly record: Reference
  /** Where the record opens. */
  readonly path: string
  readonly occasion: string
}

/** A fact that somebody must look at, told to all who may act upon it; once for each such fact. */
export async function tellAlert(ctx: Context, { rule, record, path, occasion }: Alerting): Promise<Result<void>> {
  const told = { kind: 'alert', ref: record, occasion: `${rule.event} ${occasion}` } as const
  if (await isTold(ctx, told)) return ok()
  tell(ctx, {
    ...told,
    to: [{ kind: 'may', id: rule.permission }],
    record,
    title: { key: rule.titleKey },
    path,
  })
  return ok()
}
