import type { AnyMailKind, MailValueType, Reason } from './mail-kind.ts'
import type { BlockType } from './template.ts'

/** What every mail can say, filled in by the house itself. Words: `host.mails.values`. */
const COMMON: Readonly<Record<string, MailValueType>> = { shop: 'text' }
/**
 * Who sells, to be reached: on every mail to a customer (Directive 2000/31/EC, art. 5; Directive 2011/83/EU, art. 6(1)(b) to (d),
 * for confirmations on a durable medium).
 */
const OF_CUSTOMERS: Readonly<Record<string, MailValueType>> = { seller: 'legal' }
/** A way out on each of them (Directive 2002/58/EC, art. 13(2) and (4)). */
const OF_MARKETING: Readonly<Record<string, MailValueType>> = { unsubscribe: 'links' }

type Around = Pick<AnyMailKind, 'audience' | 'nature'>

export function offerOf(kind: Around & Pick<AnyMailKind, 'values'>): Readonly<Record<string, MailValueType>> {
  return {
    ...(kind.values as object),
    ...COMMON,
    ...(kind.audience === 'customer' ? OF_CUSTOMERS : {}),
    ...(kind.nature === 'marketing' ? OF_MARKETING : {}),
  }
}

export function isCommon(name: string): boolean {
  return name in COMMON || name in OF_CUSTOMERS || name in OF_MARKETING
}

export function requiredOf(kind: Around & Pick<AnyMailKind, 'required'>): Readonly<Record<string, Reason>> {
  return {
    ...(kind.required as Record<string, Reason>),
    ...(kind.audience === 'customer' ? { seller: 'law' as const } : {}),
    ...(kind.nature === 'marketing' ? { unsubscribe: 'law' as const } : {}),
  }
}

/** Which block shows a value of a type. */
export const blockOf = (type: Exclude<MailValueType, 'text'>): BlockType => (type === 'link' ? 'button' : type)
