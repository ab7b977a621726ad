import { createHmac, timingSafeEqual } from 'node:crypto'
import { isUuid } from '../../kernel/ids.ts'
import type { House } from '../context.ts'

const MAC_BYTES = 18

/**
 * A link's token that opens one record without an account: its id and a MAC over purpose and id. Nothing is stored, nothing
 * can be guessed (144 bits), and the same record always has the same link. Whoever has the link may see what it opens, so
 * pages behind it are never cached by others nor indexed.
 */
export function signLink(key: Buffer, purpose: string, id: string): string {
  const raw = Buffer.from(id.replaceAll('-', ''), 'hex')
  return Buffer.concat([raw, macOf(key, purpose, raw)]).toString('base64url')
}

/** The present key, and those before it that still count (docs/guides/secrets.md). */
export function linkKeysOf({
  linkKey,
  formerLinkKeys = [],
}: Pick<House, 'linkKey' | 'formerLinkKeys'>): readonly [Buffer, ...Buffer[]] {
  return [linkKey, ...formerLinkKeys]
}

/** The id that a token opens, or undefined when this house did not sign it for this purpose, under this secret or a former one. */
export function openLink(keys: Buffer | readonly Buffer[], purpose: string, token: string): string | undefined {
  for (const key of Array.isArray(keys) ? (keys as readonly Buffer[]) : [keys as Buffer]) {
    const id = openUnder(key, purpose, token)
    if (id !== undefined) return id
  }
  return undefined
}

function openUnder(key: Buffer, purpose: string, token: string): string | undefined {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== 16 + MAC_BYTES || bytes.toString('base64url') !== token) return undefined
  const raw = bytes.subarray(0, 16)
  if (!timingSafeEqual(bytes.subarray(16), macOf(key, purpose, raw))) return undefined
  const hex = raw.toString('hex')
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  return isUuid(id) ? id : undefined
}

function macOf(key: Buffer, purpose: string, raw: Buffer): Buffer {
  return createHmac('sha256', key).update(purpose).update('\0').update(raw).digest().subarray(0, MAC_BYTES)
}
