export interface LocationToSave {
  readonly code: string
  readonly name: string
  readonly kind: 'warehouse' | 'shop' | 'supplier' | 'transit'
  readonly country: string
}
