import { Type } from 'typebox'
import { command, query, type Route } from '../../../host/http/route.ts'
import { idSchema } from '../../../host/http/schemas.ts'
import { startTask } from '../../../host/tasks/start-task.ts'
import { ok } from '../../../kernel/result.ts'
import { readMachineSettings, readMachineUse } from '../queries/machine-translator.ts'
import { TARGETS, TRANSLATED_KINDS } from '../queries/translations.ts'
import { putMachineTranslator } from '../use-cases/put-machine-translator.ts'
import { askMachine } from '../use-cases/ask-machine.ts'

const common = {
  enabled: Type.Boolean(),
  address: Type.String({ maxLength: 200, description: 'https, or a program on this machine.' }),
  monthlyCharacters: Type.Integer({ minimum: 1_000, maximum: 1_000_000_000 }),
}

export const machineRoutes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/machine-translator',
    operationId: 'getMachineTranslator',
    summary: 'The program that drafts translations, and what it was sent this month',
    permission: 'catalog:translate',
    own: 'any',
    withinScope: 'narrowed',
    response: Type.Object({
      provider: Type.String({ description: 'Its name.' }),
      ...common,
      hasKey: Type.Boolean(),
      usedCharacters: Type.Integer({ description: 'In this month (UTC).' }),
      version: Type.Integer(),
    }),
    etag: 'version',
    answer: async ({ house }) => {
      const [settings, usedCharacters] = await Promise.all([
        readMachineSettings(house.database),
        readMachineUse(house.database, house.clock.now()),
      ])
      const { sealedKey, ...told } = settings
      return ok({ provider: 'LibreTranslate', ...told, hasKey: sealedKey !== null, usedCharacters })
    },
  }),
  command({
    method: 'PUT',
    path: '/machine-translator',
    operationId: 'putMachineTranslator',
    summary: 'Which program drafts translations, and how much it may be sent in a month (If-Match: version)',
    permission: 'catalog:approve',
    own: 'any',
    body: Type.Object(
      {
        ...common,
        key: Type.Optional(
          Type.String({
            maxLength: 200,
            description: 'Kept sealed and never told; without it the one that is there stays.',
          }),
        ),
      },
      { additionalProperties: false },
    ),
    response: Type.Object({ version: Type.Integer() }),
    etag: 'version',
    command: (ctx, { body }, { house, ifMatch }) => putMachineTranslator(ctx, house, { wish: body, version: ifMatch }),
  }),
  command({
    method: 'POST',
    path: '/machine-drafts',
    operationId: 'draftTranslations',
    summary: 'Have what is missing drafted by that program; a task, and every draft waits for approval',
    permission: 'catalog:translate',
    own: 'any',
    status: 202,
    rateLimit: { perMinute: 10 },
    body: Type.Object(
      { kind: Type.Enum([...TRANSLATED_KINDS]), language: Type.Enum([...TARGETS]) },
      { additionalProperties: false },
    ),
    response: Type.Object({ taskId: idSchema }),
    command: async (ctx, { body }) => {
      const asked = await askMachine(ctx)
      if (!asked.ok) return asked
      const titleParams = { language: String(body.language) }
      const task = { kind: 'draft-translations', titleKey: 'catalog.machine_task', titleParams, input: { ...body } }
      return ok({ taskId: startTask(ctx, task) })
    },
  }),
]
