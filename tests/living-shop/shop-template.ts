/**
 * A shop as its first start left it, closed in good order, for journeys to begin with a copy of it: the first start of a house costs
 * ten seconds of a processor, a copy one or two. That a first start works is proved by start-house.test.ts.
 */
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { prepareShop } from './living-shop.ts'
import { keepTokens, TEMPLATE_SETTING } from './shop-folder.ts'

export interface ShopTemplate {
  /** From now on shops that are opened by this run begin with a copy: they find it by the environment. */
  offer(): void
  remove(): void
}

/** Made once for a whole run. */
export async function prepareShopTemplate(): Promise<ShopTemplate> {
  const shop = await prepareShop()
  const { dataFolder } = shop.place
  try {
    await shop.start()
    keepTokens(dataFolder, await shop.tokens())
    await shop.close()
  } catch (error) {
    await shop.remove()
    throw error
  }
  // Where the database had to move elsewhere, the folder is not the whole shop: each journey then starts its own.
  const isWhole = !existsSync(join(dataFolder, 'moved-to'))
  return {
    offer() {
      if (isWhole) process.env[TEMPLATE_SETTING] = dataFolder
    },
    remove() {
      delete process.env[TEMPLATE_SETTING]
      rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  }
}
