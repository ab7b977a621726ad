import { channel } from 'node:diagnostics_channel'
import { hash, verify, type Options } from '@node-rs/argon2'

/** OWASP Password Storage Cheat Sheet: argon2id, 19 MiB, two passes, one lane. */
// 2 is argon2id: the library's const enum cannot be named from erasable TypeScript.
const settings: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const PASSWORD_MIN_LENGTH = 10
export const PASSWORD_MAX_LENGTH = 200

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), settings)
}

/** What each comparison costs, `$argon2id$v=19$m=19456,t=2,p=1`: by it tests know that the unknown costs as much as the known. */
const work = channel('fondaco.password.work')

/** A hash nobody's password has: verifying against it makes an unknown name as slow as a known one. */
let decoy: Promise<string> | undefined

export async function verifyPassword(stored: string | undefined, password: string): Promise<boolean> {
  decoy ??= hash('no one signs in with this', settings)
  const against = stored ?? (await decoy)
  work.publish(against.slice(0, against.indexOf('$', against.indexOf('p='))))
  const matches = await verify(against, password.normalize('NFKC')).catch(() => false)
  return stored !== undefined && matches
}
