import { defineDepartment } from '../../host/department.ts'
import { peakInterference } from './use-cases/peak-interference.ts'
import { deskRefusals } from './domain/desk-refusals.ts'
import { refusals } from './domain/refusals.ts'
import { addressRoutes } from './http/address-routes.ts'
import { amendmentRoutes } from './http/amendment-routes.ts'
import { basketRoutes } from './http/basket-routes.ts'
import { bulkRoutes } from './http/bulk-routes.ts'
import { deliveryRoutes } from './http/delivery-routes.ts'
import { downloadRoutes } from './http/download-routes.ts'
import { holdRoutes } from './http/hold-routes.ts'
import { shareRoutes } from './http/share-routes.ts'
import { orderRoutes } from './http/order-routes.ts'
import { tagRoutes } from './http/tag-routes.ts'
import { askPaymentJob, toPayMail } from './jobs/to-pay-mail.ts'
import { releaseDraftsJob } from './jobs/release-drafts.ts'
import { askBalanceJob, balanceMail } from './jobs/balance-mail.ts'
import { orderChanged } from './jobs/changed-mail.ts'
import { restMail, tellRestJob } from './jobs/rest-mail.ts'
import { restPaidMail } from './jobs/rest-paid-mail.ts'
import { confirmOrder } from './jobs/confirm-order.ts'
import { orderConfirmation } from './jobs/confirmation-mail.ts'
import { orderTasks } from './jobs/change-orders.ts'
import { judgeOrderJob } from './jobs/judge-order.ts'
import { orderCancelled } from './jobs/cancelled-mail.ts'
import { orderLate } from './jobs/late-mail.ts'
import { tellCancellation } from './jobs/tell-cancellation.ts'
import { tellLateOrders } from './jobs/tell-late-orders.ts'
import { tellChanges } from './jobs/tell-changes.ts'
import { basketJoin } from './queries/basket-join.ts'
import { balanceDays } from './queries/balance-days.ts'
import { draftHoldHours } from './queries/draft-holds.ts'
import { draftExists, draftPlace, draftTitles } from './queries/drafts.ts'
import { linkDays } from './queries/link-days.ts'
import { restDays } from './queries/rest-days.ts'
import { paymentMinutes } from './queries/payment-minutes.ts'
import { orderExists } from './queries/order-exists.ts'
import { orderPlace } from './queries/order-place.ts'
import { orderTitles } from './queries/order-titles.ts'
import { customerOfOrder, ordersOfCustomer, ordersWithProduct } from './queries/related-orders.ts'
import { CANCEL } from './use-cases/weigh-cancellation.ts'

export const orders = defineDepartment({
  name: 'orders',
  dependsOn: ['catalog', 'organisation', 'tax', 'pricing', 'inventory', 'legal', 'customers', 'work'],
  permissions: [
    'orders:read',
    'orders:write',
    'orders:cancel',
    'orders:edit',
    'orders:price',
    'orders:hold',
    'orders:rules',
  ],
  routes: [
    ...addressRoutes,
    ...basketRoutes,
    ...shareRoutes,
    ...orderRoutes,
    ...amendmentRoutes,
    ...deliveryRoutes,
    ...downloadRoutes,
    ...tagRoutes,
    ...holdRoutes,
    ...bulkRoutes,
  ],
  jobs: [
    confirmOrder,
    askBalanceJob,
    askPaymentJob,
    tellChanges,
    tellCancellation,
    tellLateOrders,
    tellRestJob,
    judgeOrderJob,
    releaseDraftsJob,
  ],
  mails: [orderConfirmation, balanceMail, toPayMail, orderChanged, orderCancelled, orderLate, restMail, restPaidMail],
  tasks: orderTasks,
  subscribers: {
    'order.amended.v1': ['tell-order-changes'],
    'order.cleared.v1': ['judge-order'],
    'order.cancelled.v1': ['judge-order', 'tell-cancellation'],
    'order.expired.v1': ['judge-order'],
  },
  refusals: [refusals, deskRefusals],
  interference: [peakInterference],
  acts: [CANCEL],
  settings: [paymentMinutes, balanceDays, restDays, linkDays, draftHoldHours, basketJoin],
  related: { order: [customerOfOrder], customer: [ordersOfCustomer], product: [ordersWithProduct] },
  recordTypes: {
    order: {
      read: 'orders:read',
      write: 'orders:write',
      exists: orderExists,
      place: orderPlace,
      path: (id) => `/orders/${id}`,
      titles: orderTitles,
    },
    order_draft: {
      read: 'orders:read',
      write: 'orders:edit',
      exists: draftExists,
      place: draftPlace,
      path: (id) => `/orders/drafts/${id}`,
      titles: draftTitles,
      sayTitle: (title, { translations, locale }) => title || translations.for(locale)('orders.search.draft'),
    },
  },
})
