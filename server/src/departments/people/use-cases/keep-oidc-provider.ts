import { changedFields } from '../../../host/audit/changed-fields.ts'
import { expectVersion } from '../../../host/audit/expect-version.ts'
import { sealText } from '../../../host/auth/sealed-text.ts'
import { discoverIssuer, type DiscoveredIssuer } from '../../../host/auth/oidc.ts'
import { permissionsOf } from '../../../host/actor.ts'
import type { Actor, Context, House } from '../../../host/context.ts'
import type { Database } from '../../../host/database/pool.ts'
import { Outage } from '../../../kernel/outage.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { decideIssuer, decideTerms, type ProviderTerms } from '../domain/oidc-provider.ts'
import { refusals } from '../domain/refusals.ts'
import { OWNER, decideGrant } from '../domain/roles.ts'
import { findRole } from '../queries/list-roles.ts'
import { secretPlace } from '../queries/sealed-places.ts'
import { insertProvider, lockProvider, updateProvider } from '../store/oidc-providers.ts'
import { findRoles } from '../store/staff.ts'
import { granterOf } from './granter-of.ts'
import { weighProvider } from './weigh-provider.ts'

export interface NewProviderInput extends ProviderTerms {
  readonly issuer: string
  readonly clientSecret: string
}

export async function createProvider(
  ctx: Context,
  house: House,
  { issuer: wanted, clientSecret, ...wish }: NewProviderInput,
): Promise<Result<{ id: string }>> {
  const issuer = decideIssuer(wanted, house.organisation)
  if (!issuer.ok) return issuer
  const terms = await checkTerms(ctx, wish, issuer.value)
  if (!terms.ok) return terms
  const id = ctx.newId<'oidc_provider'>()
  const sealedSecret = sealText(house, secretPlace(id), clientSecret)
  insertProvider(ctx, { ...terms.value, id, issuer: issuer.value, sealedSecret })
  tell(ctx, id, 1, undefined, { ...terms.value, issuer: issuer.value })
  const admitted = await weighProvider(ctx, 'add_provider', { id, name: terms.value.name })
  if (!admitted.ok) return admitted
  await ctx.tx.flush()
  return ok({ id })
}

export interface ProviderChange extends ProviderTerms {
  readonly id: string
  /** Undefined: the one that is there stays. */
  readonly clientSecret?: string | undefined
  readonly version: number | undefined
}

/** The issuer stays: whom another one means by a subject is somebody else. A new one is a new provider. */
export async function changeProvider(
  ctx: Context,
  house: House,
  { id, clientSecret, version, ...wish }: ProviderChange,
): Promise<Result<{ version: number }>> {
  const held = await lockProvider(ctx.tx, id)
  if (!held) return refusals.provider_not_found()
  const seen = expectVersion(held.version, version)
  if (!seen.ok) return seen
  const terms = await checkTerms(ctx, wish, held.issuer)
  if (!terms.ok) return terms
  const sealed = clientSecret === undefined ? undefined : sealText(house, secretPlace(id), clientSecret)
  updateProvider(ctx, id, terms.value, sealed)
  const { id: _, version: before, issuer: __, ...was } = held
  tell(ctx, id, before + 1, was, terms.value, sealed !== undefined)
  const admitted = await weighProvider(ctx, 'change_provider', { id, name: terms.value.name })
  if (!admitted.ok) return admitted
  await ctx.tx.flush()
  return ok({ version: before + 1 })
}

/** Runs discovery at the address, and says what was found; keeps nothing. */
export async function tryIssuer(house: House, actor: Actor, wanted: string): Promise<Result<DiscoveredIssuer>> {
  const allowed = await refuseLesser(house.database, actor)
  if (!allowed.ok) return allowed
  const issuer = decideIssuer(wanted, house.organisation)
  if (!issuer.ok) return issuer
  const found = await discoverIssuer(issuer.value)
  if (found.kind !== 'told') throw new Outage('people.provider_away', found.why)
  return ok(found.value)
}

async function checkTerms(ctx: Context, wish: ProviderTerms, issuer: string): Promise<Result<ProviderTerms>> {
  const allowed = await refuseLesser(ctx.tx, ctx.actor)
  if (!allowed.ok) return allowed
  const terms = decideTerms(wish, issuer)
  if (!terms.ok) return terms
  const roles = await findRoles(ctx.tx, terms.value.roles)
  if (roles.length < terms.value.roles.length) return refusals.unknown_role({ field: 'roles' })
  const granted = decideGrant(granterOf(ctx.actor), roles)
  return granted.ok ? terms : granted
}

/**
 * A provider vouches for anybody of its domains, the owner included: whoever chooses it could come in as any of them. So they must
 * have every right that there is to be had that way.
 */
async function refuseLesser(reader: Pick<Database, 'row'>, actor: Actor): Promise<Result<void>> {
  if (actor.kind === 'system') return ok()
  const owner = await findRole(reader, OWNER)
  return decideGrant(permissionsOf(actor), owner ? [owner] : [])
}

function tell(
  ctx: Context,
  id: string,
  version: number,
  before: ProviderTerms | undefined,
  after: ProviderTerms & { issuer?: string },
  newSecret = before === undefined,
): void {
  ctx.audit({
    action: 'people:sign_in_providers',
    objectType: 'sign_in_provider',
    objectId: id,
    version,
    // Of the secret, that there is another; never what it is.
    changes: [...changedFields(before, after), ...(newSecret ? [{ field: 'clientSecret' }] : [])],
  })
}
