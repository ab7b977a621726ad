import { Type } from 'typebox'
import { command, query, type Route } from '../../../host/http/route.ts'
import { idParams, idSchema, instantSchema } from '../../../host/http/schemas.ts'
import { namesOfStaff } from '../../../host/records/names-of-staff.ts'
import { ok } from '../../../kernel/result.ts'
import { listPoliciesInForce, type PolicyVersion } from '../queries/policies.ts'
import { publishPolicy } from '../use-cases/publish-policy.ts'
import { readyMadeDraft } from '../use-cases/ready-made.ts'
import { saveDraft } from '../use-cases/save-draft.ts'
import { getPolicyVersion, sellerOf, viewPolicy, viewRegister } from '../use-cases/view-policies.ts'
import { draftSchema, marketSchema, policyParams, policySchema, registerSchema, versionSchema } from './schemas.ts'

export const routes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/policies',
    operationId: 'listPolicies',
    summary: 'What a market promises now: one version of each kind, as text and as rules',
    permission: 'public',
    own: 'none',
    query: Type.Object({ market: marketSchema }),
    response: Type.Object({ items: Type.Array(versionSchema) }),
    answer: async ({ house }, { query: { market } }) => {
      const items = await listPoliciesInForce(house.database, { market, at: house.clock.now() })
      return ok({ items: items.map(presentVersion) })
    },
  }),
  query({
    method: 'GET',
    path: '/policies/:id',
    operationId: 'getPolicyVersion',
    summary: 'One published version, also after another took its place',
    permission: 'public',
    own: 'none',
    params: idParams,
    response: versionSchema,
    answer: async ({ house }, { params }) => {
      const found = await getPolicyVersion(house.database, params.id)
      return found.ok ? ok(presentVersion(found.value)) : found
    },
  }),
  query({
    method: 'GET',
    path: '/policy-register',
    operationId: 'listPolicyRegister',
    summary: 'Every market and kind of policy: what is in force, what is to come, what is being drafted',
    permission: 'legal:read',
    own: 'any',
    response: registerSchema,
    answer: async ({ house }) => {
      const rows = await viewRegister(house.database, house.clock.now())
      const items = rows.map(({ inForce, plannedAt, ...row }) => ({
        ...row,
        inForce: inForce ? { number: inForce.number, since: inForce.since.toISOString() } : null,
        plannedAt: plannedAt?.toISOString() ?? null,
      }))
      return ok({ items })
    },
  }),
  query({
    method: 'GET',
    path: '/policy-register/:market/:kind',
    operationId: 'getPolicy',
    summary: 'One policy of a market: its versions, its draft, and a draft to begin with',
    permission: 'legal:read',
    own: 'any',
    params: policyParams,
    response: policySchema,
    answer: async ({ house }, { params: { market: code, kind } }) => {
      const viewed = await viewPolicy(house.database, { market: code, kind, now: house.clock.now() })
      if (!viewed.ok) return viewed
      const { market, versions, draft, inForce, missing, behind, rules, blanks } = viewed.value
      const names = await namesOfStaff(
        house,
        versions.map(({ publishedBy }) => idOf(publishedBy)).filter((id) => id !== ''),
      )
      return ok({
        market: code,
        language: market.language,
        kind,
        rules: [...rules],
        blanks: [...blanks],
        inForce: inForce?.id ?? null,
        versions: versions.map((version) => ({
          ...presentVersion(version),
          publishedAt: version.publishedAt.toISOString(),
          publishedBy: names.get(idOf(version.publishedBy)) ?? null,
        })),
        draft: draft
          ? { texts: { ...draft.texts }, rules: draft.rules, version: draft.version, missing, behind }
          : null,
        fills: await sellerOf(house.database, house.organisation, code),
        readyMade: readyMadeDraft(house.translations, kind),
      })
    },
  }),
  command({
    method: 'PUT',
    path: '/policy-register/:market/:kind/draft',
    operationId: 'savePolicyDraft',
    summary: 'Begin or change the draft of a policy (If-Match: version)',
    permission: 'legal:write',
    own: 'any',
    params: policyParams,
    body: draftSchema,
    response: Type.Object({ version: Type.Integer() }),
    etag: 'version',
    command: (ctx, { params, body: { texts, rules } }, { ifMatch }) =>
      saveDraft(ctx, { key: params, draft: { texts: withoutGaps(texts), rules }, version: ifMatch }),
  }),
  command({
    method: 'POST',
    path: '/policy-register/:market/:kind/publication',
    operationId: 'publishPolicy',
    summary: 'The draft is what the market promises from an instant on; others may have to agree first',
    permission: 'legal:publish',
    own: 'any',
    status: 201,
    params: policyParams,
    body: Type.Object(
      {
        version: Type.Integer({ minimum: 1, description: 'Of the draft that was read.' }),
        effectiveAt: Type.Optional(instantSchema),
      },
      { additionalProperties: false },
    ),
    response: Type.Object({ id: idSchema, number: Type.Integer() }),
    command: (ctx, { params, body: { version, effectiveAt } }) =>
      publishPolicy(ctx, {
        key: params,
        version,
        effectiveAt: effectiveAt === undefined ? undefined : new Date(effectiveAt),
      }),
  }),
]

/** Of `staff:<id>`; of programs there is nobody to name. */
const idOf = (actor: string) => (actor.startsWith('staff:') ? actor.slice('staff:'.length) : '')

function presentVersion({ id, market, kind, number, effectiveAt, texts, rules }: PolicyVersion) {
  return { id, market, kind, number, effectiveAt: effectiveAt.toISOString(), texts: { ...texts }, rules }
}

function withoutGaps(texts: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([language, text]) => (text === undefined ? [] : [[language, text]])),
  ) as Record<string, string>
}
