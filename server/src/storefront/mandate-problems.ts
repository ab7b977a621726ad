import { faultsOfMandate } from '../departments/bank/index.ts'
import { findDebitTerms } from '../departments/payments/index.ts'
import type { House } from '../host/context.ts'
import { refusalKey } from '../host/http/problem.ts'
import type { Refusal } from '../kernel/result.ts'
import type { CheckoutForm } from './pages/checkout.ts'
import type { Problem } from './partials/field.ts'
import { namedCountry } from './refusal-words.ts'
import type { Visit } from './visit.ts'

type Typed = Pick<CheckoutForm, 'payment' | 'name' | 'debit_holder' | 'debit_iban' | 'debit_signed'>

/** Everything that the mandate lacks; nothing where the order is paid otherwise. */
export async function mandateProblems(house: House, visit: Visit, form: Typed): Promise<Problem[]> {
  if (form.payment === '' || !(await findDebitTerms(house.database, form.payment))) return []
  const typed = { holder: holderIn(form), iban: form.debit_iban }
  return faultsOfMandate(typed, form.debit_signed === 'yes').map((fault) => mandateProblem(visit, fault))
}

/** Whose account it is: who buys, until somebody else is named. */
export const holderIn = (form: Pick<Typed, 'name' | 'debit_holder'>) => form.debit_holder || form.name

/** Beside its field, the rule alone: what to do stands in the field's hint. */
export function mandateProblem(visit: Visit, { code, field, params }: Refusal): Problem {
  const message = visit.translate(`${refusalKey(code)}.title`, namedCountry(visit, params))
  return { field: FIELDS[field ?? ''] ?? 'debit_signed', message }
}

/** Without a tick nothing is signed, so that is what is missing. */
const FIELDS: Readonly<Record<string, string>> = { 'debit.iban': 'debit_iban', 'debit.holder': 'debit_holder' }
