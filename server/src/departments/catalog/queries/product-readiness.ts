import type { Database } from '../../../host/database/pool.ts'
import type { Refused } from '../../../kernel/result.ts'
import { completenessOf, type Completeness } from '../domain/completeness.ts'
import { publicationRefusal } from '../domain/judge-publication.ts'
import type { Product } from '../domain/product.ts'
import { loadDefinitions } from './definitions.ts'
import { loadNeeds } from './publication-settings.ts'

export interface Readiness {
  readonly completeness: Completeness
  /** What publishing would answer. */
  readonly unfit: Refused | undefined
}

/** How complete a product is, and whether it may go into the shop. */
export async function readinessOf(
  reader: Pick<Database, 'row' | 'rows'>,
  product: Product,
  now: Date,
): Promise<Readiness> {
  const contacts = [product.makerId, product.responsibleId].filter((id) => id !== null)
  const [definitions, needsOf] = await Promise.all([
    loadDefinitions(reader, contacts),
    loadNeeds(reader, [product.id], now),
  ])
  return {
    completeness: completenessOf(product, definitions),
    unfit: publicationRefusal(product, definitions, needsOf(product.id)),
  }
}
