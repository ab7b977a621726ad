import { randomBytes } from 'node:crypto'
import type { TestHouse } from '../../../testing/test-house.ts'

/** The same house after a change of secret: the present key is another, the one before still counts. */
export function newSecretOf(house: TestHouse): TestHouse {
  return { ...house, linkKey: randomBytes(32), formerLinkKeys: [house.linkKey] }
}
