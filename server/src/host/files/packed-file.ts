import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

const pack = promisify(gzip)

/** Gzip in members, one for each piece that was added (RFC 1952, section 2.2), so that no whole text is ever held. */
export class PackedFile {
  readonly #hash = createHash('sha256')
  readonly #members: Buffer[] = []
  #bytes = 0

  async add(text: string): Promise<void> {
    if (text === '') return
    const bytes = Buffer.from(text)
    this.#hash.update(bytes)
    this.#bytes += bytes.length
    this.#members.push(await pack(bytes))
  }

  done() {
    return { tag: this.#hash.digest('base64url'), bytes: this.#bytes, packed: Buffer.concat(this.#members) }
  }
}
