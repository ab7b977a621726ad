import { Webhook } from 'standardwebhooks'
import { callOut, type OutwardAnswer } from './call-out.ts'
import { judgeAddress, type AddressVerdict } from './public-address.ts'

/** A message as Standard Webhooks has it: every secret that has not ended signs, so that a receiver who knows one of two finds its own. */
export interface SignedMessage {
  readonly address: string
  /** The receiver knows the message by it, however often it comes. */
  readonly id: string
  readonly at: Date
  readonly body: string
  readonly secrets: readonly string[]
  readonly signal?: AbortSignal | undefined
}

/** The way to addresses that people typed; filled by apps. */
export interface OutwardPort {
  judge(address: string): AddressVerdict
  send(message: SignedMessage): Promise<OutwardAnswer>
}

declare module '../context.ts' {
  interface Ports {
    readonly outward?: OutwardPort
  }
}

/** `loopback` is development's switch: calls to this very machine are let out, which are refused otherwise. */
export function createOutward(open: { readonly loopback: boolean }): OutwardPort {
  return {
    judge: (address) => judgeAddress(address, open),
    send: ({ address, body, signal, ...message }) =>
      callOut({ address, body, signal, headers: headersOf({ ...message, body }), ...open }),
  }
}

function headersOf({ id, at, body, secrets }: Pick<SignedMessage, 'id' | 'at' | 'body' | 'secrets'>) {
  return {
    'content-type': 'application/json',
    'user-agent': 'Fondaco-Webhooks/1',
    'webhook-id': id,
    'webhook-timestamp': String(Math.trunc(at.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
  }
}
