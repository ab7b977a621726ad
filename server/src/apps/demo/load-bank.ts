import { listOpenEntries, takeStatements } from '../../departments/bank/index.ts'
import { listOrdersToExpire } from '../../departments/orders/index.ts'
import { findTransfer } from '../../departments/payments/index.ts'
import { matchEntryNow } from '../../flows/book-statement/index.ts'
import { runCommand, system, type House } from '../../host/context.ts'
import { toDecimal } from '../../kernel/money.ts'
import { addDays, localDateIn } from '../../kernel/time.ts'
import { demand } from '../demand.ts'

const actor = system('demo')
/** The registry’s own example of Germany (SWIFT, IBAN registry): nobody's account. */
const IBAN = 'DE89370400440532013000'
const FAR_MS = 90 * 86_400_000

/** A day at the bank: money that somebody must look at, some that nobody knows, and the rent. Once: a statement is taken once. */
export async function loadBank(house: House): Promise<void> {
  const now = house.clock.now()
  const awaiting = await listOrdersToExpire(house.database, new Date(now.getTime() + FAR_MS), 50)
  const transfers = await Promise.all(awaiting.map((id) => findTransfer(house.database, id)))
  const transfer = transfers.find((one) => one !== undefined)
  const day = addDays(localDateIn(now, 'Europe/Rome'), -1)
  const entries = [
    entry(day, {
      amount: '1250.00',
      sign: 'DBIT',
      name: 'Immobiliare San Marco',
      text: 'Affitto',
      reference: 'NDEB-01',
    }),
    entry(day, {
      amount: '25.00',
      sign: 'CRDT',
      name: 'Zanetta Farussi',
      text: 'Per i gatti di Torcello',
      reference: 'NTRF-02',
    }),
  ]
  if (transfer) {
    const amount = toDecimal({ ...transfer.amount, amount: transfer.amount.amount - 100n })
    const text = `${transfer.reference} grazie`
    entries.push(entry(day, { amount, sign: 'CRDT', name: 'Gasparo Gozzi', text, reference: 'NTRF-03' }))
  }
  const bytes = Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>DEMO-${day}</Id><CreDtTm>${day}T22:00:00</CreDtTm>
<Acct><Id><IBAN>IT60X0542811101000000123456</IBAN></Id><Ccy>EUR</Ccy></Acct>${entries.join('')}</Stmt></BkToCstmrStmt></Document>`)
  const taken = demand(
    await runCommand(house, { actor }, (ctx) => takeStatements(ctx, house, { bytes, fileName: `estratto-${day}.xml` })),
  )
  const fresh = taken.filter(({ known }) => !known).map(({ id }) => id)
  for (const id of await listOpenEntries(house.database, fresh)) {
    demand(await runCommand(house, { actor }, (ctx) => matchEntryNow(ctx, id)))
  }
}

interface Told {
  readonly amount: string
  readonly sign: 'CRDT' | 'DBIT'
  readonly name: string
  readonly text: string
  readonly reference: string
}

function entry(day: string, { amount, sign, name, text, reference }: Told): string {
  const side = sign === 'CRDT' ? 'Dbtr' : 'Cdtr'
  return `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${sign}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${day}</Dt></BookgDt>
<AcctSvcrRef>${reference}</AcctSvcrRef><NtryDtls><TxDtls><RltdPties><${side}><Pty><Nm>${name}</Nm></Pty></${side}><${side}Acct><Id><IBAN>${IBAN}</IBAN></Id></${side}Acct></RltdPties>
<RmtInf><Ustrd>${text}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`
}
