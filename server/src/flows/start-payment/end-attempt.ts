import type { House } from '../../host/context.ts'
import { closeThere } from './close-there.ts'
import { dropCharge, resolveCharge } from './resolve-charge.ts'
import { openSession, type SessionToOpen } from './session.ts'

/**
 * Sees to it that nothing can come of an attempt any more. `completed`: something has, so it must be settled first. An attempt without a
 * session (we died before the answer) is asked for again under its key: the provider names its session.
 */
export async function endAttempt(house: House, opening: SessionToOpen): Promise<'closed' | 'completed'> {
  return opening.attempt.kept ? endCharge(house, opening) : endPage(house, opening)
}

async function endCharge(house: House, opening: SessionToOpen): Promise<'closed' | 'completed'> {
  const charged = await resolveCharge(house, opening)
  if (charged.state === 'confirm') return dropCharge(house, opening, charged.outcome)
  return charged.state === 'done' ? 'completed' : 'closed'
}

async function endPage(house: House, opening: SessionToOpen): Promise<'closed' | 'completed'> {
  const { provider, attempt } = opening
  const sessionId = attempt.providerSessionId ?? (await findSession(house, opening))
  return sessionId === undefined ? 'closed' : closeThere(provider, sessionId)
}

async function findSession(house: House, opening: SessionToOpen): Promise<string | undefined> {
  const opened = await openSession(house, opening)
  return opened.ok ? opened.value.id : undefined
}
