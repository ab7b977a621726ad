/** English message -> why it reads the same in another language. Short ones (up to 20 characters) need no entry. */
export const SAME_AS_ENGLISH: Record<string, string> = {}

/** Words that are shown as they are in every language: names and standard terms of the field. */
export const SPOKEN_EVERYWHERE = new Set([
  ...[
    'Fondaco',
    'SKU',
    'GTIN',
    'EAN',
    'UPC',
    'ISBN',
    'RMA',
    'API',
    'CSV',
    'PDF',
    'JSON',
    'URL',
    'ID',
    'IBAN',
    'OK',
    'PostgreSQL',
    'OpenAPI',
  ],
])
