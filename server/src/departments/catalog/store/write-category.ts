import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Category } from '../domain/category.ts'
import { refusals } from '../domain/refusals.ts'

export function insertCategory(ctx: Context, { id, handle, parentId, names, position, version }: Category): void {
  ctx.tx.later(
    sql`
    INSERT INTO catalog.category (id, parent_id, handle, names, position, version, created_at, updated_at)
    VALUES (${id}, ${parentId}::uuid, ${handle}, ${JSON.stringify(names)}::jsonb, ${position}, ${version}, ${ctx.now}, ${ctx.now})`,
    { refusals: { category_handle: () => refusals.handle_taken({ field: 'handle', params: { handle } }) } },
  )
}

export function updateCategory(ctx: Context, { id, parentId, names, position, version }: Category): void {
  ctx.tx.later(sql`
    UPDATE catalog.category SET parent_id = ${parentId}::uuid, names = ${JSON.stringify(names)}::jsonb,
      position = ${position}, version = ${version}, updated_at = ${ctx.now} WHERE id = ${id}`)
}
