import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { isUuid } from '../../kernel/ids.ts'
import type { Actor, House } from '../context.ts'
import { identify, isCrossSite, refuse } from '../http/server.ts'
import type { Translations } from '../i18n/translate.ts'
import { hostRefusals } from '../refusals.ts'
import type { FactRules } from './fact-rule.ts'
import { LiveHub, type LiveEvent } from './hub.ts'
import { toldTo } from './told-to.ts'
import { TaskWatch, type TaskProgress } from './task-watch.ts'

export interface LiveOptions {
  readonly findActor: (house: House, token: string) => Promise<Actor | undefined>
  readonly translations: Translations
  /** Who hears of what; an event whose subject is not among them is told to nobody. */
  readonly facts: FactRules
  readonly heartbeatMs?: number
}

const HEARTBEAT_MS = 15_000
const MOST_STREAMS = 500
/** A browser that does not read would make this process keep everything for it. */
const MOST_UNREAD_BYTES = 262_144
const RESET = 'event: reset\ndata: {}\n\n'

interface Stream {
  readonly response: ServerResponse
  readonly house: House
  readonly token: string
  actor: Actor & { kind: 'staff' }
  /** What is being told: a stream tells in the order in which things happened. */
  telling: Promise<void>
}

/**
 * GET /api/live: server-sent events (WHATWG HTML, 9.2) for staff: `{id, name, refKind, refId, occurredAt}`, no content, so
 * that screens ask for what they show and are refused what they may not see. Each event goes to those who may read
 * its subject (fact-rule.ts), and lies within what they are narrowed to. Told at least once; after a lost connection the browser's Last-Event-ID resumes, and `reset` says that too
 * much was missed. Besides, everybody hears of their own long work (`task.progressed.v1`, with its figures, since nobody else
 * is told); it carries no id to resume from, since a list of open tasks says it all. With each heartbeat the session and its permissions are read anew.
 */
export function mountLive(app: FastifyInstance, options: LiveOptions): void {
  const hubs = new Map<string, LiveHub>()
  const watches = new Map<string, TaskWatch>()
  const streams = new Set<Stream>()

  app.get('/api/live', async (request, reply) => {
    await identify(request, options)
    const { actor, house, sessionToken } = request
    if (isCrossSite(request)) return refuse(request, reply, options, hostRefusals.cross_site().refusal)
    if (actor.kind === 'guest') return refuse(request, reply, options, hostRefusals.not_signed_in().refusal)
    if (actor.kind !== 'staff' || sessionToken === undefined) {
      return refuse(request, reply, options, hostRefusals.not_allowed().refusal)
    }
    if (streams.size >= MOST_STREAMS) {
      return refuse(request, reply, options, hostRefusals.too_many_requests({ params: { seconds: 60 } }).refusal)
    }
    const hub = hubs.get(house.organisation.id) ?? new LiveHub(house)
    hubs.set(house.organisation.id, hub)
    const watch = watches.get(house.organisation.id) ?? new TaskWatch(house)
    watches.set(house.organisation.id, watch)
    const stream: Stream = { response: reply.raw, house, token: sessionToken, actor, telling: Promise.resolve() }
    streams.add(stream)
    const tell = (events: readonly LiveEvent[]) => tellPermitted(stream, events, options.facts)
    let gone = false
    let leave = () => {}
    const unwatch = watch.listen(actor.id, (tasks) => tellTasks(stream, tasks))
    reply.raw.on('close', () => {
      gone = true
      streams.delete(stream)
      unwatch()
      leave()
    })
    const headers = reply.getHeaders() as OutgoingHttpHeaders
    reply.hijack()
    open(stream, headers)
    // Listening first, then what was missed: an event in between is told twice rather than never.
    try {
      leave = await hub.listen(tell)
      if (gone) return leave()
      await resume(hub, stream, request.headers['last-event-id'], tell)
    } catch {
      // The database is away; the browser tries again by itself.
      reply.raw.end()
    }
  })

  const heartbeat = setInterval(() => {
    for (const stream of streams) void beat(stream, options)
  }, options.heartbeatMs ?? HEARTBEAT_MS)
  heartbeat.unref()

  // Before the server waits for open connections: these would never end by themselves.
  app.addHook('preClose', async () => {
    clearInterval(heartbeat)
    for (const hub of hubs.values()) hub.stop()
    for (const watch of watches.values()) watch.stop()
    for (const { response } of streams) response.end()
  })
}

function open({ response }: Stream, headers: OutgoingHttpHeaders): void {
  response.writeHead(200, {
    ...headers,
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // Proxies that collect answers before passing them on (nginx) are asked not to.
    'x-accel-buffering': 'no',
  })
  response.write('retry: 2000\n\n')
}

async function resume(
  hub: LiveHub,
  stream: Stream,
  lastId: string | string[] | undefined,
  tell: (events: readonly LiveEvent[]) => void,
): Promise<void> {
  if (typeof lastId !== 'string' || lastId === '') return
  const missed = isUuid(lastId) ? await hub.missedSince(lastId).catch(() => undefined) : undefined
  if (missed) tell(missed)
  else write(stream, RESET)
}

/** What cannot be told ends the stream: the browser comes back and asks for what it missed. */
function tellPermitted(stream: Stream, events: readonly LiveEvent[], facts: FactRules): void {
  stream.telling = stream.telling
    .then(async () => {
      const told = await toldTo(stream.house, stream.actor, events, facts)
      if (told === 'too many') return write(stream, RESET)
      const text = told
        .map((event) => `id: ${event.id}\nevent: ${event.name}\ndata: ${JSON.stringify(event)}\n\n`)
        .join('')
      if (text !== '') write(stream, text)
    })
    .catch(() => void stream.response.end())
}

function tellTasks(stream: Stream, tasks: readonly TaskProgress[]): void {
  const name = 'task.progressed.v1'
  const text = tasks
    .map(({ changedAt, ...task }) => ({
      id: task.id,
      name,
      refKind: 'task',
      refId: task.id,
      occurredAt: changedAt,
      task,
    }))
    .map((event) => `event: ${name}\ndata: ${JSON.stringify(event)}\n\n`)
    .join('')
  write(stream, text)
}

async function beat(stream: Stream, { findActor }: LiveOptions): Promise<void> {
  try {
    const actor = await findActor(stream.house, stream.token)
    if (actor?.kind !== 'staff') return void stream.response.end()
    stream.actor = actor
  } catch {
    // The database is away: nothing can be told now, and the next beat asks again.
  }
  write(stream, ': beat\n\n')
}

function write({ response }: Stream, text: string): void {
  if (response.writableEnded || response.destroyed) return
  if (response.writableLength > MOST_UNREAD_BYTES) return void response.destroy()
  response.write(text)
}
