import type { CurrencyCode } from '../../../kernel/currency.ts'
import type { Id } from '../../../kernel/ids.ts'

export type EntityId = Id<'entity'>
export type MarketId = Id<'market'>
export type ChannelId = Id<'channel'>

/** A legal person that sells: documents, entries and taxes carry it. */
export interface Entity {
  readonly id: EntityId
  readonly code: string
  readonly legalName: string
  readonly vatNumber: string | null
  readonly registerNumber: string | null
  readonly email: string
  readonly phone: string | null
  readonly street: string
  readonly postcode: string
  readonly city: string
  readonly region: string | null
  readonly country: string
  /** Functional currency: every posting also has its amount in it. */
  readonly currency: CurrencyCode
  readonly timeZone: string
}

/** Countries sold to under one currency, language, way of showing prices and pack of law. */
export interface Market {
  readonly id: MarketId
  readonly code: string
  readonly countries: readonly string[]
  readonly currency: CurrencyCode
  readonly language: string
  readonly pricesIncludeTax: boolean
  readonly lawPack: string
  readonly entityId: EntityId
  readonly entityCountry: string
  readonly timeZone: string
  /** The location whose stock this market sells from. */
  readonly locationCode: string
}

export interface Channel {
  readonly id: ChannelId
  readonly code: string
  readonly kind: 'storefront' | 'marketplace' | 'phone' | 'point_of_sale'
}

/** The market that serves a country; the first in the shop's order where several do. */
export function marketOfCountry(markets: readonly Market[], country: string): Market | undefined {
  return markets.find((market) => market.countries.includes(country))
}
