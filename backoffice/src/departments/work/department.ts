import { IconShieldCheck } from '@tabler/icons-react'
import { defineDepartment } from '../../app/frame/department.ts'

export const work = defineDepartment({
  name: 'work',
  menu: [
    {
      to: '/work/approvals',
      group: 'house',
      label: 'work.approvals.title',
      icon: IconShieldCheck,
      permission: 'approvals:read',
      keys: 'g v',
    },
  ],
  screens: [
    { path: '/work/approvals', permission: 'approvals:read', load: () => import('./approvals-screen.tsx') },
    { path: '/work/approvals/$id', permission: 'approvals:read', load: () => import('./approval-screen.tsx') },
    { path: '/settings/approvals', permission: 'work:rules', load: () => import('./approval-rules-screen.tsx') },
  ],
  listensTo: ['approval'],
})
