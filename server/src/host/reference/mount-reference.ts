import { readFileSync } from 'node:fs'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Html } from '../http/html.ts'
import type { EnglishWords } from './english-words.ts'
import { errorsPage } from './errors-page.ts'
import { referencePage, type ApiDocument } from './reference-page.ts'

export interface ReferenceOptions {
  readonly describe: () => Promise<object>
  readonly refusals: readonly object[]
  readonly words: EnglishWords
}

/** /openapi.json, and two pages for people: /reference of all operations, /errors of all refusals. */
export function mountReference(app: FastifyInstance, { describe, refusals, words }: ReferenceOptions): void {
  // Made at the first question, once: nothing of it changes while the process lives.
  let document: Promise<object> | undefined
  const documentOnce = () => (document ??= describe())
  const styles = readFileSync(new URL('reference.css', import.meta.url), 'utf8')

  app.get('/openapi.json', async (_request, reply) => {
    return reply.header('cache-control', 'public, max-age=60').send(await documentOnce())
  })
  app.get('/reference', async (_request, reply) => page(reply, referencePage((await documentOnce()) as ApiDocument)))
  app.get('/errors', async (_request, reply) => page(reply, errorsPage(refusals, words)))
  app.get('/reference/style.css', async (_request, reply) => {
    return reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=3600').send(styles)
  })
}

function page(reply: FastifyReply, content: Html): FastifyReply {
  return reply.type('text/html; charset=utf-8').header('cache-control', 'public, max-age=60').send(content.text)
}
