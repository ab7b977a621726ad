import type { LocalDate } from '../../../kernel/time.ts'
import { element as e, xmlDocument, type Xml } from './xml-text.ts'
import { sepaText } from './sepa-text.ts'

export type Sequence = 'OOFF' | 'RCUR'

export interface Creditor {
  readonly name: string
  readonly iban: string
  readonly bic: string
  readonly creditorId: string
}

export interface CollectionToWrite {
  /** The group that it belongs to: all of one group have the same day and sequence. */
  readonly batch: string
  readonly collectsOn: LocalDate
  readonly sequence: Sequence
  readonly endToEndId: string
  /** Whole cents. */
  readonly amount: bigint
  readonly mandateReference: string
  readonly signedOn: LocalDate
  readonly holder: string
  readonly iban: string
  readonly remittance: string
  /** Who collected when it was signed, where that is not who collects now: their bank is told of the change. */
  readonly signedFor?: { readonly name: string; readonly creditorId: string } | undefined
}

export interface FileHead {
  /** At most 35 letters; a bank takes a file of the same name once. */
  readonly messageId: string
  /** To the second, in UTC. */
  readonly createdAt: Date
}

/**
 * A file of direct debits as banks take it: ISO 20022 pain.008, in the form of the EPC's guidelines for the core scheme (EPC130-08). The same
 * facts are always the same bytes.
 */
export function collectionFile(
  message: 'pain.008.001.08' | 'pain.008.001.02',
  { messageId, createdAt }: FileHead,
  { creditor, items }: { readonly creditor: Creditor; readonly items: readonly CollectionToWrite[] },
): string {
  const batches = Map.groupBy(items, ({ batch }) => batch)
  const bic = message === 'pain.008.001.02' ? 'BIC' : 'BICFI'
  return xmlDocument(message, [
    e('CstmrDrctDbtInitn', [
      e('GrpHdr', [
        e('MsgId', messageId),
        e('CreDtTm', `${createdAt.toISOString().slice(0, 19)}Z`),
        ...countAndSum(items),
        e('InitgPty', [e('Nm', sepaText(creditor.name, 70))]),
      ]),
      ...[...batches].map(([batch, group]) => batchOf(batch, group, { creditor, bic })),
    ]),
  ])
}

function batchOf(
  batch: string,
  items: readonly CollectionToWrite[],
  { creditor, bic }: { readonly creditor: Creditor; readonly bic: string },
): Xml {
  const [first] = items
  return e('PmtInf', [
    e('PmtInfId', batch),
    e('PmtMtd', 'DD'),
    e('BtchBookg', 'true'),
    ...countAndSum(items),
    e('PmtTpInf', [
      e('SvcLvl', [e('Cd', 'SEPA')]),
      e('LclInstrm', [e('Cd', 'CORE')]),
      e('SeqTp', first?.sequence ?? 'OOFF'),
    ]),
    e('ReqdColltnDt', first?.collectsOn ?? ''),
    e('Cdtr', [e('Nm', sepaText(creditor.name, 70))]),
    e('CdtrAcct', [e('Id', [e('IBAN', creditor.iban)])]),
    agent('CdtrAgt', creditor.bic, bic),
    e('ChrgBr', 'SLEV'),
    e('CdtrSchmeId', [schemeId(creditor.creditorId)]),
    ...items.map((item) =>
      e('DrctDbtTxInf', [
        e('PmtId', [e('EndToEndId', item.endToEndId)]),
        e('InstdAmt', decimal(item.amount), { Ccy: 'EUR' }),
        e('DrctDbtTx', [
          e('MndtRltdInf', [e('MndtId', item.mandateReference), e('DtOfSgntr', item.signedOn), ...amended(item)]),
        ]),
        agent('DbtrAgt', '', bic),
        e('Dbtr', [e('Nm', sepaText(item.holder, 70))]),
        e('DbtrAcct', [e('Id', [e('IBAN', item.iban)])]),
        e('RmtInf', [e('Ustrd', sepaText(item.remittance, 140))]),
      ]),
    ),
  ])
}

const schemeId = (id: string): Xml =>
  e('Id', [e('PrvtId', [e('Othr', [e('Id', id), e('SchmeNm', [e('Prtry', 'SEPA')])])])])

function amended({ signedFor }: CollectionToWrite): Xml[] {
  if (!signedFor) return []
  const { name, creditorId } = signedFor
  const former = e('OrgnlCdtrSchmeId', [e('Nm', sepaText(name, 70)), schemeId(creditorId)])
  return [e('AmdmntInd', 'true'), e('AmdmntInfDtls', [former])]
}

/** A bank whose code is not known is found by the account (EPC130-08, AT-13). */
export const agent = (name: string, code: string, bic: string): Xml =>
  e(name, [e('FinInstnId', [code === '' ? e('Othr', [e('Id', 'NOTPROVIDED')]) : e(bic, code)])])

export function countAndSum(items: readonly { readonly amount: bigint }[]): Xml[] {
  const sum = items.reduce((all, { amount }) => all + amount, 0n)
  return [e('NbOfTxs', String(items.length)), e('CtrlSum', decimal(sum))]
}

export function decimal(cents: bigint): string {
  const digits = String(cents).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}
