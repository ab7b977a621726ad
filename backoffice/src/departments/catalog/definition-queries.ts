import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'

export type Attribute = RowOf<Got<'/api/attributes'>>
export type Family = RowOf<Got<'/api/families'>>
export type Contact = RowOf<Got<'/api/safety-contacts'>>

export const attributeList = queryOptions({
  queryKey: ['catalog', 'attributes'],
  queryFn: ({ signal }) => answer(api.GET('/api/attributes', { signal })),
})

export const familyList = queryOptions({
  queryKey: ['catalog', 'families'],
  queryFn: ({ signal }) => answer(api.GET('/api/families', { signal })),
})

export const contactList = queryOptions({
  queryKey: ['catalog', 'contacts'],
  queryFn: ({ signal }) => answer(api.GET('/api/safety-contacts', { signal })),
})

const seen = (version: number | undefined) => (version === undefined ? {} : { 'If-Match': `"${version}"` })

export function putAttribute({ code, version, ...body }: Omit<Attribute, 'version'> & { version: number | undefined }) {
  return answer(api.PUT('/api/attributes/{code}', { params: { path: { code }, header: seen(version) }, body }))
}

export function putFamily({ code, version, ...body }: Omit<Family, 'version'> & { version: number | undefined }) {
  return answer(api.PUT('/api/families/{code}', { params: { path: { code }, header: seen(version) }, body }))
}

type ContactBody = Omit<Contact, 'id' | 'version'>

export function saveContact(record: Contact | undefined, version: number | undefined, body: ContactBody) {
  if (!record) return answer(api.POST('/api/safety-contacts', { body }))
  const params = { path: { id: record.id }, header: seen(version) }
  return answer(api.PUT('/api/safety-contacts/{id}', { params, body }))
}
