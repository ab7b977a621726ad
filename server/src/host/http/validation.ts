import type { FastifySchemaCompiler } from 'fastify'
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'

export interface InputProblem {
  /** Dotted path: `lines.0.quantity`. */
  readonly field: string
  readonly params?: Readonly<Record<string, string | number>>
}

/** Thrown through Fastify's validation; `problems` hold a field and a rule each, never the value that was sent. */
export class InvalidInput extends Error {
  readonly problems: readonly InputProblem[]
  /** Fastify reads these two: the error is the client's, and it is about validation. */
  readonly statusCode = 422
  readonly validation: readonly InputProblem[]
  constructor(problems: readonly InputProblem[]) {
    super('invalid input')
    this.problems = problems
    this.validation = problems
  }
}

const MAX_PROBLEMS = 20

/**
 * Bodies are taken as they are; parameters and query strings, which arrive as text, are converted to the schema's types and
 * given its defaults first.
 */
export const validatorCompiler: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  // At the first request: for all routes of the house together it would hold up every start.
  let compiled: ReturnType<typeof Compile<TSchema>> | undefined
  return (value: unknown) => {
    const validator = (compiled ??= Compile(schema))
    const input = httpPart === 'body' ? value : validator.Convert(validator.Default(value ?? {}))
    if (holdsUnstorable(input)) return { error: new InvalidInput([{ field: '', params: { rule: 'characters' } }]) }
    if (validator.Check(input)) return { value: input }
    return { error: new InvalidInput(validator.Errors(input).slice(0, MAX_PROBLEMS).flatMap(problemsOf)) }
  }
}

interface SchemaError {
  readonly keyword: string
  readonly instancePath: string
  readonly params: object
}

function problemsOf(error: SchemaError): InputProblem[] {
  const path = error.instancePath.slice(1).replaceAll('/', '.')
  if (error.keyword === 'required') {
    const { requiredProperties } = error.params as { requiredProperties: string[] }
    return requiredProperties.map((name) => ({ field: path ? `${path}.${name}` : name, params: { rule: 'required' } }))
  }
  const limit = (error.params as { limit?: number | bigint }).limit
  return [
    {
      field: path,
      params: {
        rule: error.keyword === '~refine' ? 'format' : error.keyword,
        ...(limit === undefined ? {} : { limit: Number(limit) }),
      },
    },
  ]
}

/** PostgreSQL cannot hold U+0000 nor, as JSON, half a surrogate pair; better refused here, by name, than by the database. */
function holdsUnstorable(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed()
  if (typeof value !== 'object' || value === null || depth > 20) return false
  for (const [name, item] of Object.entries(value)) {
    if (holdsUnstorable(name) || holdsUnstorable(item, depth + 1)) return true
  }
  return false
}
