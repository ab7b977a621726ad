import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { House } from '../context.ts'
import { linkKeysOf } from './links.ts'

/**
 * Secrets that the program must read again (a code's seed, a provider's password) lie in the database as ciphertext under
 * the house's key, which is not in the database: a stolen dump opens none of them. AES-256-GCM; `place` names the row and is
 * bound to the text, so that nobody who can write to the database can move one person's secret to another.
 */
const IV_BYTES = 12
const TAG_BYTES = 16

type Sealer = Pick<House, 'linkKey' | 'organisation'> & Partial<Pick<House, 'formerLinkKeys'>>

export function sealText(house: Sealer, place: string, text: string): Buffer {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keyOf(house), iv).setAAD(Buffer.from(place))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, body, cipher.getAuthTag()])
}

/**
 * Throws where the text was sealed for another place, by another house, or changed since. What was sealed under a former secret that the
 * house still has (FONDACO_SECRET_PREVIOUS) is read all the same.
 */
export function unsealText(house: Sealer, place: string, sealed: Buffer): string {
  const [present, ...former] = linkKeysOf(house)
  const text = present && tryUnseal({ ...house, linkKey: present }, place, sealed)
  if (text !== undefined) return text
  for (const linkKey of former) {
    const old = tryUnseal({ ...house, linkKey }, place, sealed)
    if (old !== undefined) return old
  }
  return unseal(house, place, sealed)
}

/** Sealed anew under the present secret; undefined where it is already. */
export function resealText(house: Sealer, place: string, sealed: Buffer): Buffer | undefined {
  if (tryUnseal(house, place, sealed) !== undefined) return undefined
  return sealText(house, place, unsealText(house, place, sealed))
}

function tryUnseal(house: Sealer, place: string, sealed: Buffer): string | undefined {
  try {
    return unseal(house, place, sealed)
  } catch {
    return undefined
  }
}

function unseal(house: Sealer, place: string, sealed: Buffer): string {
  const iv = sealed.subarray(0, IV_BYTES)
  const decipher = createDecipheriv('aes-256-gcm', keyOf(house), iv).setAAD(Buffer.from(place))
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES))
  const body = decipher.update(sealed.subarray(IV_BYTES, sealed.length - TAG_BYTES))
  return Buffer.concat([body, decipher.final()]).toString('utf8')
}

/** The key that signs links stays apart from the one that seals: HKDF (RFC 5869) makes the second from it. */
function keyOf({ linkKey, organisation }: Sealer): Buffer {
  return Buffer.from(hkdfSync('sha256', linkKey, organisation.id, 'fondaco sealed texts', 32))
}
