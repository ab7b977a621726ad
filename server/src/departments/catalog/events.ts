import type { DomainEvent } from '../../host/outbox/emit.ts'
import type { Product } from './domain/product.ts'

/** A product was created or changed; `version` counts its changes, so that a late delivery is recognised. */
export function productChanged(product: Pick<Product, 'id' | 'handle' | 'state' | 'version'>): DomainEvent {
  const { id, handle, state, version } = product
  return {
    name: 'product.changed.v1',
    ref: { kind: 'product', id },
    payload: { productId: id, handle, state, version },
  }
}
