import { join } from 'node:path'
import type { House } from '../host/context.ts'

/** Where an organisation's pictures lie: a folder of its own, so that removing a demo removes them too. */
export function filesFolderOf(dataFolder: string): (house: Pick<House, 'organisation'>) => string {
  return ({ organisation }) => join(dataFolder, 'files', organisation.slug)
}
