import { useMemo, type SyntheticEvent } from 'react'

interface MailFrameProps {
  readonly html: string
  readonly title: string
  readonly className?: string | undefined
}

/**
 * A letter as its reader gets it, in a frame without scripts or forms. The page's policy lets no styles in that stand in HTML, and
 * letters have no others: they are taken out of it, and put back one by one as the page's own.
 */
export function MailFrame({ html, title, className }: MailFrameProps) {
  const { page, sheet } = useMemo(() => withoutStyles(html), [html])
  const dress = (event: SyntheticEvent<HTMLIFrameElement>) => {
    const { contentDocument: there, contentWindow } = event.currentTarget
    if (!there || !contentWindow) return
    for (const element of there.querySelectorAll<HTMLElement>('[data-style]'))
      element.style.cssText = element.dataset['style'] ?? ''
    // A sheet belongs to the document that it was made in.
    const Sheet = (contentWindow as unknown as { readonly CSSStyleSheet: typeof CSSStyleSheet }).CSSStyleSheet
    const own = new Sheet()
    own.replaceSync(sheet)
    there.adoptedStyleSheets = [own]
  }
  return <iframe className={className} title={title} sandbox="allow-same-origin" srcDoc={page} onLoad={dress} />
}

/** By the letters, since parsing alone would make the policy complain; what people wrote has its quotes and brackets escaped. */
function withoutStyles(html: string): { readonly page: string; readonly sheet: string } {
  const sheets = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, text = '']) => text)
  const page = html
    .replaceAll(/<style>[\s\S]*?<\/style>/g, '')
    .replaceAll(/\sstyle="/g, ' data-style="')
    // Nobody leaves the page by a letter that they look at.
    .replaceAll(/\shref="/g, ' data-href="')
  return { page, sheet: sheets.join('\n') }
}
