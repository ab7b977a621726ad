import type appMessages from '../locales/en.json'
import type uiMessages from '../../ui/locales/en.json'
import type appearanceMessages from '../theme/locales/en.json'
import type boardMessages from '../board/locales/en.json'
import type galleryMessages from '../gallery/locales/en.json'
import type paletteMessages from '../palette/locales/en.json'
import type sessionMessages from '../session/locales/en.json'
import type trayMessages from '../tray/locales/en.json'
import type formMessages from '../../ui/form/locales/en.json'
import type chartMessages from '../../ui/charts/locales/en.json'
import type bankMessages from '../../departments/bank/locales/en.json'
import type catalogMessages from '../../departments/catalog/locales/en.json'
import type contentMessages from '../../departments/content/locales/en.json'
import type customersMessages from '../../departments/customers/locales/en.json'
import type documentsMessages from '../../departments/documents/locales/en.json'
import type fulfilmentMessages from '../../departments/fulfilment/locales/en.json'
import type giftCardsMessages from '../../departments/gift-cards/locales/en.json'
import type inventoryMessages from '../../departments/inventory/locales/en.json'
import type legalMessages from '../../departments/legal/locales/en.json'
import type loyaltyMessages from '../../departments/loyalty/locales/en.json'
import type ledgerMessages from '../../departments/ledger/locales/en.json'
import type operationsMessages from '../../departments/operations/locales/en.json'
import type ordersMessages from '../../departments/orders/locales/en.json'
import type paymentsMessages from '../../departments/payments/locales/en.json'
import type peopleMessages from '../../departments/people/locales/en.json'
import type pricingMessages from '../../departments/pricing/locales/en.json'
import type returnsMessages from '../../departments/returns/locales/en.json'
import type settingsMessages from '../../departments/settings/locales/en.json'
import type workMessages from '../../departments/work/locales/en.json'
import type setUpMessages from '../../departments/set-up/locales/en.json'

/** A key that English does not have does not compile. */
declare module 'use-intl' {
  interface AppConfig {
    Locale: 'en' | 'it' | 'es' | 'id'
    Messages: {
      app: typeof appMessages &
        typeof appearanceMessages &
        typeof boardMessages &
        typeof galleryMessages &
        typeof paletteMessages &
        typeof sessionMessages &
        typeof trayMessages
      ui: typeof uiMessages & typeof chartMessages & typeof formMessages
      catalog: typeof catalogMessages
      content: typeof contentMessages
      customers: typeof customersMessages
      documents: typeof documentsMessages
      fulfilment: typeof fulfilmentMessages
      'gift-cards': typeof giftCardsMessages
      inventory: typeof inventoryMessages
      loyalty: typeof loyaltyMessages
      ledger: typeof ledgerMessages
      legal: typeof legalMessages
      operations: typeof operationsMessages
      orders: typeof ordersMessages
      bank: typeof bankMessages
      payments: typeof paymentsMessages
      people: typeof peopleMessages
      pricing: typeof pricingMessages
      'set-up': typeof setUpMessages
      returns: typeof returnsMessages
      settings: typeof settingsMessages
      work: typeof workMessages
    }
  }
}
