import type { Database } from '../../../host/database/pool.ts'
import { readSetting } from '../../../host/settings/read-setting.ts'
import { choiceSetting } from '../../../host/settings/setting.ts'
import type { PublicationNeeds } from '../domain/judge-publication.ts'

const common = { read: 'catalog:read', write: 'catalog:publish', affects: ['catalog.areas.publication'] } as const

/** How complete a product has to be before it goes into the shop. */
export const completenessNeeded = choiceSetting({
  ...common,
  key: 'catalog.completeness_needed',
  choices: ['none', 'p50', 'p80', 'p100'],
  default: 'none',
})

/** Regulation (EU) 2023/988 art. 19: whether a product without maker and responsible person is kept out of the shop. */
export const safetyNeeded = choiceSetting({
  ...common,
  key: 'catalog.safety_needed',
  choices: ['told', 'refused'],
  default: 'told',
})

const PERCENT: Readonly<Record<string, number>> = { p50: 50, p80: 80, p100: 100 }

export async function readPublicationRule(reader: Pick<Database, 'row'>): Promise<PublicationNeeds> {
  const [needed, safety] = await Promise.all([
    readSetting(reader, completenessNeeded),
    readSetting(reader, safetyNeeded),
  ])
  return { completeness: PERCENT[needed] ?? 0, safety: safety === 'refused' }
}
