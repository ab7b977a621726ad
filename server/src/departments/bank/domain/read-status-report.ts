/**
 * Reads what a bank answers to a file of ours: pain.002 of ISO 20022, of any version. Only refusals count; that it took the rest it says with its
 * statement. A refusal of the whole file, or of a group, is one of everything in it.
 */
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from './refusals.ts'
import { nodeAt, nodesAt, textAt, type XmlNode } from './xml-node.ts'

export interface Refused {
  /** Which of the three is not empty says how much was refused. */
  readonly messageId: string
  readonly batch: string
  readonly endToEndId: string
  /** ISO 20022 ExternalStatusReason1Code; `MS03` where the bank does not say. */
  readonly reason: string
}

/** Of which there may be several; a reader of XML that keeps no array for one of them must be told. */
export const MANY_IN_REPORT: ReadonlySet<string> = new Set(['OrgnlPmtInfAndSts', 'TxInfAndSts', 'StsRsnInf'])

const REFUSED = 'RJCT'
const UNSAID = 'MS03'

export function readStatusReport(root: XmlNode): Result<readonly Refused[]> {
  const report = nodeAt(root, 'Document.CstmrPmtStsRpt')
  if (!report) return refusals.not_a_report({ field: 'file' })
  const whole = nodeAt(report, 'OrgnlGrpInfAndSts')
  const groups = nodesAt(report, 'OrgnlPmtInfAndSts')
  if (textAt(whole, 'GrpSts') === REFUSED) {
    return ok([{ messageId: textAt(whole, 'OrgnlMsgId'), batch: '', endToEndId: '', reason: reasonOf(whole) }])
  }
  return ok(groups.flatMap(ofGroup))
}

function ofGroup(group: XmlNode): readonly Refused[] {
  const single = nodesAt(group, 'TxInfAndSts')
    .filter((one) => textAt(one, 'TxSts') === REFUSED)
    .map((one) => ({ messageId: '', batch: '', endToEndId: textAt(one, 'OrgnlEndToEndId'), reason: reasonOf(one) }))
  const batch = textAt(group, 'OrgnlPmtInfId')
  if (single.length > 0 || textAt(group, 'PmtInfSts') !== REFUSED) return single
  return [{ messageId: '', batch, endToEndId: '', reason: reasonOf(group) }]
}

const reasonOf = (node: XmlNode | undefined) =>
  textAt(node, 'StsRsnInf.Rsn.Cd', 'StsRsnInf.Rsn.Prtry').slice(0, 35) || UNSAID
