import { Type, type Static } from 'typebox'
import { idSchema, instantSchema, nullable } from '../http/schemas.ts'

export const personSchema = Type.Object({ id: idSchema, name: nullable(Type.String()) })

/** What a plan, or a record that is one, collides with: said in words, with what to do and whose the other plan is. */
export const collisionSchema = Type.Object({
  id: nullable(Type.String({ description: 'Null while the plan is not saved.' })),
  rule: Type.String({ description: '`department.rule`' }),
  severity: Type.Enum(['warn', 'stop']),
  sentence: Type.String(),
  remedy: Type.String(),
  other: nullable(Type.Object({ id: idSchema, title: Type.String(), path: Type.String() })),
  owner: nullable(personSchema),
  path: nullable(Type.String()),
  foundAt: nullable(instantSchema),
  answers: Type.Array(Type.Object({ by: personSchema, word: Type.String(), at: instantSchema })),
  mayAnswer: Type.Boolean(),
})
export type CollisionView = Static<typeof collisionSchema>
