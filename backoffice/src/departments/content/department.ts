import { IconMailCog } from '@tabler/icons-react'
import { defineDepartment } from '../../app/frame/department.ts'

const permission = 'content:read'

export const content = defineDepartment({
  name: 'content',
  menu: [{ to: '/mail-templates', group: 'sell', label: 'content.title', icon: IconMailCog, permission }],
  screens: [
    { path: '/mail-templates', permission, load: () => import('./mails-screen.tsx') },
    { path: '/mail-templates/$kind/$locale/$market', permission, load: () => import('./template-screen.tsx') },
  ],
  listensTo: ['market'],
})
