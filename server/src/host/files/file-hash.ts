import { createHash } from 'node:crypto'

/** By which a file is known to be the same bytes (SHA-256, in hex). */
export const fileHash = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
