import type { BasketKey, Draft } from '../../departments/orders/index.ts'

/** By which staff open the basket of a draft. */
export const keyOfDraft = ({ basketId }: Pick<Draft, 'basketId'>): BasketKey => ({
  id: basketId,
  token: undefined,
  draft: true,
})
