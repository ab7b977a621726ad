import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocale } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { placeProduct, productTaxonomy } from './category-queries.ts'
import type { Product } from './queries.ts'
import { TaxonomyPanel } from './taxonomy-panel.tsx'

/** As its category says, unless the product says otherwise. */
export function ProductTaxonomy({ product }: { readonly product: Product }) {
  const client = useQueryClient()
  const locale = useLocale()
  const mayWrite = useCan()('catalog:write')
  const { data } = useQuery(productTaxonomy(product.id))
  if (!data) return null
  return (
    <TaxonomyPanel
      placing={data}
      suggestFor={product.names[locale] ?? product.names.en}
      mayWrite={mayWrite}
      onPlace={async (own) => {
        await placeProduct(product.id, data.version, own)
        await client.invalidateQueries({ queryKey: ['catalog', 'product-taxonomy', product.id] })
      }}
    />
  )
}
