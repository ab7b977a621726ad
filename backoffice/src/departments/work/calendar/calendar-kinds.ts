import {
  IconBan,
  IconBuildingBank,
  IconCalendarEvent,
  IconChecklist,
  IconClipboardCheck,
  IconConfetti,
  IconDoorExit,
  IconFlag,
  IconLock,
  IconPackageImport,
  IconReceiptTax,
  IconRepeat,
  IconRocket,
  IconServerCog,
  IconSpeakerphone,
  IconTag,
  IconTags,
  IconTruckDelivery,
  type TablerIcon,
} from '@tabler/icons-react'

/** Each kind by its sign; colours stand for families of kinds only, and say nothing that the sign does not. */
interface KindLook {
  readonly icon: TablerIcon
  readonly tone: 'sale' | 'price' | 'goods' | 'house' | 'rest' | 'law' | 'block' | 'own'
}

const LOOKS: Readonly<Record<string, KindLook>> = {
  promotion: { icon: IconTag, tone: 'sale' },
  campaign: { icon: IconSpeakerphone, tone: 'sale' },
  launch: { icon: IconRocket, tone: 'sale' },
  price_list: { icon: IconTags, tone: 'price' },
  supplier_delivery: { icon: IconTruckDelivery, tone: 'goods' },
  transfer: { icon: IconPackageImport, tone: 'goods' },
  stocktake: { icon: IconClipboardCheck, tone: 'goods' },
  closing: { icon: IconLock, tone: 'house' },
  release: { icon: IconServerCog, tone: 'house' },
  holiday: { icon: IconConfetti, tone: 'rest' },
  public_holiday: { icon: IconConfetti, tone: 'rest' },
  legal_date: { icon: IconBuildingBank, tone: 'law' },
  law: { icon: IconBuildingBank, tone: 'law' },
  blackout: { icon: IconBan, tone: 'block' },
  'tax.rate_begins': { icon: IconReceiptTax, tone: 'law' },
  'people.access_ends': { icon: IconDoorExit, tone: 'house' },
  'work.todo': { icon: IconChecklist, tone: 'own' },
  'work.recurrence': { icon: IconRepeat, tone: 'own' },
  'work.project': { icon: IconFlag, tone: 'own' },
}

export const lookOfKind = (kind: string): KindLook => LOOKS[kind] ?? { icon: IconCalendarEvent, tone: 'own' }

/** Those that people keep by hand. */
export const PLAN_KINDS = [
  'promotion',
  'campaign',
  'launch',
  'price_list',
  'supplier_delivery',
  'transfer',
  'stocktake',
  'closing',
  'release',
  'holiday',
  'legal_date',
  'other',
] as const
