import { Modal } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useMarketName } from '../../app/market-names.ts'
import { sayDone } from '../../ui/done.ts'
import type { Field } from '../../ui/form/field.ts'
import { FormField, FormSheet } from '../../ui/form/record-form.tsx'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { wallTimeOf } from '../../ui/form/zone-time.ts'
import {
  nameOfPlace,
  placesWith,
  putPlaces,
  type PlaceToPut,
  type ProductPlace,
  type ProductPlaces,
} from './showing-queries.ts'

interface PlaceDialogProps {
  readonly productId: string
  readonly view: ProductPlaces
  readonly place: ProductPlace
  readonly withChannel: boolean
  readonly onClose: () => void
}

/** One channel in one market: as everywhere else, hidden, or shown between two times of the market's clock. */
export function PlaceDialog({ productId, view, place, withChannel, onClose }: PlaceDialogProps) {
  const t = useTranslations('catalog.places')
  const client = useQueryClient()
  const { channel, market, timeZone, named, shown, beginsAt, endsAt } = place
  const marketName = useMarketName()
  const [rule] = useState(named ? (shown ? 'shown' : 'hidden') : 'elsewhere')
  const fields = useFields(timeZone)
  const form = useRecordForm({
    fields,
    initial: { rule, beginsAt: beginsAt ?? '', endsAt: endsAt ?? '' },
    version: view.version,
    nameOf: (path) => (path.endsWith('.begins') ? 'beginsAt' : path.endsWith('.ends') ? 'endsAt' : path),
    save: ({ values, version = 0 }) =>
      putPlaces({
        id: productId,
        version,
        elsewhere: view.elsewhere,
        places: placesWith(view, place, saidBy(values, { channel, market, timeZone })),
      }),
    onSaved: () => {
      void client.invalidateQueries({ queryKey: ['catalog'] })
      sayDone(t('saved'))
      onClose()
    },
  })
  const isShown = form.values['rule'] === 'shown'
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('of', { place: nameOfPlace(place, withChannel, marketName) })}
      closeButtonProps={{ 'aria-label': t('close') }}
      size="md"
      radius="lg"
    >
      <FormSheet form={form} submit={t('save')} onCancel={onClose}>
        <FormField form={form} name="rule" />
        {isShown && <FormField form={form} name="beginsAt" />}
        {isShown && <FormField form={form} name="endsAt" />}
      </FormSheet>
    </Modal>
  )
}

const RULES = ['elsewhere', 'shown', 'hidden'] as const

// i18n-dynamic: catalog.places.rules.*
function useFields(zone: string): Field[] {
  const t = useTranslations('catalog.places')
  return [
    {
      kind: 'choice',
      name: 'rule',
      label: t('rule'),
      options: RULES.map((value) => ({ value, label: t(`rules.${value}`) })),
    },
    { kind: 'date-time', name: 'beginsAt', label: t('from'), hint: t('fromHint'), zone, optional: true },
    { kind: 'date-time', name: 'endsAt', label: t('until'), hint: t('untilHint'), zone, optional: true },
  ]
}

function saidBy(
  values: Readonly<Record<string, unknown>>,
  { timeZone, ...place }: Pick<ProductPlace, 'channel' | 'market' | 'timeZone'>,
): PlaceToPut | undefined {
  if (values['rule'] === 'elsewhere') return undefined
  const shown = values['rule'] === 'shown'
  const wall = (value: unknown) =>
    shown && typeof value === 'string' && value !== '' ? `${wallTimeOf(value, timeZone)}:00` : null
  return { ...place, shown, begins: wall(values['beginsAt']), ends: wall(values['endsAt']) }
}
