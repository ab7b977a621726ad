import type { Dialect } from '../../../host/http/route.ts'

const ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error'

/** RFC 7644, 3.12: what else a client can do about it is told by one word. */
const TYPES: Readonly<Record<string, { readonly status: number; readonly scimType: string }>> = {
  'people.email_taken': { status: 409, scimType: 'uniqueness' },
  'people.scim_filter': { status: 400, scimType: 'invalidFilter' },
  'people.scim_path': { status: 400, scimType: 'invalidPath' },
  'people.scim_value': { status: 400, scimType: 'invalidValue' },
  'people.scim_no_such_role': { status: 400, scimType: 'invalidValue' },
  'people.scim_fixed': { status: 400, scimType: 'mutability' },
  'people.invalid_email': { status: 400, scimType: 'invalidValue' },
  'host.invalid_input': { status: 400, scimType: 'invalidValue' },
  'host.malformed_body': { status: 400, scimType: 'invalidSyntax' },
}

/** RFC 7644, 3.1: its own kind of JSON, weak tags of versions, and errors with their status as a text. */
export const scimDialect: Dialect = {
  contentType: 'application/scim+json; charset=utf-8',
  refuse: ({ code, status, detail, remedy, requestId }) => {
    const { scimType, status: own = status } = TYPES[code] ?? {}
    const type = scimType === undefined ? {} : { scimType }
    return {
      status: own,
      body: { schemas: [ERROR], status: String(own), ...type, detail: `${detail} ${remedy}`, code, requestId },
    }
  },
  tag: (version) => `W/"${version}"`,
}
