import type { SourceFile } from '../house.ts'
import { fileRule, findAll, type Rule } from '../rule.ts'

const pureFloors = new Set(['kernel', 'departments', 'flows'])
const isIsland = (file: SourceFile) => file.path.startsWith('server/src/storefront/islands/')
const hasAmbientState = (file: SourceFile) => ['host', 'apps', 'providers'].includes(file.place?.floor ?? '')
const isProduct = (file: SourceFile) => file.isTypeScript && !file.isTest && file.place !== undefined

const d = 'server/src/departments/'

export const clockAndChance: Rule = fileRule({
  name: 'time and chance come from host',
  because: 'one `now` per use case makes it testable and its rows agree; ids and chance must be repeatable in tests',
  mend: 'take ctx.now and ctx.newId(), or a Clock as an argument.',
  files: (file) => isProduct(file) && !hasAmbientState(file) && !isIsland(file),
  check: (file) =>
    findAll(file, file.scan.code, [
      { pattern: /\bnew\s+Date\s*\(\s*\)/g, found: 'reads the clock' },
      { pattern: /\bDate\.now\s*\(/g, found: 'reads the clock' },
      { pattern: /\bperformance\.now\s*\(/g, found: 'reads the clock' },
      { pattern: /\bMath\.random\b/g, found: 'rolls dice' },
      { pattern: /\brandomUUID\s*\(/g, found: 'makes an id' },
    ]),
  good: [
    { [`${d}orders/domain/order.ts`]: 'const at = new Date(row.at) // new Date()' },
    { 'server/src/host/clock.ts': 'export const now = () => new Date()' },
  ],
  bad: [
    { [`${d}orders/domain/order.ts`]: 'const at = new Date()' },
    { 'server/src/flows/place-order/place-order.ts': 'const at = Date.now()' },
    { 'server/src/kernel/ids.ts': 'const die = Math.random()' },
    { [`${d}orders/use-cases/place.ts`]: 'const id = crypto.randomUUID()' },
  ],
})

export const consoleAndEnvironment: Rule = fileRule({
  name: 'logs go through ctx.log, settings through host/config',
  because: 'the log lets only listed fields through, and a setting that is read in passing is validated by nobody',
  mend: 'use ctx.log; add the setting to host/config and pass it on.',
  files: (file) => isProduct(file) && !hasAmbientState(file),
  check: (file) =>
    findAll(file, file.scan.code, [
      { pattern: /\bconsole\.\w+/g, found: 'writes to the console' },
      { pattern: /\bprocess\.env\b/g, found: 'reads the environment' },
    ]),
  good: [{ [`${d}orders/use-cases/place.ts`]: "ctx.log.info('placed') // console.log" }],
  bad: [
    { [`${d}orders/use-cases/place.ts`]: "console.log('placed')" },
    { 'server/src/storefront/page.ts': 'const shop = process.env.SHOP' },
  ],
})

const FLOATS = [
  { pattern: /\bparseFloat\s*\(/g, found: 'reads a float' },
  { pattern: /\bNumber\s*\([^()]*(?:\([^()]*\))?[^()]*\)\s*[/*]\s*[\w(]/g, found: 'calculates with a float' },
  { pattern: /\.toFixed\s*\(/g, found: 'rounds a float' },
  { pattern: /[*/]\s*\d*\.\d+|\b\d*\.\d+\s*[*/]/g, found: 'calculates with a float' },
  {
    pattern:
      /\b\w*(?:[pP]rice|[aA]mount|[tT]otal|[cC]ost|[fF]ee|[dD]iscount|[vV]at)\w*\s*(?::\s*\w+\s*)?[=:]\s*-?\d+\.\d+/g,
    found: 'a floating-point price',
  },
]
const MONEY_AS_NUMBER = {
  pattern: /\b(?:\w*[pP]rice|\w*[cC]ost|\w*[sS]ubtotal|\w*[a-z]Fee|fee)\??\s*:\s*number\b/g,
  found: 'money as a number',
}
const MONEY_SCHEMA = {
  pattern: /\b\w*(?:[pP]rice|[aA]mount|[cC]ost|[tT]otal)\w*\s*:\s*(?:Type|t)\.(?:Optional\(\s*Type\.)?Number\s*\(/g,
  found: 'money as a float in a schema',
}

export const exactMoney: Rule = fileRule({
  name: 'money is never a floating-point number',
  because: '0.1 + 0.2 is not 0.3: a float loses a cent somewhere, and the ledger finds it months later',
  mend: 'use Money (whole minor units, bigint), UnitPrice or Percent of kernel; the only divisions are applyRate and allocate. In JSON an amount is Type.Integer().',
  files: (file) => isProduct(file) && pureFloors.has(file.place?.floor ?? ''),
  check: (file) => findAll(file, file.scan.code, [...FLOATS, MONEY_AS_NUMBER, MONEY_SCHEMA]),
  good: [
    { [`${d}orders/domain/total.ts`]: "const total = applyRate(price, Percent.of('22'))" },
    { [`${d}orders/domain/total.ts`]: "const version = 'total: 1.5'\nconst price: Money = money(1999n, 'EUR')" },
    { [`${d}orders/http/schemas.ts`]: 'const price = Type.Object({ amount: Type.Integer() })' },
    { 'server/src/kernel/quantity.ts': 'const half = value / 2n' },
  ],
  bad: [
    { [`${d}pricing/domain/price.ts`]: 'const price = 19.99' },
    { [`${d}pricing/domain/price.ts`]: 'const total = parseFloat(text)' },
    { [`${d}pricing/domain/price.ts`]: 'const euros = Number(price.amount) / 100' },
    { [`${d}pricing/domain/price.ts`]: 'const vat = total * 0.22' },
    { [`${d}pricing/domain/price.ts`]: 'const shown = total.toFixed(2)' },
    { [`${d}pricing/domain/price.ts`]: 'export type Line = { unitPrice: number }' },
    { [`${d}pricing/http/schemas.ts`]: 'const line = Type.Object({ unitPrice: Type.Number() })' },
  ],
})

export const exactMoneyOnScreens: Rule = fileRule({
  name: 'screens and pages do not calculate money',
  because: 'the yen has no cents and the dinar has three: dividing by 100 is wrong somewhere',
  mend: 'show money with the formatter (it knows the ISO exponent); let the server send totals.',
  files: (file) =>
    file.isTypeScript &&
    !file.isTest &&
    (file.path.startsWith('backoffice/src/') || file.place?.floor === 'storefront'),
  check: (file) =>
    findAll(file, file.scan.code, [
      {
        pattern: /\b\w*(?:[aA]mount|[pP]rice|[tT]otal|[mM]inor)(?:\.\w+)*\)?\s*[/*]\s*100?0?\b/g,
        found: 'divides money',
      },
      { pattern: /\.toFixed\s*\(/g, found: 'rounds a float' },
    ]),
  good: [{ 'backoffice/src/ui/share.ts': 'const percent = (part / whole) * 100' }],
  bad: [
    { 'backoffice/src/ui/price.tsx': 'const euros = money.amount / 100' },
    { 'server/src/storefront/price.ts': 'const shown = price.toFixed(2)' },
  ],
})

const MAY_GRANT = [`${d}customers/queries/may-contact.ts`, 'server/src/host/mail/permit.ts']

export const permitsAreGranted: Rule = fileRule({
  name: 'permits to send are granted by who knows what people agreed to',
  because: 'a permit that anybody can make proves nothing, and somebody is written to who said no',
  mend: 'ask mayContact or sendableTo of customers; they answer with the permit.',
  files: (file) => isProduct(file) && !MAY_GRANT.includes(file.path),
  check: (file) => findAll(file, file.scan.code, [{ pattern: /\bgrantPermit\b/g, found: 'grants a permit' }]),
  good: [{ [`${d}customers/queries/may-contact.ts`]: 'return grantPermit(row)' }],
  bad: [{ [`${d}marketing/jobs/send-news.ts`]: 'const permit = grantPermit({ subject })' }],
})

export const hostKnowsNoCommerce: Rule = fileRule({
  name: 'host knows no word of commerce',
  because: 'mechanisms that know what is sold cannot be read, tested or replaced without the shop',
  mend: 'name it for the mechanism (ref, kind, subject), or move it into the department that owns the word.',
  files: (file) => isProduct(file) && file.place?.floor === 'host',
  check: (file) => {
    // "basket" is missing: it is one of the words of `x-own`, which the public description of the API fixes.
    const words =
      /(?<![A-Za-z])(?:orders|products?|skus?|gtin|carts?|checkouts?|invoices?|prices?|pricing|refunds?|shipments?|vat|suppliers?|warehouses?)(?![a-z])/g
    const camel =
      /(?<=[a-z])(?:Orders|Products?|Sku|Gtin|Cart|Checkout|Invoices?|Prices?|Pricing|Refunds?|Shipments?|Vat|Supplier|Warehouse)(?![a-z])/g
    return findAll(file, file.scan.withoutComments, [
      { pattern: words, found: 'a word of commerce' },
      { pattern: camel, found: 'a word of commerce' },
    ])
  },
  good: [
    { 'server/src/host/http/server.ts': "const production = true // the price of safety\nconst q = 'ORDER BY id'" },
    { 'server/src/host/auth/session.ts': "type Subject = 'staff' | 'customer'" },
  ],
  bad: [
    { 'server/src/host/http/server.ts': "const path = '/checkout'" },
    { 'server/src/host/mail/send.ts': 'function sendInvoice() {}' },
    { 'server/src/host/outbox/work.ts': "if (kind === 'orders.expire') return" },
  ],
})
