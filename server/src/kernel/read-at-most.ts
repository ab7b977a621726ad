/** The parts of a stranger's answer, or nothing where they are more than `most` bytes: what does not stop must not fill the memory. */
export async function readAtMost<Part extends Uint8Array>(
  answer: AsyncIterable<Part> | null,
  most: number,
): Promise<Part[] | undefined> {
  const parts: Part[] = []
  let bytes = 0
  for await (const part of answer ?? []) {
    bytes += part.byteLength
    if (bytes > most) return undefined
    parts.push(part)
  }
  return parts
}
