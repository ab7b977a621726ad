import { startAuthentication, startRegistration } from '@simplewebauthn/browser'
import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got } from '../../client/api.ts'

export type Security = Got<'/api/session/security'>
export type Device = Got<'/api/session/devices'>['items'][number]

export const securityQuery = queryOptions({
  queryKey: ['security', 'ways'],
  queryFn: ({ signal }) => answer(api.GET('/api/session/security', { signal })),
})

export const deviceList = queryOptions({
  queryKey: ['security', 'devices'],
  queryFn: ({ signal }) => answer(api.GET('/api/session/devices', { signal })),
})

export const showCode = (code: string) => answer(api.POST('/api/session/second-factor', { body: { code } }))
export const offerTotp = () => answer(api.POST('/api/session/totp'))
export const confirmTotp = (code: string) => answer(api.PUT('/api/session/totp', { body: { code } }))
export const removeTotp = () => answer(api.DELETE('/api/session/totp'))
export const renewCodes = () => answer(api.POST('/api/session/recovery-codes'))
export const changePassword = (body: { currentPassword: string; newPassword: string }) =>
  answer(api.PUT('/api/session/password', { body }))
export const confirmIdentity = (body: { code?: string; password?: string }) =>
  answer(api.POST('/api/session/confirmation', { body }))
export const endOtherDevices = () => answer(api.DELETE('/api/session/devices'))
export const endDevice = (id: string) => answer(api.DELETE('/api/session/devices/{id}', { params: { path: { id } } }))
export const removePasskey = (id: string) =>
  answer(api.DELETE('/api/session/passkeys/{id}', { params: { path: { id } } }))

/** The browser ended the question, or holds no passkey: nobody's fault, and no answer of the house's. */
export class PasskeyUnused extends Error {}

async function asked<T>(ceremony: Promise<T>): Promise<T> {
  try {
    return await ceremony
  } catch (cause) {
    throw new PasskeyUnused('unused', { cause })
  }
}

/** The question is the house's, typed by WebAuthn rather than by the API's document. */
type LoginQuestion = Parameters<typeof startAuthentication>[0]['optionsJSON']
type NewQuestion = Parameters<typeof startRegistration>[0]['optionsJSON']
type Credential = { id: string; rawId: string; type: 'public-key'; response: Record<string, unknown> }

/** Signs in, as a first factor or after the password; in a session, proves anew who one is. */
export async function signInWithPasskey(): Promise<unknown> {
  const { question } = await answer(api.POST('/api/session/passkey/question'))
  const response = await asked(startAuthentication({ optionsJSON: question as unknown as LoginQuestion }))
  return answer(api.POST('/api/session/passkey', { body: { response: response as unknown as Credential } }))
}

export async function makePasskey(name: string): Promise<unknown> {
  const { question } = await answer(api.POST('/api/session/passkeys/question'))
  const response = await asked(startRegistration({ optionsJSON: question as unknown as NewQuestion }))
  return answer(api.POST('/api/session/passkeys', { body: { name, response: response as unknown as Credential } }))
}
