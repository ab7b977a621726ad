import { IconHistory, IconMail, IconSend, IconSettingsAutomation, IconWebhook } from '@tabler/icons-react'
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
    { to: '/webhooks', group: 'house', label: 'operations.webhooks.title', icon: IconWebhook, permission },
  ],
  screens: [
    { path: '/mails', permission, load: () => import('./mails-screen.tsx') },
    { path: '/mails/$id', permission, load: () => import('./mail-screen.tsx') },
    { path: '/jobs', permission, load: () => import('./jobs-screen.tsx') },
    { path: '/audit', permission, load: () => import('./audit-screen.tsx') },
    { path: '/webhooks', permission, load: () => import('./webhooks-screen.tsx') },
    { path: '/webhooks/$id', permission, load: () => import('./webhook-screen.tsx') },
    { path: '/webhook-deliveries', permission, load: () => import('./webhook-deliveries-screen.tsx') },
    { path: '/webhook-deliveries/$id', permission, load: () => import('./webhook-delivery-screen.tsx') },
  ],
  actions: [
    {
      to: '/webhook-deliveries',
      label: 'operations.webhooks.allMessages',
      icon: IconSend,
      permission,
      kind: 'screen',
    },
  ],
  // Every fact may cause mails and work.
  listensTo: ['order', 'payment', 'job', 'mail', 'product'],
  cards: [{ form: 'figures', permission, load: () => import('./house-card.tsx') }],
})
