import { reportConnection } from '../../client/connection.ts'
import { problemOf } from '../../client/house-fetch.ts'
import { Outage } from '../../client/problem.ts'

interface UploadOptions {
  /** Of 0 to 1. */
  readonly onProgress: (share: number) => void
  readonly signal: AbortSignal
}

/** Sends a file as it is. By XMLHttpRequest: `fetch` does not tell how much has gone. */
export function upload(address: string, file: File, { onProgress, signal }: UploadOptions): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>()
  const request = new XMLHttpRequest()
  request.open('POST', address)
  request.setRequestHeader('content-type', file.type || 'application/octet-stream')
  request.setRequestHeader('fondaco-locale', document.documentElement.lang)
  request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total))
  request.addEventListener('load', () => {
    reportConnection('up')
    const { status, statusText } = request
    const body = parsed(request.responseText)
    if (status >= 200 && status < 300) resolve(body)
    else reject(problemOf(new Response(null, { status, statusText }), body))
  })
  request.addEventListener('error', () => {
    reportConnection('away')
    reject(new Outage(request.status))
  })
  request.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
  signal.addEventListener('abort', () => request.abort())
  request.send(file)
  return promise
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
