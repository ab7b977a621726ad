import { setTimeout as wait } from 'node:timers/promises'
import type { Answer } from './ask-server.ts'

export type Outcome = Exclude<Answer, { kind: 'busy' }> | { kind: 'gone' }

interface Waiting {
  ask: () => Promise<Answer>
  hasEnded: () => Promise<boolean>
  /** How long a living server may say nothing at all before it is given up. */
  silenceMs: number
  onProgress: (sentence: string) => void
}

const pollMs = 20
const passwordPatienceMs = 1_000

/**
 * Waits for a server that lives. One that says "I recover" may take as long as it needs: giving up would only make the next
 * start recover again. A refused password counts only when it lasts: while ours does not listen yet, another server may answer on
 * the port.
 */
export async function awaitAnswer({ ask, hasEnded, silenceMs, onProgress }: Waiting): Promise<Outcome> {
  const began = performance.now()
  let lastSign = began
  let lastTold = began
  for (;;) {
    const answer = await ask()
    if (answer.kind === 'ready') return answer
    if (await hasEnded()) return { kind: 'gone' }
    const now = performance.now()
    if (answer.kind === 'busy' && !answer.stopping) lastSign = now
    else if (answer.kind === 'refused-password' && now - lastSign > passwordPatienceMs) return answer
    else if (now - lastSign > silenceMs)
      return { kind: 'silent', error: answer.kind === 'silent' ? answer.error : answer }
    if (now - lastTold > 1_000) {
      lastTold = now
      onProgress(tell(answer, Math.round((now - began) / 1_000)))
    }
    await wait(pollMs)
  }
}

function tell(answer: Answer, seconds: number): string {
  if (answer.kind !== 'busy') return `Waiting for the database to answer (${seconds} s).`
  if (answer.stopping) return `Waiting for the database that is still stopping (${seconds} s).`
  return `The database is recovering what was under way when it stopped (${seconds} s).`
}
