import type { Scope } from '../../host/actor.ts'
import type { House } from '../../host/context.ts'
import type { Locale } from '../../host/i18n/locales.ts'
import { moneyFromJson, type Money, type MoneyJson } from '../../kernel/money.ts'
import { searchProducts } from '../../departments/catalog/index.ts'
import { searchDocuments } from '../../departments/documents/index.ts'
import { searchCustomers } from '../../departments/customers/index.ts'
import { searchMails } from '../../departments/operations/index.ts'
import { searchDrafts, searchOrders } from '../../departments/orders/index.ts'
import { searchStaff } from '../../departments/people/index.ts'
import { searchTodos, searchWork, type FoundWork } from '../../departments/work/index.ts'

export const KINDS = [
  'order',
  'order_draft',
  'product',
  'customer',
  'staff',
  'todo',
  'project',
  'template',
  'recurrence',
  'mail',
  'document',
] as const

export interface Found {
  readonly kind: (typeof KINDS)[number]
  readonly id: string
  readonly title: string
  readonly subtitle: string
  /** Below the back office. */
  readonly path: string
}

export interface Wish {
  readonly house: House
  readonly permissions: ReadonlySet<string>
  readonly scope?: Scope | undefined
  readonly locale: Locale
  /** As it is read in that language. */
  readonly formatMoney: (amount: Money) => string
  readonly typed: string
  /** Of each kind. */
  readonly limit: number
}

type Answer = Promise<readonly Found[]>

/**
 * One search over all departments, for a palette that answers while somebody types. Each department searches what its own
 * list searches, by its own indexes; all are asked at once, so that the slowest decides. A department whose records the
 * caller may not read is not asked at all: what is not fetched cannot leak. Nor is one that does not know the caller's scope.
 */
export async function searchHouse(wish: Wish): Answer {
  const asked = sources
    .filter(({ permission, open }) => wish.permissions.has(permission) && (open || wish.scope === undefined))
    .map(({ find }) => find(wish))
  return (await Promise.all(asked)).flat()
}

interface Source {
  readonly permission: string
  /** Narrows by scope itself, or finds what belongs to nobody's market and location. */
  readonly open?: boolean
  readonly find: (wish: Wish) => Answer
}

const sources: readonly Source[] = [
  { permission: 'orders:read', open: true, find: findOrders },
  { permission: 'orders:read', open: true, find: findDrafts },
  { permission: 'catalog:read', open: true, find: findProducts },
  { permission: 'customers:read', find: findCustomers },
  { permission: 'people:read', find: findStaff },
  { permission: 'work:read', find: findTodos },
  { permission: 'work:read', find: findWork },
  { permission: 'operations:read', find: findMails },
  { permission: 'documents:read', open: true, find: findDocuments },
]

async function findOrders({ house, typed, limit, scope, locale, formatMoney }: Wish): Answer {
  const orders = await searchOrders(house.database, { typed, limit, scope })
  const translate = house.translations.for(locale)
  const waits = (rest: MoneyJson) => translate('orders.search.rest', { amount: formatMoney(moneyFromJson(rest)) })
  return orders.map(({ id, number, name, email, rest }) => ({
    kind: 'order',
    id,
    title: `#${number}`,
    subtitle: [name, email, rest && waits(rest)].filter(Boolean).join(' · '),
    path: `/orders/${id}`,
  }))
}

async function findDrafts({ house, typed, limit, scope, locale }: Wish): Answer {
  const translate = house.translations.for(locale)
  const drafts = await searchDrafts(house.database, { typed, limit, scope })
  return drafts.map(({ id, name, email }) => ({
    kind: 'order_draft',
    id,
    title: name || email || translate('orders.search.draft'),
    subtitle: [translate('orders.search.is_draft'), name && email].filter(Boolean).join(' · '),
    path: `/orders/drafts/${id}`,
  }))
}

async function findProducts({ house, typed, limit, locale }: Wish): Answer {
  const products = await searchProducts(house.database, { typed, limit, locale })
  return products.map(({ id, name, vendor, sku }) => ({
    kind: 'product',
    id,
    title: name,
    subtitle: [sku, vendor].filter(Boolean).join(' · '),
    path: `/products/${id}`,
  }))
}

async function findCustomers({ house, typed, limit }: Wish): Answer {
  const customers = await searchCustomers(house.database, typed, limit)
  return customers.map(({ id, name, email }) => ({
    kind: 'customer',
    id,
    title: name,
    subtitle: email,
    path: `/customers/${id}`,
  }))
}

async function findStaff({ house, typed, limit }: Wish): Answer {
  const staff = await searchStaff(house.database, typed, limit)
  return staff.map(({ id, name, email }) => ({ kind: 'staff', id, title: name, subtitle: email, path: `/team/${id}` }))
}

async function findTodos({ house, typed, limit, locale }: Wish): Answer {
  const todos = await searchTodos(house.database, { typed, limit, locale })
  return todos.map(({ id, title, assigneeName }) => ({
    kind: 'todo',
    id,
    title,
    subtitle: assigneeName,
    path: `/todos/${id}`,
  }))
}

const WORK_PATHS: Readonly<Record<FoundWork['kind'], (id: string) => string>> = {
  project: (id) => `/projects/${id}`,
  template: (id) => `/records/template/${id}`,
  recurrence: (id) => `/records/recurrence/${id}`,
}

async function findWork({ house, typed, limit, locale }: Wish): Answer {
  const found = await searchWork(house.database, { typed, limit, locale })
  return found.map(({ kind, id, title, about }) => ({ kind, id, title, subtitle: about, path: WORK_PATHS[kind](id) }))
}

async function findMails({ house, typed, limit }: Wish): Answer {
  const mails = await searchMails(house.database, typed, limit)
  return mails.map(({ id, subject, recipient }) => ({
    kind: 'mail',
    id,
    title: subject,
    subtitle: recipient,
    path: `/mails/${id}`,
  }))
}

async function findDocuments({ house, typed, limit, scope }: Wish): Answer {
  const documents = await searchDocuments(house.database, { typed, limit, scope })
  return documents.map(({ id, label, customer }) => ({
    kind: 'document',
    id,
    title: label,
    subtitle: customer,
    path: `/documents/${id}`,
  }))
}
