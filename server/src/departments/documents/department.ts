import { defineDepartment } from '../../host/department.ts'
import { refusals } from './domain/refusals.ts'
import { routes } from './http/routes.ts'
import { issueDocumentsJob } from './jobs/issue-documents.ts'
import { documentPlace } from './queries/document-place.ts'
import { documentExists, documentTitles } from './queries/read-documents.ts'
import { orderOfDocument } from './queries/related-documents.ts'
import { documentMail } from './use-cases/mail-document.ts'

export const documents = defineDepartment({
  name: 'documents',
  dependsOn: ['catalog', 'organisation', 'orders', 'payments', 'fulfilment'],
  permissions: ['documents:read', 'documents:send', 'documents:issue', 'documents:write'],
  routes,
  jobs: [issueDocumentsJob],
  mails: [documentMail],
  subscribers: {
    'order.paid.v1': ['issue-documents'],
    'parcel.left.v1': ['issue-documents'],
    'payment.refunded.v1': ['issue-documents'],
    'order.amended.v1': ['issue-documents'],
  },
  refusals: [refusals],
  related: { document: [orderOfDocument] },
  recordTypes: {
    document: {
      read: 'documents:read',
      write: 'documents:issue',
      exists: documentExists,
      place: documentPlace,
      path: (id) => `/documents/${id}`,
      titles: documentTitles,
    },
  },
})
