import type { MailLine } from '../../../host/mail/mail-kind.ts'

interface Named {
  readonly name: string
  /** As they were chosen; empty where there is no choice. */
  readonly options: string
}

interface Sold<Amount> extends Named {
  readonly quantity: number
  readonly total: Amount
}

/** As a mail calls it. */
export const namedLine = ({ name, options }: Named): string => (options ? `${name} (${options})` : name)

/** What was ordered, as a mail lists it. */
export function mailLines<Amount>(lines: readonly Sold<Amount>[], price: (total: Amount) => string): MailLine[] {
  return lines.map((line) => ({ what: namedLine(line), quantity: line.quantity, total: price(line.total) }))
}
