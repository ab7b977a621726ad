import type { Card, DeclineReason } from './model.ts'

/** The only numbers that are taken: a real card never gets further than a refusal. */
export type CardOutcome =
  | 'approved'
  | 'challenge'
  | Exclude<DeclineReason, 'authentication_failed' | 'authentication_required'>

export interface TestCard {
  /** Names the card in an address, where no number belongs. */
  name: 'approved' | 'declined' | 'funds' | 'secure' | 'later'
  number: string
  outcome: CardOutcome
  /** What its bank says once it is kept and charged; the same unless told. */
  kept?: 'card_declined'
}

export const testCards: readonly TestCard[] = [
  { name: 'approved', number: '4242424242424242', outcome: 'approved' },
  { name: 'declined', number: '4000000000000002', outcome: 'card_declined' },
  { name: 'funds', number: '4000000000009995', outcome: 'insufficient_funds' },
  { name: 'secure', number: '4000002500003155', outcome: 'challenge' },
  { name: 'later', number: '4000000000000341', outcome: 'approved', kept: 'card_declined' },
]

export type CardField = 'number' | 'expiry' | 'cvc' | 'name'
export type CardProblem =
  | 'number_missing'
  | 'number_wrong'
  | 'number_not_test'
  | 'expiry_wrong'
  | 'expiry_past'
  | 'cvc_wrong'
  | 'name_missing'

export type Problems = Partial<Record<CardField, CardProblem>>

export interface CardForm {
  number: string
  expiry: string
  cvc: string
  name: string
}

export function groupDigits(number: string): string {
  return number.replaceAll(/(\d{4})(?=\d)/g, '$1 ')
}

export function findTestCard(number: string): TestCard | undefined {
  const digits = number.replaceAll(/[\s-]/g, '')
  return testCards.find((card) => card.number === digits)
}

export function shownCard(card: TestCard, expiry: string): Card {
  const [, month = '12', year = '39'] = EXPIRY.exec(expiry) ?? []
  return { brand: 'visa', last4: card.number.slice(-4), expires: `20${year}-${month.padStart(2, '0')}` }
}

/** What the bank of a kept card will say; found by the digits that are kept. */
export function outcomeOfKept({ last4 }: Card): 'approved' | 'challenge' | 'card_declined' {
  const card = testCards.find(({ number }) => number.endsWith(last4))
  return card?.kept ?? (card?.outcome === 'challenge' ? 'challenge' : 'approved')
}

const EXPIRY = /^\s*(0?[1-9]|1[0-2])\s*[/ .-]?\s*(?:20)?(\d{2})\s*$/

export function findProblems(form: CardForm, now: Date): Problems {
  const number = numberProblem(form.number)
  const expiry = expiryProblem(form.expiry, now)
  return {
    ...(number === undefined ? {} : { number }),
    ...(expiry === undefined ? {} : { expiry }),
    ...(/^\d{3,4}$/.test(form.cvc.trim()) ? {} : { cvc: 'cvc_wrong' }),
    ...(form.name.trim() === '' || form.name.length > 100 ? { name: 'name_missing' } : {}),
  }
}

function numberProblem(text: string): CardProblem | undefined {
  const digits = text.replaceAll(/[\s-]/g, '')
  if (digits === '') return 'number_missing'
  if (!/^\d{12,19}$/.test(digits) || !passesLuhn(digits)) return 'number_wrong'
  return findTestCard(digits) === undefined ? 'number_not_test' : undefined
}

/** ISO/IEC 7812-1, annex B. */
function passesLuhn(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

function expiryProblem(text: string, now: Date): CardProblem | undefined {
  const parts = EXPIRY.exec(text)
  if (parts === null) return 'expiry_wrong'
  const monthsAway = (2000 + Number(parts[2]) - now.getUTCFullYear()) * 12 + Number(parts[1]) - 1 - now.getUTCMonth()
  if (monthsAway < 0) return 'expiry_past'
  // No card is issued for longer; a year that far away is a typing error.
  return monthsAway > 20 * 12 ? 'expiry_wrong' : undefined
}
