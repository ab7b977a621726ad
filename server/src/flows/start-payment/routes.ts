import { Type } from 'typebox'
import { linkKeysOf, openLink } from '../../host/auth/links.ts'
import { steps, type Route } from '../../host/http/route.ts'
import { findLinkedOrder } from '../../departments/orders/index.ts'
import { startPayment } from './start-payment.ts'

export const routes: readonly Route[] = [
  steps({
    method: 'POST',
    path: '/order-links/:token/payment-session',
    operationId: 'startPayment',
    summary: 'The provider page on which the order is paid',
    description: 'Opens the page or finds the one that is open: asking again is harmless. Send the shopper to `url`.',
    permission: 'public',
    own: 'link',
    rateLimit: { perMinute: 30 },
    params: Type.Object({ token: Type.String({ minLength: 20, maxLength: 120 }) }),
    response: Type.Object({ url: Type.String({ format: 'uri' }) }),
    answer: async ({ house, actor }, { params }) => {
      const order = await findLinkedOrder(house.database, openLink(linkKeysOf(house), 'order', params.token))
      return order.ok ? startPayment(house, order.value, actor) : order
    },
  }),
]
