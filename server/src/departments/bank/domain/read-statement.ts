/**
 * Reads what a bank sends: camt.053, camt.052 and camt.054 of ISO 20022, of any version, since between versions elements moved by a step
 * (`Nm` below `Pty`, `Sts` around a code) and both places are looked at. Only what the bank has booked counts.
 *
 * The same movement must be known in every file that tells of it. Where the bank names it (`AcctSvcrRef`), its name, sign, amount and day are
 * its key, so that a report of noon and the statement of the night tell of one; where it does not, its place in a statement of this
 * name is. Which of two alike entries of one file is meant says their number.
 */
import { isCurrencyCode } from '../../../kernel/currency.ts'
import { money, parseDecimal, type Money } from '../../../kernel/money.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { isLocalDate, type LocalDate } from '../../../kernel/time.ts'
import { refusals } from './refusals.ts'
import type { Balance, Movement, Party, Statement, StatementKind } from './statement.ts'
import { nodeAt, nodesAt, textAt, textsAt, type XmlNode } from './xml-node.ts'

const FORMS: readonly {
  readonly at: string
  readonly list: string
  readonly kind: StatementKind
  readonly message: string
}[] = [
  { at: 'Document.BkToCstmrStmt', list: 'Stmt', kind: 'statement', message: 'camt.053' },
  { at: 'Document.BkToCstmrAcctRpt', list: 'Rpt', kind: 'report', message: 'camt.052' },
  { at: 'Document.BkToCstmrDbtCdtNtfctn', list: 'Ntfctn', kind: 'notification', message: 'camt.054' },
]

/** Of which there may be several; a reader of XML that keeps no array for one of them must be told. */
export const MANY: ReadonlySet<string> = new Set([
  ...['Stmt', 'Rpt', 'Ntfctn', 'Bal', 'Ntry', 'NtryDtls', 'TxDtls', 'Ustrd', 'Strd'],
])

/** Which message of ISO 20022 in which version, from its namespace. */
const MESSAGE = /urn:iso:std:iso:20022:tech:xsd:([a-z]{4}\.\d{3}\.\d{3}\.\d{2})/

export function readStatements({
  root,
  text,
}: {
  readonly root: XmlNode
  readonly text: string
}): Result<readonly Statement[]> {
  const message = MESSAGE.exec(text)?.[1]
  const form = FORMS.find(({ at }) => nodeAt(root, at))
  if (!form) return refusals.not_a_statement({ field: 'file' })
  const nodes = nodesAt(nodeAt(root, form.at), form.list)
  if (nodes.length === 0) return refusals.statement_missing({ field: 'file' })
  const statements: Statement[] = []
  const seen = new Map<string, number>()
  for (const node of nodes) {
    const statement = readOne(node, { kind: form.kind, message: message ?? form.message, seen })
    if (!statement) {
      return refusals.statement_incomplete({ field: 'file', params: { number: statements.length + 1 } })
    }
    statements.push(statement)
  }
  return ok(statements)
}

interface Reading {
  readonly kind: StatementKind
  readonly message: string
  /** How often a key came in this file. */
  readonly seen: Map<string, number>
}

const LONGEST = 140
const cut = (text: string, most = LONGEST) => [...text].slice(0, most).join('')

function readOne(node: XmlNode, { kind, message, seen }: Reading): Statement | undefined {
  const account = cut(textAt(node, 'Acct.Id.IBAN', 'Acct.Id.Othr.Id').replaceAll(/\s/g, ''), 34)
  const name = cut(textAt(node, 'Id'), 70)
  if (account === '' || name === '') return undefined
  const page = textAt(node, 'StmtPgntn.PgNb', 'RptPgntn.PgNb', 'NtfctnPgntn.PgNb')
  const bankId = page === '' ? name : `${name}/${cut(page, 5)}`
  const identity = numbered(seen, `${account} ${kind} ${bankId}`)
  const movements: Movement[] = []
  for (const [index, entry] of nodesAt(node, 'Ntry').entries()) {
    if (textAt(entry, 'Sts.Cd', 'Sts') !== 'BOOK') continue
    const read = readEntry(entry, { account, place: `${identity} ${index}`, seen })
    if (!read) return undefined
    movements.push(...read)
  }
  return {
    ...{ kind, message, account, bankId, identity, movements },
    createdOn: dateAt(node, 'CreDtTm') ?? null,
    opening: balanceOf(node, ['OPBD', 'PRCD']),
    closing: balanceOf(node, ['CLBD']),
  }
}

