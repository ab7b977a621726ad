import { startPaymentProvider } from './start-payment-provider.ts'
import type { PaymentProvider } from './start-payment-provider.ts'

/** The provider as a process of its own. Settings come from the environment; see the README beside this file. */
function setting(name: string): string {
  const value = process.env[name]
  if (value === undefined || value === '') stopWith(`Set ${name}: see the README of the development payment provider.`)
  return value
}

function wholeNumber(name: string, text: string, most: number): number {
  const value = Number(text)
  if (!/^\d+$/.test(text) || value > most) stopWith(`${name} must be a whole number up to ${most}, not "${text}".`)
  return value
}

function stopWith(sentence: string): never {
  process.stderr.write(`devpay: ${sentence}\n`)
  process.exit(1)
}

function reason(error: NodeJS.ErrnoException, port: number): string {
  return error.code === 'EADDRINUSE' ? `Port ${port} is taken. Set PORT to another one.` : error.message
}

const port = wholeNumber('PORT', setting('PORT'), 65_535)
const webhookUrl = process.env['DEVPAY_WEBHOOK_URL']
const latency = process.env['DEVPAY_LATENCY_MS']

const provider: PaymentProvider = await startPaymentProvider({
  port,
  dataFolder: setting('DEVPAY_DATA'),
  apiKey: setting('DEVPAY_API_KEY'),
  webhookSecret: setting('DEVPAY_WEBHOOK_SECRET'),
  paysOutNightly: true,
  ...(webhookUrl ? { webhookUrl } : {}),
  ...(latency ? { latencyMs: wholeNumber('DEVPAY_LATENCY_MS', latency, 60_000) } : {}),
  onBroken: (error) => stopWith(`The journal cannot be written: ${error.message}`),
}).catch((error: NodeJS.ErrnoException) => stopWith(reason(error, port)))

process.stdout.write(`Devpay (test payments) listens at ${provider.url}\n`)

async function stop(): Promise<void> {
  await provider.close()
  process.exit(0)
}

process.once('SIGTERM', () => void stop())
process.once('SIGINT', () => void stop())
// Started by a parent that talks to it, it does not outlive that parent.
process.once('disconnect', () => void stop())
