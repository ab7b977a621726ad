import { Type } from 'typebox'
import { query, type Route } from '../../host/http/route.ts'
import { idParams } from '../../host/http/schemas.ts'
import { formatDate, formatDateTime, formatMoney } from '../../host/i18n/format.ts'
import { listMailsAbout } from '../../host/mail/mails-about.ts'
import { disputePlace, evidenceTextsSchema } from '../../departments/payments/index.ts'
import { gatherEvidence } from './gather-evidence.ts'

export const routes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/disputes/:id/offered-evidence',
    operationId: 'getOfferedEvidence',
    summary: 'What the house knows that could be told to the bank, field by field; nothing is sent',
    permission: 'payments:dispute',
    own: 'any',
    withinScope: disputePlace,
    params: idParams,
    response: Type.Object({ texts: evidenceTextsSchema }),
    answer: ({ house, locale }, { params }) =>
      gatherEvidence(house, params.id, {
        translate: house.translations.for(locale),
        day: (instant, zone) => formatDate(instant, locale, zone),
        moment: (instant, zone) => formatDateTime(instant, locale, zone),
        amount: (amount) => formatMoney(amount, locale),
        mailsAbout: (orderId) => listMailsAbout(house.database, orderId),
      }),
  }),
]
