import { IconChecklist, IconInbox, IconMessages, IconPlus, IconRepeat, IconShieldCheck } from '@tabler/icons-react'
import { defineDepartment } from '../../app/frame/department.ts'
import { isMine } from './todo-queries.ts'

export const work = defineDepartment({
  name: 'work',
  menu: [
    { to: '/inbox', group: 'work', label: 'work.inbox.title', icon: IconInbox, permission: 'inbox:read', keys: 'g i' },
    {
      to: '/todos',
      group: 'work',
      label: 'work.todos.title',
      icon: IconChecklist,
      permission: 'work:read',
      keys: 'g w',
    },
    {
      to: '/work/approvals',
      group: 'work',
      label: 'work.approvals.title',
      icon: IconShieldCheck,
      permission: 'approvals:read',
      keys: 'g v',
    },
  ],
  screens: [
    { path: '/inbox', permission: 'inbox:read', load: () => import('./inbox-screen.tsx') },
    { path: '/todos', permission: 'work:read', load: () => import('./todos-screen.tsx') },
    { path: '/todos/new', permission: 'work:write', load: () => import('./new-todo-screen.tsx') },
    { path: '/todos/$id', permission: 'inbox:read', load: () => import('./todo-screen.tsx') },
    { path: '/talk', permission: 'inbox:read', load: () => import('./shared-threads-screen.tsx') },
    { path: '/talk/$id', permission: 'inbox:read', load: () => import('./talk-screen.tsx') },
    { path: '/work/recurring', permission: 'work:read', load: () => import('./recurrences-screen.tsx') },
    { path: '/work/approvals', permission: 'approvals:read', load: () => import('./approvals-screen.tsx') },
    { path: '/work/approvals/$id', permission: 'approvals:read', load: () => import('./approval-screen.tsx') },
    { path: '/settings/approvals', permission: 'work:rules', load: () => import('./approval-rules-screen.tsx') },
  ],
  actions: [
    { to: '/work/recurring', label: 'work.recurring.title', icon: IconRepeat, permission: 'work:read', kind: 'screen' },
    { to: '/todos/new', label: 'work.todos.new', icon: IconPlus, permission: 'work:write' },
    { to: '/talk', label: 'work.talk.shared', icon: IconMessages, permission: 'inbox:read', kind: 'screen' },
  ],
  cards: [{ form: 'figures', permission: 'inbox:read', load: () => import('./mine-card.tsx') }],
  listensTo: ['approval', 'inbox', 'work'],
  concerns: isMine,
})
