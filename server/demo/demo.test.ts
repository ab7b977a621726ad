import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import sharp from 'sharp'
import { readPhone } from '../src/departments/orders/index.ts'

type Words = Record<string, string>
type Amounts = Record<string, number>
type Codes = Record<string, string>

interface Category {
  handle: string
  names: Words
  position: number
  children?: Category[]
}

interface Product {
  handle: string
  names: Words
  descriptions: Words
  vendor: string
  category: string
  taxCategory: string
  options: { code: string; names: Words; values: { code: string; names: Words }[] }[]
  variants: {
    sku: string
    gtin: string
    options: Codes
    weightGrams: number
    prices: Amounts
    compareAt?: Amounts
    stock: Amounts
  }[]
  images: { file: string; alts: Words; options?: Codes }[]
}

interface Address {
  line1: string
  postalCode: string
  city: string
  province?: string
  country: string
}

interface Organisation {
  languages: string[]
  brand: { logo: string; favicon: string; hero: string }
  entity: { vatNumber: string; address: Address }
  markets: { code: string; countries: string[]; currency: string; language: string }[]
  locations: { code: string }[]
  taxCategories: { code: string }[]
  taxRates: { country: string; category: string; percent: string; validFrom: string; source: string }[]
  deliveryMethods: {
    code: string
    names: Words
    countries: string[]
    prices: Amounts
    freeFrom?: Amounts
    minDays: number
    maxDays: number
    location: string
  }[]
}

interface Village {
  companies: { name: string }[]
  units: { name: string; head: string }[]
  staff: {
    role: string
    name: string
    email: string
    languages: string[]
    units: string[]
    outside?: { company: string; sponsor: string; days: number }
  }[]
  customers: { role: string; email: string; phone: string; market: string; vatNumber?: string; address: Address }[]
}

const here = (path: string) => new URL(path, import.meta.url)
const read = (path: string) => readFileSync(here(path), 'utf8')
const organisation = JSON.parse(read('organisation.json')) as Organisation
const categories = JSON.parse(read('categories.json')) as Category[]
const products = JSON.parse(read('products.json')) as Product[]
const village = JSON.parse(read('village.json')) as Village
const variants = products.flatMap((product) => product.variants)
const csv = (path: string) => parse(read(path), { columns: true }) as Record<string, string>[]

const languages = ['en', 'es', 'id', 'it']
const documents = { organisation, categories, products, village }

/** Walks a document and tells every value with its path. */
function* walk(value: unknown, path: string): Generator<[string, unknown]> {
  yield [path, value]
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) yield* walk(inner, `${path}.${key}`)
}
const all = [...Object.entries(documents)].flatMap(([name, document]) => [...walk(document, name)])

function assertUnique(what: string, values: readonly string[]): void {
  const twice = values.filter((value, index) => values.indexOf(value) !== index)
  assert.deepEqual(twice, [], `${what}: the same more than once`)
}

/** The check digit of GTIN-13: weights 1 and 3 from the left. */
function gtinIsRight(gtin: string): boolean {
  const sum = [...gtin].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0)
  return /^\d{13}$/.test(gtin) && sum % 10 === 0
}

/** The check digit of an Italian VAT number (Luhn, DM 23/12/1976). */
function italianVatIsRight(number: string): boolean {
  const digits = /^IT(\d{11})$/.exec(number)?.[1]
  if (!digits) return false
  const sum = [...digits].reduce((total, digit, index) => {
    const part = Number(digit) * (index % 2 === 0 ? 1 : 2)
    return total + (part > 9 ? part - 9 : part)
  }, 0)
  return sum % 10 === 0
}

