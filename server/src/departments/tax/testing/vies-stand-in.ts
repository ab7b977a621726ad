/**
 * VIES as its service description has it, on this machine: numbers are confirmed, refused or not answered as the test says.
 *
 *   const vies = await standInForVies()
 *   vies.say('DE136695976', 'valid')      // else: invalid
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Said =
  | 'valid'
  | 'invalid'
  | 'MS_UNAVAILABLE'
  | 'INVALID_INPUT'
  | 'silence'
  | 'nonsense'
  | 'broken'
  | 'elsewhere'

export interface ViesStandIn {
  readonly address: string
  /** What was asked, as it was sent. */
  readonly asked: string[]
  say(number: string, what: Said): void
  close(): Promise<void>
}

const TYPES = 'urn:ec.europa.eu:taxud:vies:services:checkVat:types'
const envelope = (body: string) =>
  `<?xml version="1.0"?><env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/"><env:Body>${body}</env:Body></env:Envelope>`

export async function standInForVies(): Promise<ViesStandIn> {
  const said = new Map<string, Said>()
  const asked: string[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const xml = Buffer.concat(parts).toString('utf8')
      asked.push(xml)
      const of = (name: string) => new RegExp(`<v:${name}>([^<]*)<`).exec(xml)?.[1] ?? ''
      const number = `${of('countryCode')}${of('vatNumber')}`
      const what = said.get(number) ?? 'invalid'
      const send = (status: number, body: string) =>
        response.writeHead(status, { 'content-type': 'text/xml' }).end(envelope(body))
      if (what === 'silence') return
      if (what === 'nonsense') return send(200, '<p>maintenance</p>')
      if (what === 'broken') return send(503, '')
      if (what === 'elsewhere') return response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()
      if (what === 'MS_UNAVAILABLE' || what === 'INVALID_INPUT') {
        return send(500, `<env:Fault><faultcode>env:Server</faultcode><faultstring>${what}</faultstring></env:Fault>`)
      }
      const consultation = of('requesterVatNumber') === '' ? '' : 'WAPIAAAAYmcHPnBn'
      send(
        200,
        `<ns2:checkVatApproxResponse xmlns:ns2="${TYPES}"><ns2:countryCode>${of('countryCode')}</ns2:countryCode><ns2:vatNumber>${of('vatNumber')}</ns2:vatNumber><ns2:requestDate>2026-11-22+01:00</ns2:requestDate><ns2:valid>${what === 'valid'}</ns2:valid><ns2:traderName>${what === 'valid' ? 'Kaffeehaus &amp; Söhne GmbH' : '---'}</ns2:traderName><ns2:requestIdentifier>${consultation}</ns2:requestIdentifier></ns2:checkVatApproxResponse>`,
      )
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}/vies`,
    asked,
    say: (number, what) => void said.set(number, what),
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections()
        server.close(() => closed())
      }),
  }
}
