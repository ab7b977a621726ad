/** A provider as people write it: the house knows it by a code in small letters. */
export const providerName = (code: string): string => code.charAt(0).toUpperCase() + code.slice(1)
