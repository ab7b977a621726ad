import { createHash, randomBytes } from 'node:crypto'

/** 256 bits of chance, URL-safe. Given out once; only its hash is kept. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** A token carries full entropy, so one round of SHA-256 is enough; passwords go through argon2id instead. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
