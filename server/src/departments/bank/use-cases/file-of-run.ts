import { openValues } from '../../../host/auth/sealed-values.ts'
import type { Database } from '../../../host/database/pool.ts'
import type { FileAnswer } from '../../../host/http/file-answer.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import { collectionFile, type Creditor } from '../domain/collection-file.ts'
import { transferFile } from '../domain/transfer-file.ts'
import { fileHash } from '../../../host/files/file-hash.ts'
import { refusals } from '../domain/refusals.ts'
import { mayDo } from '../domain/run.ts'
import { listTransfersOfRun, type Transfer } from '../queries/read-transfers.ts'
import { listDebitsOfRun, type Debit } from '../queries/read-debits.ts'
import { findRun, nameOfRun, type Run, type RunAccount } from '../queries/read-runs.ts'
import { MANDATE_IBAN, type Sealer } from './sign-mandate.ts'

type Reader = Pick<Database, 'rows'>

export interface CollectionsToWrite {
  readonly messageId: string
  readonly createdAt: Date
  readonly message: string
  readonly account: RunAccount
  readonly debits: readonly Debit[]
}

/** The text of the file; refused where an account was forgotten since, for then nobody can write it again. */
export async function writeCollections(
  reader: Reader,
  keys: Sealer,
  { messageId, createdAt, message, account, debits }: CollectionsToWrite,
): Promise<Result<string>> {
  const ids = debits.flatMap(({ mandate: { ibanSealed } }) => (ibanSealed === null ? [] : [ibanSealed]))
  const accounts = await openValues(reader, keys, { ids, place: MANDATE_IBAN })
  const creditor: Creditor = { ...account, creditorId: account.creditorId ?? '' }
  const items = debits.toSorted(inFile).flatMap((debit) => {
    const { mandate, batch, collectsOn } = debit
    const iban = accounts.get(mandate.ibanSealed ?? '')
    if (iban === undefined || batch === null || collectsOn === null) return []
    const signedFor = { name: mandate.creditorName, creditorId: mandate.creditorId }
    return [
      {
        ...{ batch, collectsOn, iban, endToEndId: debit.endToEndId, amount: debit.amount, holder: mandate.holder },
        ...{ sequence: mandate.kind === 'one_off' ? ('OOFF' as const) : ('RCUR' as const), signedOn: mandate.signedOn },
        ...{ mandateReference: mandate.reference, remittance: `${debit.orderNumber} ${account.name}` },
        signedFor: mandate.creditorId === creditor.creditorId ? undefined : signedFor,
      },
    ]
  })
  if (items.length < debits.length) return refusals.run_unreadable()
  const version = message === 'pain.008.001.02' ? message : 'pain.008.001.08'
  return ok(collectionFile(version, { messageId, createdAt }, { creditor, items }))
}

/** The order of letters, not of a language: the same everywhere. */
function inFile(one: Debit, other: Debit): number {
  const [first, second] = [`${one.batch} ${one.id}`, `${other.batch} ${other.id}`]
  return first < second ? -1 : first > second ? 1 : 0
}

/** The file as it goes to the bank: to the byte what it was when it was prepared. */
export async function fileOfRun(reader: Reader, keys: Sealer, id: string): Promise<Result<FileAnswer>> {
  const run = await findRun(reader, id)
  if (!run) return refusals.not_found()
  const may = mayDo('download', run.state)
  if (!may.ok) return may
  const written = await textOf(reader, keys, run)
  if (!written.ok) return written
  const body = Buffer.from(written.value, 'utf8')
  if (fileHash(written.value) !== run.sha256) return refusals.run_unreadable()
  return ok({ name: `${nameOfRun(run)}.xml`, mediaType: 'application/xml', bytes: body.length, body })
}

export const TRANSFER_IBAN = 'bank.transfer.iban_sealed'

type TransferToWrite = Pick<Transfer, 'amount' | 'name' | 'ibanSealed' | 'remittance' | 'endToEndId' | 'batch'>

/** The text of a file of transfers; refused where an account was forgotten since. */
export async function writeTransfers(
  reader: Reader,
  keys: Sealer,
  {
    messageId,
    createdAt,
    account,
    paysOn,
  }: Pick<CollectionsToWrite, 'messageId' | 'createdAt' | 'account'> & { readonly paysOn: LocalDate },
  transfers: readonly TransferToWrite[],
): Promise<Result<string>> {
  const ids = transfers.flatMap(({ ibanSealed }) => ibanSealed ?? [])
  const accounts = await openValues(reader, keys, { ids, place: TRANSFER_IBAN })
  const items = transfers
    .toSorted((one, other) => (one.endToEndId < other.endToEndId ? -1 : 1))
    .flatMap(({ amount, name, remittance, endToEndId, ibanSealed }) => {
      const iban = accounts.get(ibanSealed ?? '')
      return iban === undefined ? [] : [{ amount, name, remittance, endToEndId, iban }]
    })
  if (items.length < transfers.length) return refusals.run_unreadable()
  const batch = transfers[0]?.batch ?? ''
  return ok(transferFile({ messageId, createdAt }, { batch, paysOn, payer: account, items }))
}

async function textOf(reader: Reader, keys: Sealer, run: Run): Promise<Result<string>> {
  if (run.kind === 'transfer') {
    const head = { messageId: nameOfRun(run), createdAt: run.madeAt, account: run.account, paysOn: run.firstOn }
    return writeTransfers(reader, keys, head, await listTransfersOfRun(reader, run.id))
  }
  const { account, message, madeAt: createdAt } = run
  const debits = await listDebitsOfRun(reader, run.id)
  return writeCollections(reader, keys, { messageId: nameOfRun(run), createdAt, message, account, debits })
}
