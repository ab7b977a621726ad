import { IconBan, IconCalendarMonth } from '@tabler/icons-react'
import { defineDepartment } from '../../../app/frame/department.ts'

/** The calendar of the house, plans and blackout windows. */
export const calendar = defineDepartment({
  name: 'calendar',
  menu: [
    {
      to: '/calendar',
      group: 'work',
      label: 'work.calendar.title',
      icon: IconCalendarMonth,
      permission: 'work:read',
      keys: 'g k',
    },
  ],
  screens: [
    { path: '/calendar', permission: 'work:read', load: () => import('./calendar-screen.tsx') },
    { path: '/calendar/blackouts', permission: 'work:read', load: () => import('./blackouts-screen.tsx') },
    { path: '/plans/$id', permission: 'work:read', load: () => import('./plan-screen.tsx') },
  ],
  actions: [
    {
      to: '/calendar/blackouts',
      label: 'work.calendar.blackouts.title',
      icon: IconBan,
      permission: 'work:read',
      kind: 'screen',
    },
  ],
  listensTo: ['work'],
})
