import { createRequire } from 'node:module'
import type { FastifyServerOptions } from 'fastify'

type SchemaController = NonNullable<FastifyServerOptions['schemaController']>
type BuildCompiler = NonNullable<NonNullable<SchemaController['compilersFactory']>['buildSerializer']>

// Fastify's own, as it would take by itself; it is no part of what Fastify exports.
const compilers = createRequire(import.meta.resolve('fastify'))('@fastify/fast-json-stringify-compiler') as {
  SerializerSelector(): BuildCompiler
}

/**
 * What writes a route's answers is compiled when its first answer goes out: for all routes of the house together it takes a
 * second of a processor, which every start would wait for.
 */
export const buildSerializer: BuildCompiler = (externalSchemas, options) => {
  const compile = compilers.SerializerSelector()(externalSchemas, options)
  return (route) => {
    let serialize: ReturnType<typeof compile> | undefined
    return (answer) => (serialize ??= compile(route))(answer)
  }
}
