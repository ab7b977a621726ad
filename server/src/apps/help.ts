import type { Command } from './command.ts'
import { listCommands, loadCommand } from './commands/index.ts'
import { bold, cyan, dim } from './terminal.ts'

export async function overview(): Promise<string> {
  const lines: string[] = []
  for (const name of listCommands()) {
    const command = await loadCommand(name)
    if (command) lines.push(`  ${bold(name.padEnd(10))} ${command.summary}`)
  }
  return [
    `${bold('fondaco')}: the whole house of an online business under one roof`,
    '',
    'To see it: fondaco start. It brings its own database and a demo shop, and prints the addresses to open.',
    '',
    ...lines,
    '',
    `${bold('help COMMAND'.padEnd(12))} explains a command with examples. Settings: docs/guides/settings.md.`,
  ].join('\n')
}

export function helpOf(command: Command): string {
  const options = Object.entries(command.options).map(([name, { value, says }]) => {
    return `  ${bold(`--${name}${value === undefined ? '' : ` ${value}`}`.padEnd(24))} ${says}`
  })
  const examples = command.examples.map(({ line, does }) => `  ${cyan(`fondaco ${line}`)}\n      ${dim(does)}`)
  return [
    `${bold(`fondaco ${command.name}`)} ${command.usage}`.trimEnd(),
    '',
    command.summary,
    ...command.description.flatMap((paragraph) => ['', wrap(paragraph)]),
    ...(options.length > 0 ? ['', 'Options', ...options] : []),
    '',
    'Examples',
    ...examples,
  ].join('\n')
}

const WIDTH = 88

function wrap(text: string): string {
  const lines = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? ''
    if (line !== '' && line.length + word.length + 1 > WIDTH) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines.join('\n')
}
