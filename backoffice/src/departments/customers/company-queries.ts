import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'
import type { paths } from '../../client/schema.d.ts'

export type CompanyRow = RowOf<Got<'/api/buyer-companies'>>
export type BuyerCompany = Got<'/api/buyer-companies/{id}'>
export type Exemption = RowOf<Got<'/api/customers/{id}/exemptions'>>
export type CompanyDraft = paths['/api/buyer-companies']['post']['requestBody']['content']['application/json']
export type ExemptionDraft =
  paths['/api/customers/{id}/exemptions']['post']['requestBody']['content']['application/json']
export type ExemptionOwner = 'customer' | 'company'

export const companyDetail = (id: string) =>
  queryOptions({
    queryKey: ['customers', 'company', id],
    queryFn: ({ signal }) => answer(api.GET('/api/buyer-companies/{id}', { params: { path: { id } }, signal })),
  })

/** The last word of the authority on a number; it is asked where there is none that holds. */
export const vatNumberCheck = (vatNumber: string) =>
  queryOptions({
    queryKey: ['customers', 'vat', vatNumber],
    queryFn: ({ signal }) => answer(api.POST('/api/vat-number-checks', { body: { vatNumber }, signal })),
    staleTime: 60_000,
  })

export const checkAnew = (vatNumber: string) =>
  answer(api.POST('/api/vat-number-checks', { body: { vatNumber, anew: true } }))

export const createCompany = (body: CompanyDraft) => answer(api.POST('/api/buyer-companies', { body }))

export const changeCompany = (id: string, version: number, body: CompanyDraft) =>
  answer(
    api.PUT('/api/buyer-companies/{id}', { params: { path: { id }, header: { 'If-Match': `"${version}"` } }, body }),
  )

export const addBuyers = (id: string, emails: string) =>
  answer(api.POST('/api/buyer-companies/{id}/buyers', { params: { path: { id } }, body: { emails } }))

export const removeBuyer = (id: string, customerId: string) =>
  answer(api.DELETE('/api/buyer-companies/{id}/buyers/{customerId}', { params: { path: { id, customerId } } }))

export const exemptionsOf = (owner: ExemptionOwner, id: string) =>
  queryOptions({
    queryKey: ['customers', 'exemptions', owner, id],
    queryFn: ({ signal }) =>
      owner === 'customer'
        ? answer(api.GET('/api/customers/{id}/exemptions', { params: { path: { id } }, signal }))
        : answer(api.GET('/api/buyer-companies/{id}/exemptions', { params: { path: { id } }, signal })),
  })

export function proposeExemption(owner: ExemptionOwner, id: string, body: ExemptionDraft, key: string) {
  const params = { path: { id }, header: { 'Idempotency-Key': key } }
  return owner === 'customer'
    ? answer(api.POST('/api/customers/{id}/exemptions', { params, body }))
    : answer(api.POST('/api/buyer-companies/{id}/exemptions', { params, body }))
}

export function decideExemption(id: string, to: 'approval' | 'withdrawal') {
  const params = { path: { id } }
  return to === 'approval'
    ? answer(api.PUT('/api/exemptions/{id}/approval', { params }))
    : answer(api.PUT('/api/exemptions/{id}/withdrawal', { params }))
}
