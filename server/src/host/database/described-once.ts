/**
 * Asks prepared statements without having their columns described each time. The driver asks for the description with every execution,
 * and makes of it anew how rows are read; a prepared statement never changes its columns (PostgreSQL refuses to run it then), so that
 * once for each connection is enough. It is a tenth of what a small statement costs on either side.
 *
 * This reaches into pg's `Query` (8.x), which its pipelining demands queries to be. `described-once.test.ts` says so when that changes.
 */
import pg from 'pg'

/** What the driver keeps of columns: their names, how each is read, and a row without values. */
interface Columns {
  readonly fields: readonly object[]
  readonly _parsers: readonly unknown[] | undefined
  readonly _prebuiltEmptyResultObject: object | null
}

type Values = readonly (string | Buffer | null)[]

interface Wire {
  bind(message: { statement: string; values: Values }): void
  execute(message: object): void
  sync(): void
}

interface Driven {
  readonly name: string
  readonly values: Values
  readonly _result: Columns
  _accumulateRows: boolean
  callback: (error: Error | null, result: pg.QueryResult) => void
  prepare(wire: Wire): void
  handleRowDescription(message: object): void
  handleCommandComplete(message: object, wire: Wire): void
}

const DriversQuery = pg.Query as unknown as new (config: pg.QueryConfig) => pg.Query & Driven

const NO_COLUMNS: Columns = { fields: [], _parsers: undefined, _prebuiltEmptyResultObject: null }

/** By connection and name of the statement. */
const described = new WeakMap<Wire, Map<string, Columns>>()

class DescribedOnce extends DriversQuery {
  /** Where the columns will be kept, while they are being described. */
  #describing: Map<string, Columns> | undefined

  override prepare(wire: Wire): void {
    const known = described.get(wire) ?? new Map<string, Columns>()
    described.set(wire, known)
    const columns = known.get(this.name)
    if (!columns) {
      this.#describing = known
      super.prepare(wire)
      return
    }
    Object.assign(this._result, columns)
    this._accumulateRows = true
    wire.bind({ statement: this.name, values: this.values })
    wire.execute({})
    wire.sync()
  }

  override handleRowDescription(message: object): void {
    super.handleRowDescription(message)
    const { fields, _parsers, _prebuiltEmptyResultObject } = this._result
    this.#describing?.set(this.name, { fields, _parsers, _prebuiltEmptyResultObject })
    this.#describing = undefined
  }

  override handleCommandComplete(message: object, wire: Wire): void {
    this.#describing?.set(this.name, NO_COLUMNS)
    this.#describing = undefined
    super.handleCommandComplete(message, wire)
  }
}

/** Sends it at once; values must be as they travel (`wireValue`). */
export async function ask(client: pg.PoolClient, config: pg.QueryConfig): Promise<pg.QueryResult> {
  if (config.name === undefined) return client.query(config)
  const query = new DescribedOnce(config)
  const answer = new Promise<pg.QueryResult>((resolve, reject) => {
    query.callback = (error, result) => (error ? reject(error) : resolve(result))
  })
  client.query(query)
  try {
    return await answer
  } catch (error) {
    // Else it would lead to the socket alone.
    if (error instanceof Error) Error.captureStackTrace(error)
    throw error
  }
}
