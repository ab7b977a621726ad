import { IconHistory, IconMail, IconSettingsAutomation } from '@tabler/icons-react'
import { defineDepartment } from '../../app/frame/department.ts'

const permission = 'operations:read'

export const operations = defineDepartment({
  name: 'operations',
  menu: [
    { to: '/mails', group: 'house', label: 'operations.mails.title', icon: IconMail, permission, keys: 'g m' },
    {
      to: '/jobs',
      group: 'house',
      label: 'operations.jobs.title',
      icon: IconSettingsAutomation,
      permission,
      keys: 'g j',
    },
    { to: '/audit', group: 'house', label: 'operations.audit.title', icon: IconHistory, permission, keys: 'g a' },
  ],
  screens: [
    { path: '/mails', permission, load: () => import('./mails-screen.tsx') },
    { path: '/mails/$id', permission, load: () => import('./mail-screen.tsx') },
    { path: '/jobs', permission, load: () => import('./jobs-screen.tsx') },
    { path: '/audit', permission, load: () => import('./audit-screen.tsx') },
  ],
  // Every fact may cause mails and work.
  listensTo: ['order', 'payment', 'job', 'mail', 'product'],
  cards: [{ form: 'figures', permission, load: () => import('./house-card.tsx') }],
})
