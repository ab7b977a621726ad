/** Words that a person reads and that no catalogue knows: in JSX, and in the storefront's html`` templates. */
import ts from 'typescript'
import type { House, SourceFile } from '../tests/architecture/house.ts'
import { tagsOf, textsOf } from '../tests/architecture/markup.ts'
import { HOLE, lineAt } from '../tests/architecture/scan.ts'
import { SPOKEN_EVERYWHERE } from './same-as-english.ts'

export type HardCoded = { kind: 'hard-coded'; path: string; line: number; found: string }

const VISIBLE_PROPS = new Set([
  'title',
  'label',
  'placeholder',
  'aria-label',
  'aria-description',
  'description',
  'alt',
  'error',
])
const VISIBLE_KEYS = new Set(['title', 'label', 'placeholder', 'description', 'message', 'header'])
const VISIBLE_ATTRIBUTES = /\s(title|placeholder|aria-label|alt)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

export function hardCodedStrings(house: House): HardCoded[] {
  return house.files
    .filter((file) => !file.isTest)
    .flatMap((file) => {
      if (/^backoffice\/src\/.*\.tsx$/.test(file.path)) return inJsx(file)
      if (/^server\/src\/storefront\/islands\/.*\.tsx$/.test(file.path)) return inJsx(file)
      // Pages about the API are read by those who program; they are in English like the code.
      const isPage = /^server\/src\/(?!providers\/|host\/reference\/).*\.ts$/.test(file.path)
      return isPage ? inTemplates(file) : []
    })
}

/** Two letters in a row make a word, unless the word is the same everywhere. */
function isVisible(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}\p{M}'’]+/gu) ?? []
  return words.some((word) => !SPOKEN_EVERYWHERE.has(word))
}

/** A key or a code is not a sentence: only words with a capital or a space are. */
function isSentence(text: string): boolean {
  return isVisible(text) && (/^\p{Lu}/u.test(text) || /\p{L}\s\p{L}/u.test(text))
}

/** A piece that stands inside a tag: `checked`, `aria-current="page"`, both with holes. A sentence has no `=` behind a word. */
const ATTRIBUTE = /^(?:checked|disabled|hidden|multiple|open|readonly|required|selected|[a-z-]+="[^"<>]*")$/

function isAttribute(text: string): boolean {
  const pieces = text.replaceAll(HOLE, '').match(/[a-z-]+="[^"]*"|\S+/g) ?? []
  return pieces.length > 0 && pieces.every((piece) => ATTRIBUTE.test(piece))
}

function inTemplates(file: SourceFile): HardCoded[] {
  return file.scan.literals
    .filter((literal) => literal.tag === 'html' && !isAttribute(literal.text))
    .flatMap((literal) => {
      const at = (offset: number) =>
        lineAt(file.text, literal.offset) + literal.text.slice(0, offset).split('\n').length - 1
      const texts = textsOf(literal.text).map(({ text, offset }) => ({ text, line: at(offset + leading(text)) }))
      const attributes = tagsOf(literal.text).flatMap((tag) =>
        [...tag.attributes.matchAll(VISIBLE_ATTRIBUTES)].map((match) => ({
          text: match[2] ?? match[3] ?? '',
          line: at(tag.offset),
        })),
      )
      return [...texts, ...attributes]
        .filter(({ text }) => isVisible(text.replaceAll(HOLE, ' ')))
        .map(({ text, line }) => found(file, line, text.replaceAll(HOLE, '${…}')))
    })
}

function inJsx(file: SourceFile): HardCoded[] {
  const source = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const findings: HardCoded[] = []
  const report = (node: ts.Node, text: string) => findings.push(found(file, lineAt(file.text, node.getStart()), text))
  const visit = (node: ts.Node): void => {
    for (const literal of visibleLiterals(node)) report(literal, literal.text)
    if (ts.isJsxText(node) && isVisible(node.text)) {
      findings.push(found(file, lineAt(file.text, node.pos + leading(node.text)), node.text))
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return findings
}

type Words = { text: string } & ts.Node

function visibleLiterals(node: ts.Node): Words[] {
  if (ts.isJsxAttribute(node) && VISIBLE_PROPS.has(node.name.getText())) {
    const { initializer } = node
    return outcomes(initializer && ts.isJsxExpression(initializer) ? initializer.expression : initializer).filter(say)
  }
  if (ts.isJsxExpression(node) && (ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent))) {
    return outcomes(node.expression).filter(say)
  }
  if (ts.isPropertyAssignment(node) && VISIBLE_KEYS.has(node.name.getText())) {
    return outcomes(node.initializer).filter(({ text }) => isSentence(text))
  }
  return []
}

const say = ({ text }: Words) => isVisible(text)

/** The literals that an expression can come out as: both arms of a condition, what stands after && and ??. */
function outcomes(node: ts.Node | undefined): Words[] {
  if (node === undefined) return []
  if (ts.isStringLiteralLike(node)) return [node]
  if (ts.isTemplateExpression(node)) return [node.head, ...node.templateSpans.map((span) => span.literal)]
  if (ts.isParenthesizedExpression(node)) return outcomes(node.expression)
  if (ts.isConditionalExpression(node)) return [...outcomes(node.whenTrue), ...outcomes(node.whenFalse)]
  if (ts.isBinaryExpression(node) && /^(?:&&|\|\||\?\?)$/.test(node.operatorToken.getText())) {
    return [...outcomes(node.left), ...outcomes(node.right)]
  }
  return []
}

function found(file: SourceFile, line: number, text: string): HardCoded {
  return { kind: 'hard-coded', path: file.path, line, found: `"${text.trim().replaceAll(/\s+/g, ' ').slice(0, 70)}"` }
}

const leading = (text: string) => /^\s*/.exec(text)?.[0].length ?? 0