test('orders are of buyers and goods that there are, and what becomes of one comes after it', () => {
  const { guests, orders, drafts } = JSON.parse(read('orders.json')) as {
    guests: Record<string, object>
    orders: { buyer: string; day?: number; lines: { sku: string }[]; then: { day: number; time: string }[] }[]
    drafts: { buyer: string; day?: number; lines: { sku: string }[] }[]
  }
  const buyers = new Set([...Object.keys(guests), ...village.customers.map(({ email }) => email)])
  const skus = new Set(variants.map(({ sku }) => sku))
  assert.ok(orders.length >= 25)
  for (const { buyer, day = 0, lines, then } of [...orders, ...drafts.map((draft) => ({ ...draft, then: [] }))]) {
    assert.ok(buyers.has(buyer), buyer)
    for (const { sku } of lines) assert.ok(skus.has(sku), sku)
    const days = [day, ...then.map((act) => act.day)]
    assert.deepEqual(
      days,
      days.toSorted((one, other) => other - one),
      buyer,
    )
  }
})

test('no text is empty or has stray space', () => {
  const faults = all.filter(([, value]) => typeof value === 'string' && (value === '' || value.trim() !== value))
  assert.deepEqual(faults, [])
})

test('whatever is said in words is said in all four languages', () => {
  const plural = /\.(names|descriptions|alts|heroAlts|heroTitles|heroTexts)$/
  const worded = all.filter(([path]) => plural.test(path))
  assert.ok(worded.length > 300, `only ${worded.length} texts found`)
  for (const [path, value] of worded) assert.deepEqual(Object.keys(value as Words).toSorted(), languages, path)
  assert.deepEqual(organisation.languages.toSorted(), languages)
})

test('descriptions are two to four sentences of plain text, and none is copied from another language', () => {
  for (const { handle, descriptions } of products) {
    assert.equal(new Set(Object.values(descriptions)).size, 4, handle)
    for (const [language, text] of Object.entries(descriptions)) {
      assert.doesNotMatch(text, /[<>&{}]/, `${handle} ${language}`)
      const sentences = text.split(/[.!?](?:\s|$)/).filter(Boolean).length
      assert.ok(sentences >= 2 && sentences <= 4, `${handle} ${language}: ${sentences} sentences`)
    }
  }
})

test('handles, SKUs and GTINs are unique, GTINs lie in the internal range and have the right check digit', () => {
  assertUnique(
    'handles',
    products.map((product) => product.handle),
  )
  const imported = csv('import/products.csv')
  assertUnique(
    'SKUs',
    [...variants, ...imported.map((row) => ({ sku: row['Variant SKU'] ?? '' }))].map((v) => v.sku).filter(Boolean),
  )
  const gtins = [
    ...variants.map((variant) => variant.gtin),
    ...imported.map((row) => row['Variant Barcode'] ?? '').filter(Boolean),
  ]
  assertUnique('GTINs', gtins)
  assert.deepEqual(
    gtins.filter((gtin) => !gtinIsRight(gtin) || !/^2\d\d/.test(gtin)),
    [],
  )
})

test('there is a shopful', () => {
  assert.ok(products.length >= 36, `${products.length} products`)
  assert.ok(variants.length >= 100, `${variants.length} variants`)
  assert.equal(village.customers.length, 30)
})

test('variants are exactly the combinations of their product’s options', () => {
  for (const { handle, options, variants: own } of products) {
    const combined = options.reduce<string[]>(
      (all, option) => all.flatMap((before) => option.values.map((value) => `${before}/${option.code}=${value.code}`)),
      [''],
    )
    const had = own.map((variant) =>
      options.map((option) => `/${option.code}=${variant.options[option.code]}`).join(''),
    )
    assert.deepEqual(had.toSorted(), combined.toSorted(), handle)
    for (const variant of own) assert.equal(Object.keys(variant.options).length, options.length, variant.sku)
  }
})

test('each variant has a price in every currency sold, above zero and below what is crossed out, a weight and stock', () => {
  const currencies = [...new Set(organisation.markets.map((market) => market.currency))].toSorted()
  const places = organisation.locations.map((location) => location.code).toSorted()
  for (const { sku, prices, compareAt, weightGrams, stock } of variants) {
    assert.deepEqual(Object.keys(prices).toSorted(), currencies, sku)
    for (const [currency, price] of Object.entries(prices)) {
      assert.ok(Number.isSafeInteger(price) && price > 0, `${sku} ${currency}`)
      if (compareAt) assert.ok((compareAt[currency] ?? 0) > price, `${sku} ${currency}: crossed out`)
    }
    assert.ok(
      (prices.IDR ?? 0) % 100_000 === 0,
      `${sku}: rupiah have two decimals, and nobody pays less than a thousand`,
    )
    assert.ok(Number.isInteger(weightGrams) && weightGrams > 0, sku)
    assert.deepEqual(Object.keys(stock).toSorted(), places, sku)
    for (const pieces of Object.values(stock)) assert.ok(Number.isInteger(pieces) && pieces >= 0, sku)
  }
})

