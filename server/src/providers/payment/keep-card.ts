import { outcomeOfKept } from './cards.ts'
import type { Desk } from './desk.ts'
import type { Card, KeptMethod, Session } from './model.ts'

/** The card that pays a session is kept where the session says for whom. */
export function keepCard(desk: Desk, session: Session, card: Card): Omit<KeptMethod, 'outcome'> | undefined {
  const customer = session.keepFor ?? null
  if (customer === null) return undefined
  const kept = { ...card, id: desk.newId('dpm'), customer }
  desk.put({ method: { ...kept, outcome: outcomeOfKept(card) } })
  return kept
}
