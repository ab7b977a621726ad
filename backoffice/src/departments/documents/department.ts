import { IconFileInvoice, IconListNumbers } from '@tabler/icons-react'
import { defineDepartment } from '../../app/frame/department.ts'

const permission = 'documents:read'

export const documents = defineDepartment({
  name: 'documents',
  menu: [{ to: '/documents', group: 'accounts', label: 'documents.title', icon: IconFileInvoice, permission }],
  screens: [
    { path: '/documents', permission, load: () => import('./documents-screen.tsx') },
    { path: '/documents/$id', permission, load: () => import('./document-screen.tsx') },
    { path: '/document-series', permission, load: () => import('./series-screen.tsx') },
  ],
  actions: [
    { to: '/document-series', label: 'documents.series.title', icon: IconListNumbers, permission, kind: 'screen' },
  ],
  listensTo: ['document', 'order', 'payment', 'market', 'entity'],
})
