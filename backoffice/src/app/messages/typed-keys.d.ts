import type appMessages from '../locales/en.json'
import type uiMessages from '../../ui/locales/en.json'
import type catalogMessages from '../../departments/catalog/locales/en.json'
import type customersMessages from '../../departments/customers/locales/en.json'
import type inventoryMessages from '../../departments/inventory/locales/en.json'
import type ledgerMessages from '../../departments/ledger/locales/en.json'
import type operationsMessages from '../../departments/operations/locales/en.json'
import type ordersMessages from '../../departments/orders/locales/en.json'
import type paymentsMessages from '../../departments/payments/locales/en.json'
import type peopleMessages from '../../departments/people/locales/en.json'

/** A key that English does not have does not compile. */
declare module 'use-intl' {
  interface AppConfig {
    Locale: 'en' | 'it' | 'es' | 'id'
    Messages: {
      app: typeof appMessages
      ui: typeof uiMessages
      catalog: typeof catalogMessages
      customers: typeof customersMessages
      inventory: typeof inventoryMessages
      ledger: typeof ledgerMessages
      operations: typeof operationsMessages
      orders: typeof ordersMessages
      payments: typeof paymentsMessages
      people: typeof peopleMessages
    }
  }
}
