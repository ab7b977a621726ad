import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MessageSource, MessageTree } from '../i18n/translate.ts'

/** Key -> English text with its values left open, `{seconds} seconds`: what documents can say before anything happened. */
export type EnglishWords = (key: string) => string

export function englishWords(sources: readonly MessageSource[]): EnglishWords {
  const trees = new Map<string, MessageTree>()
  for (const { namespace, folder } of sources) {
    const file = join(folder, 'en.json')
    if (existsSync(file)) trees.set(namespace, JSON.parse(readFileSync(file, 'utf8')) as MessageTree)
  }
  return (key) => {
    const [namespace = '', ...path] = key.split('.')
    let node: string | MessageTree | undefined = trees.get(namespace)
    for (const part of path) node = typeof node === 'object' ? node[part] : undefined
    return typeof node === 'string' ? openWords(node) : ''
  }
}

/** An ICU message with each choice (select, plural) replaced by its `other` branch, and `#` by the value's name. */
export function openWords(message: string): string {
  let text = ''
  for (let at = 0; at < message.length;) {
    if (message[at] !== '{') {
      text += message[at++]
      continue
    }
    const end = closingBrace(message, at)
    text += openArgument(message.slice(at + 1, end))
    at = end + 1
  }
  return text
}

function openArgument(inside: string): string {
  const choice = /^\s*(\w+)\s*,\s*(?:select|plural|selectordinal)\s*,([\s\S]*)$/.exec(inside)
  if (!choice) return `{${inside.split(',')[0]?.trim() ?? ''}}`
  const [, name = '', branches = ''] = choice
  const other = /\bother\s*\{/.exec(branches)
  if (!other) return `{${name}}`
  const start = other.index + other[0].length - 1
  return openWords(branches.slice(start + 1, closingBrace(branches, start)).replaceAll('#', `{${name}}`))
}

function closingBrace(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < text.length; at++) {
    if (text[at] === '{') depth++
    if (text[at] === '}' && --depth === 0) return at
  }
  return text.length
}