test('products stand in leaves of a tree of two levels, and no leaf is empty', () => {
  const leaves = categories.flatMap((category) => category.children ?? [])
  assertUnique(
    'categories',
    [...categories, ...leaves].map((category) => category.handle),
  )
  for (const level of [categories, ...categories.map((category) => category.children ?? [])]) {
    assert.deepEqual(
      level.map((category) => category.position),
      level.map((_, index) => index + 1),
    )
  }
  assert.deepEqual(
    [...new Set(products.map((product) => product.category))].toSorted(),
    leaves.map((leaf) => leaf.handle).toSorted(),
  )
})

test('each country of each market has one rate for each tax category in use, with its law', () => {
  const { markets, taxRates, taxCategories } = organisation
  assertUnique(
    'tax rates',
    taxRates.map((rate) => `${rate.country} ${rate.category} ${rate.validFrom}`),
  )
  const known = taxCategories.map((category) => category.code)
  for (const product of products) assert.ok(known.includes(product.taxCategory), product.handle)
  for (const country of markets.flatMap((market) => market.countries)) {
    for (const category of known) {
      const rates = taxRates.filter((rate) => rate.country === country && rate.category === category)
      assert.equal(rates.length, 1, `${country} ${category}`)
    }
  }
  for (const rate of taxRates) {
    assert.match(rate.percent, /^\d{1,2}(\.\d)?$/)
    assert.match(rate.validFrom, /^20\d\d-\d\d-\d\d$/)
    assert.ok(rate.source.length > 5, `${rate.country} ${rate.category}: source`)
  }
})

test('each market can have its goods delivered, in its own currency', () => {
  for (const { countries, currency } of organisation.markets) {
    for (const country of countries) {
      const methods = organisation.deliveryMethods.filter((method) => method.countries.includes(country))
      assert.ok(methods.length > 0, country)
      for (const method of methods) assert.ok((method.prices[currency] ?? -1) >= 0, `${method.code} ${currency}`)
    }
  }
  for (const method of organisation.deliveryMethods) {
    assert.ok(method.minDays <= method.maxDays, method.code)
    assert.ok(
      organisation.locations.some((location) => location.code === method.location),
      method.code,
    )
  }
})

test('VAT numbers have the right check digit', () => {
  assert.ok(italianVatIsRight('IT00743110157') && !italianVatIsRight('IT00743110158'))
  const numbers = [organisation.entity.vatNumber, ...village.customers.flatMap((customer) => customer.vatNumber ?? [])]
  assert.deepEqual(
    numbers.filter((number) => !italianVatIsRight(number)),
    [],
  )
})

const shown = [
  ...products.flatMap((product) => product.images.map((image) => image.file)),
  organisation.brand.hero.replace('pictures/', ''),
]
const files = readdirSync(here('pictures')).filter((name) => name.endsWith('.webp'))

test('every picture shown exists, and every picture is shown', () => {
  assert.deepEqual([...new Set(shown)].toSorted(), files.toSorted())
  for (const product of products) assert.ok(product.images.length > 0, product.handle)
  for (const row of csv('import/products.csv')) {
    if (row['Image Src']) assert.ok(files.includes(row['Image Src']), row['Image Src'])
  }
  for (const file of [organisation.brand.logo, organisation.brand.favicon])
    assert.match(read(file), /^<svg [^>]*viewBox=/)
})

test('a picture of a variant names options that the product has', () => {
  for (const { handle, options, images } of products) {
    for (const [code, value] of images.flatMap((image) => Object.entries(image.options ?? {}))) {
      const option = options.find((each) => each.code === code)
      assert.ok(
        option?.values.some((each) => each.code === value),
        `${handle} ${code}=${value}`,
      )
    }
  }
})

