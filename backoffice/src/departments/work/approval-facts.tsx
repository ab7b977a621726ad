import { useFactText } from './use-approval-words.ts'

/** The first of the facts that a rule looked at: how much it is about. */
export function ApprovalFacts({ facts }: { readonly facts: Readonly<Record<string, unknown>> }) {
  const textOf = useFactText()
  const [first] = Object.values(facts)
  return first === undefined ? null : <span className="tabular">{textOf(first)}</span>
}
