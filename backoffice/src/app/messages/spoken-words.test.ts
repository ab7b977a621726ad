import assert from 'node:assert/strict'
import { test } from 'node:test'
import { framesKeys, pick, speakersOf } from './spoken-words.ts'

const words = {
  orders: { title: 'Orders', states: { paid: 'Paid' }, lines: { none: 'No lines' } },
  payments: { title: 'Payments', refund: { label: 'Refund' } },
  ledger: { title: 'Ledger', accounts: { cash: 'Cash' } },
  people: { title: 'People' },
}

const sources = new Map([
  [
    'app/main.tsx',
    `import './styles.css'\nimport { Rail } from './rail.tsx'\nvoid import('../departments/people/security.tsx')`,
  ],
  ['app/rail.tsx', `import { orders } from '../departments/orders/department.ts'`],
  [
    'departments/orders/department.ts',
    `import type { Spec } from '../ledger/spec.ts'
export const orders = defineDepartment({
  name: 'orders',
  menu: [{ label: 'orders.title', permission: 'orders:read' }],
  screens: [{ load: () => import('./orders-screen.tsx') }],
})`,
  ],
  [
    'departments/orders/orders-screen.tsx',
    `import {
  OrderPayments,
} from '../payments/order-payments.tsx'
// i18n-dynamic: app.keys.*, orders.states.*
t('people.no_such_key')`,
  ],
  ['departments/payments/order-payments.tsx', `const t = useTranslations('payments')\nt('ledger.accounts.cash')`],
  ['departments/ledger/spec.ts', `export const label = 'ledger.title'`],
  ['departments/people/security.tsx', `useTranslations('people')`],
])

test('a department needs the words of whatever its screens reach, types and codes aside', () => {
  assert.deepEqual(speakersOf(sources, words), { orders: ['ledger', 'orders', 'payments'] })
})

test('the frame needs what it says before a screen is there', () => {
  assert.deepEqual(framesKeys(sources, words), ['orders.title'])
})

test('of the words those that are asked for, in their places', () => {
  const italian = { orders: { title: 'Ordini', states: { paid: 'Pagato' }, lines: { none: 'Nessuna riga' } } }
  assert.deepEqual(pick(italian, ['orders.title', 'orders.states', 'orders.lines.none']), italian)
  assert.deepEqual(pick(italian, ['orders.states.paid']), { orders: { states: { paid: 'Pagato' } } })
})
