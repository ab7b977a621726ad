import { lineAt } from './scan.ts'
import type { House, SourceFile } from './house.ts'

export type Finding = { path: string; line: number; found: string }

/** A small house of its own: path -> text. */
export type Sample = Record<string, string>

/**
 * One sentence of house.md that is enforced. `good` must pass and `bad` must be caught: a rule that
 * catches nothing any more turns the test red before it lets the house decay.
 */
export type Rule = {
  name: string
  because: string
  /** What to do about a finding, in the imperative. */
  mend: string
  check(house: House): Finding[]
  good: Sample[]
  bad: Sample[]
}

type FileRule = Omit<Rule, 'check'> & {
  files(file: SourceFile): boolean
  check(file: SourceFile): Finding[]
}

/** A rule that needs to see only one file at a time. */
export function fileRule({ files, check, ...rule }: FileRule): Rule {
  return { ...rule, check: (house) => house.files.filter(files).flatMap(check) }
}

export type Banned = { pattern: RegExp; found: string }

/** Finds patterns (with flag g) in a text whose offsets are those of the file. */
export function findAll(file: SourceFile, text: string, banned: Banned[]): Finding[] {
  return banned.flatMap(({ pattern, found }) =>
    [...text.matchAll(pattern)].map((match) => ({
      path: file.path,
      line: lineAt(file.text, match.index + (/^\s*/.exec(match[0])?.[0].length ?? 0)),
      found: `${found}: ${match[0].trim().replaceAll(/\s+/g, ' ').slice(0, 80)}`,
    })),
  )
}

export function explain(rule: Rule, findings: Finding[]): string {
  const lines = findings.map(({ path, line, found }) => `  ${path}:${line}  ${found}`)
  return [`${rule.name}`, ...lines, `  because ${rule.because}`, `  mend: ${rule.mend}`].join('\n')
}
