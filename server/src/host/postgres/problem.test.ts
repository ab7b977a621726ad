import assert from 'node:assert/strict'
import { test } from 'node:test'
import { problemFromError, problemFromOutput } from './problem.ts'
import type { ProblemReason } from './problem.ts'

// PostgreSQL's own sentences, and what the shop is told.
const table: [output: string, reason: ProblemReason][] = [
  ['FATAL:  could not write lock file "postmaster.pid": No space left on device', 'disk-full'],
  ['initdb: error: could not create directory "cluster/base": No space left on device', 'disk-full'],
  [
    'LOG:  could not bind IPv4 address "127.0.0.1": Address already in use\nFATAL:  could not create any TCP/IP sockets',
    'port-taken',
  ],
  ['FATAL:  lock file "postmaster.pid" already exists\nHINT:  Is another postmaster (PID 7) running?', 'still-closing'],
  ['FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use', 'still-closing'],
  ['FATAL:  unrecognized configuration parameter "wrok_mem"', 'setting'],
  ['FATAL:  could not map anonymous shared memory: Cannot allocate memory', 'memory'],
  ['FATAL:  data directory "/d" has wrong ownership', 'unreadable'],
  ['postgres: error while loading shared libraries: libicuuc.so.60: cannot open shared object file', 'binaries'],
  ['PANIC:  could not locate a valid checkpoint record at 0/174B628', 'damaged'],
  ['FATAL:  something nobody thought of', 'unknown'],
  ['', 'unknown'],
]

for (const [output, reason] of table) {
  test(`${reason}: ${output.split('\n')[0] || 'nothing said'}`, () => {
    const problem = problemFromOutput(output, 'Starting PostgreSQL')
    assert.equal(problem.reason, reason)
    assert.match(problem.message, /Starting PostgreSQL/)
    assert.ok(problem.remedy.length > 20)
  })
}

test("Node's own file errors get the same sentences and keep their cause", () => {
  const error = new Error('ENOSPC: no space left on device, write')
  const problem = problemFromError(error, 'Starting')
  assert.equal(problem.reason, 'disk-full')
  assert.equal(problem.cause, error)
  assert.equal(problemFromError(problem, 'Again'), problem)
})
