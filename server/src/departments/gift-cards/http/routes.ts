import { listRoutes } from '../../../host/lists/list-routes.ts'
import type { Route } from '../../../host/http/route.ts'
import { cardsList } from '../queries/cards-list.ts'
import { basketRoutes } from './basket-routes.ts'
import { cardRoutes } from './card-routes.ts'
import { creditRoutes } from './credit-routes.ts'
import { listedCardSchema } from './schemas.ts'

export const routes: readonly Route[] = [
  ...listRoutes(cardsList, {
    path: '/gift-cards',
    permission: 'gift-cards:read',
    summary: 'Gift cards, the newest first; their codes are in no list',
    item: listedCardSchema,
  }),
  ...cardRoutes,
  ...creditRoutes,
  ...basketRoutes,
]
