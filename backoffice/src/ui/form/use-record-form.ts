import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { flushSync } from 'react-dom'
import { useLocale, useTranslations } from 'use-intl'
import { isLanguage, type Language } from '../../app/messages/languages.ts'
import { useSession } from '../../app/session/session.ts'
import { isProblem } from '../../client/problem.ts'
import { useChanging } from '../record/changing.ts'
import { useUnsavedGuard } from '../use-unsaved-guard.ts'
import { flawsOf, type Field, type Values } from './field.ts'
import { isConflict, saveMerging, type Sent } from './save-merging.ts'
import { afterSave, onTopOf, refreshed, settled, valuesOf, withEdit } from './record-state.ts'
import type { Choices, Loaded, RecordState } from './record-state.ts'
import { sameValue } from './same-value.ts'
import { useDraft } from './use-draft.ts'

export interface RecordFormOptions {
  readonly fields: readonly Field[]
  /** The record, or what a new one begins with; its fields are found by their names. */
  readonly initial: object
  /** What was read; goes into If-Match. */
  readonly version?: number | undefined
  /** Refused with 409 when somebody saved since. What it answers may tell the new version. */
  readonly save: (sent: Sent) => Promise<unknown>
  readonly onSaved?: (values: Values) => void
  /** Reads the record anew after a conflict; without it the form can only say that there was one. */
  readonly reread?: () => Promise<Loaded>
  /** Where what is typed is kept until it is saved: `product/0192…`. */
  readonly draft?: string
  /** By which field's name the form knows what a refusal calls otherwise: `variants.3.gtin` is `gtin`. */
  readonly nameOf?: (path: string) => string
  /** Shown at once as if it were saved, and taken back when it is refused. */
  readonly optimistic?: { readonly key: QueryKey; readonly apply: (cached: never, values: Values) => unknown }
}

interface DraftKept {
  readonly base: Values
  readonly version: number | undefined
  readonly mine: Values
}

/** A record's fields between loading and saving: what was typed, what is wrong with it, what somebody else saved meanwhile. */
export function useRecordForm(options: RecordFormOptions) {
  const { fields, initial, version, save, onSaved, reread, draft, optimistic, nameOf } = options
  const t = useTranslations('ui.form')
  const client = useQueryClient()
  const { staff } = useSession()
  const [language, setLanguage] = useState<Language>(useLocale())
  const loaded = loadedOf(fields, initial, version)
  const [state, setState] = useState<RecordState>({ base: loaded, mine: {} })
  const [seen, setSeen] = useState(loaded)
  const [hoped, setHoped] = useState<Loaded>()
  const [flaws, setFlaws] = useState<ReturnType<typeof flawsOf>>({})
  const [attempts, setAttempts] = useState(0)
  const id = useId()
  const isChanged = Object.keys(state.mine).length > 0
  const { left, forget } = useDraft<DraftKept>(
    draft && `${staff.id}/${draft}`,
    isChanged ? { base: state.base.values, version: state.base.version, mine: state.mine } : undefined,
  )
  const { mutate, error, isPending, reset } = useMutation({
    mutationFn: (from: RecordState) =>
      saveMerging(from, { save, reread, onTheirs: (theirs) => setState((now) => onTopOf(now, theirs)) }),
    onMutate: async (from) => {
      if (!optimistic) return undefined
      await client.cancelQueries({ queryKey: optimistic.key })
      const before = client.getQueryData(optimistic.key)
      if (before !== undefined) client.setQueryData(optimistic.key, optimistic.apply(before as never, valuesOf(from)))
      return before
    },
    onError: (_refused, _from, before) => {
      if (optimistic && before !== undefined) client.setQueryData(optimistic.key, before)
      setAttempts((count) => count + 1)
    },
    onSuccess: (base) => {
      if (base === undefined) return
      // At once: whoever leaves the screen in onSaved must not be asked about what is saved.
      flushSync(() => setState((now) => afterSave(now, base)))
      forget()
      onSaved?.(base.values)
    },
  })
  // While it is being saved the record shows what is hoped for: taken for news, it would pass for somebody else's save. Who shows
  // it may hear of a refusal later than this form does, so what was hoped for is no news afterwards either.
  if (isPending) {
    const isHope = optimistic && loaded.version === seen.version && !isSame(seen, loaded)
    if (isHope && !isSame(hoped, loaded)) setHoped(loaded)
  } else if (!isSame(hoped, loaded) && !isSame(seen, loaded)) {
    setHoped(undefined)
    setSeen(loaded)
    setState(refreshed(state, loaded))
  }
  useUnsavedGuard(isChanged, t('unsaved'))
  useChanging(isChanged)
  const refused = isProblem(error) && !isConflict(error) ? renamed(error.fields, nameOf) : {}
  const errorOf = (path: string): string | undefined => {
    const flaw = flaws[path]
    if (flaw) return t(flaw === 'missing' ? 'required' : 'unread')
    return refused[path]
  }
  const send = (from: RecordState) => {
    const found = flawsOf(fields, valuesOf(from))
    setFlaws(found)
    setAttempts((count) => count + 1)
    if (Object.keys(found).length === 0 && !isPending) mutate(from)
  }
  return {
    /** Of the form's element: errors lead to fields inside it. */
    id,
    fields,
    values: valuesOf(state),
    isChanged,
    isSaving: isPending,
    conflict: state.conflict,
    /** A refusal that is about no field. */
    error: Object.keys(refused).length > 0 && wrongFields(fields, refused).length > 0 ? null : error,
    errorOf,
    /** Each field with what is wrong in it or in one of its parts. */
    wrong: wrongFields(fields, {
      ...refused,
      ...Object.fromEntries(Object.keys(flaws).map((key) => [key, errorOf(key) ?? ''])),
    }),
    attempts,
    language,
    setLanguage,
    draft: left && { at: left.at, take: () => setState(resume(left.value, state)), forget },
    set: (name: string, value: unknown) => {
      setState((before) => withEdit(before, name, value))
      setFlaws(({ [name]: _mended, ...others }) => others)
    },
    submit: () => send(state),
    choose: (choices: Choices) => {
      const next = settled(state, choices)
      setState(next)
      if (Object.keys(next.mine).length > 0) return send(next)
      forget()
      reset()
    },
    discard: () => {
      setState(({ base, conflict }) => ({ base: conflict?.theirs ?? base, mine: {} }))
      setFlaws({})
      forget()
      reset()
    },
    /** Leads to a field, or to the part of it that is wrong, in the language that it is about. */
    focus: (path: string) => {
      const part = path.split('.').at(-1)
      if (isLanguage(part)) setLanguage(part)
      requestAnimationFrame(() => focusField(id, path))
    },
  }
}

