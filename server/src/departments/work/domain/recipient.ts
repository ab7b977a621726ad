/** Who is told: a person, everybody of a unit, everybody who holds a role, or everybody who may do something. */
export interface Recipient {
  readonly kind: 'staff' | 'unit' | 'role' | 'may'
  /** A person's or unit's id, a role's code, a permission. */
  readonly id: string
}

/** Who is asked to do something: a person, a unit or a role. */
export interface Assignee {
  readonly kind: 'staff' | 'unit' | 'role'
  readonly id: string
}

/** As tables keep it: `staff:<id>`, `unit:<id>`, `role:<code>`, `may:<department>:<action>`. */
export function recipientText({ kind, id }: Recipient): string {
  return `${kind}:${id}`
}

export function recipientOf(text: string): Recipient {
  const at = text.indexOf(':')
  return { kind: text.slice(0, at) as Recipient['kind'], id: text.slice(at + 1) }
}
