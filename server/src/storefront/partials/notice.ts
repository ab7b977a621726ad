import { html, type Html, type HtmlValue } from '../../host/http/html.ts'

/** A message about what just happened: read out by itself, because the page is new. */
export function notice(kind: 'good' | 'warning' | 'bad', content: HtmlValue): Html {
  return html`<div class="notice ${kind}" role="${kind === 'good' ? 'status' : 'alert'}">${content}</div>`
}
