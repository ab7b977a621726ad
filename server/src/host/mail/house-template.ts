import type { Locale } from '../i18n/locales.ts'
import type { Translations } from '../i18n/translate.ts'
import type { AnyMailKind } from './mail-kind.ts'
import { offerOf } from './offer.ts'
import type { Block, Template } from './template.ts'

/**
 * The house's own template of a kind in a language: the words of the department's locales with the names of values left open. Mails
 * to customers end with who sells, those that promote with the way out.
 */
export function houseTemplate(kind: AnyMailKind, translations: Translations, locale: Locale): Template {
  const translate = translations.for(locale)
  const blanks = Object.fromEntries(Object.keys(offerOf(kind)).map((name) => [name, `{${name}}`]))
  const words = (key: string) => translate(`${kind.words}.${key}`, blanks)
  const { subject, preheader, blocks } = kind.template
  return {
    subject: words(subject),
    preheader: preheader === undefined ? '' : words(preheader),
    blocks: [
      ...blocks.map((block): Block => (block.text === undefined ? block : { ...block, text: words(block.text) })),
      ...(kind.audience === 'customer' ? CUSTOMERS_FOOT : []),
      ...(kind.nature === 'marketing' ? MARKETING_FOOT : []),
    ],
  }
}

const CUSTOMERS_FOOT: readonly Block[] = [{ type: 'divider' }, { type: 'legal', value: 'seller' }]
const MARKETING_FOOT: readonly Block[] = [{ type: 'links', value: 'unsubscribe', text: '' }]
