import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { possibleMoves, decideMove, type Move, type Todo } from './todo.ts'

const open: Todo = {
  id: 't',
  state: 'open',
  assignee: 'unit:sales',
  takenBy: null,
  takenName: null,
  madeBy: 'maker',
  openChecks: 0,
  handedTo: null,
  version: 1,
}
const taken: Todo = { ...open, state: 'taken', takenBy: 'ada', takenName: 'Ada' }
const done: Todo = { ...taken, state: 'done' }
const handed: Todo = { ...open, handedTo: 'stock' }

const people = {
  ada: { id: 'ada', addresses: new Set(['staff:ada', 'unit:sales']) },
  bruno: { id: 'bruno', addresses: new Set(['staff:bruno', 'unit:sales']) },
  maker: { id: 'maker', addresses: new Set(['staff:maker']) },
  stock: { id: 'gita', addresses: new Set(['staff:gita', 'unit:stock']) },
}

const cases: readonly (readonly [Move, string, Todo, keyof typeof people, string])[] = [
  ['take', 'open', open, 'ada', 'ok'],
  ['take', 'open', open, 'maker', 'not_asked'],
  ['take', 'taken', taken, 'bruno', 'already_taken'],
  ['take', 'taken by oneself', taken, 'ada', 'already_taken'],
  ['take', 'done', done, 'ada', 'todo_ended'],
  ['take', 'handed over', handed, 'ada', 'awaits_acceptance'],
  ['give_back', 'taken', taken, 'ada', 'ok'],
  ['give_back', 'taken', taken, 'maker', 'ok'],
  ['give_back', 'taken', taken, 'stock', 'already_taken'],
  ['give_back', 'open', open, 'ada', 'not_taken'],
  ['give_back', 'done', done, 'ada', 'todo_ended'],
  ['complete', 'taken', taken, 'ada', 'ok'],
  ['complete', 'taken', taken, 'bruno', 'already_taken'],
  ['complete', 'open', open, 'bruno', 'ok'],
  ['complete', 'open', open, 'stock', 'not_asked'],
  ['complete', 'taken, checks open', { ...taken, openChecks: 2 }, 'ada', 'checklist_open'],
  ['complete', 'handed over', handed, 'ada', 'awaits_acceptance'],
  ['complete', 'done', done, 'ada', 'todo_ended'],
  ['drop', 'taken', taken, 'bruno', 'ok'],
  ['drop', 'open', open, 'stock', 'not_asked'],
  ['drop', 'handed over', handed, 'ada', 'awaits_acceptance'],
  ['drop', 'done', done, 'maker', 'todo_ended'],
  ['reopen', 'done', done, 'maker', 'ok'],
  ['reopen', 'done', done, 'stock', 'not_asked'],
  ['reopen', 'open', open, 'ada', 'todo_not_ended'],
  ['hand_over', 'taken', taken, 'ada', 'ok'],
  ['hand_over', 'taken', taken, 'bruno', 'already_taken'],
  ['hand_over', 'open', open, 'bruno', 'ok'],
  ['hand_over', 'open', open, 'maker', 'not_asked'],
  ['hand_over', 'checks open', { ...taken, openChecks: 1 }, 'ada', 'checklist_open'],
  ['hand_over', 'handed over', handed, 'ada', 'awaits_acceptance'],
  ['hand_over', 'done', done, 'ada', 'todo_ended'],
  ['accept', 'handed over', handed, 'stock', 'ok'],
  ['accept', 'handed over', handed, 'ada', 'not_the_next'],
  ['accept', 'open', open, 'stock', 'nothing_to_accept'],
  ['send_back', 'handed over', handed, 'stock', 'ok'],
  ['send_back', 'handed over', handed, 'maker', 'not_the_next'],
]

describe('who may do what with a to-do', () => {
  for (const [move, state, todo, who, verdict] of cases) {
    test(`${move} · ${state} · ${who}: ${verdict}`, () => {
      const decided = decideMove(move, todo, people[who])
      assert.equal(decided.ok ? 'ok' : decided.refusal.code.replace('work.', ''), verdict)
    })
  }

  test('whoever loses is told who has it', () => {
    const decided = decideMove('take', taken, people.bruno)
    assert.deepEqual(decided.ok || decided.refusal.params, { name: 'Ada' })
  })

  test('buttons are the same table', () => {
    assert.deepEqual(
      possibleMoves(taken, people.bruno).map(({ action, refusal }) => [action, refusal?.code ?? null]),
      [
        ['complete', 'work.already_taken'],
        ['hand_over', 'work.already_taken'],
        ['give_back', null],
        ['drop', null],
      ],
    )
    assert.deepEqual(
      possibleMoves(handed, people.stock)
        .filter(({ refusal }) => refusal === null)
        .map(({ action }) => action),
      ['accept', 'send_back'],
    )
  })
})
