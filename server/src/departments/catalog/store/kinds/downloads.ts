import type { Context } from '../../../../host/context.ts'
import { actorText } from '../../../../host/actor.ts'
import { sql } from '../../../../host/database/sql.ts'
import type { Download, KindTerms } from '../../domain/kinds/kind-terms.ts'

/** The product is held under lock, and gets the version that this save makes. */
export function saveKindTerms(ctx: Context, productId: string, terms: KindTerms): void {
  ctx.tx.later(sql`
    UPDATE catalog.product_kind SET download_limit = ${terms.downloadLimit}, download_days = ${terms.downloadDays},
      notes = ${JSON.stringify(terms.notes)}::jsonb
    WHERE product_id = ${productId}::uuid`)
}

export function insertDownload(ctx: Context, file: Download): void {
  ctx.tx.later(sql`
    INSERT INTO catalog.download (id, product_id, file_id, number, name, media_type, bytes, sha256, added_by, added_at)
    VALUES (${file.id}::uuid, ${file.productId}::uuid, ${file.fileId}::uuid, ${file.number}, ${file.name}, ${file.mediaType},
      ${file.bytes}, ${file.sha256}, ${actorText(ctx.actor)}, ${file.addedAt})`)
}

export function endDownload(ctx: Context, id: string): void {
  ctx.tx.later(sql`UPDATE catalog.download SET ended_at = ${ctx.now} WHERE id = ${id}::uuid`)
}
