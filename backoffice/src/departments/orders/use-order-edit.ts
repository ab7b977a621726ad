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

const ADDRESS_PARTS = ['name', 'company', 'street', 'street2', 'postcode', 'city', 'region', 'phone'] as const
type AddressPart = (typeof ADDRESS_PARTS)[number]
/** As it stands in its fields; of a part that nobody touched nothing. */
export type TypedAddress = Readonly<Partial<Record<AddressPart | 'country', string | null>>>

/** What somebody wants to change of an order, as it stands on the screen. */
export function useOrderEdit(order: Order) {
  const [lines, setLines] = useState<Readonly<Record<number, EditedLine>>>({})
  const [added, setAdded] = useState<readonly AddedLine[]>([])
  const [deliveryPrice, setDeliveryPrice] = useState<TypedPrice>(null)
  const [deliveryMethod, setDeliveryMethod] = useState('')
  const [address, setAddress] = useState<TypedAddress>(order.address)
  const [billing, setBilling] = useState<TypedAddress | null>(order.billing)
  const [reason, setReason] = useState<EditReason>('customer_asked')
  const [note, setNote] = useState('')

  const lineOf = (position: number): EditedLine =>
    lines[position] ?? { quantity: order.lines.find((line) => line.position === position)?.quantity ?? 0, price: null }
  const wish = wishOf(order, { lines, added, deliveryPrice, deliveryMethod, address, billing, reason, note })
  const isTyped = [...Object.values(lines), ...added].every(({ price }) => price !== undefined)
  return {
    lineOf,
    added,
    address,
    billing,
    deliveryMethod,
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
    setDeliveryMethod,
    setAddress,
    setBilling,
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
  }
}

export type OrderEdit = ReturnType<typeof useOrderEdit>

export const saysSomething = (wish: EditWish) =>
  wish.lines.length + wish.added.length > 0 ||
  ['deliveryPrice', 'deliveryMethod', 'address', 'billing'].some((part) => part in wish)

interface Edited {
  readonly lines: Readonly<Record<number, EditedLine>>
  readonly added: readonly AddedLine[]
  readonly deliveryPrice: TypedPrice
  /** Empty: as it was sold. */
  readonly deliveryMethod: string
  readonly address: TypedAddress
  readonly billing: TypedAddress | null
  readonly reason: EditReason
  readonly note: string
}

/** Only what differs from the order is said. */
export function wishOf(
  order: Order,
  { lines, added, deliveryPrice, deliveryMethod, address, billing, reason, note }: Edited,
): EditWish {
  const priced = (price: TypedPrice) => (price ? { unitPrice: price.amount } : {})
  const changed = order.lines.flatMap(({ position, quantity, unitPrice }) => {
    const to = lines[position]
    const isRepriced = to?.price && to.price.amount !== unitPrice.amount
    if (!to || (to.quantity === quantity && !isRepriced)) return []
    return [{ position, quantity: to.quantity, ...(isRepriced && to.quantity > 0 ? priced(to.price) : {}) }]
  })
  const isMoved = ADDRESS_PARTS.some((part) => trimmed(address, part) !== (order.address[part] ?? ''))
  const words = note.trim()
  return {
    reason,
    ...(words !== '' && { note: words }),
    lines: changed,
    added: added.map(({ variantId, quantity, price }) => ({ variantId, quantity, ...priced(price) })),
    ...(deliveryPrice && { deliveryPrice: deliveryPrice.amount }),
    ...(deliveryMethod !== '' && { deliveryMethod }),
    ...(isMoved && { address: { ...whole(address), phone: trimmed(address, 'phone') || null } }),
    ...(isBilledElse(order.billing, billing) && {
      billing: billing && { ...whole(billing), country: billing.country ?? order.address.country },
    }),
  }
}

const trimmed = (address: TypedAddress, part: AddressPart) => (address[part] ?? '').trim()

const whole = (address: TypedAddress) => ({
  name: trimmed(address, 'name'),
  street: trimmed(address, 'street'),
  postcode: trimmed(address, 'postcode'),
  city: trimmed(address, 'city'),
  company: trimmed(address, 'company') || null,
  street2: trimmed(address, 'street2') || null,
  region: trimmed(address, 'region') || null,
})

function isBilledElse(before: Order['billing'], now: TypedAddress | null): boolean {
  if (!before || !now) return Boolean(before) !== Boolean(now)
  return before.country !== now.country || ADDRESS_PARTS.some((part) => trimmed(now, part) !== (before[part] ?? ''))
}
