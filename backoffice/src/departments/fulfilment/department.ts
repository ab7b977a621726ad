import { IconPackage } from '@tabler/icons-react'
import { defineDepartment } from '../../app/frame/department.ts'

const permission = 'fulfilment:read'

export const fulfilment = defineDepartment({
  name: 'fulfilment',
  menu: [{ to: '/parcels', group: 'sell', label: 'fulfilment.title', icon: IconPackage, permission }],
  screens: [{ path: '/parcels', permission, load: () => import('./parcels-screen.tsx') }],
  listensTo: ['parcel', 'order', 'payment'],
})
