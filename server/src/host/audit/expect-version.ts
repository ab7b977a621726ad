import { ok, type Result } from '../../kernel/result.ts'
import { hostRefusals } from '../refusals.ts'

/**
 * Whether a person changes what they saw: `given` is their If-Match, `there` the record's version. Who makes something new saw
 * nothing; who changes what is there must say what they saw.
 */
export function expectVersion(there: number | undefined, given: number | undefined): Result<void> {
  if (there === undefined) return given === undefined || given === 0 ? ok() : hostRefusals.version_conflict()
  if (given === undefined) return hostRefusals.version_required()
  return given === there ? ok() : hostRefusals.version_conflict({ params: { version: there } })
}
