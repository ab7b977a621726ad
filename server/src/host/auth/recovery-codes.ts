import { createHmac, randomInt } from 'node:crypto'
import type { House } from '../context.ts'
import { linkKeysOf } from './links.ts'

/** No I, L, O, U, 0 or 1: what is copied from paper must not be misread. */
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'
const LENGTH = 12
const HOW_MANY = 10

/** Ten of them, 58 bits each: `ABCD-EFGH-JKMN`. Shown once. */
export function newRecoveryCodes(): string[] {
  const codes = new Set<string>()
  while (codes.size < HOW_MANY) codes.add(grouped(Array.from({ length: LENGTH }, letter).join('')))
  return [...codes]
}

/** Under the house's key: who has the table alone cannot try codes against it. Case, spaces and hyphens do not count. */
export function hashRecoveryCode({ linkKey }: Pick<House, 'linkKey'>, owner: string, code: string): Buffer {
  return createHmac('sha256', linkKey)
    .update(`recovery code\0${owner}\0${plain(code)}`)
    .digest()
}

/** Under the present secret and those before it: what was printed stays good while the house still has the secret of then. */
export function recoveryHashes(
  house: Pick<House, 'linkKey' | 'formerLinkKeys'>,
  owner: string,
  code: string,
): readonly Buffer[] {
  return linkKeysOf(house).map((linkKey) => hashRecoveryCode({ linkKey }, owner, code))
}

/** Whether somebody may have meant a recovery code rather than the six digits of the app. */
export function looksLikeRecoveryCode(code: string): boolean {
  return plain(code).length === LENGTH
}

const plain = (code: string) => code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
const letter = () => LETTERS[randomInt(LETTERS.length)] ?? ''
const grouped = (text: string) => text.replaceAll(/(.{4})(?=.)/g, '$1-')