test('each picture has a source, a licence and its hash, and the folder stays small', async () => {
  const rows = read('pictures/SOURCES.md')
    .split('\n')
    .filter((line) => line.includes('.webp |'))
  const listed = rows.map((line) => line.split('|').map((cell) => cell.trim()))
  assert.deepEqual(listed.map((cells) => cells[1]).toSorted(), files.toSorted())
  for (const [, file, source, licence, credit, hash] of listed) {
    assert.ok(source && licence && credit, file)
    const bytes = readFileSync(here(`pictures/${file}`))
    assert.equal(createHash('sha256').update(bytes).digest('hex'), hash, file)
    const { format, width } = await sharp(bytes).metadata()
    const drawn = source.startsWith('drawn')
    assert.deepEqual([format, width], ['webp', file === 'hero.webp' ? 2400 : drawn ? 1200 : 480], file)
    if (drawn && file !== 'hero.webp') assert.ok(bytes.length <= 80_000, `${file}: ${bytes.length} bytes`)
  }
  const total = files.reduce((sum, file) => sum + statSync(here(`pictures/${file}`)).size, 0)
  assert.ok(total <= 6_000_000, `${total} bytes`)
})

test('people are cast by role, cannot be reached, and live where an address is well formed', () => {
  const roles = [
    ...['accountant', 'auditor', 'buyer', 'care_agent', 'case_worker', 'donor_officer', 'it', 'marketer'],
    ...['merchandiser', 'owner', 'partner', 'picker'],
  ]
  assert.deepEqual([...new Set(village.staff.map((person) => person.role))].toSorted(), roles)
  const own = village.staff.filter((person) => !person.outside).map((person) => person.email)
  for (const { name, outside } of village.staff) {
    if (!outside) continue
    assert.ok(
      village.companies.some((company) => company.name === outside.company),
      name,
    )
    assert.ok(own.includes(outside.sponsor) && outside.days > 0, name)
  }
  for (const { name, head } of village.units) assert.ok(own.includes(head), name)
  const units = new Set(village.units.map(({ name }) => name))
  for (const person of village.staff) for (const unit of person.units) assert.ok(units.has(unit), unit)
  assert.ok(village.customers.some((customer) => customer.role === 'guest_buyer'))
  const emails = [...village.staff, ...village.customers].map((person) => person.email)
  assertUnique('e-mail addresses', emails)
  for (const email of emails) assert.match(email, /^[a-z.]+@[a-z-]+\.example$/)
  const postal: Codes = { IT: '^\\d{5}$', ES: '^(0[1-9]|[1-4]\\d|5[0-2])\\d{3}$', ID: '^[1-9]\\d{4}$', DE: '^\\d{5}$' }
  for (const { email, phone, address, market } of village.customers) {
    assert.match(phone, /^\+44 20 7946 0\d{3}$|^\+49 30 23125 \d{3}$/, email)
    assert.ok(readPhone(phone, address.country).ok, `${email}: the checkout refuses ${phone}`)
    assert.match(address.postalCode, new RegExp(postal[address.country] ?? '^never$'), email)
    if (address.country === 'IT') assert.match(address.province ?? '', /^[A-Z]{2}$/, email)
    const sold = organisation.markets.find((each) => each.code === market)
    assert.ok(sold?.countries.includes(address.country), email)
  }
})

test('the bad rows name columns that exist and cover every kind of fault', () => {
  const rows = csv('import/bad-rows.csv')
  const expected = JSON.parse(read('import/bad-rows.expected.json')) as { row: number; column: string; code: string }[]
  for (const { row, column } of expected) assert.ok(column in (rows[row - 2] ?? {}), `row ${row}, ${column}`)
  const codes = ['duplicate_sku', 'invalid_boolean', 'invalid_price', 'invalid_quantity', 'missing_option_value']
  const kinds = [...codes, 'missing_value', 'too_long', 'too_many_decimals']
  assert.deepEqual([...new Set(expected.map((each) => each.code))].toSorted(), kinds)
  assert.equal(new Set(csv('import/products.csv').map((row) => row.Handle)).size, 12)
})
