import { isCurrencyCode } from '../../../kernel/currency.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { isEmail } from '../../../kernel/text.ts'
import { isZone } from '../../../kernel/time.ts'
import type { OrganisationDefinition } from './definition.ts'
import { refusals } from './refusals.ts'

export type EntityDraft = OrganisationDefinition['entities'][number]
export type MarketDraft = OrganisationDefinition['markets'][number]

/** As it comes from outside: the currency may be any three letters. */
export type Unchecked<Draft> = Omit<Draft, 'currency'> & { readonly currency: string }

/**
 * An entity keeps its country and its functional currency for ever: every entry in the ledger is written in them. Who moves or
 * changes currency founds another.
 */
export function checkEntity(draft: Unchecked<EntityDraft>, existing: EntityDraft | undefined): Result<EntityDraft> {
  const { currency } = draft
  if (!isCurrencyCode(currency)) return unknownCurrency(currency)
  if (!isZone(draft.timeZone)) return refusals.unknown_time_zone({ field: 'timeZone' })
  if (!isEmail(draft.email)) return refusals.invalid_email({ field: 'email' })
  const fixed = (['currency', 'country'] as const).find((field) => existing && existing[field] !== draft[field])
  return fixed ? refusals.entity_fixed({ field: fixed, params: { field: fixed } }) : ok({ ...draft, currency })
}

/** A market keeps its currency: prices and orders are in it. */
export function checkMarket(
  draft: Unchecked<MarketDraft>,
  existing: Pick<MarketDraft, 'currency'> | undefined,
): Result<MarketDraft> {
  const { currency } = draft
  if (!isCurrencyCode(currency)) return unknownCurrency(currency)
  if (existing && existing.currency !== currency) return refusals.market_fixed({ field: 'currency' })
  const names = Object.fromEntries(
    Object.entries(draft.names ?? {})
      .map(([language, name]) => [language, name.trim()] as const)
      .filter(([, name]) => name !== ''),
  )
  return ok({ ...draft, currency, names })
}

function unknownCurrency(currency: string): Result<never> {
  return refusals.unknown_currency({ field: 'currency', params: { currency } })
}
