import type { LocalDate } from '../../../kernel/time.ts'
import { agent, countAndSum, decimal, type Creditor, type FileHead } from './collection-file.ts'
import { sepaText } from './sepa-text.ts'
import { element as e, xmlDocument } from './xml-text.ts'

export interface TransferToWrite {
  readonly endToEndId: string
  /** Whole cents. */
  readonly amount: bigint
  readonly name: string
  readonly iban: string
  readonly remittance: string
}

export const TRANSFER_MESSAGE = 'pain.001.001.09'

/** A file of transfers as banks take it: ISO 20022 pain.001, in the form of the EPC's guidelines (EPC132-08). The same facts are always the same bytes. */
export function transferFile(
  { messageId, createdAt }: FileHead,
  {
    batch,
    paysOn,
    payer,
    items,
  }: {
    readonly batch: string
    readonly paysOn: LocalDate
    readonly payer: Omit<Creditor, 'creditorId'>
    readonly items: readonly TransferToWrite[]
  },
): string {
  return xmlDocument(TRANSFER_MESSAGE, [
    e('CstmrCdtTrfInitn', [
      e('GrpHdr', [
        e('MsgId', messageId),
        e('CreDtTm', `${createdAt.toISOString().slice(0, 19)}Z`),
        ...countAndSum(items),
        e('InitgPty', [e('Nm', sepaText(payer.name, 70))]),
      ]),
      e('PmtInf', [
        e('PmtInfId', batch),
        e('PmtMtd', 'TRF'),
        e('BtchBookg', 'true'),
        ...countAndSum(items),
        e('PmtTpInf', [e('SvcLvl', [e('Cd', 'SEPA')])]),
        e('ReqdExctnDt', [e('Dt', paysOn)]),
        e('Dbtr', [e('Nm', sepaText(payer.name, 70))]),
        e('DbtrAcct', [e('Id', [e('IBAN', payer.iban)])]),
        agent('DbtrAgt', payer.bic, 'BICFI'),
        e('ChrgBr', 'SLEV'),
        ...items.map((item) =>
          e('CdtTrfTxInf', [
            e('PmtId', [e('EndToEndId', item.endToEndId)]),
            e('Amt', [e('InstdAmt', decimal(item.amount), { Ccy: 'EUR' })]),
            e('Cdtr', [e('Nm', sepaText(item.name, 70))]),
            e('CdtrAcct', [e('Id', [e('IBAN', item.iban)])]),
            e('RmtInf', [e('Ustrd', sepaText(item.remittance, 140))]),
          ]),
        ),
      ]),
    ]),
  ])
}
