import { useState } from 'react'
import type { Money } from '../../ui/format-money.ts'
import type { EditReason, EditWish } from './edit-queries.ts'
import type { Order } from './queries.ts'

/** Undefined: what is typed is no amount; null: the price stays. */
export type TypedPrice = Money | null | undefined

export interface EditedLine {
  readonly quantity: number
  readonly price: TypedPrice
}

export interface AddedLine extends EditedLine {
  readonly key: string
  readonly variantId: string
  readonly name: string
}

export const ADDRESS_PARTS = ['name', 'company', 'street', 'street2', 'postcode', 'city', 'region', 'phone'] as const
export type AddressPart = (typeof ADDRESS_PARTS)[number]

/** What somebody wants to change of an order, as it stands on the screen. */
export function useOrderEdit(order: Order) {
  const [lines, setLines] = useState<Readonly<Record<number, EditedLine>>>({})
  const [added, setAdded] = useState<readonly AddedLine[]>([])
  const [deliveryPrice, setDeliveryPrice] = useState<TypedPrice>(null)
  const [address, setAddress] = useState<Readonly<Partial<Record<AddressPart, string>>>>({})
  const [reason, setReason] = useState<EditReason>('customer_asked')
  const [note, setNote] = useState('')

  const lineOf = (position: number): EditedLine =>
    lines[position] ?? { quantity: order.lines.find((line) => line.position === position)?.quantity ?? 0, price: null }
  const wish = wishOf(order, { lines, added, deliveryPrice, address, reason, note })
  const isTyped = [...Object.values(lines), ...added].every(({ price }) => price !== undefined)
  return {
    lineOf,
    added,
    address,
    reason,
    note,
    wish,
    /** Whether every price that is typed is one. */
    isSound: isTyped && deliveryPrice !== undefined,
    isChanged: saysSomething(wish),
    needsNote: reason === 'other' || [...wish.lines, ...wish.added].some((one) => one.unitPrice !== undefined),
    setReason,
    setNote,
    setDeliveryPrice,
    setLine: (position: number, change: Partial<EditedLine>) =>
      setLines((before) => ({ ...before, [position]: { ...lineOf(position), ...change } })),
    add: (variantId: string, name: string) =>
      setAdded((before) =>
        before.some((one) => one.variantId === variantId)
          ? before.map((one) => (one.variantId === variantId ? { ...one, quantity: one.quantity + 1 } : one))
          : [...before, { key: variantId, variantId, name, quantity: 1, price: null }],
      ),
    changeAdded: (key: string, change: Partial<EditedLine>) =>
      setAdded((before) => before.map((one) => (one.key === key ? { ...one, ...change } : one))),
    remove: (key: string) => setAdded((before) => before.filter((one) => one.key !== key)),
    setAddress: (part: AddressPart, text: string) => setAddress((before) => ({ ...before, [part]: text })),
  }
}

export type OrderEdit = ReturnType<typeof useOrderEdit>

export const saysSomething = (wish: EditWish) =>
  wish.lines.length + wish.added.length > 0 || 'deliveryPrice' in wish || 'address' in wish

interface Edited {
  readonly lines: Readonly<Record<number, EditedLine>>
  readonly added: readonly AddedLine[]
  readonly deliveryPrice: TypedPrice
  readonly address: Readonly<Partial<Record<AddressPart, string>>>
  readonly reason: EditReason
  readonly note: string
}

/** Only what differs from the order is said. */
export function wishOf(order: Order, { lines, added, deliveryPrice, address, reason, note }: Edited): EditWish {
  const priced = (price: TypedPrice) => (price ? { unitPrice: price.amount } : {})
  const changed = order.lines.flatMap(({ position, quantity, unitPrice }) => {
    const to = lines[position]
    const isRepriced = to?.price && to.price.amount !== unitPrice.amount
    if (!to || (to.quantity === quantity && !isRepriced)) return []
    return [{ position, quantity: to.quantity, ...(isRepriced && to.quantity > 0 ? priced(to.price) : {}) }]
  })
  const whole = (part: AddressPart) => (address[part] ?? order.address[part] ?? '').trim()
  const isMoved = ADDRESS_PARTS.some((part) => whole(part) !== (order.address[part] ?? ''))
  const words = note.trim()
  return {
    reason,
    ...(words !== '' && { note: words }),
    lines: changed,
    added: added.map(({ variantId, quantity, price }) => ({ variantId, quantity, ...priced(price) })),
    ...(deliveryPrice && { deliveryPrice: deliveryPrice.amount }),
    ...(isMoved && {
      address: {
        name: whole('name'),
        street: whole('street'),
        postcode: whole('postcode'),
        city: whole('city'),
        company: whole('company') || null,
        street2: whole('street2') || null,
        region: whole('region') || null,
        phone: whole('phone') || null,
      },
    }),
  }
}
