import type { Id } from '../kernel/ids.ts'

/** Who acts. Every command knows it; the audit trail keeps it. */
export type Actor =
  | {
      readonly kind: 'staff'
      readonly id: Id<'staff'>
      readonly name: string
      readonly permissions: ReadonlySet<string>
    }
  | { readonly kind: 'customer'; readonly id: Id<'customer'> }
  | { readonly kind: 'guest' }
  | { readonly kind: 'provider'; readonly name: string }
  | { readonly kind: 'system'; readonly name: string }

export const guest: Actor = Object.freeze({ kind: 'guest' })
export const system = (name: string): Actor => Object.freeze({ kind: 'system', name })

export function actorText(actor: Actor): string {
  return 'id' in actor ? `${actor.kind}:${actor.id}` : 'name' in actor ? `${actor.kind}:${actor.name}` : actor.kind
}
