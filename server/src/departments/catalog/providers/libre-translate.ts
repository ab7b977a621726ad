/**
 * LibreTranslate, free software that anybody can run: `POST /translate` with `q`, `source`, `target`, `format` and, where the server asks
 * for one, `api_key`, answered with `translatedText` (docs.libretranslate.com/api/operations/translate). Whatever goes wrong on the way is told
 * as a reason without the words that were sent, and without the key.
 */
import { readAtMost } from '../../../kernel/read-at-most.ts'
import {
  isMachineAddress,
  type MachineAnswer,
  type MachineQuestion,
  type MachineReason,
  type MachineTranslator,
} from '../domain/machine-translator.ts'

const TIMEOUT_MS = 30_000
const MOST_BYTES = 1024 * 1024

export function createLibreTranslate({
  timeoutMs = TIMEOUT_MS,
}: { readonly timeoutMs?: number } = {}): MachineTranslator {
  return { name: 'LibreTranslate', translate: (question) => translate(question, timeoutMs) }
}

async function translate(question: MachineQuestion, timeoutMs: number): Promise<MachineAnswer> {
  const { address, key, text, format, source, target } = question
  if (!isMachineAddress(address)) return away('no_answer')
  try {
    const answer = await fetch(`${address.replace(/\/+$/, '')}/translate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ q: text, source, target, format, ...(key === undefined ? {} : { api_key: key }) }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    const parts = await readAtMost(answer.body, MOST_BYTES)
    if (!parts) return away('no_answer')
    if (answer.status !== 200) return away(REASONS[answer.status] ?? 'no_answer')
    const { translatedText } = JSON.parse(Buffer.concat(parts).toString('utf8')) as {
      readonly translatedText?: unknown
    }
    return typeof translatedText === 'string' ? { outcome: 'translated', text: translatedText } : away('no_answer')
  } catch {
    return away('no_answer')
  }
}

const REASONS: Readonly<Record<number, MachineReason>> = { 400: 'bad_language', 403: 'key_refused', 429: 'too_many' }

const away = (reason: MachineReason): MachineAnswer => ({ outcome: 'unavailable', reason })
