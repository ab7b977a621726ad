import { randomUUID } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { Outage } from '../../kernel/outage.ts'
import { isDatabaseAway, isDatabaseBusy, isUnstorableText } from '../database/errors.ts'
import type { Log } from '../log/log.ts'

/** What a page has to tell of an error: ours to mend (with its id in the log), somebody else's to wait for, or the reader's. */
export type PageTrouble =
  | { readonly kind: 'fault'; readonly status: 500; readonly faultId: string }
  | { readonly kind: 'away'; readonly status: 503 }
  | { readonly kind: 'refused'; readonly status: number }

export interface TroubleOptions {
  readonly log: Log
  readonly onFault?: ((faultId: string, error: unknown) => void) | undefined
}

/** Judges and logs an error that a page could not handle, as the API's own handler does. */
export function judgeTrouble(error: unknown, request: FastifyRequest, { log, onFault }: TroubleOptions): PageTrouble {
  if (error instanceof Outage || isDatabaseAway(error) || isDatabaseBusy(error)) {
    log.warn('outage', { requestId: request.id, error: error instanceof Error ? error.message : String(error) })
    return { kind: 'away', status: 503 }
  }
  if (isUnstorableText(error)) return { kind: 'refused', status: 400 }
  const { statusCode } = error as { statusCode?: number }
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return { kind: 'refused', status: statusCode }
  const faultId = randomUUID()
  log.error('fault', {
    faultId,
    requestId: request.id,
    route: request.routeOptions.url ?? '',
    error: error instanceof Error ? error.message : String(error),
    stack: error instanceof Error ? (error.stack ?? '') : '',
  })
  onFault?.(faultId, error)
  return { kind: 'fault', status: 500, faultId }
}
