import type { CustomFetchOptions } from 'openid-client'
import { readAtMost } from '../../kernel/read-at-most.ts'

/** No answer that could be read: not there, too slow, too long, or at an address where no provider may lie. */
export class ProviderSilent extends Error {}

const TIMEOUT_MS = 8_000
/** A discovery document or a set of keys is a few kilobytes. */
const MOST_BYTES = 512 * 1024

export function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname)
}

/**
 * The only way to a provider. A discovery document names further addresses: each must be https, or loopback where the issuer is;
 * nothing follows a redirect; nothing is waited for, or read, without end.
 */
export async function providerFetch(address: string, options: CustomFetchOptions): Promise<Response> {
  const url = new URL(address)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url))) {
    throw new ProviderSilent(`${url.protocol}//${url.host} is not https`)
  }
  const { body, ...rest } = options
  const init = {
    ...rest,
    ...(body === null || body === undefined ? {} : { body: body as NonNullable<RequestInit['body']> }),
  }
  const answer = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(
    (error: unknown) => {
      throw new ProviderSilent(`${url.host} does not answer: ${String(error)}`)
    },
  )
  if (answer.status >= 500 || answer.status === 429) throw new ProviderSilent(`${url.host} answers ${answer.status}`)
  if (answer.status >= 300 && answer.status < 400) throw new ProviderSilent(`${url.host} leads elsewhere`)
  const parts = await readAtMost(answer.body, MOST_BYTES)
  if (!parts) throw new ProviderSilent(`${url.host} does not stop`)
  return new Response(new Blob(parts as Uint8Array<ArrayBuffer>[]), {
    status: answer.status,
    headers: answer.headers,
  })
}
