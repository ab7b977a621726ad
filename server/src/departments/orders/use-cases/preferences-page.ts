import type { House } from '../../../host/context.ts'
import type { Locale } from '../../../host/i18n/locales.ts'
import { preferencesUrl } from '../../customers/index.ts'

/** Where a customer sees and changes what they may be sent, without signing in: for a mail to their own address alone. */
export const preferencesPage = (
  house: Pick<House, 'linkKey' | 'publicUrl'>,
  whose: { readonly customerId: string; readonly locale: Locale },
): string => preferencesUrl(house, whose)
