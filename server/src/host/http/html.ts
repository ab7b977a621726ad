/**
 * HTML by a tagged template: every `${value}` is escaped unless it is itself `Html`. Attributes must be quoted in the
 * template (the architecture test reads them), so that escaping text and attributes is one rule.
 */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
  toString(): string {
    return this.text
  }
}

export type HtmlValue = Html | string | number | bigint | boolean | null | undefined | readonly HtmlValue[]

export function html(strings: TemplateStringsArray, ...values: HtmlValue[]): Html {
  let text = strings[0] ?? ''
  for (let index = 0; index < values.length; index++) text += render(values[index]) + strings[index + 1]
  return new Html(text)
}

function render(value: HtmlValue): string {
  if (value instanceof Html) return value.text
  if (typeof value === 'string') return escapeHtml(value)
  if (value === null || value === undefined || value === false || value === true) return ''
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  let text = ''
  for (const item of value) text += render(item)
  return text
}

const NEEDS_ESCAPE = /[&<>"']/
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export function escapeHtml(text: string): string {
  return NEEDS_ESCAPE.test(text) ? text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign) : text
}

/** Only for markup that the house itself made (a drawn icon, a serialised island's data) or has cleaned (host/rich-text). */
export function trustedHtml(text: string): Html {
  return new Html(text)
}

/** Data for an island inside `<script type="application/json">`: `<` is escaped so that no string can end the element. */
export function inlineJson(value: unknown): Html {
  return new Html(
    JSON.stringify(value)
      .replace(/</g, '\\u003c')
      .replace(/\u2028/g, '\\u2028')
      .replace(/\u2029/g, '\\u2029'),
  )
}
