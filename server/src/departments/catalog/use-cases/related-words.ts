/** The words that related products are said in, for schemas. */
export { MOST_WISHES, TOGETHER_WISHES } from '../domain/bought-together.ts'
export { MOST_RELATED, RELATED_KINDS } from '../domain/related.ts'
