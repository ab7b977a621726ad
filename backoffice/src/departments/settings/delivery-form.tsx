import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { codeOf, type Field, type Option, type Values } from '../../ui/form/field.ts'
import { FormField, FormSheet } from '../../ui/form/record-form.tsx'
import type { Sent } from '../../ui/form/save-merging.ts'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { categories as categoryList } from '../catalog/queries.ts'
import {
  deliveryMethodList,
  deliveryZoneList,
  dispatchPlaceList,
  putDeliveryMethod,
  putDeliveryZone,
  type DeliveryMethod,
} from './delivery-queries.ts'
import type { FormProps } from './form-props.ts'
import { marketList, type Market } from './queries.ts'
import { RatesInput } from './rates-input.tsx'
import { areWhole, BLANK_TARIFF, draftOf, draftOfRates, ratesOf, type RateDraft } from './tariff-draft.ts'
import { useFormReread } from './use-form-reread.ts'

/** A zone that is made with the first method of a shop that has none: everywhere it sells. */
const EVERYWHERE = 'everywhere'

/** How goods reach people: what it carries, where, and for how much. */
export function DeliveryForm(props: FormProps<DeliveryMethod>) {
  const can = useCan()
  const { data: methods } = useQuery(deliveryMethodList)
  const { data: zones } = useQuery(deliveryZoneList)
  const { data: places } = useQuery(dispatchPlaceList)
  const { data: markets, isPending: marketsCome } = useQuery({ ...marketList, enabled: can('organisation:read') })
  const { data: categories, isPending: categoriesCome } = useQuery({ ...categoryList, enabled: can('catalog:read') })
  const waits = (can('organisation:read') && marketsCome) || (can('catalog:read') && categoriesCome)
  if (!methods || !zones || !places || waits) return <Skeleton height={320} />
  return (
    <Sheet
      {...props}
      methods={methods.items}
      zones={zones.items.map(({ code, name }) => ({ value: code, label: name }))}
      places={places.items.flatMap(({ code, pickup }) => (pickup ? [{ value: code, label: pickup.name }] : []))}
      markets={markets?.items ?? []}
      categories={categories?.items ?? []}
    />
  )
}

interface SheetProps extends FormProps<DeliveryMethod> {
  readonly methods: readonly DeliveryMethod[]
  readonly zones: readonly Option[]
  readonly places: readonly Option[]
  readonly markets: readonly Market[]
  readonly categories: readonly { readonly id: string; readonly name: string }[]
}

