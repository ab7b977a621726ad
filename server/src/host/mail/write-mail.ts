import { assert } from '../../kernel/assert.ts'
import type { Context, House } from '../context.ts'
import type { Database } from '../database/pool.ts'
import type { Locale } from '../i18n/locales.ts'
import { readSetting } from '../settings/read-setting.ts'
import { mailColour } from '../settings/host-settings.ts'
import type { Accent } from './accent.ts'
import { findProblem } from './check-template.ts'
import { findTemplates, type FoundTemplate } from './find-template.ts'
import { houseTemplate } from './house-template.ts'
import { letterHtml } from './letter-html.ts'
import { fillTemplate } from './letter-parts.ts'
import { letterText } from './letter-text.ts'
import { LOGO_ID } from './logo.ts'
import type { MailFrame } from './mail-desk.ts'
import {
  mailLocale,
  type AnyMailKind,
  type AnyMailValues,
  type MailNature,
  type MailKind,
  type MailOffer,
  type MailValues,
} from './mail-kind.ts'
import type { Permit } from './permit.ts'
import { queueMail, type OutgoingMail } from './queue-mail.ts'
import type { Template } from './template.ts'

/** What of a house a letter is written from. */
export type MailHouse = Pick<House, 'translations' | 'organisation' | 'ports' | 'linkKey' | 'publicUrl'>

interface Writing<Offer extends MailOffer, Nature extends MailNature> {
  readonly kind: MailKind<Offer, Nature>
  /** Of its reader: of the order, or the customer. One that the house does not speak becomes English. */
  readonly locale: string
  /** Code of the market that it belongs to, if it does. */
  readonly market?: string | undefined
  readonly values: MailValues<Offer>
  /** One mail for ever under this key: `order-confirmation ORDER_ID`. Ids only, no address: jobs carry it. */
  readonly dedupKey: string
  /** The record that it is about, under which people find it. */
  readonly ref?: string | undefined
}

export interface MailToWrite<Offer extends MailOffer> extends Writing<Offer, 'transactional'> {
  readonly recipient: string
}

/** To the address that the permit names. */
export interface MarketingToWrite<Offer extends MailOffer> extends Writing<Offer, 'marketing'> {
  readonly permit: Permit
}

/**
 * Writes a mail by the template of its market and language, else of its language, else by the house's own, and keeps it to be sent in
 * the transaction of the fact that it tells of. It remembers which version it was made by. A template that a newer house no longer
 * understands is passed over rather than sent with holes.
 */
export async function writeMail<Offer extends MailOffer>(
  ctx: Context,
  house: MailHouse,
  mail: MailToWrite<Offer>,
): Promise<void> {
  await write(ctx, house, mail, { nature: 'transactional', recipient: mail.recipient })
}

/** The same for what promotes the shop: to whom a permit names, with the way out on it. */
export async function writeMarketingMail<Offer extends MailOffer>(
  ctx: Context,
  house: MailHouse,
  mail: MarketingToWrite<Offer>,
): Promise<void> {
  const { kind, permit } = mail
  const gate = house.ports?.mails?.gate
  assert(gate !== undefined, 'no department says who may be sent what promotes the shop')
  const locale = mailLocale(mail.locale)
  const label = house.translations.for(locale)('host.mails.unsubscribe')
  const unsubscribe = [{ label, url: gate.unsubscribeUrl(house, { ...permit, locale }) }]
  const values = { ...mail.values, unsubscribe }
  await write(ctx, house, { ...mail, kind, values }, { nature: 'marketing', permit })
}

type Envelope =
  | Pick<Extract<OutgoingMail, { nature: 'transactional' }>, 'nature' | 'recipient'>
  | Pick<Extract<OutgoingMail, { nature: 'marketing' }>, 'nature' | 'permit'>

async function write(
  ctx: Context,
  house: MailHouse,
  mail: Omit<Writing<MailOffer, MailNature>, 'kind' | 'values'> & {
    readonly kind: AnyMailKind
    readonly values: AnyMailValues
  },
  envelope: Envelope,
): Promise<void> {
  const { kind, market, dedupKey, ref } = mail
  assert(kind.nature === envelope.nature, 'a mail that promotes needs a permit: writeMarketingMail')
  const locale = mailLocale(mail.locale)
  const chosen = chooseTemplate(ctx.tx, house, { kind, market, locale })
  const template = chosen.then((one) => one.template)
  const letter = await composeLetter(ctx.tx, house, { market, locale, template, values: mail.values })
  const { made } = await chosen
  queueMail(ctx, {
    ...letter,
    ...envelope,
    dedupKey,
    ref,
    made: { kind: kind.kind, locale, market, templateId: made?.templateId, version: made?.version },
  })
}

export interface Chosen {
  readonly template: Template
  /** Undefined: by the house's own. */
  readonly made: FoundTemplate | undefined
}

export async function chooseTemplate(
  reader: Pick<Database, 'rows'>,
  { translations }: Pick<MailHouse, 'translations'>,
  { kind, market, locale }: { kind: AnyMailKind; market: string | undefined; locale: Locale },
): Promise<Chosen> {
  const found = await findTemplates(reader, { kind: kind.kind, market, locale })
  const made = found.find(({ content }) => findProblem(kind, content) === undefined)
  return { template: made?.content ?? houseTemplate(kind, translations, locale), made }
}

export interface LetterToCompose {
  readonly locale: Locale
  readonly market: string | undefined
  /** Or what is being looked for, while what stands around it is read. */
  readonly template: Template | Promise<Template>
  readonly values: AnyMailValues
  /** Where the logo lies; in a mail beside its text. */
  readonly logoSrc?: (png: Buffer) => string
}

export interface ComposedLetter {
  readonly subject: string
  readonly preheader: string
  readonly text: string
  readonly html: string
}

export async function composeLetter(
  reader: Pick<Database, 'row' | 'rows'>,
  { translations, organisation, ports }: MailHouse,
  { locale, market, template: choosing, values, logoSrc = () => `cid:${LOGO_ID}` }: LetterToCompose,
): Promise<ComposedLetter> {
  const [template, known, accent, logo] = await Promise.all([
    choosing,
    ports?.mails?.frame?.(reader, { organisation, translations, locale, market }),
    readSetting(reader, mailColour),
    ports?.mails?.logo?.(),
  ])
  const frame: MailFrame = known ?? { shop: organisation.name, seller: [] }
  const letter = fillTemplate(template, { ...values, shop: frame.shop, seller: frame.seller }, locale)
  const look = {
    shop: frame.shop,
    accent: accent as Accent,
    logo: logo && { src: logoSrc(logo.png), width: logo.width, height: logo.height },
  }
  return {
    subject: letter.subject,
    preheader: letter.preheader,
    text: letterText(letter),
    html: letterHtml(letter, look),
  }
}
