import type { Translate } from '../../../host/i18n/translate.ts'
import { isReason } from '../domain/return-reason.ts'

// i18n-dynamic: bank.reasons.*
/** What a bank's code says in words; null where nobody knows it. */
export const reasonWords = (translate: Translate, reason: string | null): string | null =>
  reason !== null && isReason(reason) ? translate(`bank.reasons.${reason}`) : null
