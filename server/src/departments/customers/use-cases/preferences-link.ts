import { linkKeysOf, openLink, signLink } from '../../../host/auth/links.ts'
import type { House } from '../../../host/context.ts'

const PURPOSE = 'consents'

interface Whose {
  readonly customerId: string
  readonly locale: string
}

/**
 * The page on which somebody sees and changes what they may be sent, without signing in. It goes out by mail alone, so whoever follows
 * it reads that address's mail.
 */
export function preferencesUrl(house: Pick<House, 'linkKey' | 'publicUrl'>, { customerId, locale }: Whose): string {
  return `${house.publicUrl}/${locale}/consents/${signLink(house.linkKey, PURPOSE, customerId)}`
}

/** What a mail program posts to when its button is pressed (RFC 8058); a person who follows it comes to the page. */
export function unsubscribeUrl(
  house: Pick<House, 'linkKey' | 'publicUrl'>,
  { customerId, locale, purpose }: Whose & { readonly purpose: string },
): string {
  return `${preferencesUrl(house, { customerId, locale })}/${purpose}`
}

/** Whose page a link opens; undefined for what this house did not sign. */
export function openPreferences(house: House, token: string): string | undefined {
  return openLink(linkKeysOf(house), PURPOSE, token)
}
