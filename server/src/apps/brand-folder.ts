import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { House } from '../host/context.ts'
import { demoFolder } from './demo/village.ts'

/** A shop's own logo and words: in `brand/SLUG` of the data folder; a demo has the village's until it gets its own. */
export function brandFolderOf(dataFolder: string): (house: Pick<House, 'organisation'>) => string | undefined {
  return ({ organisation: { slug, demo } }) => {
    const own = join(dataFolder, 'brand', slug)
    if (existsSync(own)) return own
    return demo ? demoFolder : undefined
  }
}
