/** To what row a ciphertext is bound: moved to another, it does not open. */
export const totpPlace = (staffId: string) => `totp of ${staffId}`
export const secretPlace = (id: string) => `people.oidc_provider ${id}`
