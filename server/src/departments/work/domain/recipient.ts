/** Who is told: a person, everybody of a unit, or everybody who holds a role. */
export type Recipient =
  | { readonly kind: 'staff'; readonly id: string }
  | { readonly kind: 'unit'; readonly id: string }
  | { readonly kind: 'role'; readonly id: string }

/** As tables keep it: `staff:<id>`, `unit:<id>`, `role:<code>`. */
export function recipientText({ kind, id }: Recipient): string {
  return `${kind}:${id}`
}

export function recipientOf(text: string): Recipient {
  const at = text.indexOf(':')
  return { kind: text.slice(0, at) as Recipient['kind'], id: text.slice(at + 1) }
}
