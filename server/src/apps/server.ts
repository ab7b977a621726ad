import type { FastifyInstance } from 'fastify'
import type { House } from '../host/context.ts'
import { mountFiles } from '../host/files/index.ts'
import { describeApi } from '../host/http/openapi.ts'
import type { Route } from '../host/http/route.ts'
import { buildServer } from '../host/http/server.ts'
import { mountLive } from '../host/live/mount-live.ts'
import type { Log } from '../host/log/log.ts'
import { englishWords } from '../host/reference/english-words.ts'
import { mountReference } from '../host/reference/mount-reference.ts'
import { mountStorefront } from '../storefront/index.ts'
import { brandFolderOf } from './brand-folder.ts'
import { filesFolderOf } from './files-folder.ts'
import { lockActor } from '../departments/people/index.ts'
import { findActor } from './find-actor.ts'
import type { Room } from './departments.ts'
import type { Blueprint } from './house.ts'
import { mountOffice } from './mount-office.ts'
import { VERSION } from './version.ts'

export interface HouseServerOptions {
  readonly blueprint: Blueprint
  readonly findHouse: (hostName: string) => Promise<House | undefined>
  readonly log: Log
  /** What people type; https turns on strict transport security. */
  readonly publicUrl: string
  readonly trustProxy: boolean
  readonly dataFolder: string
  readonly onFault?: (faultId: string, error: unknown) => void
  /** Health and figures: of a process that serves, not of a test. */
  readonly mountTelemetry?: (app: FastifyInstance) => void
}

/** The whole house behind one port: API, pages, files, back office. */
export function buildHouseServer(options: HouseServerOptions): FastifyInstance {
  const { blueprint, log, publicUrl, trustProxy } = options
  const { routes, translations, permissions } = blueprint
  const https = publicUrl.startsWith('https:')
  return buildServer({
    routes,
    translations,
    log,
    trustProxy,
    https,
    knownPermissions: permissions,
    findHouse: options.findHouse,
    findActor,
    lockActor,
    ...(options.onFault ? { onFault: options.onFault } : {}),
    mount(app) {
      options.mountTelemetry?.(app)
      mountLive(app, { findActor, translations, facts: blueprint.facts })
      mountFiles(app, { folderOf: filesFolderOf(options.dataFolder) })
      mountOffice(app)
      mountStorefront(app, {
        translations,
        log,
        https,
        brandFolderOf: brandFolderOf(options.dataFolder),
        ...(options.onFault ? { onFault: options.onFault } : {}),
      })
      mountReference(app, {
        describe: () => describeHouse(blueprint, publicUrl),
        refusals: blueprint.refusals,
        words: englishWords(blueprint.texts),
      })
    },
  })
}

export function describeHouse({ rooms, hostSections }: Blueprint, server: string): ReturnType<typeof describeApi> {
  const sections = [...hostSections, ...sectionsOf(rooms)]
  const webhooks = rooms.flatMap(({ manifest }) => manifest.messages ?? [])
  return describeApi({ title: 'Fondaco', version: VERSION, server, sections, webhooks })
}

/** A flow's operations stand with the department whose nouns their addresses begin with: `/baskets/:id/order` with orders. */
function sectionsOf(rooms: readonly Room[]): { name: string; routes: Route[] }[] {
  const owners = new Map<string, string>()
  for (const { manifest, isFlow } of rooms) {
    if (!isFlow) for (const { path } of manifest.routes) owners.set(firstNoun(path), manifest.name)
  }
  const all = rooms.flatMap(({ manifest, isFlow }) =>
    manifest.routes.map((route) => ({
      route,
      name: (isFlow ? owners.get(firstNoun(route.path)) : undefined) ?? manifest.name,
    })),
  )
  return [...Map.groupBy(all, ({ name }) => name)].map(([name, listed]) => ({
    name,
    routes: listed.map(({ route }) => route),
  }))
}

const firstNoun = (path: string): string => path.split('/')[1] ?? ''
