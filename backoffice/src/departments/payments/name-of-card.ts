const BRANDS: Readonly<Record<string, string>> = {
  ...{ visa: 'Visa', mastercard: 'Mastercard', amex: 'American Express', diners: 'Diners Club', jcb: 'JCB' },
  ...{ discover: 'Discover', unionpay: 'UnionPay', cartes_bancaires: 'Cartes Bancaires', eftpos_au: 'Eftpos' },
}

/** `Visa •• 4242`: what people know their card by. */
export function nameOfCard(
  { brand, last4 }: { readonly brand: string; readonly last4: string },
  other: string,
): string {
  return `${BRANDS[brand] ?? other} •• ${last4}`
}
