import type { Channel, Entity, Market } from './organisation.ts'

export interface OrganisationDefinition {
  readonly entities: readonly Omit<Entity, 'id'>[]
  /** In the shop's order: where two markets serve a country, the first does. */
  readonly markets: readonly (Omit<Market, 'id' | 'entityId' | 'entityCountry' | 'timeZone'> & {
    readonly entityCode: string
    /** By language; a market without one goes by its countries. */
    readonly names?: Readonly<Record<string, string>>
  })[]
  readonly channels: readonly (Omit<Channel, 'id'> & { readonly names: Readonly<Record<string, string>> })[]
}