function readEntry(
  entry: XmlNode,
  { account, place, seen }: { readonly account: string; readonly place: string; readonly seen: Map<string, number> },
): readonly Movement[] | undefined {
  const amount = amountAt(entry, 'Amt')
  const sign = textAt(entry, 'CdtDbtInd')
  const bookedOn = dateAt(entry, 'BookgDt.Dt', 'BookgDt.DtTm') ?? dateAt(entry, 'ValDt.Dt', 'ValDt.DtTm')
  if (!amount || bookedOn === undefined || (sign !== 'CRDT' && sign !== 'DBIT')) return undefined
  // What moved nothing is no movement: fees of nil, information.
  if (amount.amount === 0n) return []
  const came = sign === 'CRDT'
  const bankReference = cut(textAt(entry, 'AcctSvcrRef'))
  const named = `${account} ${bankReference} ${sign} ${amount.amount} ${amount.currency} ${bookedOn}`
  const key = numbered(seen, bankReference === '' ? place : named)
  const whole = { key, came, amount, bookedOn, valueOn: dateAt(entry, 'ValDt.Dt', 'ValDt.DtTm') ?? null, bankReference }
  const reversed = textAt(entry, 'RvslInd') === 'true'
  const details = nodesAt(entry, 'NtryDtls').flatMap((one) => nodesAt(one, 'TxDtls'))
  const batch = cut(textAt(entry, 'NtryDtls.Btch.PmtInfId'), 35)
  const parts = details.map((one) => amountAt(one, 'Amt') ?? amountAt(one, 'AmtDtls.TxAmt.Amt'))
  const total = parts.reduce((sum, part) => sum + (part?.currency === amount.currency ? part.amount : 0n), 0n)
  const remark = textAt(entry, 'AddtlNtryInf')
  if (details.length < 2 || total !== amount.amount || parts.some((part) => !part || part.amount <= 0n)) {
    return [{ ...whole, ...detailsOf(details[0], { came, reversed, account, batch, remark }) }]
  }
  return details.map((one, index) => ({
    ...whole,
    ...detailsOf(one, { came, reversed, account, batch, remark }),
    key: `${key}/${index}`,
    amount: parts[index] ?? amount,
  }))
}

function numbered(seen: Map<string, number>, key: string): string {
  const before = seen.get(key) ?? 0
  seen.set(key, before + 1)
  return before === 0 ? key : `${key} #${before + 1}`
}

interface Around {
  readonly came: boolean
  readonly reversed: boolean
  readonly account: string
  readonly batch: string
  readonly remark: string
}

type Details = Omit<Movement, 'key' | 'came' | 'amount' | 'bookedOn' | 'valueOn' | 'bankReference'>

function detailsOf(node: XmlNode | undefined, { came, reversed, account, batch, remark }: Around): Details {
  const reason = textAt(node, 'RtrInf.Rsn.Cd', 'RtrInf.Rsn.Prtry')
  const texts = textsAt(node, 'RmtInf.Ustrd')
  const structured = nodesAt(node, 'RmtInf.Strd').map((one) => textAt(one, 'CdtrRefInf.Ref', 'CdtrRefInf.CdtrRef'))
  const endToEndId = textAt(node, 'Refs.EndToEndId')
  const isBack = reversed || reason !== ''
  return {
    endToEndId: endToEndId === 'NOTPROVIDED' ? '' : cut(endToEndId),
    mandateReference: cut(textAt(node, 'Refs.MndtId'), 35),
    paymentBatch: cut(textAt(node, 'Refs.PmtInfId'), 35) || batch,
    structuredReference: cut(structured.find((one) => one !== '') ?? ''),
    remittance: cut(texts.join(' ') || textAt(node, 'AddtlTxInf') || remark, 500),
    party: partyOf(node, { came: isBack ? !came : came, account }),
    returnReason: isBack ? cut(reason, 35) : null,
  }
}

/** Who is on the other side: of money that came its debtor, unless that is ourselves. */
function partyOf(node: XmlNode | undefined, { came, account }: Pick<Around, 'came' | 'account'>): Party {
  const [first, second] = came ? ['Dbtr', 'Cdtr'] : ['Cdtr', 'Dbtr']
  const read = (side: string): Party => ({
    name: cut(textAt(node, `RltdPties.${side}.Pty.Nm`, `RltdPties.${side}.Nm`)),
    iban: cut(textAt(node, `RltdPties.${side}Acct.Id.IBAN`).replaceAll(/\s/g, '').toUpperCase(), 34),
  })
  const [near, far] = [read(first ?? ''), read(second ?? '')]
  if (near.name !== '' || near.iban !== '') return near.iban === account ? { ...near, iban: '' } : near
  return far.iban === '' || far.iban === account ? { name: '', iban: '' } : far
}

function balanceOf(node: XmlNode, codes: readonly string[]): Balance | null {
  const found = nodesAt(node, 'Bal').find((one) => codes.includes(textAt(one, 'Tp.CdOrPrtry.Cd')))
  const amount = found && amountAt(found, 'Amt')
  const on = found && dateAt(found, 'Dt.Dt', 'Dt.DtTm')
  if (!amount || on === undefined) return null
  const isOwed = textAt(found, 'CdtDbtInd') === 'DBIT'
  return { amount: isOwed ? money(-amount.amount, amount.currency) : amount, on }
}

/** ISO 20022 allows five decimals; what is finer than the currency's own unit is nothing that an account holds. */
function amountAt(node: XmlNode, path: string): Money | undefined {
  const currency = textAt(node, `${path}.@Ccy`)
  const text = textAt(node, path)
  if (!isCurrencyCode(currency) || !/^\d{1,16}(\.\d{0,5})?$/.test(text)) return undefined
  const plain = text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text
  return parseDecimal(plain, currency)
}

function dateAt(node: XmlNode, ...paths: readonly string[]): LocalDate | undefined {
  const day = textAt(node, ...paths).slice(0, 10)
  return isLocalDate(day) ? day : undefined
}
