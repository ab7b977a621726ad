import type { House } from '../../../host/context.ts'
import type { Locale } from '../../../host/i18n/locales.ts'
import { preferencesUrl } from '../../customers/index.ts'
import type { OrderDetail } from '../queries/read-orders.ts'

/** Where the customer of an order sees and changes what they may be sent, without signing in: for a mail to their own address alone. */
export const preferencesPage = (
  house: Pick<House, 'linkKey' | 'publicUrl'>,
  { customerId }: Pick<OrderDetail, 'customerId'>,
  locale: Locale,
): string => preferencesUrl(house, { customerId, locale })
