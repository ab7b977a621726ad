import { formatDateTime } from '../../../host/i18n/format.ts'
import type { Locale } from '../../../host/i18n/locales.ts'
import type { Translate } from '../../../host/i18n/translate.ts'
import type { Intangibles } from '../use-cases/view-intangibles.ts'

/**
 * What the confirmation says of files and services, and to what the buyer agreed, in the words they read (Directive 2011/83/EU, art. 8
 * (7) (b)). It leads to the page of the order and not to the files: programs that look through mail follow every link, and each download
 * counts.
 */
export function intangibleWords(
  { downloads, services, consents, timeZone }: Intangibles,
  { locale, translate }: { readonly locale: Locale; readonly translate: Translate },
): string[] {
  const day = (at: Date) => formatDateTime(at, locale, timeZone)
  const namesOf = (all: Intangibles['downloads']) => all.map(({ line }) => line.name).join(', ')
  const open = downloads.filter(({ access }) => access.state === 'open')
  const later = downloads.filter(({ access }) => access.state === 'waiting')
  const opensAt = later[0]?.access.opensAt
  return [
    ...(open.length > 0 ? [translate('orders.confirmation.files', { names: namesOf(open) })] : []),
    ...(opensAt ? [translate('orders.confirmation.files_later', { names: namesOf(later), day: day(opensAt) })] : []),
    ...services.flatMap(({ line, notes }) => {
      const note = notes[locale] ?? notes['en'] ?? ''
      return note === '' ? [] : [`${line.name}: ${note}`]
    }),
    // i18n-dynamic: orders.consents.*
    ...consents.map(({ kind, textVersion, at }) =>
      translate('orders.confirmation.agreed', {
        day: day(at),
        words: translate(`orders.consents.${textVersion}.${kind}`),
      }),
    ),
  ]
}
