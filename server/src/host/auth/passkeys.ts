import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import type { House } from '../context.ts'

/**
 * Web Authentication Level 3. The house is the relying party under the name by which people reach it: a key made for
 * another name, or an answer that another site asked for, is worth nothing here. A passkey is two factors in one, so its
 * device must always have verified its user (finger, face, PIN).
 */
type Party = Pick<House, 'publicUrl' | 'organisation'>

/** Three hundred modules, loaded for who first uses a passkey: most processes of the house never need them. */
const webauthn = () => import('@simplewebauthn/server')

const rpIdOf = ({ publicUrl }: Party) => new URL(publicUrl).hostname

export interface KnownCredential {
  readonly id: string
  readonly transports: readonly string[]
}

export type NewPasskeyQuestion = PublicKeyCredentialCreationOptionsJSON
export type PasskeyQuestion = PublicKeyCredentialRequestOptionsJSON

type Transports = AuthenticatorTransport[]
type AuthenticatorTransport = 'ble' | 'cable' | 'hybrid' | 'internal' | 'nfc' | 'smart-card' | 'usb'
const known = ({ id, transports }: KnownCredential) => ({ id, transports: [...transports] as Transports })

export async function askForNewPasskey(
  party: Party,
  person: { id: string; name: string; email: string; has: readonly KnownCredential[] },
): Promise<NewPasskeyQuestion> {
  const { generateRegistrationOptions } = await webauthn()
  return generateRegistrationOptions({
    rpName: party.organisation.name,
    rpID: rpIdOf(party),
    userID: Uint8Array.from(Buffer.from(person.id)),
    userName: person.email,
    userDisplayName: person.name,
    attestationType: 'none',
    excludeCredentials: person.has.map(known),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

/** Without `has` the browser offers whatever passkey it holds for this house. */
export async function askForPasskey(party: Party, has?: readonly KnownCredential[]): Promise<PasskeyQuestion> {
  const { generateAuthenticationOptions } = await webauthn()
  return generateAuthenticationOptions({
    rpID: rpIdOf(party),
    userVerification: 'required',
    ...(has ? { allowCredentials: has.map(known) } : {}),
  })
}

export interface MadePasskey {
  readonly credentialId: string
  readonly publicKey: Buffer
  readonly counter: number
  readonly transports: readonly string[]
}

/** Undefined where the browser's answer does not belong to this house's question. */
export async function readNewPasskey(
  party: Party,
  { challenge, response }: { challenge: string; response: unknown },
): Promise<MadePasskey | undefined> {
  const { verifyRegistrationResponse } = await webauthn()
  const verified = await verifyRegistrationResponse({
    response: response as RegistrationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: party.publicUrl,
    expectedRPID: rpIdOf(party),
  }).catch(() => undefined)
  if (!verified?.verified) return undefined
  const { id, publicKey, counter, transports } = verified.registrationInfo.credential
  return { credentialId: id, publicKey: Buffer.from(publicKey), counter, transports: transports ?? [] }
}

export type PasskeyVerdict =
  | { readonly kind: 'right'; readonly counter: number }
  /** Rightly signed, but the device has counted further before: somebody may have copied the key. */
  | { readonly kind: 'counted_back' }
  | { readonly kind: 'wrong' }

export async function judgePasskey(
  party: Party,
  passkey: { credentialId: string; publicKey: Buffer; counter: number },
  { challenge, response }: { challenge: string; response: unknown },
): Promise<PasskeyVerdict> {
  const { verifyAuthenticationResponse } = await webauthn()
  const verified = await verifyAuthenticationResponse({
    response: response as AuthenticationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: party.publicUrl,
    expectedRPID: rpIdOf(party),
    // Compared below, where a figure that went back is told from an answer that is wrong.
    credential: { id: passkey.credentialId, publicKey: Uint8Array.from(passkey.publicKey), counter: 0 },
  }).catch(() => undefined)
  if (!verified?.verified) return { kind: 'wrong' }
  const { newCounter } = verified.authenticationInfo
  const counts = newCounter > 0 || passkey.counter > 0
  return counts && newCounter <= passkey.counter ? { kind: 'counted_back' } : { kind: 'right', counter: newCounter }
}
