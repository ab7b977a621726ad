import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { resealSignIn } from '../use-cases/reseal-sign-in.ts'

/** While a former secret is named; without one it returns at once. */
export const resealSignInJob: JobDefinition = { kind: 'reseal-sign-in', schedule: '*/10 * * * *', run: resealSignIn }
