import { useLayoutEffect, type RefObject } from 'react'

interface Parts {
  readonly sheet: RefObject<HTMLElement | null>
  readonly head: RefObject<HTMLElement | null>
  readonly body: RefObject<HTMLElement | null>
  readonly bar: RefObject<HTMLElement | null>
}

/**
 * A table with more columns than room is moved sideways: its body scrolls, the head follows, and a bar stands at the lower
 * edge of the window, since the end of a long body is far away. The head could not stay at the top of the window if one box
 * scrolled both. Says on the sheet, for the style: whether there is too little room, and what is hidden at which edge.
 */
export function useSideways({ sheet, head, body, bar }: Parts, leastPx: number): void {
  useLayoutEffect(() => {
    const box = sheet.current
    const rows = body.current
    if (!box || !rows) return
    const follow = (from: HTMLElement) => {
      const { scrollLeft } = from
      for (const part of [rows, head.current, bar.current])
        if (part && part !== from && part.scrollLeft !== scrollLeft) part.scrollLeft = scrollLeft
      setFlag(box, 'before', scrollLeft > 1)
      setFlag(box, 'behind', scrollLeft < from.scrollWidth - from.clientWidth - 1)
    }
    const fit = () => {
      setFlag(box, 'wide', box.clientWidth < leastPx * textScale())
      follow(rows)
    }
    const onScroll = (scroll: Event) => follow(scroll.currentTarget as HTMLElement)
    // The head too: a button in it that gets the focus is moved into sight.
    const scrolling = [rows, head.current, bar.current].filter((part) => part !== null)
    for (const part of scrolling) part.addEventListener('scroll', onScroll, { passive: true })
    const observer = new ResizeObserver(fit)
    observer.observe(box)
    fit()
    return () => {
      observer.disconnect()
      for (const part of scrolling) part.removeEventListener('scroll', onScroll)
    }
  }, [sheet, head, body, bar, leastPx])
}

/** Two where the reader wants text twice as large. */
function textScale(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16
}

function setFlag(box: HTMLElement, flag: string, isOn: boolean): void {
  if (isOn === (box.dataset[flag] !== undefined)) return
  if (isOn) box.dataset[flag] = ''
  else delete box.dataset[flag]
}
