import { BlockList, isIP } from 'node:net'

/**
 * Where the house may be sent to by what somebody typed. Whoever names an address could else make the server ask machines that only it
 * can reach (server-side request forgery): its own loopback, the private network, the metadata of a cloud. What is public is listed
 * rather than what is not: IANA's special-purpose registries for IPv4 (RFC 6890), and 2000::/3 without its tunnels for IPv6.
 */
const LOOPBACK = listOf(['127.0.0.0/8'], ['::1/128'])
const NOT_PUBLIC = listOf(
  [
    ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
    ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
    ...['224.0.0.0/4', '240.0.0.0/4'],
  ],
  ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'],
)
const GLOBAL_IPV6 = listOf([], ['2000::/3'])
const NAMES_WITHIN = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home\.arpa)\.?$/i

function listOf(v4: readonly string[], v6: readonly string[]): BlockList {
  const list = new BlockList()
  const add = (range: string, type: 'ipv4' | 'ipv6') => {
    const [address = '', bits = ''] = range.split('/')
    list.addSubnet(address, Number(bits), type)
  }
  for (const range of v4) add(range, 'ipv4')
  for (const range of v6) add(range, 'ipv6')
  return list
}

/** Of an address as numbers; a name is none. */
export function mayReach(ip: string, { loopback }: { readonly loopback: boolean }): boolean {
  const family = isIP(ip)
  if (family === 0) return false
  if (loopback && LOOPBACK.check(ip, family === 6 ? 'ipv6' : 'ipv4')) return true
  if (family === 4) return !NOT_PUBLIC.check(ip, 'ipv4')
  return GLOBAL_IPV6.check(ip, 'ipv6') && !NOT_PUBLIC.check(ip, 'ipv6')
}

export type AddressVerdict = 'fine' | 'malformed' | 'not_https' | 'private'

/** What can be said of an address before anybody asks for what its name stands for; that is looked at with every call. */
export function judgeAddress(address: string, open: { readonly loopback: boolean }): AddressVerdict {
  if (!URL.canParse(address)) return 'malformed'
  const url = new URL(address)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (url.username !== '' || url.password !== '' || url.hash !== '' || host === '') return 'malformed'
  const isNear = host === 'localhost' || (isIP(host) > 0 && LOOPBACK.check(host, isIP(host) === 6 ? 'ipv6' : 'ipv4'))
  if (open.loopback && isNear) return /^https?:$/.test(url.protocol) ? 'fine' : 'not_https'
  if (url.protocol !== 'https:') return 'not_https'
  if (isIP(host) > 0) return mayReach(host, open) ? 'fine' : 'private'
  return NAMES_WITHIN.test(host) || !host.includes('.') ? 'private' : 'fine'
}
