import { useState } from 'react'
import { upload } from './upload.ts'

export interface Upload {
  readonly id: string
  readonly name: string
  /** Of 0 to 1; at 1 the house works on it. */
  readonly share: number
  readonly error: unknown
  readonly cancel: () => void
  readonly retry: () => void
}

const AT_ONCE = 2

/** Files on their way to one address, two at a time: each with how far it is, cancelled or tried again by itself. */
export function useUploads(address: string, onDone: (answer: unknown) => void) {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const [line] = useState(() => new Line(AT_ONCE))
  const change = (id: string, to: Partial<Upload>) =>
    setUploads((before) => before.map((one) => (one.id === id ? { ...one, ...to } : one)))
  const drop = (id: string) => setUploads((before) => before.filter((one) => one.id !== id))
  const begin = (id: string, file: File) => {
    const stop = new AbortController()
    const cancel = () => {
      stop.abort()
      drop(id)
    }
    const run = async () => {
      if (stop.signal.aborted) return
      try {
        const onProgress = (share: number) => change(id, { share })
        onDone(await upload(address, file, { onProgress, signal: stop.signal }))
        drop(id)
      } catch (error) {
        if (!stop.signal.aborted) change(id, { error })
      }
    }
    const retry = () => {
      change(id, { error: null, share: 0 })
      line.add(run)
    }
    setUploads((before) => [...before, { id, name: file.name, share: 0, error: null, cancel, retry }])
    line.add(run)
  }
  return { uploads, add: (files: readonly File[]) => files.forEach((file) => begin(crypto.randomUUID(), file)) }
}

/** Work in the order in which it came, so much at a time. */
class Line {
  readonly #most: number
  readonly #waiting: (() => Promise<void>)[] = []
  #running = 0
  constructor(most: number) {
    this.#most = most
  }
  add(work: () => Promise<void>): void {
    this.#waiting.push(work)
    this.#next()
  }
  #next(): void {
    const work = this.#running < this.#most ? this.#waiting.shift() : undefined
    if (!work) return
    this.#running++
    void work().finally(() => {
      this.#running--
      this.#next()
    })
  }
}
