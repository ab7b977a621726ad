import type { Context, House } from '../../../host/context.ts'
import type { Locale } from '../../../host/i18n/locales.ts'
import { findProblem } from '../../../host/mail/check-template.ts'
import type { NamedMailKind } from '../../../host/mail/mail-desk.ts'
import type { AnyMailValues } from '../../../host/mail/mail-kind.ts'
import { queueMail } from '../../../host/mail/queue-mail.ts'
import type { Template } from '../../../host/mail/template.ts'
import { composeLetter, type ComposedLetter } from '../../../host/mail/write-mail.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { findStaff } from '../../people/index.ts'
import { refusals } from '../domain/refusals.ts'
import { tidyTemplate } from '../domain/tidy-template.ts'
import { expectKnown } from './known-template.ts'
import { refuseProblem } from './refuse-problem.ts'

export interface Look {
  readonly kind: string
  readonly locale: Locale
  readonly market: string | null
  readonly content: Template
  /** Number of a real record; empty: the latest. */
  readonly number: string | undefined
  /** Whether the caller may see such records; who may not looks at stated values. */
  readonly maySee: (permission: string) => boolean
}

export interface Preview extends ComposedLetter {
  /** Of which record; null: of stated values. */
  readonly example: string | null
}

/**
 * The letter as it would go out, of a real record or of stated values. Links of a real one lead to the shop and nowhere else: theirs open
 * a record without an account, for its customer alone.
 */
export function previewMail(house: House, look: Look): Promise<Result<Preview>> {
  return compose(house, look, (png) => `data:image/png;base64,${png.toString('base64')}`)
}

async function compose(house: House, look: Look, logoSrc?: (png: Buffer) => string): Promise<Result<Preview>> {
  const { kind: name, locale, market } = look
  const known = await expectKnown(house.database, house, { kind: name, market })
  if (!known.ok) return known
  const template = tidyTemplate(look.content)
  const problem = findProblem(known.value, template)
  if (problem) return refuseProblem(problem)
  const found = await exampleOf(house, known.value, look)
  if (!found.ok) return found
  const { values, example } = found.value
  const letter = await composeLetter(house.database, house, {
    ...{ locale, market: market ?? undefined, template, values },
    ...(logoSrc ? { logoSrc } : {}),
  })
  return ok({ ...letter, example })
}

async function exampleOf(
  house: House,
  kind: NamedMailKind,
  { locale, number, maySee }: Look,
): Promise<Result<{ readonly values: AnyMailValues; readonly example: string | null }>> {
  const { example: source } = kind
  const may = source !== undefined && maySee(source.permission)
  const real = may ? await source.find(house, { number, locale }) : undefined
  if (!real) {
    if (number !== undefined) return refusals.example_not_found({ field: 'number' })
    const sample = kind.sample(locale, house.translations.for(locale)) as AnyMailValues
    return ok({ values: withoutLinks(kind, sample, house.publicUrl), example: null })
  }
  return ok({ values: withoutLinks(kind, real.values as AnyMailValues, house.publicUrl), example: real.label })
}

function withoutLinks({ values: offer }: NamedMailKind, values: AnyMailValues, publicUrl: string): AnyMailValues {
  const types = offer as Readonly<Record<string, string>>
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, types[name] === 'link' && value !== '' ? publicUrl : value]),
  )
}

/** To whoever asks for it and nobody else, marked as a trial. */
export async function sendTestMail(
  ctx: Context,
  house: House,
  { staffId, ...look }: Look & { readonly staffId: string | undefined },
): Promise<Result<{ readonly recipient: string }>> {
  const staff = staffId === undefined ? undefined : await findStaff(ctx.tx, staffId)
  if (!staff) return hostRefusals.not_signed_in()
  const composed = await compose(house, look)
  if (!composed.ok) return composed
  const { subject, text, html } = composed.value
  const mark = house.translations.for(look.locale)('content.test_mark')
  queueMail(ctx, {
    nature: 'transactional',
    dedupKey: `mail-test ${ctx.newId()}`,
    recipient: staff.email,
    subject: `${mark} ${subject}`,
    text,
    html,
    made: { kind: look.kind, locale: look.locale, market: look.market ?? undefined },
  })
  return ok({ recipient: staff.email })
}
