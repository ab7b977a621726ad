import type { VatNumber } from './vat-number.ts'

/** What the authority says of a number. */
export type VatAnswer =
  | { readonly outcome: 'valid'; readonly consultation: string | undefined; readonly name: string | undefined }
  | { readonly outcome: 'invalid'; readonly consultation: string | undefined }
  /** It could not be asked, or could not answer: a state's own register is often away. */
  | { readonly outcome: 'unavailable'; readonly reason: string }

export interface VatQuestion {
  readonly number: VatNumber
  /** Our own number, so that the answer carries a consultation number; of a seller outside the Union there is none. */
  readonly requester: VatNumber | undefined
  /** Where VIES listens. */
  readonly address: string
}

/** A register of VAT numbers outside, spoken to over the network: never inside a transaction. It answers, whatever happens. */
export interface VatDirectory {
  readonly ask: (question: VatQuestion) => Promise<VatAnswer>
}

declare module '../../../host/context.ts' {
  interface Ports {
    /** A demo asks nobody. */
    readonly vatNumbers?: VatDirectory
  }
}
