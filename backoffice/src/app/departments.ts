import { bank } from '../departments/bank/department.ts'
import { catalog } from '../departments/catalog/department.ts'
import { content } from '../departments/content/department.ts'
import { customers } from '../departments/customers/department.ts'
import { documents } from '../departments/documents/department.ts'
import { fulfilment } from '../departments/fulfilment/department.ts'
import { giftCards } from '../departments/gift-cards/department.ts'
import { inventory } from '../departments/inventory/department.ts'
import { legal } from '../departments/legal/department.ts'
import { loyalty } from '../departments/loyalty/department.ts'
import { ledger } from '../departments/ledger/department.ts'
import { operations } from '../departments/operations/department.ts'
import { orders } from '../departments/orders/department.ts'
import { payments } from '../departments/payments/department.ts'
import { people } from '../departments/people/department.ts'
import { calendar } from '../departments/work/calendar/plan-calendar.ts'
import { pricing } from '../departments/pricing/department.ts'
import { returns } from '../departments/returns/department.ts'
import { setUp } from '../departments/set-up/department.ts'
import { settings } from '../departments/settings/department.ts'
import { work } from '../departments/work/department.ts'
import { gallery } from './gallery/department.ts'
import type { DepartmentSpec } from './frame/department.ts'

/** In the order of the menu. */
export const departments: readonly DepartmentSpec[] = [
  orders,
  fulfilment,
  returns,
  payments,
  bank,
  giftCards,
  loyalty,
  customers,
  content,
  catalog,
  pricing,
  legal,
  inventory,
  documents,
  ledger,
  operations,
  people,
  work,
  calendar,
  settings,
  setUp,
  gallery,
]
