import { systemClock } from '../host/clock.ts'
import { secretFrom } from '../host/config/secret.ts'
import type { Settings } from '../host/config/settings.ts'
import type { Organisation } from '../host/context.ts'
import type { Log } from '../host/log/log.ts'
import { openOrganisations, type Organisations } from '../host/organisations/organisations.ts'
import type { Ground } from './ground.ts'
import type { Blueprint } from './house.ts'
import { brandFolderOf } from './brand-folder.ts'
import { guardPorts } from './guard-ports.ts'
import { mailLogo } from './mail-logo.ts'
import { openPorts } from './ports.ts'

export interface Furnishing {
  readonly settings: Settings
  readonly ground: Ground
  readonly blueprint: Blueprint
  readonly log: Log
  readonly applicationName: string
}

/** The houses of all organisations of this server, fitted out as the settings say. */
export function openHouses({ settings, ground, blueprint, log, applicationName }: Furnishing): Organisations {
  const { subscriptions, translations } = blueprint
  const guards = guardPorts(blueprint)
  const ports = openPorts(settings, ground.secret)
  const brandFolder = brandFolderOf(settings.dataFolder)
  const logoOf = (organisation: Organisation) => mailLogo(brandFolder({ organisation }))
  const organisations = openOrganisations({
    appUrl: ground.appUrl,
    connections: settings.databaseConnections,
    applicationName,
    clock: systemClock,
    log,
    subscriptions,
    translations,
    linkKey: ground.secret.keyFor('links'),
    formerLinkKeys: settings.formerSecrets.map((text) => secretFrom(text).keyFor('links')),
    publicUrl: settings.publicUrl,
    portsFor: (organisation) => ({
      ...ports.portsFor(organisation),
      plans: blueprint.plans,
      mails: { ...blueprint.mails, logo: logoOf(organisation) },
      records: blueprint.records,
      ...guards,
    }),
  })
  return {
    findByHost: organisations.findByHost,
    list: organisations.list,
    registry: organisations.registry,
    get openPools() {
      return organisations.openPools
    },
    async close() {
      ports.close()
      await organisations.close()
    },
  }
}
