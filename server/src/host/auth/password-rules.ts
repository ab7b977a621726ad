import { commonPasswords } from './common-passwords.ts'
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from './passwords.ts'

export interface PasswordWeakness {
  readonly rule: 'too_short' | 'too_long' | 'common' | 'contains_name'
  readonly limit: number
}

const SHORTEST_TELLING_NAME = 4

/**
 * Length, the lists that guessers start from, and the owner's own name: what OWASP ASVS 5.0 (V6.2) asks of passwords that
 * people choose. No rule about digits and capitals: those make passwords that are hard to keep and easy to guess.
 */
export function findPasswordWeakness(password: string, email: string): PasswordWeakness | undefined {
  const length = [...password.normalize('NFKC')].length
  if (length < PASSWORD_MIN_LENGTH) return { rule: 'too_short', limit: PASSWORD_MIN_LENGTH }
  if (length > PASSWORD_MAX_LENGTH) return { rule: 'too_long', limit: PASSWORD_MAX_LENGTH }
  const plain = password.normalize('NFKC').toLowerCase()
  if (commonPasswords.has(plain)) return { rule: 'common', limit: 0 }
  const name = email.split('@')[0]?.toLowerCase() ?? ''
  if (name.length >= SHORTEST_TELLING_NAME && plain.includes(name)) return { rule: 'contains_name', limit: 0 }
  return undefined
}
