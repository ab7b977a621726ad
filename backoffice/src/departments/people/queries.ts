import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'
import type { paths } from '../../client/schema.d.ts'

export type Staff = RowOf<Got<'/api/staff'>>
export type Outsider = RowOf<Got<'/api/outsiders'>>
export type Person = Got<'/api/staff/{id}'>
export type Role = Got<'/api/roles'>['roles'][number]
export type Unit = RowOf<Got<'/api/units'>>
export type Company = RowOf<Got<'/api/companies'>>
export type PermissionGroup = Got<'/api/permissions'>['departments'][number]

type Body<Path extends keyof paths, Method extends 'post' | 'put'> = paths[Path][Method] extends {
  requestBody: { content: { 'application/json': infer Given } }
}
  ? Given
  : never

export type NewPerson = Body<'/api/staff', 'post'>
export type Access = NonNullable<NewPerson['access']>
export type AccessChange = Body<'/api/staff/{id}/access', 'put'>
export type Profile = Body<'/api/staff/{id}/profile', 'put'>
export type RoleDraft = Body<'/api/roles', 'post'>

export const personDetail = (id: string) =>
  queryOptions({
    queryKey: ['people', 'one', id],
    queryFn: ({ signal }) => answer(api.GET('/api/staff/{id}', { params: { path: { id } }, signal })),
  })

export const roleList = queryOptions({
  queryKey: ['people', 'roles'],
  queryFn: ({ signal }) => answer(api.GET('/api/roles', { signal })),
})

export const roleDetail = (code: string) =>
  queryOptions({
    queryKey: ['people', 'roles', code],
    queryFn: ({ signal }) => answer(api.GET('/api/roles/{code}', { params: { path: { code } }, signal })),
  })

/** In the language in which they are asked for. */
export const permissionList = (locale: string) =>
  queryOptions({
    queryKey: ['people', 'permissions', locale],
    queryFn: ({ signal }) => answer(api.GET('/api/permissions', { signal })),
  })

export const unitList = queryOptions({
  queryKey: ['people', 'units'],
  queryFn: ({ signal }) => answer(api.GET('/api/units', { signal })),
})

export const unitDetail = (id: string) =>
  queryOptions({
    queryKey: ['people', 'units', id],
    queryFn: ({ signal }) => answer(api.GET('/api/units/{id}', { params: { path: { id } }, signal })),
  })

export const companyList = queryOptions({
  queryKey: ['people', 'companies'],
  queryFn: ({ signal }) => answer(api.GET('/api/companies', { signal })),
})

/** Of those who may see them: what somebody's work can be narrowed to. */
export const marketList = queryOptions({
  queryKey: ['people', 'markets'],
  queryFn: ({ signal }) => answer(api.GET('/api/markets', { signal })),
})

export const locationList = queryOptions({
  queryKey: ['people', 'locations'],
  queryFn: ({ signal }) => answer(api.GET('/api/locations', { signal })),
})

/** People by part of a name or an address; the first ones by name where nothing was typed. */
export const foundPeople = (search: string) =>
  queryOptions({
    queryKey: ['people', 'found', search],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/staff', {
          params: { query: { ...(search.trim().length > 1 ? { search } : {}), limit: 20 } },
          signal,
        }),
      ),
  })

const ifMatch = (version: number) => ({ 'If-Match': `"${version}"` })

export const inviteStaff = (body: NewPerson) => answer(api.POST('/api/staff', { body }))

export const renewActivation = (id: string) =>
  answer(api.POST('/api/staff/{id}/activation-link', { params: { path: { id } } }))

export const changeRoles = ({ id, version }: Pick<Person, 'id' | 'version'>, roles: string[]) =>
  answer(api.PATCH('/api/staff/{id}', { params: { path: { id } }, body: { roles }, headers: ifMatch(version) }))

export const changeProfile = ({ id, version }: Person, body: Profile) =>
  answer(api.PUT('/api/staff/{id}/profile', { params: { path: { id } }, body, headers: ifMatch(version) }))

export const changeAccess = ({ id, version }: Pick<Person, 'id' | 'version'>, body: AccessChange) =>
  answer(api.PUT('/api/staff/{id}/access', { params: { path: { id } }, body, headers: ifMatch(version) }))

export const endAccess = (id: string, reason: string) =>
  answer(api.POST('/api/staff/{id}/access-ending', { params: { path: { id } }, body: { reason } }))

export const suspendStaff = (id: string, reason: string) =>
  answer(api.POST('/api/staff/{id}/suspension', { params: { path: { id } }, body: { reason } }))

export const resumeStaff = (id: string) =>
  answer(api.DELETE('/api/staff/{id}/suspension', { params: { path: { id } } }))

export const endStaff = (id: string, reason: string) =>
  answer(api.POST('/api/staff/{id}/ending', { params: { path: { id } }, body: { reason } }))

export const createRole = (body: RoleDraft) => answer(api.POST('/api/roles', { body }))

export const changeRole = ({ code, version }: Pick<Role, 'code' | 'version'>, body: RoleDraft) =>
  answer(api.PUT('/api/roles/{code}', { params: { path: { code } }, body, headers: ifMatch(version) }))

export const retireRole = (code: string, reason: string) =>
  answer(api.POST('/api/roles/{code}/retirement', { params: { path: { code } }, body: { reason } }))

export const addUnit = (body: Body<'/api/units', 'post'>) => answer(api.POST('/api/units', { body }))

export const changeUnit = ({ id, version }: Unit, body: Body<'/api/units/{id}', 'put'>) =>
  answer(api.PUT('/api/units/{id}', { params: { path: { id } }, body, headers: ifMatch(version) }))

export const joinUnit = (id: string, staffId: string) =>
  answer(api.PUT('/api/units/{id}/members/{staffId}', { params: { path: { id, staffId } } }))

export const leaveUnit = (id: string, staffId: string) =>
  answer(api.DELETE('/api/units/{id}/members/{staffId}', { params: { path: { id, staffId } } }))

export const closeUnit = (id: string, reason: string) =>
  answer(api.POST('/api/units/{id}/closing', { params: { path: { id } }, body: { reason } }))

export const addCompany = (body: Body<'/api/companies', 'post'>) => answer(api.POST('/api/companies', { body }))

export const changeCompany = ({ id, version }: Company, body: Body<'/api/companies/{id}', 'put'>) =>
  answer(api.PUT('/api/companies/{id}', { params: { path: { id } }, body, headers: ifMatch(version) }))
