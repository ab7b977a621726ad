import { randomUUID } from 'node:crypto'
import type { Actor } from '../actor.ts'
import { sealText, unsealText } from '../auth/sealed-text.ts'
import type { House } from '../context.ts'
import { jsonText } from '../database/json.ts'
import type { Call, Input, Route } from '../http/route.ts'
import { isLocale, type Locale } from '../i18n/locales.ts'

/** What a held request needs to run again: the validated input, and what its caller said beside it. */
export interface KeptCall {
  readonly input: Input<unknown, unknown, unknown>
  readonly ifMatch: number | undefined
  readonly locale: Locale
}

/** A task's start, held while it ran. */
export interface KeptTask {
  readonly input: Readonly<Record<string, unknown>>
  readonly titleKey: string
  readonly titleParams: Readonly<Record<string, string | number>>
}

const placeOf = (requestId: string) => `work.approval ${requestId}`

export function sealKept(house: House, requestId: string, kept: KeptCall | KeptTask): Buffer {
  return sealText(house, placeOf(requestId), jsonText(kept))
}

export function openCall(house: House, requestId: string, sealed: Buffer): KeptCall {
  const kept = JSON.parse(unsealText(house, placeOf(requestId), sealed)) as KeptCall
  return { ...kept, locale: isLocale(kept.locale) ? kept.locale : 'en' }
}

export function openTask(house: House, requestId: string, sealed: Buffer): KeptTask {
  return JSON.parse(unsealText(house, placeOf(requestId), sealed)) as KeptTask
}

export function sealAnswer(house: House, requestId: string, answer: unknown): Buffer {
  return sealText(house, `${placeOf(requestId)} answer`, jsonText(answer ?? null))
}

export function openAnswer(house: House, requestId: string, sealed: Buffer): unknown {
  return JSON.parse(unsealText(house, `${placeOf(requestId)} answer`, sealed))
}

/** The call as it is made again: by the requester with what they may do now, without session, address or cookies of anybody. */
export function callAgain(house: House, actor: Actor, { ifMatch, locale }: KeptCall): Call {
  return {
    house,
    actor,
    locale,
    ifMatch,
    requestId: randomUUID(),
    ip: '',
    basketToken: undefined,
    sessionToken: undefined,
    userAgent: undefined,
    cookie: () => undefined,
    setCookie: () => {},
  }
}

/** What of a route can be tried and rolled back. A route of several transactions says itself which of them that is. */
export function rehearsalOf(route: Route) {
  return route.rehearse ?? route.command
}
