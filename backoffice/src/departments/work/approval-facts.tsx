import { useFactText } from './use-approval-words.ts'

/** The first of the facts that a rule looked at: how much it is about. */
export function ApprovalFacts({ facts }: { readonly facts: Readonly<Record<string, unknown>> }) {
  const textOf = useFactText()
  const known = MAIN.find((fact) => fact in facts)
  const main = known === undefined ? Object.values(facts)[0] : facts[known]
  return main === undefined ? null : <span className="tabular">{textOf(main)}</span>
}

/** Of the acts that state several. */
const MAIN = ['amount', 'change', 'difference', 'products']
