import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'

/**
 * A passkey in software, which does what a device does and, asked to, what none would do: another site's answer, a counter
 * that goes back, no look at its user. WebAuthn Level 3, 6.1 (authenticator data), 6.5.2 (attestation "none"); RFC 8949
 * (CBOR) as far as these need it.
 */
export class SoftwarePasskey {
  readonly id = randomBytes(32)
  counter = 0
  readonly #privateKey: KeyObject
  readonly #x: Buffer
  readonly #y: Buffer

  constructor() {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
    this.#privateKey = privateKey
    this.#x = Buffer.from(x, 'base64url')
    this.#y = Buffer.from(y, 'base64url')
  }

  /** The answer to `navigator.credentials.create`. */
  create(question: Question, site: Site): object {
    const cose = map([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, this.#x],
      [-3, this.#y],
    ])
    const length = Buffer.from([0, this.id.length])
    const attested = Buffer.concat([Buffer.alloc(16), length, this.id, cose])
    const authData = this.#authData(site, 0x40, attested)
    const attestationObject = map([
      ['fmt', 'none'],
      ['attStmt', map([])],
      ['authData', authData],
    ])
    return this.#answer({
      clientDataJSON: clientData('webauthn.create', question, site),
      attestationObject: attestationObject.toString('base64url'),
      transports: ['internal'],
    })
  }

  /** The answer to `navigator.credentials.get`. */
  get(question: Question, site: Site): object {
    const clientDataJSON = clientData('webauthn.get', question, site)
    const authData = this.#authData(site, 0)
    const told = Buffer.concat([authData, hashOf(Buffer.from(clientDataJSON, 'base64url'))])
    const signature = sign('sha256', told, this.#privateKey)
    return this.#answer({
      clientDataJSON,
      authenticatorData: authData.toString('base64url'),
      signature: signature.toString('base64url'),
    })
  }

  #answer(response: object): object {
    const id = this.id.toString('base64url')
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response }
  }

  #authData({ origin, rpId, unseen = false }: Site, flags: number, rest = Buffer.alloc(0)): Buffer {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(this.counter)
    const seen = 0x01 | (unseen ? 0 : 0x04)
    return Buffer.concat([
      hashOf(Buffer.from(rpId ?? new URL(origin).hostname)),
      Buffer.from([seen | flags]),
      counter,
      rest,
    ])
  }
}

interface Question {
  readonly challenge: string
}

export interface Site {
  readonly origin: string
  readonly rpId?: string
  /** The device did not look who used it. */
  readonly unseen?: boolean
}

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest()

function clientData(type: string, { challenge }: Question, { origin }: Site): string {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })).toString('base64url')
}

type Cbor = number | string | Buffer

function map(entries: readonly (readonly [number | string, Cbor])[]): CborMap {
  const parts = entries.flatMap(([key, value]) => [item(key), item(value)])
  return Object.assign(Buffer.concat([head(5, entries.length), ...parts]), { isCbor: true as const })
}

type CborMap = Buffer & { readonly isCbor: true }

function item(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  return 'isCbor' in value ? value : Buffer.concat([head(2, value.length), value])
}

function head(major: number, count: number): Buffer {
  if (count < 24) return Buffer.from([(major << 5) | count])
  if (count < 256) return Buffer.from([(major << 5) | 24, count])
  return Buffer.from([(major << 5) | 25, count >> 8, count & 255])
}
