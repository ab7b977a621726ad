/**
 * Fixed headers of every answer, in one place. No unsafe-inline anywhere: pages carry their styles and scripts as files.
 * Sources: OWASP Secure Headers Project; MDN "Content-Security-Policy".
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
}

const HSTS = 'max-age=31536000; includeSubDomains'

/** What every answer of the server carries, beside its `x-request-id`. */
export function fixedHeaders(https: boolean): Readonly<Record<string, string>> {
  return https ? { ...securityHeaders, 'strict-transport-security': HSTS } : securityHeaders
}
