/** Of an address, what an invoice says: nobody is called about it. */
export const BILLED_PARTS = ['name', 'company', 'street', 'street2', 'postcode', 'city', 'region'] as const
