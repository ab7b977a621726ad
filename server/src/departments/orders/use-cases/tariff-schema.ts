export { tariffSchema } from '../../pricing/index.ts'
