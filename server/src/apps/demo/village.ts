import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { BillingAddress } from '../../departments/orders/index.ts'
import type { Scope } from '../../host/actor.ts'
import type { CurrencyCode } from '../../kernel/currency.ts'
import type { LocalDate } from '../../kernel/time.ts'

export type Texts = Readonly<Record<string, string>>

interface PostalAddress {
  readonly line1: string
  readonly line2?: string
  readonly postalCode: string
  readonly city: string
  readonly province?: string
  readonly country: string
}

export interface DemoOrganisation {
  readonly name: string
  readonly timeZone: string
  readonly entity: {
    readonly code: string
    readonly legalName: string
    readonly vatNumber: string
    readonly taxNumber: string
    readonly functionalCurrency: CurrencyCode
    readonly address: PostalAddress
    readonly email: string
  }
  readonly markets: readonly {
    readonly code: string
    readonly countries: readonly string[]
    readonly currency: CurrencyCode
    readonly language: string
    readonly names: Readonly<Record<string, string>>
    readonly pricesIncludeTax: boolean
  }[]
  readonly channels: readonly { readonly code: string; readonly kind: 'storefront'; readonly name: string }[]
  readonly locations: readonly {
    readonly code: string
    readonly name: string
    readonly kind: 'warehouse'
    readonly address: PostalAddress
  }[]
  readonly taxRates: readonly {
    readonly country: string
    readonly category: string
    readonly percent: string
    readonly validFrom: LocalDate
    readonly source: string
  }[]
  readonly deliveryMethods: readonly {
    readonly code: string
    readonly names: Texts
    readonly descriptions: Texts
    readonly countries: readonly string[]
    readonly prices: Readonly<Record<string, number>>
    readonly freeFrom?: Readonly<Record<string, number>>
    readonly minDays: number
    readonly maxDays: number
    readonly location: string
  }[]
}

export interface DemoCategory {
  readonly handle: string
  readonly names: Texts
  readonly position: number
  readonly children?: readonly DemoCategory[]
}

export interface DemoProduct {
  readonly handle: string
  readonly names: Texts
  readonly descriptions: Texts
  readonly vendor: string
  readonly category: string
  readonly taxCategory: string
  readonly options: readonly {
    readonly code: string
    readonly names: Texts
    readonly values: readonly { readonly code: string; readonly names: Texts }[]
  }[]
  readonly variants: readonly {
    readonly sku: string
    readonly gtin?: string
    readonly options?: Readonly<Record<string, string>>
    readonly weightGrams: number
    readonly prices: Readonly<Record<string, number>>
    readonly compareAt?: Readonly<Record<string, number>>
    readonly stock: Readonly<Record<string, number>>
  }[]
  readonly images: readonly {
    readonly file: string
    readonly alts: Texts
    readonly options?: Readonly<Record<string, string>>
  }[]
}

/** Goods that are sold as one. */
export interface DemoBundle {
  readonly handle: string
  readonly sku: string
  readonly names: Texts
  readonly descriptions: Texts
  readonly category: string
  /** The product whose picture it shows. */
  readonly pictureOf: string
  readonly shape: 'fixed' | 'mix'
  readonly prices: Readonly<Record<string, number>>
  readonly groups: readonly {
    readonly names: Texts
    readonly least: number
    readonly most: number
    readonly options: readonly { readonly sku: string; readonly quantity: number; readonly chosen?: number }[]
  }[]
}

/** What products say of themselves beyond their words, and by what. */
export interface DemoRecord {
  readonly attributes: readonly object[]
  readonly families: readonly object[]
  readonly contacts: readonly {
    readonly name: string
    readonly street: string
    readonly postcode: string
    readonly city: string
    readonly country: string
    readonly email: string
    readonly website: string
  }[]
  /** By handle. */
  readonly products: Readonly<
    Record<
      string,
      {
        readonly family: string
        readonly maker?: string
        readonly responsible?: string
        readonly attributes: Readonly<Record<string, string | boolean | Texts>>
        readonly hsCode: string
        readonly originCountry: string
        readonly warnings?: Texts
        readonly durabilityYears?: number
        readonly content?: { readonly amount: string; readonly unit: string }
      }
    >
  >
}

