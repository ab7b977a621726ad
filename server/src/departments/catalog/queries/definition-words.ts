/** What requests may say, as the rules have it: for schemas. */
export { ATTRIBUTE_KINDS, ATTRIBUTE_SECTIONS } from '../domain/attribute.ts'
export { MOST_LONG_TEXT } from '../domain/attribute-values.ts'
export { CONTENT_UNITS } from '../domain/content-of-piece.ts'
