import { assert } from './assert.ts'

declare const brand: unique symbol

/** A UUID in lower case that names one kind of thing: an Id<'order'> does not pass for an Id<'customer'>. */
export type Id<Kind extends string> = string & { readonly [brand]: Kind }

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Whether text is a UUID of any version, in either case, in the form with four hyphens (RFC 9562, section 4). */
export function isUuid(text: string): boolean {
  return uuidPattern.test(text)
}

/** The text as an id, in lower case, so that equal ids are equal strings. Faults for anything but a UUID. */
export function asId<Kind extends string>(text: string): Id<Kind> {
  assert(isUuid(text), 'not a UUID')
  return text.toLowerCase() as Id<Kind>
}

const latestMilliseconds = 2 ** 48 - 1
const hex: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/**
 * A UUIDv7 (RFC 9562, section 5.7) of this millisecond (since 1970, UTC) and these ten random bytes: the low 12 bits of
 * bytes 0-1 become rand_a, the low 6 bits of byte 2 and bytes 3-9 become rand_b. Pure: the host supplies clock and
 * randomness, and order within a millisecond by counting up in those same bytes. Faults for other lengths and times.
 */
export function uuidV7From(milliseconds: number, random: Uint8Array): string {
  assert(Number.isInteger(milliseconds) && milliseconds >= 0 && milliseconds <= latestMilliseconds, 'not a time')
  assert(random.length === 10, 'a UUIDv7 takes ten random bytes')
  const time = milliseconds.toString(16).padStart(12, '0')
  const byte = (index: number): string => hex[random[index]!]!
  const versioned = hex[(random[0]! & 0x0f) | 0x70]! + byte(1)
  const varied = hex[(random[2]! & 0x3f) | 0x80]! + byte(3)
  const rest = byte(4) + byte(5) + byte(6) + byte(7) + byte(8) + byte(9)
  return `${time.slice(0, 8)}-${time.slice(8)}-${versioned}-${varied}-${rest}`
}

/** When an id was made, in milliseconds since 1970 (UTC). Faults unless it is a UUIDv7. */
export function timeOfId(id: string): number {
  assert(isUuid(id) && id[14] === '7', 'not a UUIDv7')
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
}