/** Days before today and hours of Venice. */
export interface DemoMoment {
  readonly day: number
  readonly time: string
}

interface DemoAct extends DemoMoment {
  readonly act: string
  readonly goods?: string
  readonly bank?: string
  readonly carrier?: string
  readonly trackingNumber?: string
  /** SKU and pieces; all that is left where nothing is said. */
  readonly pieces?: readonly (readonly [sku: string, quantity: number])[]
  readonly reason?: string
  readonly note?: string
  readonly amount?: number
  readonly sku?: string
  readonly quantity?: number
  readonly tag?: string
}

export interface DemoOrder extends Partial<DemoMoment> {
  /** Instead of day and time. */
  readonly minutesAgo?: number
  /** A customer of the village by e-mail, or a guest. */
  readonly buyer: string
  readonly lines: readonly { readonly sku: string; readonly quantity: number }[]
  readonly delivery: string
  /** `none`: the page of the provider is never reached. */
  readonly pay: 'card' | 'transfer' | 'at-the-door' | 'direct-debit' | 'none'
  readonly coupons?: readonly string[]
  readonly company?: { readonly name: string; readonly vatNumber: string }
  /** To whom the invoice goes, where that is another address. */
  readonly billing?: BillingAddress
  readonly note?: string
  readonly then: readonly DemoAct[]
}

export interface DemoDraft {
  readonly minutesAgo: number
  readonly buyer: string
  readonly lines: DemoOrder['lines']
  readonly delivery: string
  readonly note: string
  /** Its goods are set aside for so long. */
  readonly setAsideHours?: number
}

export interface DemoOrders {
  readonly guests: Readonly<
    Record<
      string,
      {
        readonly name: string
        readonly email: string
        readonly language: string
        readonly street: string
        readonly postcode: string
        readonly city: string
        readonly country: string
      }
    >
  >
  readonly orders: readonly DemoOrder[]
  /** Taken by phone, and not ordered yet. */
  readonly drafts: readonly DemoDraft[]
}

export interface DemoPeople {
  readonly companies: readonly { readonly kind: 'partner' | 'vendor'; readonly name: string }[]
  /** Heads by their e-mail addresses, a team's department by its name; a department stands before its teams. */
  readonly units: readonly {
    readonly kind: 'department' | 'team'
    readonly name: string
    readonly parent?: string
    readonly head: string
  }[]
  readonly staff: readonly {
    readonly role: string
    readonly name: string
    readonly email: string
    readonly languages: readonly string[]
    readonly jobTitle: string
    readonly units: readonly string[]
    /** Of a partner or vendor, for so many days from the day on which the village is loaded. */
    readonly outside?: {
      readonly company: string
      readonly sponsor: string
      readonly days: number
      readonly scope?: Scope
    }
  }[]
  readonly customers: readonly {
    readonly role: string
    readonly name: string
    readonly email: string
    readonly phone: string
    readonly account: boolean
    readonly language: string
    readonly company?: string
    readonly address: PostalAddress & { readonly recipient: string }
  }[]
}

const folder = new URL('../../../demo/', import.meta.url)

export const demoFolder = fileURLToPath(folder)

export const picturesFolder = fileURLToPath(new URL('pictures/', folder))

function read<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as T
}

/** The village as it lies in server/demo, whose own test proves that it is whole. */
export const village = {
  organisation: () => read<DemoOrganisation>('organisation'),
  categories: () => read<DemoCategory[]>('categories'),
  products: () => read<DemoProduct[]>('products'),
  bundles: () => read<DemoBundle[]>('bundles'),
  record: () => read<DemoRecord>('record'),
  people: () => read<DemoPeople>('village'),
  orders: () => read<DemoOrders>('orders'),
}
