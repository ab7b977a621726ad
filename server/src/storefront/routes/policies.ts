import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Locale } from '../../host/i18n/locales.ts'
import { isPolicyKind, type PolicyKind } from '../../departments/legal/index.ts'
import { sendPage, type Desk, type PageCall } from '../desk.ts'
import { policiesPage, policyTitle, policyVersionPage } from '../pages/policy.ts'
import { readPolicies, readPolicyVersion } from '../reads/read-policies.ts'

/** What a contract is made of, on one page. */
const TERMS: readonly PolicyKind[] = ['sales', 'shipping', 'returns', 'warranty']

/** Never from the cache of pages: what is in force changes by the clock, too. */
export function mountPolicies(scope: FastifyInstance, desk: Desk, locale: Locale): void {
  scope.get('/terms', desk.own(locale, showTerms))
  scope.get('/privacy', desk.own(locale, showPrivacy))
  scope.get('/policies/:which', desk.own(locale, showPolicy))
}

async function showTerms({ house, visit, reply }: PageCall): Promise<FastifyReply> {
  const policies = await readPolicies(house, visit, TERMS)
  return sendPage(reply, policiesPage(visit, { path: '/terms', title: visit.t('plain.terms.title'), policies }))
}

async function showPrivacy({ house, visit, reply }: PageCall): Promise<FastifyReply> {
  const policies = await readPolicies(house, visit, ['privacy'])
  return sendPage(reply, policiesPage(visit, { path: '/privacy', title: visit.t('plain.privacy.title'), policies }))
}

/** By kind what is in force now; by id one version for ever, as orders and mails point to it. */
async function showPolicy({ house, visit, reply, request }: PageCall): Promise<FastifyReply> {
  const { which } = request.params as { which: string }
  if (isPolicyKind(which)) {
    const policies = await readPolicies(house, visit, [which])
    const title = policyTitle(visit, which)
    return sendPage(reply, policiesPage(visit, { path: `/policies/${which}`, title, policies }))
  }
  const version = await readPolicyVersion(house, visit, which)
  if (version) return sendPage(reply, policyVersionPage(visit, version))
  reply.callNotFound()
  return reply
}
