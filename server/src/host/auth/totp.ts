import { Secret, TOTP } from 'otpauth'
import { barcodeSvg } from '../barcode/barcode-svg.ts'

/** RFC 6238 as every authenticator app speaks it: SHA-1, six digits, half a minute. */
const PERIOD_SECONDS = 30
const SECRET_BYTES = 20
/** A clock may be half a minute off, to either side. */
const DRIFT_STEPS = 1

export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32
}

/** What the app reads from the picture, and the picture. */
export function totpEnrolment(names: { issuer: string; account: string; secret: string }): {
  uri: string
  qrSvg: string
} {
  const uri = totpOf(names.secret, names).toString()
  return {
    uri,
    qrSvg: barcodeSvg({
      bcid: 'qrcode',
      text: uri,
      scale: 4,
      paddingwidth: 4,
      paddingheight: 4,
      backgroundcolor: 'FFFFFF',
    }),
  }
}

/**
 * The time step that this code stands for, or undefined. Whoever accepts it must keep the step and take none at or before
 * it again (RFC 6238, 5.2: a code is used once).
 */
export function totpStep(secret: string, code: string, now: Date): number | undefined {
  const timestamp = now.getTime()
  const delta = totpOf(secret).validate({ token: code, timestamp, window: DRIFT_STEPS })
  return delta === null ? undefined : TOTP.counter({ period: PERIOD_SECONDS, timestamp }) + delta
}

function totpOf(secret: string, names: { issuer?: string; account?: string } = {}): TOTP {
  const { issuer = '', account = '' } = names
  return new TOTP({
    issuer,
    label: account,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_SECONDS,
    secret: Secret.fromBase32(secret),
  })
}
