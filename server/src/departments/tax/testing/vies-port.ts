import { createVies } from '../providers/vies.ts'
import type { VatDirectory } from '../domain/vat-directory.ts'

/** The real door to VIES, with more patience than a busy machine needs. */
export function viesPort(): VatDirectory {
  return createVies({ timeoutMs: 20_000 })
}
