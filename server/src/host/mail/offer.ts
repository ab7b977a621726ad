import type { AnyMailKind, MailValueType, Reason } from './mail-kind.ts'
import type { BlockType } from './template.ts'

/** What every mail can say, filled in by the house itself. Words: `host.mails.values`. */
const COMMON: Readonly<Record<string, MailValueType>> = { shop: 'text' }
/**
 * Who sells, to be reached: on every mail to a customer (Directive 2000/31/EC, art. 5; Directive 2011/83/EU, art. 6(1)(b) to (d),
 * for confirmations on a durable medium).
 */
const OF_CUSTOMERS: Readonly<Record<string, MailValueType>> = { seller: 'legal' }

export function offerOf(kind: Pick<AnyMailKind, 'values' | 'audience'>): Readonly<Record<string, MailValueType>> {
  return { ...(kind.values as object), ...COMMON, ...(kind.audience === 'customer' ? OF_CUSTOMERS : {}) }
}

export function isCommon(name: string): boolean {
  return name in COMMON || name in OF_CUSTOMERS
}

export function requiredOf(kind: Pick<AnyMailKind, 'required' | 'audience'>): Readonly<Record<string, Reason>> {
  return {
    ...(kind.required as Record<string, Reason>),
    ...(kind.audience === 'customer' ? { seller: 'law' as const } : {}),
  }
}

/** Which block shows a value of a type. */
export const blockOf = (type: Exclude<MailValueType, 'text'>): BlockType => (type === 'link' ? 'button' : type)
