export { LINE_PROBLEMS } from '../domain/line-problem.ts'
