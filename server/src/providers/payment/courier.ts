import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { Desk } from './desk.ts'
import type { Change, Delivery } from './model.ts'
import { signWebhook } from './signature.ts'

/**
 * Carries events to the shop. Events of one session go one after the other (a failed one steps back and lets the
 * next pass); sessions go side by side. A failure is tried again after 1 s, 2 s, 4 s ...; the tenth is the last.
 * Progress is written without waiting for the disk: a crash may repeat a delivery, never lose one.
 */
export interface CourierOptions {
  url: string
  key: Buffer
  retryAfterMs: number
  answerWithinMs: number
}

const mostTries = 10
const mostAtOnce = 8

export class Courier {
  readonly #options: CourierOptions
  readonly #timers = new Map<string, NodeJS.Timeout>()
  /** Due deliveries by lane; a lane in this map is either in #ready or being served. */
  readonly #lanes = new Map<string, string[]>()
  #ready: string[] = []
  #busy = 0
  #desk: Desk | undefined
  readonly #stopping = new AbortController()

  constructor(options: CourierOptions) {
    this.#options = options
  }

  /** Begins with what an earlier life left undelivered. */
  start(desk: Desk): void {
    this.#desk = desk
    this.schedule([...desk.book.deliveries.values()])
  }

  schedule(deliveries: readonly Delivery[]): void {
    for (const delivery of deliveries) {
      if (delivery.reversed && delivery.failures === 0) this.#after(delivery.notBefore, delivery.lane, delivery.lane)
      else this.#after(delivery.notBefore, delivery.id, delivery.lane)
    }
  }

  stop(): void {
    this.#stopping.abort()
    for (const timer of this.#timers.values()) clearTimeout(timer)
    this.#timers.clear()
  }

  /** `what` is one delivery, or a lane told backwards whose events come due as one. */
  #after(time: number, what: string, lane: string): void {
    if (this.#stopping.signal.aborted || this.#timers.has(what)) return
    const comeDue = (): void => {
      this.#timers.delete(what)
      this.#comeDue(lane, what === lane ? this.#held(lane) : [what])
    }
    this.#timers.set(what, setTimeout(comeDue, Math.max(0, time - Date.now())))
  }

  #held(lane: string): string[] {
    const all = [...(this.#desk?.book.deliveries.values() ?? [])]
    return all.filter((each) => each.lane === lane && each.reversed && each.failures === 0).map((each) => each.id)
  }

  #comeDue(lane: string, ids: readonly string[]): void {
    const waiting = this.#lanes.get(lane)
    if (waiting === undefined) {
      this.#lanes.set(lane, [...ids])
      this.#ready.push(lane)
    } else {
      waiting.push(...ids.filter((id) => !waiting.includes(id)))
    }
    this.#serve()
  }

  #serve(): void {
    while (this.#busy < mostAtOnce) {
      const lane = this.#ready.shift()
      if (lane === undefined) return
      this.#busy += 1
      void this.#serveLane(lane).finally(() => {
        this.#busy -= 1
        this.#serve()
      })
    }
  }

  async #serveLane(lane: string): Promise<void> {
    for (let next = this.#takeFirst(lane); next !== undefined; next = this.#takeFirst(lane)) await this.#deliver(next)
    this.#lanes.delete(lane)
  }

  #takeFirst(lane: string): Delivery | undefined {
    const ids = this.#lanes.get(lane) ?? []
    const due = ids.flatMap((id) => this.#desk?.book.deliveries.get(id) ?? []).toSorted((a, b) => a.order - b.order)
    const first = due[0]
    if (first === undefined || this.#stopping.signal.aborted) return undefined
    ids.splice(ids.indexOf(first.id), 1)
    return first
  }

  async #deliver(delivery: Delivery): Promise<void> {
    let { copiesLeft } = delivery
    while (copiesLeft > 0) {
      const taken = await this.#send(delivery)
      if (this.#stopping.signal.aborted) return
      if (!taken) {
        this.#stepBack({ ...delivery, copiesLeft })
        return
      }
      copiesLeft -= 1
    }
    this.#write({ deliveryEnded: delivery.id })
  }

  #stepBack(delivery: Delivery): void {
    const failures = delivery.failures + 1
    const { id, copiesLeft } = delivery
    const notBefore = Date.now() + this.#options.retryAfterMs * 2 ** (failures - 1)
    const change =
      failures >= mostTries ? { deliveryEnded: id } : { deliveryProgress: { id, failures, copiesLeft, notBefore } }
    this.#write(change)
    if (failures < mostTries) this.#after(notBefore, id, delivery.lane)
  }

  #write(change: Change): void {
    const desk = this.#desk
    desk?.run(() => desk.put(change)).durable.catch(() => undefined)
  }

  /** True when the shop answered 2xx in time. */
  #send(delivery: Delivery): Promise<boolean> {
    const { url, key, answerWithinMs } = this.#options
    const send = url.startsWith('https:') ? httpsRequest : httpRequest
    const signal = AbortSignal.any([this.#stopping.signal, AbortSignal.timeout(answerWithinMs)])
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(delivery.body),
      'user-agent': 'Devpay',
      ...signWebhook(key, delivery.id, Math.floor(Date.now() / 1000), delivery.body),
    }
    return new Promise((resolve) => {
      const sending = send(url, { method: 'POST', headers, signal }, (response) => {
        const { statusCode = 0 } = response
        response.on('error', () => resolve(false))
        response.on('end', () => resolve(statusCode >= 200 && statusCode < 300))
        response.resume()
      })
      sending.on('error', () => resolve(false))
      sending.end(delivery.body)
    })
  }
}
