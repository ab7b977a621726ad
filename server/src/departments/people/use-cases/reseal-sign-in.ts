import { resealRows } from '../../../host/auth/reseal-rows.ts'
import type { House } from '../../../host/context.ts'
import { sealedProviders, sealedTotp } from '../store/sealed.ts'

/** After a change of secret (docs/guides/secrets.md). */
export async function resealSignIn(house: House): Promise<void> {
  const [totp, providers] = [await resealRows(house, sealedTotp), await resealRows(house, sealedProviders)]
  if (totp + providers > 0) house.log.info('secrets.resealed', { totp, providers })
}
