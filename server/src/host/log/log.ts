import pino from 'pino'
import { openLogFile } from './log-file.ts'

/** Fields that may reach a log line. Whatever is not on the list is dropped: names, addresses, tokens and bodies among it. */
const ALLOWED = new Set([
  'attempt',
  'code',
  'count',
  'department',
  'durationMs',
  'error',
  'event',
  'faultId',
  'jobId',
  'kind',
  'lagMs',
  'method',
  'operation',
  'orderId',
  'organisation',
  'paymentId',
  'pid',
  'port',
  'reason',
  'ref',
  'requestId',
  'route',
  'status',
  'stack',
  'url',
  'version',
])

export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>

export interface Log {
  info(event: string, fields?: LogFields): void
  warn(event: string, fields?: LogFields): void
  error(event: string, fields?: LogFields): void
}

export function openLog(options: { level: string; name: string; destination?: string | number }): Log {
  const logger = pino(
    { level: options.level, base: { name: options.name }, timestamp: pino.stdTimeFunctions.isoTime },
    openLogFile(options.destination ?? 2),
  )
  const line = (level: 'info' | 'warn' | 'error') => (event: string, fields?: LogFields) =>
    logger[level](allowed(fields), event)
  return { info: line('info'), warn: line('warn'), error: line('error') }
}

export const silentLog: Log = { info() {}, warn() {}, error() {} }

export function allowed(fields: LogFields | undefined): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields ?? {}).filter(([key]) => ALLOWED.has(key)))
}
