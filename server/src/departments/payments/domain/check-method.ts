import { isValidBIC, isValidIBAN } from 'ibantools'
import { isCurrencyCode } from '../../../kernel/currency.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { checkTerms } from './debit-terms.ts'
import type { PaymentMethod } from './method.ts'
import { refusals } from './refusals.ts'

/** What no schema says: words, real currencies, bounds in their order, and kinds that can only go one way. */
export function checkMethod(method: PaymentMethod): Result<void> {
  const { names, kind, provider, clears, minTotal, maxTotal } = method
  if (!names['en']?.trim()) return refusals.method_name_missing({ field: 'names.en' })
  const unknown = [...method.currencies, ...Object.keys({ ...minTotal, ...maxTotal })].find(
    (one) => !isCurrencyCode(one),
  )
  if (unknown !== undefined)
    return refusals.method_currency_unknown({ field: 'currencies', params: { currency: unknown } })
  const crossed = Object.keys(maxTotal).find((currency) => (minTotal[currency] ?? 0) > (maxTotal[currency] ?? 0))
  if (crossed !== undefined)
    return refusals.method_totals_crossed({ field: `maxTotal.${crossed}`, params: { currency: crossed } })
  if (provider !== null && kind !== 'provider_hosted') return refusals.method_needs_no_provider({ field: 'provider' })
  const account = checkAccount(method)
  if (!account.ok) return account
  const debit = checkDebit(method)
  if (!debit.ok) return debit
  if (kind === 'provider_hosted' && clears === 'order') return refusals.method_clears_otherwise({ field: 'clears' })
  if (kind === 'cash_on_delivery' && clears === 'payment') return refusals.method_clears_otherwise({ field: 'clears' })
  return ok()
}

function checkAccount({ kind, account }: PaymentMethod): Result<void> {
  if (kind !== 'bank_transfer') return account ? refusals.method_needs_no_account({ field: 'account' }) : ok()
  if (!account || account.holder.trim() === '') return refusals.method_account_missing({ field: 'account.holder' })
  // By the registry of SWIFT: length and form of each country, and the two check digits (ISO 13616).
  if (!isValidIBAN(account.iban)) return refusals.method_iban_wrong({ field: 'account.iban' })
  return account.bic === '' || isValidBIC(account.bic) ? ok() : refusals.method_bic_wrong({ field: 'account.bic' })
}

function checkDebit({ kind, debit }: PaymentMethod): Result<void> {
  if (kind !== 'sepa_debit') return debit ? refusals.method_needs_no_account({ field: 'debit' }) : ok()
  return debit ? checkTerms(debit) : refusals.creditor_id_wrong({ field: 'debit.creditorId' })
}
