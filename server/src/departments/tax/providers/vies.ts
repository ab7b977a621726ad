/**
 * VIES, the register of the European Commission over those of the states (Council Regulation (EU) 904/2010 art. 31), by its SOAP
 * service `checkVatApprox`: with a number of our own the answer carries a consultation number, which proves that we asked. Whatever
 * goes wrong on the way is told as "unavailable", since the sale goes on under the market's policy.
 */
import { readAtMost } from '../../../kernel/read-at-most.ts'
import type { VatAnswer, VatDirectory, VatQuestion } from '../domain/vat-directory.ts'

const TIMEOUT_MS = 8_000
const MOST_BYTES = 64 * 1024
const TYPES = 'urn:ec.europa.eu:taxud:vies:services:checkVat:types'

/** What the service says of itself when it has no answer; anything else is told as FAULT. */
const FAULTS = [
  ...['INVALID_REQUESTER_INFO', 'SERVICE_UNAVAILABLE', 'MS_UNAVAILABLE', 'TIMEOUT', 'SERVER_BUSY', 'VAT_BLOCKED'],
  ...['IP_BLOCKED', 'GLOBAL_MAX_CONCURRENT_REQ', 'MS_MAX_CONCURRENT_REQ'],
]

export function createVies({ timeoutMs = TIMEOUT_MS }: { readonly timeoutMs?: number } = {}): VatDirectory {
  return { ask: (question) => ask(question, timeoutMs) }
}

async function ask(question: VatQuestion, timeoutMs: number): Promise<VatAnswer> {
  const url = URL.parse(question.address)
  if (!url || !mayBeAsked(url)) return away('BAD_ADDRESS')
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'text/xml; charset=utf-8', soapaction: '""' },
      body: envelopeOf(question),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    const parts = await readAtMost(answer.body, MOST_BYTES)
    return parts ? readAnswer(Buffer.concat(parts).toString('utf8'), answer.status) : away('NO_ANSWER')
  } catch {
    return away('NO_ANSWER')
  }
}

/** https, or a stand-in on this machine. */
function mayBeAsked({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname))
}

const away = (reason: string): VatAnswer => ({ outcome: 'unavailable', reason })

function envelopeOf({ number, requester }: VatQuestion): string {
  const part = (name: string, value: string) => `<v:${name}>${escaped(value)}</v:${name}>`
  const us = requester
    ? part('requesterCountryCode', requester.prefix) + part('requesterVatNumber', requester.digits)
    : ''
  return `<?xml version="1.0" encoding="UTF-8"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:v="${TYPES}"><s:Body><v:checkVatApprox>${part('countryCode', number.prefix)}${part('vatNumber', number.digits)}${us}</v:checkVatApprox></s:Body></s:Envelope>`
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A handful of elements without attributes of their own; whichever prefix the service gives its namespace. */
function readAnswer(xml: string, status: number): VatAnswer {
  const fault = textOf(xml, 'faultstring')
  if (fault !== undefined) {
    // Refused as a number: it cannot be one that is in use.
    if (fault.includes('INVALID_INPUT')) return { outcome: 'invalid', consultation: undefined }
    return away(FAULTS.find((known) => fault.includes(known)) ?? 'FAULT')
  }
  const valid = textOf(xml, 'valid')
  if (status !== 200 || (valid !== 'true' && valid !== 'false')) return away('NO_ANSWER')
  const consultation = textOf(xml, 'requestIdentifier')?.slice(0, 100) || undefined
  if (valid === 'false') return { outcome: 'invalid', consultation }
  const name = textOf(xml, 'traderName')
  // The states that do not tell names write dashes.
  return { outcome: 'valid', consultation, name: name && name !== '---' ? name.slice(0, 300) : undefined }
}

function textOf(xml: string, name: string): string | undefined {
  const found = new RegExp(`<(?:[\\w-]+:)?${name}(?:\\s[^<>]*)?>([^<]*)</`).exec(xml)?.[1]?.trim()
  return found
    ?.replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}
