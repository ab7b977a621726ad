import {
  IconApi,
  IconKey,
  IconLogin2,
  IconPlus,
  IconSitemap,
  IconUserShield,
  IconUsersGroup,
} from '@tabler/icons-react'
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
  screens: [
    { path: '/team', permission: 'people:read', load: () => import('./team-screen.tsx') },
    { path: '/team/units', permission: 'people:read', load: () => import('./units-screen.tsx') },
    { path: '/team/units/$id', permission: 'people:read', load: () => import('./unit-screen.tsx') },
    { path: '/team/roles', permission: 'people:read', load: () => import('./roles-screen.tsx') },
    { path: '/team/roles/$code', permission: 'people:read', load: () => import('./role-screen.tsx') },
    { path: '/team/outside', permission: 'people:read', load: () => import('./outsiders-screen.tsx') },
    { path: '/team/keys', permission: 'people:api_keys', load: () => import('./api-keys-screen.tsx') },
    { path: '/team/sign-in', permission: 'people:read', load: () => import('./oidc-providers-screen.tsx') },
    { path: '/team/$id', permission: 'people:read', load: () => import('./person-screen.tsx') },
  ],
  actions: [
    { to: '/team/units', label: 'people.units.title', icon: IconSitemap, permission: 'people:read', kind: 'screen' },
    { to: '/team/roles', label: 'people.roles.title', icon: IconKey, permission: 'people:read', kind: 'screen' },
    {
      to: '/team/outside',
      label: 'people.outside.title',
      icon: IconUserShield,
      permission: 'people:read',
      kind: 'screen',
    },
    { to: '/team/keys', label: 'app.keys.title', icon: IconApi, permission: 'people:api_keys', kind: 'screen' },
    {
      to: '/team/sign-in',
      label: 'people.providers.title',
      icon: IconLogin2,
      permission: 'people:read',
      kind: 'screen',
    },
    { to: '/team/roles/new', label: 'people.roles.add', icon: IconPlus, permission: 'people:write' },
  ],
  listensTo: ['people', 'staff'],
})
