import type { Values } from '../../ui/form/field.ts'
import { exponentOf } from '../../ui/format-money.ts'
import type { PriceList, PriceListDraft } from './price-list-queries.ts'

/** How a derived price ends: so many minor units less than a multiple of the step, as `step-less` of a currency with two digits. */
export const ENDINGS = ['1-0', '5-0', '10-0', '100-0', '100-1', '100-5', '100-10'] as const

export const BLANK: Values = {
  names: {},
  code: '',
  currency: '',
  kind: 'own',
  direction: 'less',
  percent: '',
  of: '',
  ending: '1-0',
  markets: [],
  channels: [],
  groups: [],
  companies: [],
  announced: false,
  zone: '',
  beginsAt: null,
  endsAt: null,
  priority: 0,
  nonetheless: '',
}

/** What the form shows of a list. */
export function valuesOf(list: PriceList): Values {
  const { derivation } = list
  const change = derivation?.change ?? ''
  return {
    names: list.names,
    code: list.code,
    currency: list.currency,
    kind: derivation ? 'derived' : 'own',
    direction: change.startsWith('-') || change === '' ? 'less' : 'more',
    percent: change.replace(/^-/, ''),
    of: derivation?.of ?? '',
    ending: derivation ? endingOf(derivation, list.currency) : '1-0',
    markets: list.markets,
    channels: list.channels,
    groups: list.groups,
    companies: list.companies,
    announced: list.announced,
    zone: list.zone,
    beginsAt: list.beginsAt,
    endsAt: list.endsAt,
    priority: list.priority,
    nonetheless: '',
  }
}

// Endings are written for two digits; currencies with fewer or more have them as many times smaller or larger.
const factorOf = (currency: string) => 10 ** (exponentOf(currency) - 2)

function endingOf(
  { step = 1, less = 0 }: { readonly step?: number; readonly less?: number },
  currency: string,
): string {
  if (step === 1) return '1-0'
  const factor = factorOf(currency)
  return `${Math.round(step / factor)}-${Math.round(less / factor)}`
}

/** The draft that the values make; an ending finer than the currency is its smallest unit. */
export function draftOf(values: Values): PriceListDraft {
  const texts = (name: string) => [...((values[name] ?? []) as string[])]
  const { code, names, currency, priority, announced, zone, kind } = values
  return {
    code: String(code ?? ''),
    names: names as PriceListDraft['names'],
    currency: String(currency ?? ''),
    priority: typeof priority === 'number' ? priority : 0,
    markets: texts('markets'),
    channels: texts('channels'),
    groups: texts('groups'),
    companies: texts('companies'),
    announced: announced === true,
    zone: String(zone ?? ''),
    begins: wallTime(values['beginsAt'], String(zone)),
    ends: wallTime(values['endsAt'], String(zone)),
    derivation: kind === 'derived' ? derivationOf(values) : null,
  }
}

function derivationOf({ direction, percent, of, ending, currency }: Values) {
  const [step = 1, less = 0] = String(ending ?? '1-0')
    .split('-')
    .map(Number)
  const factor = factorOf(String(currency))
  const sign = direction === 'more' || Number(percent) === 0 ? '' : '-'
  const whole = (figure: number) => Math.round(figure * factor)
  return {
    change: `${sign}${String(percent ?? '')}`,
    ...(of ? { of: String(of) } : {}),
    ...(step === 1 || whole(step) < 1
      ? { step: 1, less: 0 }
      : { step: whole(step), less: Math.min(whole(less), whole(step) - 1) }),
  }
}

/** An instant as the clock of a zone shows it: `2026-12-01T00:00:00`; what a list keeps as the wish. */
export function wallTime(instant: unknown, zone: string): string | null {
  if (typeof instant !== 'string' || instant === '' || zone === '') return null
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(new Date(instant))
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}`
}

/** Where the form calls a field otherwise than the operation. */
export function nameOf(field: string): string {
  if (field === 'begins') return 'beginsAt'
  if (field === 'ends') return 'endsAt'
  if (field === 'derivation.of') return 'of'
  if (field === 'derivation.less') return 'ending'
  return field.startsWith('derivation') ? 'percent' : field
}
