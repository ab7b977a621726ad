import { createLibreTranslate } from '../departments/catalog/providers/libre-translate.ts'
import { createDevpay } from '../departments/payments/providers/devpay.ts'
import { openStripe, STRIPE } from '../departments/payments/providers/stripe.ts'
import { createVies } from '../departments/tax/providers/vies.ts'
import type { Secret } from '../host/config/secret.ts'
import type { Settings } from '../host/config/settings.ts'
import type { Organisation, Ports } from '../host/context.ts'
import { createOutward } from '../host/outward/outward-port.ts'
import { openMailTransport, readSmtpUrl } from '../host/mail/transport.ts'
import { filesFolderOf } from './files-folder.ts'
import { staffDirectory } from './staff-directory.ts'

/** The development provider's keys, the same in the provider's process and in ours because both follow from the secret. */
export function devpayKeys(secret: Secret): { readonly apiKey: string; readonly webhookSecret: string } {
  return {
    apiKey: secret.keyFor('devpay api key').toString('base64url'),
    webhookSecret: `whsec_${secret.keyFor('devpay webhook secret').toString('base64')}`,
  }
}

export interface OpenPorts {
  readonly portsFor: (organisation: Organisation) => Ports
  close(): void
}

/** The services outside, as the settings name them. A live organisation never sees the development provider. */
export function openPorts(settings: Settings, secret: Secret): OpenPorts {
  const { smtpUrl, mailFrom, paymentProvider, devpayPort } = settings
  const mail = smtpUrl === undefined ? undefined : openMailTransport(readSmtpUrl(smtpUrl, mailFrom))
  const devpay = createDevpay({ baseUrl: `http://127.0.0.1:${devpayPort}`, ...devpayKeys(secret) })
  const vies = createVies()
  const outward = createOutward({ loopback: settings.webhooksToLoopback })
  const providers = new Map([[devpay.name, devpay]])
  const paymentClients: Ports['paymentClients'] = new Map([
    [STRIPE, (keys, { clock }) => openStripe({ ...keys, now: () => clock.now() })],
  ])
  return {
    portsFor: (organisation) => ({
      ...(mail ? { mail } : {}),
      staff: staffDirectory,
      // A demo plays with made-up companies: it asks no authority about them.
      ...(organisation.demo ? {} : { vatNumbers: vies }),
      machineTranslator: createLibreTranslate(),
      outward,
      filesFolder: filesFolderOf(settings.dataFolder)({ organisation }),
      payments: organisation.demo && paymentProvider === 'devpay' ? providers : new Map(),
      paymentClients,
    }),
    close: () => mail?.close(),
  }
}
