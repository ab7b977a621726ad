export { matchEntryNow } from './book-entry.ts'
