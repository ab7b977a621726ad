/** Text that is safe to stand in a page. */
export interface Html {
  readonly html: string
}

type Part = string | number | Html | readonly Html[] | null

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function render(part: Part): string {
  if (part === null) return ''
  if (typeof part === 'object') return 'html' in part ? part.html : part.map((each) => each.html).join('')
  return String(part).replaceAll(/[&<>"']/g, (sign) => escapes[sign] ?? sign)
}

/** Everything put in between is escaped unless it is Html itself. */
export function html(texts: TemplateStringsArray, ...parts: Part[]): Html {
  return { html: texts.map((text, index) => text + render(parts[index] ?? null)).join('') }
}
