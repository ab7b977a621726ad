import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'

const unpack = promisify(gunzip)

/** Lines of cells apart by tabs, packed; lines that begin with # say whose they are. */
export async function readPackedRows(file: URL): Promise<string[][]> {
  const text = (await unpack(await readFile(file))).toString('utf8')
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))
}
