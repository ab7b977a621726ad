import { runCommand, system } from '../../../host/context.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { issueDocuments } from '../use-cases/issue-documents.ts'

/** An order was paid, or money went back: what it lacks of documents is issued. Whoever comes first does all of it. */
export const issueDocumentsJob: JobDefinition = {
  kind: 'issue-documents',
  run: async (house, job) => {
    const orderId = job.ref ?? ''
    const issued = await runCommand(house, { actor: system('issue-documents') }, (ctx) =>
      issueDocuments(ctx, { orderId }),
    )
    if (!issued.ok) throw new Error(`order ${orderId}: ${issued.refusal.code}`)
  },
}
