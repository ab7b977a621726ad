import { ok, type Refused, type Result } from '../../../../kernel/result.ts'
import type { Texts } from '../product.ts'
import { kindRefusals } from './kind-refusals.ts'
import type { ProductKind } from './product-kind.ts'

/** What a buyer may do with a digital product, and what is said of a service. */
export interface KindTerms {
  /** How often each file may be downloaded; null: as often as they like. */
  readonly downloadLimit: number | null
  /** For how many days from the first moment on; null: for ever. */
  readonly downloadDays: number | null
  /** Of a service: where it is given, how an appointment is made. */
  readonly notes: Texts
}

/** A file as it is downloaded now. */
export interface Download {
  readonly id: string
  readonly fileId: string
  readonly productId: string
  /** Of its versions, from 1. */
  readonly number: number
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  readonly sha256: string
  readonly addedAt: Date
}

export const KIND_LIMITS = { downloads: 100, days: 3650, note: 1000, files: 20 } as const

/** Files belong to digital products, notes to services: what is said of another kind would be read by nobody. */
export function checkTerms(kind: ProductKind, { downloadLimit, downloadDays, notes }: KindTerms): Result<void> {
  const limited = downloadLimit !== null ? 'downloadLimit' : downloadDays !== null ? 'downloadDays' : undefined
  if (kind !== 'digital' && limited) return kindRefusals.not_digital({ field: limited })
  if (kind !== 'service' && Object.values(notes).some((note) => note))
    return kindRefusals.not_a_service({ field: 'notes' })
  return ok()
}

/** What keeps a product out of the shop by its kind: a digital one without anything to download. */
export function kindFlaw(kind: string, files: number): Refused | undefined {
  return kind === 'digital' && files === 0 ? kindRefusals.download_missing({ field: 'downloads' }) : undefined
}
