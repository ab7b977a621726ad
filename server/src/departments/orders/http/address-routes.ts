import { Type } from 'typebox'
import { query, type Route } from '../../../host/http/route.ts'
import { nullable } from '../../../host/http/schemas.ts'
import { ok } from '../../../kernel/result.ts'
import { readAddressFormat, REGION_KINDS } from '../queries/read-address-format.ts'

const fieldSchema = Type.String({ description: 'name, company, street, street2, postcode, city, region or phone.' })

export const addressRoutes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/address-formats/:country',
    operationId: 'getAddressFormat',
    summary: 'How addresses of a country are written',
    description: 'A country that the house does not know takes the plain form with any postcode.',
    permission: 'public',
    own: 'none',
    params: Type.Object({ country: Type.String({ pattern: '^[A-Z]{2}$' }) }),
    response: Type.Object({
      country: Type.String(),
      order: Type.Array(fieldSchema, { description: 'As an envelope reads, top to bottom.' }),
      required: Type.Array(fieldSchema),
      postcodeExample: Type.String(),
      postcodePattern: nullable(Type.String({ description: 'A regular expression; letters of either case.' })),
      region: nullable(Type.Enum([...REGION_KINDS], { description: 'What a region is called there.' })),
      postcodeKind: Type.Enum(['postal', 'zip', 'eircode']),
      regions: nullable(Type.Array(Type.Object({ value: Type.String(), name: Type.String() }))),
    }),
    answer: async (_call, { params }) => ok(readAddressFormat(params.country)),
  }),
]
