import { useCan } from '../../app/session/session.ts'
import { RecordFiles } from '../../ui/record/record-files.tsx'
import { RecordTimeline } from '../../ui/record/record-timeline.tsx'
import type { RecordRef } from '../../ui/record/record-queries.ts'
import { RecordTalk } from './record-talk.tsx'
import { RecordTodos } from './record-todos.tsx'

interface RecordWorkProps {
  readonly record: RecordRef
  /** What people call it. */
  readonly title: string | undefined
  /** Whoever may do this may add files and take them off. */
  readonly write: string
  /** Says in a sentence what a field's value means. */
  readonly say?: (field: string, value: unknown) => unknown
}

/**
 * What every record has alike, whatever it is: what is to be done about it, papers, talk, and what happened to it.
 * tests/coverage/records.test.ts goes round all kinds of record and finds the page that lacks it.
 */
export function RecordWork({ record, title, write, say }: RecordWorkProps) {
  return (
    <>
      <RecordTodos record={record} title={title} />
      <RecordFiles record={record} mayWrite={useCan()(write)} />
      <RecordTalk record={record} />
      <RecordTimeline record={record} {...(say ? { say } : {})} />
    </>
  )
}
