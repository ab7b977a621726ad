import { IconUsersGroup } from '@tabler/icons-react'
import { defineDepartment } from '../../app/frame/department.ts'

export const people = defineDepartment({
  name: 'people',
  menu: [
    {
      to: '/team',
      group: 'house',
      label: 'people.title',
      icon: IconUsersGroup,
      permission: 'people:read',
      keys: 'g t',
    },
  ],
  screens: [{ path: '/team', permission: 'people:read', load: () => import('./team-screen.tsx') }],
  listensTo: ['people', 'staff'],
})
