import { html, type Html } from '../../host/http/html.ts'
import type { Visit } from '../visit.ts'

export interface Field {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly required: boolean
  readonly problem?: string | undefined
  readonly hint?: string | undefined
  readonly autocomplete: string
  readonly type?: 'text' | 'email' | 'tel' | 'password'
  readonly inputmode?: 'numeric' | 'text' | undefined
  readonly maxlength?: number
  /** A list to choose from instead of a line to type. */
  readonly choices?: readonly { readonly value: string; readonly name: string }[] | undefined
  /** More than one of them: a text that may be long. */
  readonly lines?: number
  readonly width?: 'full' | 'half' | 'third'
}

/** A labelled field with its hint and its problem tied to it, in that order (WCAG 2.2, 1.3.1 and 3.3.1). */
export function field(visit: Visit, it: Field): Html {
  const id = fieldId(it.name)
  const described = [it.hint && `${id}-hint`, it.problem && `${id}-problem`].filter(Boolean).join(' ')
  const shared = html`id="${id}" name="${it.name}"
  autocomplete="${it.autocomplete}"${it.required && html` required`}${
    described !== '' && html` aria-describedby="${described}"`
  }${it.problem !== undefined && html` aria-invalid="true"`}`
  return html`<div class="field ${it.width ?? 'full'}">
    <label for="${id}"
      >${it.label}${!it.required && html` <span class="optional">${visit.t('form.optional')}</span>`}</label
    >
    ${it.choices ? select(visit, it, shared) : input(it, shared)}
    ${it.hint && html`<p class="hint" id="${id}-hint">${it.hint}</p>`}
    ${it.problem !== undefined && html`<p class="problem" id="${id}-problem">${it.problem}</p>`}
  </div>`
}

export function fieldId(name: string): string {
  return `field-${name}`
}

function input(it: Field, shared: Html): Html {
  if (it.lines !== undefined) {
    return html`<textarea ${shared} rows="${it.lines}" maxlength="${it.maxlength ?? 100}">${it.value}</textarea>`
  }
  return html`<input
    ${shared}
    type="${it.type ?? 'text'}"
    value="${it.value}"
    maxlength="${it.maxlength ?? 100}"
    ${it.inputmode && html` inputmode="${it.inputmode}"`}
  />`
}

function select(visit: Visit, it: Field, shared: Html): Html {
  const known = it.choices ?? []
  return html`<select ${shared}>
    ${
      !known.some(({ value }) => value === it.value) && html`<option value="">${visit.t('form.choose')}</option>`
    }${known.map(({ value, name }) => html`<option value="${value}" ${value === it.value && html` selected`}>${name}</option>`)}
  </select>`
}

export interface Problem {
  readonly field: string
  readonly message: string
}

/**
 * All that must be mended, first thing on the page, each a link to its field. It takes the focus as the page comes, with scripts or without: who
 * listens hears it, who goes by keys is there, and who sees little does not look for it above what they pressed.
 */
export function problemSummary({ t }: Visit, problems: readonly Problem[]): Html | undefined {
  if (problems.length === 0) return undefined
  return html`<div class="notice bad" role="alert" tabindex="-1" autofocus id="problems">
    <p class="notice-title">${t('form.problems', { count: problems.length })}</p>
    <ul>
      ${problems.map(({ field: name, message }) => html`<li><a href="#${fieldId(name)}">${message}</a></li>`)}
    </ul>
  </div>`
}
