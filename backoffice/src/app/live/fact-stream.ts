/** A fact that just happened, as `GET /api/live` tells it. */
export interface LiveEvent {
  readonly id: string
  readonly name: string
  readonly refKind: string
  readonly refId: string
  readonly occurredAt: string
  /** Only with `task.progressed.v1`. */
  readonly task?: TaskProgress
}

export interface TaskProgress {
  readonly id: string
  readonly kind: string
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  readonly doneCount: number
  readonly totalCount: number | null
  readonly cancelAskedAt: string | null
  readonly finishedAt: string | null
}

interface FactStreamOptions {
  readonly onFact: (fact: LiveEvent) => void
  /** Too much was missed to be told one by one: read everything that is shown anew. */
  readonly onReset: () => void
  readonly signal: AbortSignal
}

const PATIENCE_MS = [1000, 2000, 5000, 10_000, 30_000]

/**
 * Reads the stream of server-sent events (WHATWG HTML, 9.2) for as long as the signal allows. EventSource would want every
 * event's name beforehand, and departments add theirs; and it hides a session's end, which stops this reader.
 */
export async function readFacts({ onFact, onReset, signal }: FactStreamOptions): Promise<void> {
  let lastId = ''
  for (let failures = 0; !signal.aborted;) {
    try {
      const response = await fetch('/api/live', {
        headers: { accept: 'text/event-stream', ...(lastId ? { 'last-event-id': lastId } : {}) },
        signal,
      })
      if (response.status === 401 || response.status === 403) return
      if (!response.ok || !response.body) throw new Error(String(response.status))
      // The first connection has missed nothing; a later one without a place to resume from may have.
      if (failures > 0 && lastId === '') onReset()
      for await (const event of eventsOf(response.body)) {
        failures = 0
        if (event.id) lastId = event.id
        if (event.kind === 'reset') onReset()
        else if (event.data) onFact(JSON.parse(event.data) as LiveEvent)
      }
    } catch {
      // Away, or closed by us: the loop's condition tells which.
    }
    failures++
    await pause(PATIENCE_MS[Math.min(failures, PATIENCE_MS.length) - 1] ?? 0, signal)
  }
}

interface RawEvent {
  id: string
  kind: string
  data: string
}

async function* eventsOf(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<RawEvent> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    rest += value
    const blocks = rest.split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) yield eventOf(block)
  }
}

export function eventOf(block: string): RawEvent {
  const event: RawEvent = { id: '', kind: 'message', data: '' }
  for (const line of block.split('\n')) {
    const [, field, value = ''] = /^(id|event|data): ?(.*)$/.exec(line) ?? []
    if (field === 'id') event.id = value
    if (field === 'event') event.kind = value
    if (field === 'data') event.data += event.data === '' ? value : `\n${value}`
  }
  return event
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
  })
}
