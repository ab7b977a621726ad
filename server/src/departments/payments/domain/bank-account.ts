import type { BankAccount } from './method.ts'

/** As people write it, with blanks and small letters, is as banks compare it. */
export function tidy({ holder, iban, bic }: BankAccount): BankAccount {
  const bare = (text: string) => text.replaceAll(/[\s-]/g, '').toUpperCase()
  return { holder: holder.trim(), iban: bare(iban), bic: bare(bic) }
}
