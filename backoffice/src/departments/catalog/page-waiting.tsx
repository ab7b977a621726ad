import { Skeleton } from '@mantine/core'
import { ErrorState } from '../../ui/error-state.tsx'
import { RecordColumns } from '../../ui/panel.tsx'
import { RecordHeader } from '../../ui/record-header.tsx'

interface PageWaitingProps {
  readonly title: string
  readonly back: { readonly to: string; readonly label: string }
  readonly error: Error | null
  readonly onRetry: () => void
}

/** A category, a collection or a brand that is being read, or cannot be. */
export function PageWaiting({ title, back, error, onRetry }: PageWaitingProps) {
  return (
    <>
      <RecordHeader title={title} back={back} />
      {error ? (
        <ErrorState error={error} onRetry={onRetry} />
      ) : (
        <RecordColumns main={<Skeleton height={400} radius="lg" />} side={<Skeleton height={240} radius="lg" />} />
      )}
    </>
  )
}
