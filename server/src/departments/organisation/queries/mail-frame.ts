import type { FrameSource } from '../../../host/mail/mail-desk.ts'
import { listEntities, listMarkets } from './read-organisation.ts'
import { readShopName } from './shop-settings.ts'

/** The shop's name, and the entity that sells in the letter's market as the law wants it named; without a market, the first. */
export const mailFrame: FrameSource = async (reader, { organisation, translations, locale, market }) => {
  const [shop, entities, markets] = await Promise.all([
    readShopName(reader, organisation),
    listEntities(reader),
    market === undefined ? [] : listMarkets(reader),
  ])
  const sellerId = markets.find(({ code }) => code === market)?.entityId
  const entity = entities.find(({ id }) => id === sellerId) ?? entities[0]
  if (!entity) return { shop, seller: [shop] }
  const translate = translations.for(locale)
  const country = new Intl.DisplayNames(locale, { type: 'region' }).of(entity.country) ?? entity.country
  const place = [entity.postcode, entity.city, entity.region].filter(Boolean).join(' ')
  const { vatNumber, registerNumber, phone } = entity
  return {
    shop,
    seller: [
      entity.legalName,
      `${entity.street}, ${place}, ${country}`,
      ...(vatNumber === null ? [] : [translate('organisation.seller.vat_number', { number: vatNumber })]),
      ...(registerNumber === null
        ? []
        : [translate('organisation.seller.register_number', { number: registerNumber })]),
      [entity.email, phone].filter(Boolean).join(' · '),
    ],
  }
}