export type RecordFormState = ReturnType<typeof useRecordForm>

export function loadedOf(fields: readonly Pick<Field, 'name'>[], record: object, version: number | undefined): Loaded {
  const all = record as Values
  return { values: Object.fromEntries(fields.map(({ name }) => [name, all[name]])), version }
}

function isSame(one: Loaded | undefined, other: Loaded): boolean {
  return one !== undefined && one.version === other.version && sameValue(one.values, other.values)
}

/** Taken up again on what the record is now: others may have saved since. */
function resume({ base, version, mine }: DraftKept, now: RecordState): RecordState {
  const then: RecordState = { base: { values: base, version }, mine }
  return version === now.base.version ? { base: now.base, mine } : onTopOf(then, now.base)
}

/** What is wrong, by the form's own names. */
function renamed(messages: Readonly<Record<string, string>>, nameOf: ((path: string) => string) | undefined) {
  const entries = Object.entries(messages).map(([path, message]) => [path.replace(/^body\./, ''), message] as const)
  return Object.fromEntries(entries.map(([path, message]) => [nameOf?.(path) ?? path, message]))
}

function wrongFields(fields: readonly Field[], messages: Readonly<Record<string, string>>) {
  const isAbout = (path: string, name: string) => path === name || path.startsWith(`${name}.`)
  return fields.flatMap((field) => {
    const { name, label } = field
    // Some operations take an address in pieces, beside their other fields.
    const pieces = field.kind === 'address' ? (field.parts ?? []) : []
    const found = Object.entries(messages).find(([path]) => isAbout(path, name) || pieces.includes(path))
    return found ? [{ path: found[0], name, label, message: found[1] }] : []
  })
}

const FOCUSABLE = 'input:not([type="hidden"]), textarea, select, [contenteditable="true"], button'

function focusField(id: string, path: string): void {
  const [name = ''] = path.split('.')
  const field = document.getElementById(id)?.querySelector(`[data-field="${CSS.escape(name)}"]`)
  const input =
    field?.querySelector<HTMLElement>(`[name="${CSS.escape(path)}"]`) ??
    field?.querySelector<HTMLElement>('[aria-invalid="true"]') ??
    field?.querySelector<HTMLElement>(FOCUSABLE)
  input?.focus()
}
