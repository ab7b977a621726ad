import {
  IconAdjustments,
  IconBuilding,
  IconBuildingWarehouse,
  IconCreditCardPay,
  IconClockHour4,
  IconMap2,
  IconMapPin,
  IconPlugConnected,
  IconReceiptTax,
  IconScale,
  IconShieldCheck,
  IconTags,
  IconTruckDelivery,
  IconWorld,
} from '@tabler/icons-react'
import type { DepartmentAction } from '../../app/frame/department.ts'

/** Each with the permission that its own operation asks for. */
export const SECTIONS: readonly DepartmentAction[] = [
  { to: '/settings', label: 'settings.sections.general', icon: IconAdjustments, permission: 'board:read' },
  {
    to: '/settings/entities',
    label: 'settings.sections.entities',
    icon: IconBuilding,
    permission: 'organisation:read',
  },
  { to: '/settings/markets', label: 'settings.sections.markets', icon: IconWorld, permission: 'organisation:read' },
  { to: '/settings/taxes', label: 'settings.sections.taxes', icon: IconReceiptTax, permission: 'tax:read' },
  { to: '/settings/tax-zones', label: 'settings.sections.taxZones', icon: IconMapPin, permission: 'tax:read' },
  { to: '/settings/tax-categories', label: 'settings.sections.taxCategories', icon: IconTags, permission: 'tax:read' },
  { to: '/settings/tax-rules', label: 'settings.sections.taxChoices', icon: IconScale, permission: 'tax:read' },
  {
    to: '/settings/payment-methods',
    label: 'settings.sections.paymentMethods',
    icon: IconCreditCardPay,
    permission: 'payments:read',
  },
  {
    to: '/settings/payment-providers',
    label: 'settings.sections.paymentProviders',
    icon: IconPlugConnected,
    permission: 'payments:write',
  },
  { to: '/settings/delivery', label: 'settings.sections.delivery', icon: IconTruckDelivery, permission: 'orders:read' },
  {
    to: '/settings/delivery-zones',
    label: 'settings.sections.deliveryZones',
    icon: IconMap2,
    permission: 'orders:read',
  },
  {
    to: '/settings/delivery-places',
    label: 'settings.sections.deliveryPlaces',
    icon: IconClockHour4,
    permission: 'orders:read',
  },
  {
    to: '/settings/locations',
    label: 'settings.sections.locations',
    icon: IconBuildingWarehouse,
    permission: 'inventory:read',
  },
  { to: '/settings/approvals', label: 'work.rules.title', icon: IconShieldCheck, permission: 'work:rules' },
]
