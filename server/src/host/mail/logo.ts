import type { House } from '../context.ts'

/** The shop's sign within a mail: its picture goes beside the text, under this name (RFC 2392), so that nothing is fetched to read it. */
export const LOGO_ID = 'shop-logo'
const HERE = `cid:${LOGO_ID}`

/** For who looks at a kept mail in the office: the picture itself in the place of its name. */
export async function withLogo({ ports }: Pick<House, 'ports'>, html: string): Promise<string> {
  if (!html.includes(HERE)) return html
  const logo = await ports?.mails?.logo?.()
  return logo ? html.replaceAll(HERE, `data:image/png;base64,${logo.png.toString('base64')}`) : html
}

export const carriesLogo = (html: string): boolean => html.includes(HERE)
