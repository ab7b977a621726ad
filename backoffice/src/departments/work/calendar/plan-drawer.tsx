import { Drawer, Skeleton } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useCan } from '../../../app/session/session.ts'
import type { Got } from '../../../client/api.ts'
import { sayDone } from '../../../ui/done.ts'
import type { Field, Values } from '../../../ui/form/field.ts'
import formStyles from '../../../ui/form/form.module.css'
import { FormField, FormSheet } from '../../../ui/form/record-form.tsx'
import { loadedOf, useRecordForm } from '../../../ui/form/use-record-form.ts'
import { instantOf } from '../../../ui/form/zone-time.ts'
import { lastChanges } from '../../../ui/record/last-changes.ts'
import { dayIn } from './calendar-days.ts'
import { PLAN_KINDS } from './calendar-kinds.ts'
import {
  categoryTree,
  changePlan,
  checkPlan,
  createPlan,
  placeList,
  planDetail,
  type Plan,
  type PlanTime,
} from './calendar-queries.ts'
import styles from './calendar.module.css'
import { PlanCollisions } from './plan-collisions.tsx'
import { PlanGoods, type Goods } from './plan-goods.tsx'

type Choices = Got<'/api/calendar/choices'>
type Body = Parameters<typeof createPlan>[0]

interface PlanDrawerProps {
  readonly choices: Choices
  /** The day that a new plan begins on. */
  readonly on?: string
  readonly plan?: Plan
  readonly onClose: () => void
  readonly onSaved: () => void
}

