import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { loadPictureSources } from '../../../departments/catalog/index.ts'
import { maySeeCosts } from '../../../departments/pricing/index.ts'
import { runCommand, type Actor, type House } from '../../../host/context.ts'
import { readTable } from '../../../host/spreadsheet/read-table.ts'
import { findStoredImage, storeImage } from '../../../host/files/index.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { Result } from '../../../kernel/result.ts'
import { importProductsBy, type ProductsToImport } from '../import-products.ts'
import type { ImportMeans } from '../means.ts'
import type { ImportReport } from '../report.ts'
import type { PictureSource } from '../stored-pictures.ts'

export interface ImportOptions extends ProductsToImport {
  readonly actor: Actor
  readonly requestId?: string | undefined
  /** Pictures of a folder, and where this organisation's files are kept; or those at the addresses of the file, fetched afterwards. */
  readonly pictures?: { readonly folder: string; readonly filesFolder: string } | 'by_address' | undefined
  readonly onProgress?: ((done: number, total: number) => void) | undefined
  readonly stopAsked?: (() => Promise<boolean>) | undefined
  readonly keep?: ImportMeans['keep']
}

/** The import with the host's means: its CSV reader, its transactions, its store of files. */
export async function importProducts(house: House, options: ImportOptions): Promise<Result<ImportReport>> {
  const { actor, requestId, pictures, dryRun } = options
  const means: ImportMeans = {
    readTable,
    run: (command) => runCommand(house, { actor, requestId }, command),
    // A dry run asks nobody; the rehearsal before a run of many chunks is weighed, so that the file is held before anything is written.
    rehearse: (command) => rehearse(dryRun ? unweighed(house) : house, { actor, requestId }, command),
    mayCost: maySeeCosts(actor),
    pictures: typeof pictures === 'object' ? await openFolder(house, pictures, dryRun) : undefined,
    knownPictures: pictures === 'by_address' ? (addresses) => knownIn(house, addresses) : undefined,
    onProgress: options.onProgress ?? (() => {}),
    stopAsked: options.stopAsked ?? (async () => false),
    keep: options.keep,
  }
  return importProductsBy(means, house, options)
}

const unweighed = (house: House): House => ({ ...house, guardMode: { kind: 'rehearsal' } })

class Rehearsed<T> extends Error {
  readonly result: Result<T>
  constructor(result: Result<T>) {
    super('rehearsed')
    this.result = result
  }
}

/** A throw rolls back; constraints have spoken before, since the writes are waited for. */
async function rehearse<T>(
  house: House,
  options: { actor: Actor; requestId: string | undefined },
  command: Parameters<typeof runCommand<T>>[2],
): Promise<Result<T>> {
  try {
    return await runCommand<T>(house, options, async (ctx) => {
      const result = await command(ctx)
      if (!result.ok) return result
      await ctx.tx.flush()
      throw new Rehearsed(result)
    })
  } catch (error) {
    if (error instanceof Rehearsed) return error.result as Result<T>
    throw error
  }
}

/** Fetched before, or an address of our own; some thousand are asked for at once. */
async function knownIn(house: House, addresses: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const known = new Map<string, string>()
  const begins = `${house.publicUrl}/files/`
  for (let from = 0; from < addresses.length; from += 5_000) {
    const some = addresses.slice(from, from + 5_000)
    const own = new Map(
      some.flatMap((address) => {
        const id = address.startsWith(begins) ? address.slice(begins.length).split('/')[0] : undefined
        return id !== undefined && isUuid(id) ? [[address, id] as const] : []
      }),
    )
    for (const [address, fileId] of await loadPictureSources(house.database, { addresses: some, own }))
      known.set(address, fileId)
  }
  return known
}

async function openFolder(
  house: House,
  { folder, filesFolder }: { readonly folder: string; readonly filesFolder: string },
  dryRun: boolean,
): Promise<PictureSource> {
  const entries = await readdir(folder, { withFileTypes: true })
  return {
    names: entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.')).map((entry) => entry.name),
    async find(name) {
      const bytes = await readFile(join(folder, name))
      if (dryRun) return (await findStoredImage(house.database, bytes)) ?? 'not_stored_yet'
      const outcome = await storeImage(house, filesFolder, bytes)
      return 'stored' in outcome ? outcome.stored : 'unusable'
    },
  }
}
