import { Type, type Static } from 'typebox'
import { idSchema, instantSchema, nullable } from '../../../host/http/schemas.ts'
import type { Intangibles } from '../use-cases/view-intangibles.ts'

export const consentKindSchema = Type.Enum(['digital', 'service'])

const textsSchema = Type.Record(Type.String(), Type.String())

const fields = {
  downloads: Type.Array(
    Type.Object({
      position: Type.Integer({ description: 'Of the line.' }),
      name: Type.String(),
      state: Type.Enum(['unpaid', 'waiting', 'open', 'over', 'stopped'], {
        description:
          'waiting: until the withdrawal period is over, or the buyer agrees to lose it. over: its days are gone. stopped: taken back.',
      }),
      opensAt: nullable(instantSchema),
      closesAt: nullable(instantSchema),
      limit: nullable(Type.Integer({ description: 'How often each file may be downloaded.' })),
      files: Type.Array(
        Type.Object({
          fileId: idSchema,
          name: Type.String(),
          mediaType: Type.String(),
          bytes: Type.Integer(),
          left: nullable(Type.Integer()),
        }),
      ),
    }),
  ),
  services: Type.Array(
    Type.Object(
      { position: Type.Integer(), name: Type.String(), notes: textsSchema },
      {
        description: 'Where each is given, by language.',
      },
    ),
  ),
  consents: Type.Array(
    Type.Object({
      kind: consentKindSchema,
      textVersion: Type.String(),
      locale: Type.String(),
      givenIn: Type.Enum(['checkout', 'order_page']),
      at: instantSchema,
    }),
    { description: 'What the buyer agreed to about their right of withdrawal.' },
  ),
  consentsMissing: Type.Array(consentKindSchema, {
    description: 'What could be agreed to, so that it begins earlier.',
  }),
  withdrawalEndsAt: instantSchema,
}

/** As the buyer sees it. */
export const linkedDownloadsSchema = Type.Object(fields)

/** As staff see it: with what was downloaded, when. */
export const orderDownloadsSchema = Type.Object({
  ...fields,
  log: Type.Array(
    Type.Object({ position: Type.Integer(), name: Type.String(), number: Type.Integer(), at: instantSchema }),
    { description: 'The last first.' },
  ),
})

export function presentIntangibles(view: Intangibles): Static<typeof orderDownloadsSchema> {
  return {
    downloads: view.downloads.map(({ line, access, files }) => ({
      position: line.position,
      name: line.name,
      state: access.state,
      opensAt: access.opensAt?.toISOString() ?? null,
      closesAt: access.closesAt?.toISOString() ?? null,
      limit: line.right?.limit ?? null,
      files: files.map(({ file: { fileId, name, mediaType, bytes }, left }) => ({
        fileId,
        name,
        mediaType,
        bytes,
        left,
      })),
    })),
    services: view.services.map(({ line: { position, name }, notes }) => ({ position, name, notes: { ...notes } })),
    consents: view.consents.map((one) => ({ ...one, at: one.at.toISOString() })),
    consentsMissing: [...view.missing],
    withdrawalEndsAt: view.withdrawalEndsAt.toISOString(),
    log: view.downloads.flatMap(({ log }) =>
      log.map(({ position, name, number, at }) => ({ position, name, number, at: at.toISOString() })),
    ),
  }
}
