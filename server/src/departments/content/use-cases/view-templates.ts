import type { House } from '../../../host/context.ts'
import { findProblem } from '../../../host/mail/check-template.ts'
import { houseTemplate } from '../../../host/mail/house-template.ts'
import type { NamedMailKind } from '../../../host/mail/mail-desk.ts'
import { mailLocale } from '../../../host/mail/mail-kind.ts'
import type { Template } from '../../../host/mail/template.ts'
import { chooseTemplate } from '../../../host/mail/write-mail.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { listMarkets } from '../../organisation/index.ts'
import {
  findTemplate,
  listTemplates,
  listVersions,
  type KeptTemplate,
  type TemplateKey,
  type TemplateVersion,
} from '../queries/templates.ts'
import { expectKnown } from './known-template.ts'

export interface KindWithTemplates {
  readonly kind: NamedMailKind
  /** What the shop wrote itself and did not take back. */
  readonly templates: readonly (KeptTemplate & { readonly isUsable: boolean })[]
}

/** Every kind of mail of the house, those to customers first. */
export async function viewMailKinds({ database, ports }: House): Promise<KindWithTemplates[]> {
  const written = (await listTemplates(database)).filter(({ content }) => content !== null)
  const kinds = [...(ports?.mails?.kinds.values() ?? [])]
  return kinds
    .toSorted((one, other) => one.audience.localeCompare(other.audience))
    .map((kind) => ({
      kind,
      templates: written
        .filter((template) => template.kind === kind.kind)
        .map((template) => ({ ...template, isUsable: isUsable(kind, template.content) })),
    }))
}

const isUsable = (kind: NamedMailKind, content: Template | null) =>
  content !== null && findProblem(kind, content) === undefined

export interface TemplateView {
  readonly kind: NamedMailKind
  readonly markets: readonly string[]
  /** 0: the shop has none under this key yet. */
  readonly version: number
  /** Whose words go out: of this key, of the language anywhere, of the house. */
  readonly source: 'own' | 'language' | 'house'
  readonly content: Template
  readonly house: Template
  readonly versions: readonly TemplateVersion[]
}

export async function viewTemplate(house: House, key: TemplateKey): Promise<Result<TemplateView>> {
  const { database, translations } = house
  const known = await expectKnown(database, house, key)
  if (!known.ok) return known
  const kind = known.value
  const locale = mailLocale(key.locale)
  const [kept, markets, chosen] = await Promise.all([
    findTemplate(database, key),
    listMarkets(database),
    chooseTemplate(database, house, { kind, market: key.market ?? undefined, locale }),
  ])
  const own = kept !== undefined && isUsable(kind, kept.content)
  return ok({
    kind,
    markets: markets.map(({ code }) => code),
    version: kept?.version ?? 0,
    source: own ? 'own' : chosen.made ? 'language' : 'house',
    content: chosen.template,
    house: houseTemplate(kind, translations, locale),
    versions: kept ? await listVersions(database, kept.id) : [],
  })
}
