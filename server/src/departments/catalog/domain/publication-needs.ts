import type { Refused } from '../../../kernel/result.ts'
import type { Place } from './showing.ts'

/** A place where a product is to be shown, with the language that its market reads. */
export interface PlaceToJudge extends Place {
  readonly language: string
}

export interface PublicationNeeds {
  /** In per cent; 0 lets everything pass. */
  readonly completeness: number
  readonly safety: boolean
  /** What keeps it out as a bundle, whatever else it lacks (bundles/judge-bundle.ts). */
  readonly bundle?: Refused
  /** The same for each channel in the language of the market, where the shop asks for that. */
  readonly inPlaces?: { readonly percent: number; readonly places: readonly PlaceToJudge[] }
}
