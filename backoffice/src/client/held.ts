import { Problem } from './problem.ts'

/** What the house answers with 202 where others must agree first: nothing has changed yet. */
export interface HeldBody {
  readonly id: string
  readonly title: string
  readonly remedy: string
}

/**
 * Neither done nor refused: it waits for others. A `Problem`, so that whoever shows refusals shows this too, with its words; what
 * shows it as a notice with a way to the request asks for this class.
 */
export class Held extends Problem {
  readonly id: string
  constructor({ id, title, remedy }: HeldBody) {
    super({ title, remedy, status: 202, code: 'host.held_for_approval', detail: title, requestId: '' })
    this.name = 'Held'
    this.id = id
  }
  /** Where the request opens. */
  get path(): string {
    return `/work/approvals/${this.id}`
  }
}

export function heldIn(response: Response, data: unknown): HeldBody | undefined {
  if (response.status !== 202 || typeof data !== 'object' || data === null || !('held' in data)) return undefined
  return data.held as HeldBody
}
