import { signLink } from '../../../host/auth/links.ts'
import type { Context, House } from '../../../host/context.ts'
import { queueMail } from '../../../host/mail/queue-mail.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { readShopName } from '../../organisation/index.ts'
import type { IssuedDocument } from '../domain/document.ts'
import { refusals } from '../domain/refusals.ts'
import { findDocument } from '../queries/read-documents.ts'

export interface Letter {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** What it says, in the document's language, given the shop's name and the signed part of the order's address. */
export type Write = (document: IssuedDocument, shop: string, token: string) => Letter

/** The customer gets the way to a document once more: the link of the order, which opens it without an account. */
export async function mailDocument(
  ctx: Context,
  { id, linkKey, write }: { readonly id: string; readonly linkKey: House['linkKey']; readonly write: Write },
): Promise<Result<{ readonly recipient: string }>> {
  const found = await findDocument(ctx.tx, id)
  if (!found) return refusals.not_found()
  const { document } = found
  const shop = await readShopName(ctx.tx, ctx.organisation)
  queueMail(ctx, {
    dedupKey: `document ${id} ${ctx.newId()}`,
    ref: document.order.id,
    recipient: document.buyer.email,
    ...write(document, shop, signLink(linkKey, 'order', document.order.id)),
  })
  ctx.audit({ action: 'documents:issue', objectType: 'document', objectId: id, changes: [{ field: 'mailed' }] })
  return ok({ recipient: document.buyer.email })
}
