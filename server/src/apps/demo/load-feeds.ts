import { listFeeds, openFeed } from '../../departments/catalog/index.ts'
import { listMarkets } from '../../departments/organisation/index.ts'
import type { Context } from '../../host/context.ts'
import { ok, type Result } from '../../kernel/result.ts'

/** What Google and shopping agents read of the first market. Once, however often it is run. */
export async function loadFeeds(ctx: Context): Promise<Result<void>> {
  const [[market], feeds] = await Promise.all([listMarkets(ctx.tx), listFeeds(ctx.tx)])
  if (!market || feeds.length > 0) return ok()
  const { code, language } = market
  for (const [name, format] of [
    ['Google', 'google'],
    ['Shopping agents', 'acp'],
  ] as const) {
    const opened = await openFeed(ctx, { name, format, channel: 'web', market: code, language })
    if (!opened.ok) return opened
  }
  return ok()
}
