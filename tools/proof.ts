/** What each program of tests/prove/ exports. */
export type Proof = {
  name: string
  run(options: ProofOptions): Promise<void>
}

export type ProofOptions = {
  /** The same seed gives the same run. */
  seed: number
  /** How often; undefined: the program's own full count. */
  count: number | undefined
  log(line: string): void
}
