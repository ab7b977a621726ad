import { createHmac } from 'node:crypto'

/**
 * Signs one webhook as Standard Webhooks 1.0 asks: https://github.com/standard-webhooks/standard-webhooks
 * The signed text is `id.timestamp.body`, the key is the base64 part of `whsec_...`.
 */
export interface SignedHeaders {
  'webhook-id': string
  'webhook-timestamp': string
  'webhook-signature': string
}

/** Returns the key's bytes; throws a sentence when the secret is not of the scheme (24 to 64 bytes). */
export function readWebhookSecret(secret: string): Buffer {
  const encoded = secret.startsWith('whsec_') ? secret.slice('whsec_'.length) : ''
  const key = Buffer.from(encoded, 'base64')
  if (key.length < 24 || key.length > 64) {
    throw new Error('The webhook secret must be "whsec_" followed by 24 to 64 bytes in base64.')
  }
  return key
}

export function signWebhook(key: Buffer, id: string, sentAtSeconds: number, body: string): SignedHeaders {
  const signature = createHmac('sha256', key).update(`${id}.${sentAtSeconds}.${body}`).digest('base64')
  return {
    'webhook-id': id,
    'webhook-timestamp': String(sentAtSeconds),
    'webhook-signature': `v1,${signature}`,
  }
}
