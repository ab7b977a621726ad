import { ok, type Result } from '../../../kernel/result.ts'
import { shelfRefusals } from '../domain/shelf-refusals.ts'
import type { Placing } from '../domain/taxonomy.ts'
import { loadTaxonomy } from '../queries/taxonomies.ts'

/** Only places that there are in both taxonomies; reads these when somebody names one, and not before. */
export async function checkPlacing({
  taxonomyId,
  googleId,
}: { readonly [Field in keyof Placing]?: Placing[Field] | undefined }): Promise<Result<void>> {
  if (taxonomyId && !(await loadTaxonomy('shopify')).has(taxonomyId)) {
    return shelfRefusals.unknown_taxonomy({ field: 'taxonomyId' })
  }
  if (googleId && !(await loadTaxonomy('google')).has(googleId)) {
    return shelfRefusals.unknown_taxonomy({ field: 'googleId' })
  }
  return ok()
}
