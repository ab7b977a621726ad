import { localDateIn } from '../../../kernel/time.ts'

/** As it stands in a refusal, the same in every language: `2026-11-28 00:00 (Europe/Rome)`. */
export function localTimeText(at: Date, zone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return `${localDateIn(at, zone)} ${format.format(at)} (${zone})`
}
