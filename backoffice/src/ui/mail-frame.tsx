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

function withoutStyles(html: string): { readonly page: string; readonly sheet: string } {
  const letter = new DOMParser().parseFromString(html, 'text/html')
  const sheets = [...letter.querySelectorAll('style')].map((one) => {
    one.remove()
    return one.textContent ?? ''
  })
  for (const element of letter.querySelectorAll('[style]')) {
    element.setAttribute('data-style', element.getAttribute('style') ?? '')
    element.removeAttribute('style')
  }
  for (const link of letter.querySelectorAll('a')) link.removeAttribute('href')
  return { page: `<!doctype html>${letter.documentElement.outerHTML}`, sheet: sheets.join('\n') }
}
