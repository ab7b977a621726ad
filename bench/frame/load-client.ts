/**
 * A program of its own that asks one server for one page, over and over on connections that stay open, and checks every
 * answer. `{n}` in the path becomes a number that never repeats.
 *
 *   node load-client.ts PORT PATH REQUESTS CONNECTIONS [HEADER: value]…     prints {"seconds": …}
 *
 * Not wrk: it counts what it did in a time, and this comparison needs an exact number of answers that were all right.
 */
import { connect } from 'node:net'
import { fileURLToPath } from 'node:url'

export const loadClient = fileURLToPath(import.meta.url)

const END_OF_HEAD = '\r\n\r\n'

interface Job {
  readonly port: number
  readonly request: () => string | undefined
}

/** Asks until there is nothing left to ask for. */
function askAll({ port, request }: Job): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    let missing = 0
    let head: Buffer | undefined
    const next = (): void => {
      const text = request()
      if (text === undefined) socket.end(() => resolve())
      else socket.write(text)
    }
    socket.on('connect', next)
    socket.on('error', reject)
    socket.on('data', (chunk: Buffer) => {
      if (missing === 0) {
        head = head ? Buffer.concat([head, chunk]) : chunk
        const end = head.indexOf(END_OF_HEAD)
        if (end < 0) return
        missing = bodyLength(head.toString('latin1', 0, end)) - (head.length - end - END_OF_HEAD.length)
        head = undefined
      } else {
        missing -= chunk.length
      }
      if (missing < 0) reject(new Error('an answer was longer than it said'))
      else if (missing === 0) next()
    })
  })
}

function bodyLength(head: string): number {
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
  if (!head.startsWith('HTTP/1.1 200 ') || length === undefined)
    throw new Error(`an answer that was not looked for:\n${head}`)
  return Number(length)
}

async function main([port, path, requests, connections, ...headers]: string[]): Promise<void> {
  const total = Number(requests)
  const first = Date.now() * 1_000
  let asked = 0
  const request = (): string | undefined => {
    if (asked >= total) return undefined
    asked += 1
    const target = path?.replace('{n}', String(first + asked))
    return `GET ${target} HTTP/1.1\r\nHost: localhost\r\n${headers.map((header) => `${header}\r\n`).join('')}\r\n`
  }
  const begun = performance.now()
  await Promise.all(Array.from({ length: Number(connections) }, () => askAll({ port: Number(port), request })))
  process.stdout.write(JSON.stringify({ seconds: (performance.now() - begun) / 1000 }))
}

if (process.argv[1] === loadClient) await main(process.argv.slice(2))
