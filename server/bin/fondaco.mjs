#!/usr/bin/env node
// Runs the program on the Node that it is made for: this one if it is new enough, else the one that npm brought along.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const WANTED = 24
const sources = new URL('../src/apps/cli.ts', import.meta.url)
const packed = new URL('../dist/apps/cli.js', import.meta.url)

function findPinnedNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const require = createRequire(import.meta.url)
  try {
    const folder = dirname(require.resolve(`node-${platform}-${process.arch}/package.json`))
    const program = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    return existsSync(program) ? program : undefined
  } catch {
    return undefined
  }
}

function runOn(program) {
  const ipc = process.send ? ['ipc'] : []
  const child = spawn(program, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', ...ipc],
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  if (process.send) {
    child.on('message', (message) => process.send(message))
    process.on('message', (message) => child.send(message))
    process.once('disconnect', () => child.disconnect())
  }
  child.once('error', (error) => stopWith(`The Node that Fondaco brings does not start here (${error.message}).`))
  child.once('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1)
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(name)
    process.kill(process.pid, signal)
  })
}

function stopWith(sentence) {
  process.stderr.write(`${sentence} Install Node ${WANTED} or newer from https://nodejs.org and start again.\n`)
  process.exit(1)
}

if (Number(process.versions.node.split('.')[0]) >= WANTED) {
  const { main } = await import((existsSync(fileURLToPath(sources)) ? sources : packed).href)
  await main(process.argv.slice(2))
} else {
  const pinned = findPinnedNode()
  if (pinned) runOn(pinned)
  else stopWith(`Fondaco needs Node ${WANTED} or newer; this is ${process.version}.`)
}
