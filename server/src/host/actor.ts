import type { Id } from '../kernel/ids.ts'

/** What a person's work here can be narrowed to. A row belongs to a market, lies at a location, or is of no such kind. */
export const SCOPE_KINDS = ['market', 'location'] as const
export type ScopeKind = (typeof SCOPE_KINDS)[number]

/** Kind -> the codes that somebody may touch. What is narrowed by a kind that a row's department does not know is closed. */
export type Scope = Readonly<Partial<Record<ScopeKind, readonly string[]>>>

/** Where a row belongs, by kind. */
export type Place = Readonly<Partial<Record<ScopeKind, string>>>

/** Every kind that narrows somebody must be known of the row, and allow it. */
export function isWithin(scope: Scope | undefined, place: Place): boolean {
  return SCOPE_KINDS.every((kind) => {
    const allowed = scope?.[kind]
    return allowed === undefined || allowed.includes(place[kind] ?? '')
  })
}

/** Undefined for who is narrowed by nothing, and for who is neither of staff nor a program of theirs. */
export function scopeOf(actor: Actor): Scope | undefined {
  return actor.kind === 'staff' || actor.kind === 'key' ? actor.scope : undefined
}

/** Who acts. Every command knows it; the audit trail keeps it. */
export type Actor =
  | {
      readonly kind: 'staff'
      readonly id: Id<'staff'>
      readonly name: string
      readonly permissions: ReadonlySet<string>
      /** Undefined: every row that the permissions cover. */
      readonly scope?: Scope | undefined
    }
  | {
      /** A program, with a key that a member of staff gave it. */
      readonly kind: 'key'
      readonly id: Id<'api_key'>
      readonly name: string
      /** Whose key it is: it never may more than they may at this moment. */
      readonly staffId: Id<'staff'>
      readonly permissions: ReadonlySet<string>
      readonly scope?: Scope | undefined
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

const nothing: ReadonlySet<string> = new Set()

/** What opens doors that ask for a permission: that of staff, and of the programs that they gave keys to. */
export function permissionsOf(actor: Actor): ReadonlySet<string> {
  return actor.kind === 'staff' || actor.kind === 'key' ? actor.permissions : nothing
}

/** The person who answers for it: oneself, or whose key it is. */
export function staffBehind(actor: Actor): Id<'staff'> | undefined {
  if (actor.kind === 'staff') return actor.id
  return actor.kind === 'key' ? actor.staffId : undefined
}
