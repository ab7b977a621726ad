import { isSEPACountry, isValidIBAN } from 'ibantools'

/** By the registry of each country's form, and the two check digits (ISO 13616). */
export const isIban = (text: string): boolean => isValidIBAN(text)

/** Whether a transfer in euro gets there as any other one. */
export const isReachedByTransfer = (iban: string): boolean => isIban(iban) && isSEPACountry(iban.slice(0, 2))
