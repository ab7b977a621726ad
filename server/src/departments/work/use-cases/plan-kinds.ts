/** For schemas, which may not look into the domain themselves. */
export { PLAN_KINDS } from '../domain/plan.ts'