function Sheet({ record, onSaved, onCancel, methods, zones: known, places, markets, categories }: SheetProps) {
  const t = useTranslations('settings.delivery')
  const locale = useLocale()
  const reread = useFormReread(deliveryMethodList, record, valuesOf)
  const countries = [...new Set(markets.flatMap((market) => market.countries))]
  const zones = known.length > 0 ? known : [{ value: EVERYWHERE, label: t('everywhere') }]
  const currencies = [
    ...new Set([
      ...markets.map(({ currency }) => currency),
      ...(record?.rates.flatMap(({ tariffs }) => Object.keys(tariffs)) ?? []),
    ]),
  ]
  const categoryOptions = categories.map(({ id, name }) => ({ value: id, label: name }))
  const fields: Field[] = [
    { kind: 'texts', name: 'names', label: t('names'), maxLength: 80 },
    { kind: 'texts', name: 'descriptions', label: t('descriptions'), optional: true, maxLength: 300 },
    {
      kind: 'choice',
      name: 'kind',
      label: t('kind'),
      half: true,
      options: [
        { value: 'carriage', label: t('brought') },
        { value: 'pickup', label: t('collected') },
      ],
    },
    {
      kind: 'choice',
      name: 'place',
      label: t('place'),
      hint: t('placeHint'),
      half: true,
      optional: true,
      options: [{ value: '', label: t('noPlace') }, ...places],
    },
    {
      kind: 'quantity',
      name: 'maxWeightGrams',
      label: t('maxWeight'),
      half: true,
      optional: true,
      units: [
        { label: 'g', exponent: 0 },
        { label: 'kg', exponent: 3 },
      ],
    },
    { kind: 'moneys', name: 'maxValue', label: t('maxValue'), optional: true, currencies },
    { kind: 'many', name: 'excluded', label: t('excluded'), optional: true, options: categoryOptions },
    {
      kind: 'own',
      name: 'rates',
      label: t('rates'),
      say: (value) => (value as RateDraft[]).map(({ zone }) => zone).join(', '),
    },
    { kind: 'switch', name: 'asksPhone', label: t('asksPhone') },
    { kind: 'switch', name: 'active', label: t('active') },
  ]
  const initial: Values = record
    ? valuesOf(record)
    : {
        kind: 'carriage',
        place: '',
        maxValue: {},
        excluded: [],
        asksPhone: false,
        active: true,
        rates: [
          {
            zone: zones.length === 1 ? zones[0]!.value : '',
            minDays: 1,
            maxDays: 3,
            tariffs: Object.fromEntries(currencies.map((currency) => [currency, BLANK_TARIFF])),
          },
        ],
      }
  const save = async ({ values, version }: Sent) => {
    if (known.length === 0) await makeEverywhere(t('everywhere'), countries)
    const code = record?.code ?? (codeOf(String((values.names as { en?: string }).en)) || 'standard')
    return putDeliveryMethod(code, version, bodyOf(values, record))
  }
  const form = useRecordForm({
    fields,
    initial,
    version: record?.version,
    draft: `delivery/${record?.code ?? 'new'}`,
    save,
    onSaved,
    nameOf: (field) => ({ 'limits.maxWeightGrams': 'maxWeightGrams' })[field] ?? field.replace(/^limits\./, ''),
    ...reread(fields),
  })
  const rates = form.values['rates'] as readonly RateDraft[]
  const others = methods.flatMap(({ names, rates: all }) =>
    all.flatMap(({ zone, tariffs }) =>
      Object.entries(tariffs).map(([currency, tariff]) => ({
        label: `${names[locale] ?? names.en}, ${zones.find(({ value }) => value === zone)?.label ?? zone}, ${currency}`,
        tariff: draftOf(tariff),
      })),
    ),
  )
  const shown = fields.filter(({ name }) => name !== 'rates' && (name !== 'place' || form.values['kind'] === 'pickup'))
  return (
    <FormSheet form={form} submit={t('save')} onCancel={onCancel} ready={areWhole(rates)}>
      {shown.slice(0, -1).map(({ name }) => (
        <FormField key={name} form={form} name={name} />
      ))}
      <RatesInput
        value={rates}
        zones={zones}
        currencies={currencies}
        categories={categoryOptions}
        others={others}
        errorOf={form.errorOf}
        onChange={(next) => form.set('rates', next)}
      />
      <FormField form={form} name="asksPhone" />
      <FormField form={form} name="active" />
    </FormSheet>
  )
}

/** Made once; who saves again after a refusal finds it there. */
async function makeEverywhere(name: string, countries: readonly string[]): Promise<void> {
  const zone = { name, countries, regions: [], postcodes: [] }
  await putDeliveryZone(EVERYWHERE, undefined, zone).catch(() => undefined)
}

function valuesOf({ names, descriptions, kind, place, limits, rates, asksPhone, active }: DeliveryMethod): Values {
  return {
    names,
    descriptions,
    kind,
    place: place ?? '',
    maxWeightGrams: limits.maxWeightGrams,
    maxValue: limits.maxValue ?? {},
    excluded: limits.excludedCategories ?? [],
    rates: draftOfRates(rates),
    asksPhone: asksPhone ?? false,
    active,
  }
}

function bodyOf(values: Values, record: DeliveryMethod | undefined): Values {
  const { names, descriptions, kind, place, maxWeightGrams, maxValue, excluded, rates, asksPhone, active } = values
  const most = withoutEmpty(maxValue)
  return {
    names: withoutEmpty(names),
    descriptions: withoutEmpty(descriptions),
    kind,
    place: kind === 'pickup' && place !== '' ? place : null,
    limits: {
      ...(typeof maxWeightGrams === 'number' && { maxWeightGrams }),
      ...(Object.keys(most).length > 0 && { maxValue: most }),
      ...((excluded as readonly string[]).length > 0 && { excludedCategories: excluded }),
    },
    rates: ratesOf(rates as readonly RateDraft[]),
    taxCategory: record?.taxCategory ?? 'standard',
    ...(record && { position: record.position }),
    asksPhone,
    active,
  }
}

/** A language or a currency that was emptied has none. */
function withoutEmpty(value: unknown): object {
  return Object.fromEntries(Object.entries(value ?? {}).filter(([, one]) => one !== '' && one !== undefined))
}
