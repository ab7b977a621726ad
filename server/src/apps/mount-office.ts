import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import serveStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'

const places = ['../../../backoffice/dist', '../../office'].map((path) => fileURLToPath(new URL(path, import.meta.url)))
const A_YEAR_SECONDS = 31_536_000

/**
 * The back office below /office: its built files, and its one page for every address that is no file, since the screens
 * find their way by themselves. Where it was not built, a sentence says how.
 */
export function mountOffice(app: FastifyInstance): void {
  const folder = places.find((place) => existsSync(join(place, 'index.html')))
  if (folder === undefined) {
    const say = (reply: FastifyReply) =>
      reply
        .code(503)
        .type('text/plain; charset=utf-8')
        .send('The back office is not built yet: run "npm run build", then start again.\n')
    app.get('/office', async (_request, reply) => say(reply))
    app.get('/office/*', async (_request, reply) => say(reply))
    return
  }
  void app.register(serveStatic, {
    root: folder,
    prefix: '/office/',
    serve: false,
    cacheControl: false,
    etag: true,
    // The build lays a compressed twin beside each file.
    preCompressed: true,
  })
  const page = (reply: FastifyReply) => reply.header('cache-control', 'no-cache').sendFile('index.html')
  app.get('/office', async (_request, reply) => page(reply))
  app.get<{ Params: { '*': string } }>('/office/*', async (request, reply) => {
    const path = request.params['*']
    if (!/\.\w+$/.test(path)) return page(reply)
    // Built files carry the hash of their content in their name.
    const cache = path.startsWith('assets/') ? `public, max-age=${A_YEAR_SECONDS}, immutable` : 'no-cache'
    return reply.header('cache-control', cache).sendFile(path)
  })
}
