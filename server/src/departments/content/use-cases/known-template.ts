import type { Database } from '../../../host/database/pool.ts'
import type { House } from '../../../host/context.ts'
import type { NamedMailKind } from '../../../host/mail/mail-desk.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { listMarkets } from '../../organisation/index.ts'
import { refusals } from '../domain/refusals.ts'
import type { TemplateKey } from '../queries/templates.ts'

export function kindOf({ ports }: Pick<House, 'ports'>, kind: string): Result<NamedMailKind> {
  const found = ports?.mails?.kinds.get(kind)
  return found ? ok(found) : refusals.mail_kind_not_found()
}

/** The kind of mail, where it is one and its market is one of the shop's. */
export async function expectKnown(
  reader: Pick<Database, 'rows'>,
  house: Pick<House, 'ports'>,
  { kind, market }: Pick<TemplateKey, 'kind' | 'market'>,
): Promise<Result<NamedMailKind>> {
  const known = kindOf(house, kind)
  if (!known.ok || market === null) return known
  const markets = await listMarkets(reader)
  return markets.some(({ code }) => code === market) ? known : refusals.market_not_found()
}
