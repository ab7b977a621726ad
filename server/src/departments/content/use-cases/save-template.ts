import { expectVersion } from '../../../host/audit/expect-version.ts'
import type { Context, House } from '../../../host/context.ts'
import { findProblem } from '../../../host/mail/check-template.ts'
import type { Template } from '../../../host/mail/template.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { tidyTemplate } from '../domain/tidy-template.ts'
import { findVersion, type TemplateKey } from '../queries/templates.ts'
import { lockTemplate, saveVersion } from '../store/templates.ts'
import { expectKnown, kindOf } from './known-template.ts'
import { refuseProblem } from './refuse-problem.ts'

type Saved = Result<{ readonly version: number }>

interface Change {
  /** The version that the person saw; 0 while the shop has none. */
  readonly seen: number | undefined
  readonly reason: string
}

/** Mails of the kind go out in these words from now on; what was sent keeps the version by which it was made. */
export async function saveTemplate(
  ctx: Context,
  house: Pick<House, 'ports'>,
  { key, content, seen, reason }: Change & { readonly key: TemplateKey; readonly content: Template },
): Promise<Saved> {
  const known = await expectKnown(ctx.tx, house, key)
  if (!known.ok) return known
  const tidy = tidyTemplate(content)
  const problem = findProblem(known.value, tidy)
  if (problem) return refuseProblem(problem)
  return keep(ctx, key, { content: tidy, seen, reason, field: 'content' })
}

/** An earlier version, or (null) the house's own words, once more: as a new version, so that nothing is lost. */
export async function restoreTemplate(
  ctx: Context,
  house: Pick<House, 'ports'>,
  { key, version, seen, reason }: Change & { readonly key: TemplateKey; readonly version: number | null },
): Promise<Saved> {
  const known = kindOf(house, key.kind)
  if (!known.ok) return known
  const held = await lockTemplate(ctx, key)
  if (!held) return version === null ? refusals.nothing_to_reset() : refusals.version_not_found()
  if (version === null) {
    const now = await findVersion(ctx.tx, held.id, held.version)
    return now?.content === null
      ? refusals.nothing_to_reset()
      : keep(ctx, key, { content: null, seen, reason, field: 'reset' })
  }
  const earlier = await findVersion(ctx.tx, held.id, version)
  if (!earlier) return refusals.version_not_found()
  // What a kind needs may have changed since.
  const problem = earlier.content === null ? undefined : findProblem(known.value, earlier.content)
  if (problem) return refuseProblem(problem)
  return keep(ctx, key, { content: earlier.content, seen, reason, field: 'restored' })
}

async function keep(
  ctx: Context,
  key: TemplateKey,
  { content, seen, reason, field }: Change & { readonly content: Template | null; readonly field: string },
): Promise<Saved> {
  const held = await lockTemplate(ctx, key)
  const expected = expectVersion(held?.version, seen)
  if (!expected.ok) return expected
  const { id, version } = saveVersion(ctx, key, { held, content, reason })
  ctx.audit({
    action: 'content:write',
    objectType: 'mail_template',
    objectId: id,
    version,
    changes: [{ field, after: [key.kind, key.locale, key.market].filter(Boolean).join(' ') }],
    reason,
  })
  return ok({ version })
}
