import type { Call } from '../../../host/http/route.ts'
import { blockOf, isCommon, offerOf, requiredOf } from '../../../host/mail/offer.ts'
import type { NamedMailKind } from '../../../host/mail/mail-desk.ts'
import { wordOfKind } from '../../../host/mail/mail-kind.ts'
import { namesOfStaff } from '../../../host/records/names-of-staff.ts'
import { mayCall } from './may-call.ts'
import type { KindWithTemplates, TemplateView } from '../use-cases/view-templates.ts'

export async function presentKinds(call: Call, kinds: readonly KindWithTemplates[]) {
  const nameOf = await namesFor(
    call,
    kinds.flatMap(({ templates }) => templates.map(({ actor }) => actor)),
  )
  return kinds.map(({ kind, templates }) => ({
    ...wordsOf(call, kind),
    templates: templates.map(({ locale, market, version, savedAt, actor, isUsable }) => ({
      locale: locale as 'en',
      market,
      version,
      savedAt: savedAt.toISOString(),
      savedBy: nameOf(actor),
      isUsable,
    })),
  }))
}

export async function presentTemplate(call: Call, view: TemplateView) {
  const { kind, versions } = view
  const nameOf = await namesFor(
    call,
    versions.map(({ actor }) => actor),
  )
  const required = requiredOf(kind)
  return {
    ...wordsOf(call, kind),
    values: Object.entries(offerOf(kind)).map(([name, type]) => ({
      name,
      type,
      label: translateOf(call)(wordOfValue(kind, name)),
      block: type === 'text' ? null : blockOf(type),
      required: required[name] ?? null,
    })),
    markets: [...view.markets],
    hasExamples: kind.example !== undefined && mayCall(call, kind.example.permission),
    version: view.version,
    source: view.source,
    content: copyOf(view.content),
    house: copyOf(view.house),
    versions: versions.map(({ version, content, reason, savedAt, actor }) => ({
      version,
      content: content && copyOf(content),
      reason,
      savedAt: savedAt.toISOString(),
      savedBy: nameOf(actor),
    })),
  }
}

const copyOf = ({ subject, preheader, blocks }: TemplateView['content']) => ({
  subject,
  preheader,
  blocks: [...blocks],
})

// i18n-dynamic: host.mails.values.*
const wordOfValue = ({ department, kind }: NamedMailKind, name: string): string =>
  isCommon(name) ? `host.mails.values.${name}` : `${department}.mails.${wordOfKind(kind)}.values.${name}`

const translateOf = ({ house, locale }: Call) => house.translations.for(locale)

function wordsOf(call: Call, { department, kind, audience }: NamedMailKind) {
  const translate = translateOf(call)
  const words = `${department}.mails.${wordOfKind(kind)}`
  return { kind, label: translate(`${words}.label`), hint: translate(`${words}.hint`), audience }
}

async function namesFor({ house }: Call, actors: readonly string[]) {
  const idOf = (actor: string) => (actor.startsWith('staff:') ? actor.slice('staff:'.length) : '')
  const names = await namesOfStaff(house, actors.map(idOf).filter(Boolean))
  return (actor: string) => {
    const name = names.get(idOf(actor))
    return name === undefined ? null : { id: idOf(actor), name }
  }
}
