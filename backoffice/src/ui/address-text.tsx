import { useLocale } from 'use-intl'
import styles from './address-text.module.css'

export interface Address {
  readonly name: string
  readonly company?: string | null | undefined
  readonly street: string
  readonly street2?: string | null | undefined
  readonly postcode: string
  readonly city: string
  readonly region?: string | null | undefined
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly phone?: string | null | undefined
  /** As people of the country write it. */
  readonly phoneShown?: string | null | undefined
}

/** An address in lines, as it is written on the continent; the country by its name in the reader's language. */
export function AddressText({ address }: { readonly address: Address }) {
  const locale = useLocale()
  const { name, company, street, street2, postcode, city, region, country, phone, phoneShown } = address
  const countryName = new Intl.DisplayNames(locale, { type: 'region' }).of(country) ?? country
  const place = [postcode, city, region].filter(Boolean).join(' ')
  return (
    <address className={styles.address}>
      {[name, company, street, street2, place, countryName].filter(Boolean).map((line, index) => (
        <span key={index}>{line}</span>
      ))}
      {phone && <a href={`tel:${phone}`}>{phoneShown ?? phone}</a>}
    </address>
  )
}
