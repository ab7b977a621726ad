import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from './refusals.ts'

export const EDIT_MINUTES = 15
const MINUTE_MS = 60_000

export interface Comment {
  readonly id: string
  readonly threadId: string
  readonly byId: string
  readonly at: Date
  readonly deletedAt: Date | null
}

/** One's own, within a quarter of an hour: afterwards others have built upon it. */
export function decideEdit(comment: Comment, by: string, now: Date): Result<void> {
  const own = decideDeletion(comment, by)
  if (!own.ok) return own
  const late = now.getTime() - comment.at.getTime() > EDIT_MINUTES * MINUTE_MS
  return late ? refusals.too_late_to_edit({ params: { minutes: EDIT_MINUTES } }) : ok()
}

export function decideDeletion(comment: Comment, by: string): Result<void> {
  if (comment.byId !== by) return refusals.not_your_comment()
  return comment.deletedAt === null ? ok() : refusals.comment_deleted()
}

/** Somebody of the house, or of a company outside. */
export interface Speaker {
  readonly id: string
  readonly name: string
  /** Null for the organisation's own. */
  readonly companyId: string | null
}

export interface Thread {
  readonly id: string
  readonly recordType: string
  readonly recordId: string
  readonly sharedWith: string | null
}

/** The house sees what is said about records that it may see; a company's people what is shared with them, and no more. */
export function maySeeThread(thread: Thread, speaker: Speaker, seesRecord: boolean): boolean {
  return speaker.companyId === null ? seesRecord : thread.sharedWith === speaker.companyId
}
