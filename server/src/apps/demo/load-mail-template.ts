import { saveTemplate } from '../../departments/content/index.ts'
import type { Context, House } from '../../host/context.ts'
import { sql } from '../../host/database/sql.ts'
import { houseTemplate } from '../../host/mail/house-template.ts'
import { ok, type Result } from '../../kernel/result.ts'

const KIND = 'order-confirmation'

/** The confirmation as Bottega Laguna writes it to Italians: the house's words, and two sentences of its own. Once. */
export async function loadMailTemplate(ctx: Context, house: House): Promise<Result<void>> {
  const kind = house.ports?.mails?.kinds.get(KIND)
  if (!kind || (await ctx.tx.row(sql`SELECT 1 FROM host.mail_template LIMIT 1`))) return ok()
  const { blocks, ...rest } = houseTemplate(kind, house.translations, 'it')
  const [greeting, ...others] = blocks
  const own = {
    type: 'paragraph',
    text: 'Siamo in due, e ogni pacco lo chiudiamo a mano. Se qualcosa non va, rispondi a questo messaggio: leggiamo tutto.',
  } as const
  const saved = await saveTemplate(ctx, house, {
    key: { kind: KIND, locale: 'it', market: 'it' },
    content: { ...rest, blocks: [...(greeting ? [greeting] : []), own, ...others] },
    seen: 0,
    reason: 'So that people know who packs their things',
  })
  return saved.ok ? ok() : saved
}
