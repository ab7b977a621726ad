import { defineDepartment } from '../../host/department.ts'
import { refusals } from './domain/refusals.ts'
import { routes } from './http/routes.ts'
import { giftCardMail } from './jobs/letter-of-card.ts'
import { sendGiftCard } from './jobs/send-gift-card.ts'
import { creditEndsMail, tendStoreCredit } from './jobs/tend-credit.ts'
import { cardPlace } from './queries/card-place.ts'
import { creditDays, reminderDays } from './queries/credit-settings.ts'
import { cardExists, cardTitles } from './queries/read-cards.ts'
import { cardsOfOrder, orderOfCard } from './queries/related.ts'
import { ADJUST } from './use-cases/change-card.ts'
import { ADJUST_CREDIT } from './use-cases/change-credit.ts'
import { GRANT } from './use-cases/grant-credit.ts'
import { ISSUE } from './use-cases/issue-card.ts'

export const giftCards = defineDepartment({
  name: 'gift-cards',
  dependsOn: ['organisation', 'customers', 'orders', 'ledger'],
  permissions: ['gift-cards:read', 'gift-cards:issue', 'gift-cards:write', 'gift-cards:credit'],
  routes,
  jobs: [sendGiftCard, tendStoreCredit],
  mails: [giftCardMail, creditEndsMail],
  settings: [creditDays, reminderDays],
  subscribers: {},
  refusals: [refusals],
  acts: [ISSUE, ADJUST, GRANT, ADJUST_CREDIT],
  related: { order: [cardsOfOrder], gift_card: [orderOfCard] },
  recordTypes: {
    gift_card: {
      read: 'gift-cards:read',
      write: 'gift-cards:write',
      exists: cardExists,
      place: cardPlace,
      path: (id) => `/gift-cards/${id}`,
      titles: cardTitles,
    },
  },
})
