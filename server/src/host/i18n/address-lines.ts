interface WrittenAddress {
  readonly name: string
  readonly company: string | null
  readonly street: string
  readonly street2: string | null
  readonly postcode: string | null
  readonly city: string | null
  readonly region: string | null
  /** ISO 3166-1, two letters. */
  readonly country: string
}

/** As it is written on a letter, its country in words of the reader's language. */
export function addressLines(address: WrittenAddress, locale: string): string[] {
  return [
    address.name,
    address.company,
    address.street,
    address.street2,
    [address.postcode, address.city, address.region].filter(Boolean).join(' '),
    new Intl.DisplayNames(locale, { type: 'region' }).of(address.country) ?? address.country,
  ].filter((line): line is string => Boolean(line))
}
