import { useState, type DragEvent } from 'react'

/** Rows that the mouse drags before one another; the keyboard has its own buttons. */
export function useDragOrder(onMove: (from: number, to: number) => void) {
  const [dragged, setDragged] = useState<number>()
  const [over, setOver] = useState<number>()
  return (at: number) => ({
    draggable: true,
    'data-dragged': dragged === at,
    'data-over': over === at ? 'before' : undefined,
    onDragStart: () => setDragged(at),
    onDragEnd: () => {
      setDragged(undefined)
      setOver(undefined)
    },
    onDragOver: (drag: DragEvent) => {
      if (dragged === undefined) return
      drag.preventDefault()
      setOver(at)
    },
    onDrop: (drop: DragEvent) => {
      drop.preventDefault()
      if (dragged !== undefined && dragged !== at) onMove(dragged, at)
      setDragged(undefined)
      setOver(undefined)
    },
  })
}
