/** Crockford's alphabet: no letter that is taken for another when a code is read aloud or copied from paper. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 16

/** Sixteen letters in groups of four, of the first ten bytes: 80 bits, so that nobody meets one by guessing. */
export function writeCode(bytes: Uint8Array): string {
  let rest = 0n
  for (const byte of bytes.subarray(0, (LENGTH * 5) / 8)) rest = rest * 256n + BigInt(byte)
  let code = ''
  for (let place = 0; place < LENGTH; place += 1) {
    code = LETTERS[Number(rest % 32n)] + code
    rest /= 32n
  }
  return code.replaceAll(/(.{4})(?=.)/g, '$1-')
}

/** A code as somebody typed it, in its one form; undefined where it cannot be one. */
export function readCode(typed: string): string | undefined {
  const letters = typed
    .toUpperCase()
    .replaceAll(/[\s.·_–—-]+/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  if (letters.length !== LENGTH || [...letters].some((one) => !LETTERS.includes(one))) return undefined
  return letters.replaceAll(/(.{4})(?=.)/g, '$1-')
}
