/**
 * Why a bank did not collect, or took back, by the codes that banks of SEPA use (EPC173-14, ISO 20022 external code sets). Words stand in the
 * locales under `bank.reasons`; a code that is not here is shown as it is.
 */
export const REASONS = [
  ...['AC01', 'AC04', 'AC06', 'AC13', 'AG01', 'AG02', 'AM04', 'AM05', 'BE05', 'CNOR', 'DNOR', 'FF01', 'FF05'],
  ...['FOCR', 'MD01', 'MD02', 'MD06', 'MD07', 'MS02', 'MS03', 'RC01', 'RR01', 'RR02', 'RR03', 'RR04', 'SL01', 'TECH'],
] as const
export type Reason = (typeof REASONS)[number]

export const isReason = (code: string): code is Reason => (REASONS as readonly string[]).includes(code)

/** Money was not there, or the bank did not say why: it may be there another day. Everything else does not mend itself. */
const PASSING: ReadonlySet<string> = new Set<Reason>(['AM04', 'MS03', 'AG02', 'TECH'])

const MOST_TRIES = 2

export const mayTryAgain = ({ reason, attempt }: { readonly reason: string; readonly attempt: number }): boolean =>
  PASSING.has(reason) && attempt < MOST_TRIES
