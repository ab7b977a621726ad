import { mkdtemp, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '../../server/src/host/postgres/launcher.ts'
import type { Ground } from './row.ts'

/** f_type of file systems that live in memory (statfs(2)): what is "written" there costs nothing. */
const IN_MEMORY = new Set([0x0102_1994, 0x8584_58f6])

export interface OwnGround extends Ground {
  stop(): Promise<void>
}

/** PostgreSQL as a shop runs it, fsync on and data on a disk; `FONDACO_BENCH_FOLDER` names a folder on another disk. */
export async function startGround(say: (sentence: string) => void): Promise<OwnGround> {
  const above = process.env.FONDACO_BENCH_FOLDER ?? tmpdir()
  if (IN_MEMORY.has((await statfs(above)).type)) {
    throw new Error(
      `${above} lies in memory, where fsync costs nothing. Set FONDACO_BENCH_FOLDER to a folder on a disk.`,
    )
  }
  const dataFolder = await mkdtemp(join(above, 'fondaco-bench-'))
  const server = await startPostgres({
    dataFolder,
    durability: 'full',
    onProgress: say,
    // What comes by the clock would fall on one side of a comparison; workloads ask for it between their rounds.
    settings: { autovacuum: 'off', checkpoint_timeout: '1h', max_wal_size: '8GB' },
  })
  return {
    postmasterPid: server.pid,
    version: server.version,
    ownerUrl: (database) => server.ownerUrl(database),
    async stop() {
      await server.stop()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}