export function PlanDrawer(props: PlanDrawerProps) {
  const t = useTranslations('work.calendar.plan')
  const can = useCan()
  const places = useQuery({ ...placeList, enabled: can('inventory:read') })
  const categories = useQuery({ ...categoryTree, enabled: can('catalog:read') })
  const isReady = !places.isLoading && !categories.isLoading
  return (
    <Drawer
      opened
      onClose={props.onClose}
      position="right"
      size={600}
      title={props.plan ? t('change') : t('make')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {isReady ? (
        <PlanForm {...props} places={places.data?.items ?? []} categories={flat(categories.data?.items ?? [])} />
      ) : (
        <Skeleton height={480} />
      )}
    </Drawer>
  )
}

interface Category {
  readonly id: string
  readonly parentId: string | null
  readonly name: string
}

/** The tree from top to bottom, each below its parent. */
function flat(all: readonly Category[], parentId: string | null = null, depth = 0): NamedCategory[] {
  return all
    .filter((one) => one.parentId === parentId)
    .flatMap(({ id, name }) => [
      { id, title: name, label: `${'– '.repeat(depth)}${name}` },
      ...flat(all, id, depth + 1),
    ])
}

interface NamedCategory {
  readonly id: string
  readonly title: string
  readonly label: string
}

interface PlanFormProps extends PlanDrawerProps {
  readonly places: readonly { readonly code: string; readonly name: string }[]
  readonly categories: readonly NamedCategory[]
}

// i18n-dynamic: work.calendar.plan.kinds.*
function PlanForm({ choices, on = '', plan, places, categories, onClose, onSaved }: PlanFormProps) {
  const t = useTranslations('work.calendar.plan')
  const can = useCan()
  const client = useQueryClient()
  const locale = useLocale()
  const zone = plan?.zone ?? choices.zone
  const labels = new Map(choices.kinds.map(({ kind, label }) => [kind, label]))
  const half = true as const
  const [isAllDay, setAllDay] = useState(plan?.time.allDay ?? true)
  const base: Field[] = [
    { kind: 'text', name: 'title', label: t('title'), maxLength: 160 },
    {
      kind: 'choice',
      name: 'kind',
      label: t('kind'),
      half,
      options: PLAN_KINDS.map((value) => ({ value, label: labels.get(value) ?? value })),
    },
    {
      kind: 'choice',
      name: 'unitId',
      label: t('unit'),
      half,
      optional: true,
      options: choices.units.map(({ id, name }) => ({ value: id, label: name })),
    },
    { kind: 'switch', name: 'allDay', label: t('allDay') },
    { kind: 'date-range', name: 'days', label: t('days'), optional: !isAllDay },
    { kind: 'date-time', name: 'startsAt', label: t('startsAt'), zone, optional: isAllDay },
    { kind: 'date-time', name: 'endsAt', label: t('endsAt'), zone, optional: isAllDay },
    {
      kind: 'many',
      name: 'markets',
      label: t('markets'),
      hint: t('marketsHint'),
      half,
      optional: true,
      options: choices.markets.map((value) => ({ value, label: value })),
    },
    {
      kind: 'many',
      name: 'locations',
      label: t('locations'),
      hint: t('locationsHint'),
      half,
      optional: true,
      options: places.map(({ code, name }) => ({ value: code, label: name })),
    },
    { kind: 'tags', name: 'products', label: t('products'), optional: true },
    {
      kind: 'many',
      name: 'categoryIds',
      label: t('categories'),
      optional: true,
      options: categories.map(({ id, label }) => ({ value: id, label })),
    },
    { kind: 'text', name: 'note', label: t('note'), optional: true, lines: 3, maxLength: 4_000 },
    { kind: 'text', name: 'path', label: t('path'), hint: t('pathHint'), optional: true, maxLength: 200 },
    {
      kind: 'text',
      name: 'overrideReason',
      label: t('overrideReason'),
      hint: t('overrideHint'),
      optional: true,
      maxLength: 300,
    },
  ]
  const bodyOf = (values: Values): Body | undefined => {
    const time = timeOf(values)
    if (!time) return undefined
    const ids = (values['categoryIds'] ?? []) as string[]
    const named = new Map([...(plan?.categories ?? []), ...categories].map(({ id, title }) => [id, { id, title }]))
    const text = (name: string) => String(values[name] ?? '').trim()
    return {
      kind: values['kind'] as Body['kind'],
      title: text('title'),
      note: text('note'),
      time: { ...time, zone },
      markets: (values['markets'] ?? []) as string[],
      locations: (values['locations'] ?? []) as string[],
      products: [...((values['products'] ?? []) as Goods[])],
      categories: ids.flatMap((id) => named.get(id) ?? []),
      path: text('path') || null,
      unitId: text('unitId') || null,
      ...(text('overrideReason') === '' ? {} : { overrideReason: text('overrideReason') }),
    }
  }
  const rereadPlan = (id: string) => async () => {
    const changedBy = lastChanges(client, { department: 'calendar', type: 'plan', id }, locale)
    const latest = await client.fetchQuery({ ...planDetail(id, locale), staleTime: 0 })
    return { ...loadedOf(base, initialOf(latest, latest.zone), latest.version), changedBy: await changedBy }
  }
  const form = useRecordForm({
    fields: base,
    initial: plan ? initialOf(plan, zone) : { kind: 'promotion', allDay: true, ...momentsOf(on, zone) },
    version: plan?.version,
    draft: `plan/${plan?.id ?? 'new'}`,
    save: ({ values, version }) => {
      const body = bodyOf(values)
      if (!body) return Promise.reject(new Error('no time'))
      return plan ? changePlan(plan.id, version, body) : createPlan(body)
    },
    ...(plan ? { reread: rereadPlan(plan.id) } : {}),
    onSaved: () => {
      sayDone(t('saved'))
      onSaved()
    },
  })
  // Which fields are needed follows from one of them.
  if ((form.values['allDay'] === true) !== isAllDay) setAllDay(!isAllDay)
  const checked = useCheck(bodyOf(form.values), plan?.id)
  const isStopped = checked?.some(({ severity }) => severity === 'stop') ?? false
  const hidden = new Set([
    ...(isAllDay ? ['startsAt', 'endsAt'] : ['days']),
    ...(isStopped && can('work:override_blackout') ? [] : ['overrideReason']),
    ...(choices.units.length === 0 ? ['unitId'] : []),
    ...(places.length === 0 ? ['locations'] : []),
    ...(categories.length === 0 ? ['categoryIds'] : []),
    ...(can('catalog:read') ? [] : ['products']),
  ])
  return (
    <FormSheet form={form} submit={t('save')} onCancel={onClose}>
      <div className={formStyles.fields}>
        {base
          .filter(({ name }) => !hidden.has(name))
          .map(({ name, half: isHalf }) => (
            <div key={name} data-half={isHalf}>
              {name === 'products' ? (
                <div data-field="products">
                  <PlanGoods
                    value={(form.values['products'] ?? []) as Goods[]}
                    onChange={(goods) => form.set('products', goods)}
                  />
                </div>
              ) : (
                <FormField form={form} name={name} />
              )}
            </div>
          ))}
      </div>
      {checked && (
        <section className={styles.stack} aria-live="polite" aria-label={t('collisions')}>
          <PlanCollisions collisions={checked} />
        </section>
      )}
    </FormSheet>
  )
}

const TYPING_MS = 400

/** What it would collide with if it were saved now; asked when somebody stops typing. */
function useCheck(body: Body | undefined, planId: string | undefined) {
  const { overrideReason: _reason, note: _note, ...facts } = body ?? {}
  const [asked] = useDebouncedValue(body ? JSON.stringify({ ...facts, ...(planId ? { planId } : {}) }) : '', TYPING_MS)
  const { data } = useQuery({
    queryKey: ['calendar', 'check', asked],
    queryFn: ({ signal }) => checkPlan(JSON.parse(asked) as Parameters<typeof checkPlan>[0], signal),
    enabled: asked !== '',
    retry: false,
    placeholderData: (before) => before,
  })
  return asked === '' ? undefined : data?.collisions
}

/** Undefined while it cannot be told. */
function timeOf(values: Values): PlanTime | undefined {
  if (values['allDay'] === true) {
    const { from, to } = (values['days'] ?? {}) as { from?: unknown; to?: unknown }
    return typeof from === 'string' && from !== '' && typeof to === 'string' && to !== ''
      ? { allDay: true, fromOn: from, toOn: to }
      : undefined
  }
  const read = (name: string) => {
    const value = values[name]
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const [startsAt, endsAt] = [read('startsAt'), read('endsAt')]
  return startsAt && endsAt ? { allDay: false, startsAt, endsAt } : undefined
}

function initialOf(plan: Plan, zone: string) {
  const { time, categories, products, unitId, path } = plan
  const moments = time.allDay
    ? { ...momentsOf(time.fromOn, zone), days: { from: time.fromOn, to: time.toOn } }
    : { ...momentsOf(dayIn(new Date(time.startsAt), zone), zone), startsAt: time.startsAt, endsAt: time.endsAt }
  return {
    ...plan,
    unitId: unitId ?? '',
    path: path ?? '',
    products,
    categoryIds: categories.map(({ id }) => id),
    allDay: time.allDay,
    ...moments,
  }
}

/** A day as whole, and an hour of its morning, for whoever makes one out of the other. */
function momentsOf(on: string, zone: string) {
  return {
    days: { from: on, to: on },
    startsAt: instantOf(`${on}T09:00`, zone),
    endsAt: instantOf(`${on}T10:00`, zone),
  }
}
