import { ok, type Result } from '../../../kernel/result.ts'
import { publicEvent } from './public-events.ts'
import { refusals } from './refusals.ts'

/** The job that a fact wakes while somebody listens to it, and the one that brings its messages. */
export const FAN_OUT = 'fan-out-webhooks'
export const DELIVER_WEBHOOKS = 'deliver-webhooks'

export const MOST_WEBHOOKS = 50
/** A secret goes on beside its successor for as long as this at most. */
export const MOST_OVERLAP_HOURS = 168
export const SECRET_PREFIX = 'whsec_'

/** By which a receiver knows a message, however often it comes. */
export const messageIdOf = (eventId: string): string => `msg_${eventId}`

export interface WebhookDraft {
  readonly name: string
  readonly address: string
  readonly kinds: readonly string[]
}

/** What people may be told through it is what its owner may see: whoever saves it answers for every kind. */
export function planWebhook(draft: WebhookDraft, may: ReadonlySet<string>): Result<WebhookDraft> {
  const name = draft.name.trim()
  if (name === '') return refusals.webhook_name_missing({ field: 'name' })
  const kinds = [...new Set(draft.kinds)].sort()
  if (kinds.length === 0) return refusals.no_kinds({ field: 'kinds' })
  for (const kind of kinds) {
    const event = publicEvent(kind)
    if (!event) return refusals.unknown_kind({ field: 'kinds', params: { kind } })
    if (!may.has(event.permission)) {
      return refusals.kind_not_yours({ field: 'kinds', params: { kind, permission: event.permission } })
    }
  }
  return ok({ name, address: draft.address.trim(), kinds })
}

const MINUTE = 60
const HOUR = 60 * MINUTE
/** Seconds after each attempt that failed: about a day in all (Standard Webhooks 1.0, "Retry schedule"). */
export const RETRY_SECONDS: readonly number[] = [5, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 8 * HOUR, 8 * HOUR]
const LONGEST_ASKED_SECONDS = HOUR

export interface Answer {
  readonly status: number | null
  readonly retryAfterSeconds: number | null
}

export type Outcome =
  | { readonly state: 'delivered' }
  /** 410: nobody lives there any more, and nothing is to be sent again. */
  | { readonly state: 'failed'; readonly gone: boolean }
  | { readonly state: 'waiting'; readonly afterSeconds: number }

/** `tries` counts this one. Chance from 0 up to 1 spreads a crowd: each wait is up to a fifth longer. */
export function outcomeOf({ status, retryAfterSeconds }: Answer, tries: number, chance: number): Outcome {
  if (status !== null && status >= 200 && status < 300) return { state: 'delivered' }
  if (status === 410) return { state: 'failed', gone: true }
  const seconds = RETRY_SECONDS[tries - 1]
  if (seconds === undefined) return { state: 'failed', gone: false }
  const asked = Math.min(retryAfterSeconds ?? 0, LONGEST_ASKED_SECONDS)
  return { state: 'waiting', afterSeconds: Math.max(seconds, asked) * (1 + chance / 5) }
}
