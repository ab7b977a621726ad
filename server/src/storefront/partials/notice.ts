import { html, type Html, type HtmlValue } from '../../host/http/html.ts'

/** A message about what just happened: read out by itself, because the page is new. */
export function notice(kind: 'good' | 'warning' | 'bad', content: HtmlValue): Html {
  return html`<div class="notice ${kind}" role="${kind === 'good' ? 'status' : 'alert'}">${content}</div>`
}

/** One that answers a form which did not go through: a new page reads no alert out, so the focus goes there. */
export function noticeInWay(content: HtmlValue): Html {
  return html`<div class="notice warning" role="alert" tabindex="-1" autofocus>${content}</div>`
}
