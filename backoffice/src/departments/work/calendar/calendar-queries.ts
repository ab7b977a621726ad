import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../../client/api.ts'
import type { paths } from '../../../client/schema.d.ts'

export type Entry = Got<'/api/calendar'>['entries'][number]
export type Plan = Got<'/api/plans/{id}'>
export type Collision = Plan['collisions'][number]
export type Window = RowOf<Got<'/api/blackouts'>>
export type Feed = RowOf<Got<'/api/calendar-feeds'>>
export type PlanTime = Plan['time']

export interface CalendarAsked {
  readonly from: string
  readonly to: string
  readonly zone: string
  readonly kinds?: string | undefined
  readonly markets?: string | undefined
  readonly unit?: string | undefined
}

export const calendarEntries = (asked: CalendarAsked, locale: string) =>
  queryOptions({
    queryKey: ['calendar', 'entries', asked, locale],
    queryFn: ({ signal }) => answer(api.GET('/api/calendar', { params: { query: asked }, signal })),
    placeholderData: keepPreviousData,
  })

export const calendarChoices = (locale: string) =>
  queryOptions({
    queryKey: ['calendar', 'choices', locale],
    queryFn: ({ signal }) => answer(api.GET('/api/calendar/choices', { signal })),
  })

export const planDetail = (id: string, locale: string) =>
  queryOptions({
    queryKey: ['calendar', 'plan', id, locale],
    queryFn: ({ signal }) => answer(api.GET('/api/plans/{id}', { params: { path: { id } }, signal })),
  })

export const blackoutList = (locale: string) =>
  queryOptions({
    queryKey: ['calendar', 'blackouts', locale],
    queryFn: ({ signal }) => answer(api.GET('/api/blackouts', { signal })),
  })

export const feedList = queryOptions({
  queryKey: ['calendar', 'feeds'],
  queryFn: ({ signal }) => answer(api.GET('/api/calendar-feeds', { signal })),
})

/** What goes into the form's choices, for those who may see it elsewhere. */
export const placeList = queryOptions({
  queryKey: ['settings', 'locations'],
  queryFn: ({ signal }) => answer(api.GET('/api/locations', { signal })),
})
export const categoryTree = queryOptions({
  queryKey: ['catalog', 'categories'],
  queryFn: ({ signal }) => answer(api.GET('/api/categories', { signal })),
})
export const foundProducts = (search: string) =>
  queryOptions({
    queryKey: ['catalog', 'found-products', search],
    queryFn: ({ signal }) => answer(api.GET('/api/products', { params: { query: { search, limit: 12 } }, signal })),
    enabled: search.trim() !== '',
    placeholderData: keepPreviousData,
  })

const header = (version: number | undefined) => (version === undefined ? {} : { 'If-Match': `"${version}"` })

type PlanInput = NonNullable<paths['/api/plans']['post']['requestBody']>['content']['application/json']

export function createPlan(body: PlanInput) {
  return answer(api.POST('/api/plans', { body }))
}
export function changePlan(id: string, version: number | undefined, body: PlanInput) {
  return answer(api.PUT('/api/plans/{id}', { params: { path: { id }, header: header(version) }, body }))
}
export function movePlan(id: string, version: number, time: PlanTime) {
  return answer(api.PUT('/api/plans/{id}/time', { params: { path: { id }, header: header(version) }, body: { time } }))
}
export function withdrawPlan({ id, version }: Pick<Plan, 'id' | 'version'>, reason: string) {
  return answer(
    api.POST('/api/plans/{id}/withdrawal', { params: { path: { id }, header: header(version) }, body: { reason } }),
  )
}
export function checkPlan(body: PlanInput & { planId?: string }, signal: AbortSignal) {
  return answer(api.POST('/api/plan-checks', { body, signal }))
}
export function answerCollision(id: string, word: string) {
  return answer(api.PUT('/api/plan-collisions/{id}/answer', { params: { path: { id } }, body: { word } }))
}
type WindowInput = NonNullable<paths['/api/blackouts']['post']['requestBody']>['content']['application/json']
export function closeWindow(body: WindowInput) {
  return answer(api.POST('/api/blackouts', { body }))
}
export function liftWindow({ id, version }: Pick<Window, 'id' | 'version'>, reason: string) {
  return answer(
    api.POST('/api/blackouts/{id}/lifting', { params: { path: { id }, header: header(version) }, body: { reason } }),
  )
}
export function passWindow(id: string, reason: string) {
  return answer(api.POST('/api/blackouts/{id}/overrides', { params: { path: { id } }, body: { reason } }))
}
type FeedInput = NonNullable<paths['/api/calendar-feeds']['post']['requestBody']>['content']['application/json']
export function openFeed(body: FeedInput) {
  return answer(api.POST('/api/calendar-feeds', { body }))
}
export function closeFeed(id: string) {
  return answer(api.DELETE('/api/calendar-feeds/{id}', { params: { path: { id } } }))
}
