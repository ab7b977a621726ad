/** A statement of the bank (camt.053) as a bank would send it: `aStatement({ id: 'S-1', entries: [{ amount: '14.90', remittance: 'RF...' }] })`. */
export interface WrittenEntry {
  readonly amount: string
  readonly currency?: string
  readonly out?: boolean
  readonly on?: string
  readonly reference?: string
  readonly structured?: string
  readonly remittance?: string
  readonly endToEndId?: string
  readonly name?: string
  readonly iban?: string
  readonly batch?: string
  readonly returnReason?: string
  readonly status?: string
}

const VERSIONS = { '02': 'camt.053.001.02', '08': 'camt.053.001.08' } as const

export function aStatement({
  id = 'S-1',
  version = '02',
  account = 'IT60X0542811101000000123456',
  entries,
}: {
  readonly id?: string
  readonly version?: keyof typeof VERSIONS
  readonly account?: string
  readonly entries: readonly WrittenEntry[]
}): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${VERSIONS[version]}"><BkToCstmrStmt>
<GrpHdr><MsgId>${id}</MsgId><CreDtTm>2026-11-23T06:00:00+01:00</CreDtTm></GrpHdr>
<Stmt><Id>${id}</Id><CreDtTm>2026-11-23T06:00:00+01:00</CreDtTm><Acct><Id><IBAN>${account}</IBAN></Id><Ccy>EUR</Ccy></Acct>
<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">100.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-22</Dt></Dt></Bal>
<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">250.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-22</Dt></Dt></Bal>
${entries.map((entry) => entryOf(entry, version)).join('\n')}
</Stmt></BkToCstmrStmt></Document>`
}

function entryOf(entry: WrittenEntry, version: keyof typeof VERSIONS): string {
  const { amount, currency = 'EUR', out = false, on = '2026-11-22', reference = '', status = 'BOOK' } = entry
  const side = out === (entry.returnReason === undefined) ? 'Cdtr' : 'Dbtr'
  const name = `<Nm>${entry.name ?? 'MIRANDOLINA'}</Nm>`
  return `<Ntry><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${out ? 'DBIT' : 'CRDT'}</CdtDbtInd>
<Sts>${version === '08' ? `<Cd>${status}</Cd>` : status}</Sts><BookgDt><Dt>${on}</Dt></BookgDt><ValDt><Dt>${on}</Dt></ValDt>
${reference === '' ? '' : `<AcctSvcrRef>${reference}</AcctSvcrRef>`}<BkTxCd><Prtry><Cd>1</Cd></Prtry></BkTxCd>
<NtryDtls>${entry.batch === undefined ? '' : `<Btch><PmtInfId>${entry.batch}</PmtInfId></Btch>`}<TxDtls><Refs><EndToEndId>${entry.endToEndId ?? 'NOTPROVIDED'}</EndToEndId></Refs>
<RltdPties><${side}>${version === '08' ? `<Pty>${name}</Pty>` : name}</${side}><${side}Acct><Id><IBAN>${entry.iban ?? 'DE89370400440532013000'}</IBAN></Id></${side}Acct></RltdPties>
<RmtInf>${entry.structured === undefined ? '' : `<Strd><CdtrRefInf><Ref>${entry.structured}</Ref></CdtrRefInf></Strd>`}${entry.remittance === undefined ? '' : `<Ustrd>${entry.remittance}</Ustrd>`}</RmtInf>
${entry.returnReason === undefined ? '' : `<RtrInf><Rsn><Cd>${entry.returnReason}</Cd></Rsn></RtrInf>`}</TxDtls></NtryDtls></Ntry>`
}
