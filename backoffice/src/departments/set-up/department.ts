import { IconFlag } from '@tabler/icons-react'
import { defineDepartment } from '../../app/frame/department.ts'

const permission = 'organisation:read'

export const setUp = defineDepartment({
  name: 'set-up',
  // Found by the palette and on Today; once it is done, nobody needs it in the menu.
  menu: [],
  screens: [{ path: '/set-up', permission, load: () => import('./set-up-screen.tsx') }],
  cards: [{ form: 'notice', permission, load: () => import('./set-up-card.tsx') }],
  actions: [{ to: '/set-up', label: 'set-up.title', icon: IconFlag, permission }],
  listensTo: ['product', 'staff', 'people', 'setting', 'organisation'],
})
