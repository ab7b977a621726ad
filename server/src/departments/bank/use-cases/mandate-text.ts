import type { Translate } from '../../../host/i18n/translate.ts'
import type { DebitTerms } from '../../payments/index.ts'

/**
 * What people read before they sign, in their language: what the core scheme obliges creditors to say (EPC016-06, 4.7.2), and when they are
 * told of amount and day.
 */
export function mandateText(translate: Translate, { name, creditorId, noticeDays }: DebitTerms): readonly string[] {
  return [
    translate('bank.mandate.authorise', { creditor: name }),
    translate('bank.mandate.refund'),
    translate('bank.mandate.creditor', { creditor: name, id: creditorId }),
    translate('bank.mandate.notice', { days: noticeDays }),
  ]
}
