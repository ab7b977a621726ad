import { defineDepartment } from '../../host/department.ts'
import { captureShipmentJob } from './capture-shipment.ts'

export const captureShipmentFlow = defineDepartment({
  name: 'capture-shipment',
  dependsOn: ['orders', 'payments', 'fulfilment'],
  permissions: [],
  routes: [],
  jobs: [captureShipmentJob],
  subscribers: { 'parcel.left.v1': ['capture-shipment'] },
  refusals: [],
})
