import { defineDepartment } from '../../host/department.ts'
import { refusals } from './domain/refusals.ts'
import { routes } from './http/routes.ts'
import { giftCardMail } from './jobs/letter-of-card.ts'
import { sendGiftCard } from './jobs/send-gift-card.ts'
import { cardPlace } from './queries/card-place.ts'
import { cardExists, cardTitles } from './queries/read-cards.ts'
import { cardsOfOrder, orderOfCard } from './queries/related.ts'
import { ADJUST } from './use-cases/change-card.ts'
import { ISSUE } from './use-cases/issue-card.ts'

export const giftCards = defineDepartment({
  name: 'gift-cards',
  dependsOn: ['organisation', 'orders', 'ledger'],
  permissions: ['gift-cards:read', 'gift-cards:issue', 'gift-cards:write'],
  routes,
  jobs: [sendGiftCard],
  mails: [giftCardMail],
  subscribers: {},
  refusals: [refusals],
  acts: [ISSUE, ADJUST],
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
