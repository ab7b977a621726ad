/** What banks ask for, field by field, in the words of the house; a provider has names of its own for them. */
export const EVIDENCE_TEXTS = [
  ...(['customerName', 'customerEmail', 'billingAddress', 'shippingAddress', 'productDescription'] as const),
  ...(['shippingCarrier', 'shippingDate', 'shippingTracking', 'serviceDate', 'accessLog'] as const),
  ...(['refundPolicy', 'refusalExplanation', 'duplicateExplanation', 'other'] as const),
] as const
export type EvidenceText = (typeof EVIDENCE_TEXTS)[number]
export type EvidenceTexts = Readonly<Partial<Record<EvidenceText, string>>>

export const EVIDENCE_FILES = ['receipt', 'customerCommunication', 'shippingDocument', 'refundPolicy', 'other'] as const
export type EvidenceFile = (typeof EVIDENCE_FILES)[number]

/** Banks take so many characters of one field; all of them together stay below what Stripe takes (150,000). */
export const MOST_EVIDENCE_CHARACTERS = 10_000

/** Types of files that banks take, and how large. https://docs.stripe.com/file-upload */
export const EVIDENCE_TYPES: ReadonlySet<string> = new Set(['application/pdf', 'image/jpeg', 'image/png'])
export const MOST_EVIDENCE_BYTES = 5 * 1024 * 1024

/** A file as it is kept with the answer: its content stays where it was, under its hash. */
export interface KeptFile {
  readonly field: EvidenceFile
  readonly name: string
  readonly mediaType: string
  readonly sha256: string
}

export interface Evidence {
  readonly texts: EvidenceTexts
  /** The provider's own name of each file. */
  readonly files: Readonly<Partial<Record<EvidenceFile, string>>>
}

/** Without what is blank. */
export function tidyTexts(texts: EvidenceTexts): EvidenceTexts {
  const kept = EVIDENCE_TEXTS.map((field) => [field, texts[field]?.trim() ?? ''] as const)
  return Object.fromEntries(kept.filter(([, text]) => text !== ''))
}
