import { defineDepartment } from '../frame/department.ts'

/** Not a department: the house's own showroom. In a demo it is open to all, elsewhere to those who run the house. */
export const gallery = defineDepartment({
  name: 'gallery',
  menu: [],
  screens: [{ path: '/components', permission: 'board:read', load: () => import('./gallery-screen.tsx') }],
})
