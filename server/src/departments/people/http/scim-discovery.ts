import type { House } from '../../../host/context.ts'
import { GROUP, MOST, presentList, USER } from './scim-views.ts'

/** What the house can do of SCIM 2.0 (RFC 7643, 5 to 7), for programs that ask first. */
const CONFIG = 'urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'
const TYPE = 'urn:ietf:params:scim:schemas:core:2.0:ResourceType'
const SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:Schema'

type Place = Pick<House, 'publicUrl'>
const at = ({ publicUrl }: Place, path: string) => `${publicUrl}/api/scim/v2${path}`

export const serviceProviderConfig = (house: Place) => ({
  schemas: [CONFIG],
  documentationUri: 'https://datatracker.ietf.org/doc/html/rfc7644',
  patch: { supported: true },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: MOST },
  changePassword: { supported: false },
  sort: { supported: false },
  etag: { supported: true },
  authenticationSchemes: [
    {
      type: 'oauthbearertoken',
      name: 'API key',
      description: 'A key with the permission to provision, in the header Authorization: Bearer.',
      primary: true,
    },
  ],
  meta: { resourceType: 'ServiceProviderConfig', location: at(house, '/ServiceProviderConfig') },
})

export function resourceTypes(house: Place) {
  const types = [
    { name: 'User', endpoint: '/Users', schema: USER },
    { name: 'Group', endpoint: '/Groups', schema: GROUP },
  ].map(({ name, endpoint, schema }) => ({
    schemas: [TYPE],
    ...{ id: name, name, endpoint, schema },
    meta: { resourceType: 'ResourceType', location: at(house, `/ResourceTypes/${name}`) },
  }))
  return presentList(types, { total: types.length, startIndex: 1 })
}

interface Trait {
  readonly type?: string
  readonly required?: boolean
  readonly mutability?: string
  readonly uniqueness?: string
  readonly multiValued?: boolean
  readonly subAttributes?: readonly object[]
}

function attribute(name: string, { type = 'string', ...trait }: Trait = {}) {
  const usual = { multiValued: false, required: false, caseExact: false, mutability: 'readWrite', returned: 'default' }
  return { name, type, description: name, ...usual, uniqueness: 'none', ...trait }
}

const ATTRIBUTES = {
  User: [
    attribute('userName', { required: true, mutability: 'immutable', uniqueness: 'server' }),
    attribute('displayName'),
    attribute('name', {
      type: 'complex',
      subAttributes: [attribute('formatted'), attribute('givenName'), attribute('familyName')],
    }),
    attribute('title'),
    attribute('preferredLanguage'),
    attribute('timezone'),
    attribute('active', { type: 'boolean' }),
    attribute('emails', {
      ...{ type: 'complex', multiValued: true, mutability: 'readOnly' },
      subAttributes: [attribute('value'), attribute('type'), attribute('primary', { type: 'boolean' })],
    }),
    attribute('groups', {
      ...{ type: 'complex', multiValued: true, mutability: 'readOnly' },
      subAttributes: [attribute('value'), attribute('type')],
    }),
  ],
  Group: [
    attribute('displayName', { required: true, mutability: 'immutable', uniqueness: 'server' }),
    attribute('members', {
      ...{ type: 'complex', multiValued: true },
      subAttributes: [attribute('value'), attribute('display'), attribute('type')],
    }),
  ],
} as const

export function schemas(house: Place) {
  const told = Object.entries(ATTRIBUTES).map(([name, attributes]) => {
    const id = name === 'User' ? USER : GROUP
    return {
      schemas: [SCHEMA],
      ...{ id, name, description: name, attributes },
      meta: { resourceType: 'Schema', location: at(house, `/Schemas/${id}`) },
    }
  })
  return presentList(told, { total: told.length, startIndex: 1 })
}
