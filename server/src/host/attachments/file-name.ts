import { endingOf, type JudgedType } from './judge-type.ts'

const LONGEST = 180

/**
 * A name as people may see and save it: the last part of a path, no control or direction-changing characters (which show
 * `exe.pdf` for `fdp.exe`), and an ending that agrees with what the file is.
 */
export function tidyFileName(name: string, { endings }: JudgedType): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').replace(/^[\s.]+|[\s.]+$/g, '')
  const ending = endingOf(plain)
  const fits = endings.includes(ending)
  const stem = (fits ? plain.slice(0, -ending.length - 1) : plain).slice(0, LONGEST).trim()
  return `${stem === '' ? 'file' : stem}.${fits ? ending : endings[0]}`
}
