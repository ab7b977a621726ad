import type { Context } from '../../../host/context.ts'
import { raiseContentVersion } from '../../../host/database/content-version.ts'

/** Pages that show the catalogue are out of date. */
export function markCatalogChanged(ctx: Context): void {
  raiseContentVersion(ctx, 'catalog')
}
