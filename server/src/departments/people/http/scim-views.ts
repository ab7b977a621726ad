import type { House } from '../../../host/context.ts'
import type { PageAsked, ScimGroupRow, ScimUserRow } from '../queries/scim.ts'

export const USER = 'urn:ietf:params:scim:schemas:core:2.0:User'
export const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group'
const LIST = 'urn:ietf:params:scim:api:messages:2.0:ListResponse'

type Place = Pick<House, 'publicUrl'>

const baseOf = ({ publicUrl }: Place) => `${publicUrl}/api/scim/v2`

export function presentUser(house: Place, row: ScimUserRow) {
  const { id, email, name, job_title: title, locale, time_zone: timezone, active, version } = row
  const names = {
    formatted: name,
    ...(row.given_name === null ? {} : { givenName: row.given_name }),
    ...(row.family_name === null ? {} : { familyName: row.family_name }),
  }
  return {
    schemas: [USER],
    id,
    ...(row.external_id === null ? {} : { externalId: row.external_id }),
    userName: email,
    name: names,
    displayName: name,
    ...(title === null ? {} : { title }),
    preferredLanguage: locale,
    ...(timezone === null ? {} : { timezone }),
    active,
    emails: [{ value: email, type: 'work', primary: true }],
    groups: row.roles.map((code) => ({ value: code, $ref: `${baseOf(house)}/Groups/${code}`, type: 'direct' })),
    meta: {
      resourceType: 'User',
      created: row.created_at.toISOString(),
      lastModified: (row.updated_at ?? row.created_at).toISOString(),
      location: `${baseOf(house)}/Users/${id}`,
      version: `W/"${version}"`,
    },
    version,
  }
}

export function presentGroup(
  house: Place,
  { code, names, external_id: external, members }: ScimGroupRow,
  without = '',
) {
  const isShort = without
    .toLowerCase()
    .split(/\s*,\s*/)
    .includes('members')
  return {
    schemas: [GROUP],
    id: code,
    ...(external === null ? {} : { externalId: external }),
    displayName: names.en,
    ...(isShort
      ? {}
      : { members: members.map((one) => ({ ...one, $ref: `${baseOf(house)}/Users/${one.value}`, type: 'User' })) }),
    meta: { resourceType: 'Group', location: `${baseOf(house)}/Groups/${code}` },
  }
}

export function presentList(
  resources: readonly object[],
  { total, startIndex }: { total: number; startIndex: number },
) {
  return {
    schemas: [LIST],
    totalResults: total,
    startIndex,
    itemsPerPage: resources.length,
    Resources: resources,
  }
}

export const MOST = 200

/** Behind everybody, and still a number that a database can count. */
const FARTHEST = 1_000_000_000

/** RFC 7644, 3.4.2.4: below one is one, more than there is room for is as much as there is room for. */
export function pageAsked({ startIndex = 1, count = 100 }: { startIndex?: number; count?: number }): PageAsked {
  return { startIndex: Math.min(FARTHEST, Math.max(1, startIndex)), count: Math.min(MOST, Math.max(0, count)) }
}
