import type { RelatedSource } from '../../../host/records/related.ts'
import { listPoliciesOfOrder } from './policies.ts'

// i18n-dynamic: legal.kinds.*

/** Under which policies an order was sold, on its page. */
export const policiesOfOrder: RelatedSource = {
  name: 'policies',
  permission: 'legal:read',
  find: async (reader, { id, limit, translate }) => {
    const versions = await listPoliciesOfOrder(reader, id)
    return versions.slice(0, limit).map(({ id: version, market, kind, number, effectiveAt }) => ({
      type: 'policy_version',
      id: version,
      title: translate('legal.version_of', { kind: translate(`legal.kinds.${kind}`), number }),
      at: effectiveAt,
      place: { path: `/policies/${market}/${kind}` },
    }))
  },
}
