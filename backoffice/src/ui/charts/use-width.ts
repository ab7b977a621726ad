import { useElementSize } from '@mantine/hooks'
import type { RefCallback } from 'react'

/** How wide the drawing may be: it is drawn anew for its place, so that its words keep their size. */
export function useWidth(): { readonly ref: RefCallback<HTMLDivElement | null>; readonly width: number } {
  const { ref, width } = useElementSize<HTMLDivElement>()
  return { ref, width: Math.max(0, Math.floor(width)) }
}
