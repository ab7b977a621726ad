export { keepCollections } from './keep-collections.ts'
