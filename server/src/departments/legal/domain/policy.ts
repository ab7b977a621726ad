/** What shops promise in writing. */
export const POLICY_KINDS = ['sales', 'discounts', 'returns', 'warranty', 'privacy', 'shipping'] as const
export type PolicyKind = (typeof POLICY_KINDS)[number]

export function isPolicyKind(text: string): text is PolicyKind {
  return (POLICY_KINDS as readonly string[]).includes(text)
}

/** In which it can be written. */
export const POLICY_LANGUAGES = ['en', 'it', 'es', 'id'] as const
export type PolicyLanguage = (typeof POLICY_LANGUAGES)[number]

/** What of a policy a program can read. Each kind has its own of them, and its text may name them: `{withdrawalDays}`. */
export interface PolicyRules {
  /** Days to withdraw without a reason, from the day on which the goods arrive. */
  readonly withdrawalDays?: number
  /** Days within which the shop takes goods back of its own will. */
  readonly returnDays?: number
  readonly returnPostage?: 'customer' | 'shop'
  readonly warrantyMonths?: number
  /** Until when buyers call an order off by themselves, while nothing of it is packed. */
  readonly cancelUntil?: CancelUntil
  /** With `minutes`: how many, from placing it. */
  readonly cancelMinutes?: number
}
export type PolicyRule = keyof PolicyRules

/** The usual one first. */
export const CANCEL_UNTIL = ['packing', 'payment', 'minutes', 'never'] as const
/** How long it may be offered, where it is some minutes. */
export const CANCEL_MINUTES = { minimum: 1, maximum: 10_080 } as const
export type CancelUntil = (typeof CANCEL_UNTIL)[number]

export const RULES_OF: Readonly<Record<PolicyKind, readonly PolicyRule[]>> = {
  sales: ['cancelUntil', 'cancelMinutes'],
  discounts: [],
  returns: ['withdrawalDays', 'returnDays', 'returnPostage'],
  warranty: ['warrantyMonths'],
  privacy: [],
  shipping: [],
}

export const USUAL_RULES: Required<PolicyRules> = {
  withdrawalDays: 14,
  returnDays: 30,
  returnPostage: 'customer',
  warrantyMonths: 24,
  cancelUntil: 'packing',
  cancelMinutes: 60,
}

/** Language -> restricted HTML. */
export type PolicyTexts = Readonly<Record<string, string>>

export interface PolicyDraft {
  readonly texts: PolicyTexts
  readonly rules: PolicyRules
}

/** What a text may name besides its rules. */
const COMMON_BLANKS = ['shop', 'seller', 'email']

const BLANK = /\{(\w+)\}/g

export function blanksOf(kind: PolicyKind): readonly string[] {
  return [...COMMON_BLANKS, ...RULES_OF[kind].filter((rule) => typeof USUAL_RULES[rule] === 'number')]
}

/** The first blank of a text that this kind does not have. */
export function unknownBlank(kind: PolicyKind, text: string): string | undefined {
  const known = blanksOf(kind)
  return [...text.matchAll(BLANK)].map(([, name = '']) => name).find((name) => !known.includes(name))
}

/** A text with its blanks filled; what fills them is escaped by who prints it. */
export function filled(text: string, values: Readonly<Record<string, string | number | undefined>>): string {
  return text.replaceAll(BLANK, (blank, name: string) => String(values[name] ?? blank))
}
