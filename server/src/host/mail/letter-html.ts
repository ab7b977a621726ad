import { html, trustedHtml, type Html } from '../http/html.ts'
import { ACCENTS, type Accent } from './accent.ts'
import type { Letter, Part } from './letter-parts.ts'

export interface Look {
  readonly shop: string
  readonly accent: Accent
  /** `cid:` in a mail, `data:` before somebody's eyes; undefined where the shop has none, and is written by its name. */
  readonly logo?: { readonly src: string; readonly width: number; readonly height: number } | undefined
}

const SANS = "font-family:Arial,'Helvetica Neue',Helvetica,sans-serif"
const BODY = `${SANS};font-size:16px;line-height:1.55;color:#22282b`
const SMALL = `${SANS};font-size:13px;line-height:1.5;color:#5a6468`
const SERIF = "font-family:Georgia,'Times New Roman',serif"

/**
 * Tables and styles on the elements themselves, which every mail program bears; what the style sheet adds, darkness and a
 * narrow screen, can be dropped without harm. Where a program inverts colours by itself, text and ground go together.
 */
export function letterHtml({ locale, subject, preheader, parts }: Letter, { shop, accent, logo }: Look): string {
  const { light, dark } = ACCENTS[accent]
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>${subject}</title>
        <style>
          ${trustedHtml(sheet(dark))}
        </style>
      </head>
      <body class="ground" bgcolor="#f2f3f3" style="margin:0;padding:0;background-color:#f2f3f3">
        ${
          preheader !== '' &&
          html`<div style="display:none;max-height:0;overflow:hidden;font-size:1px;line-height:1px;color:#f2f3f3">
            ${preheader}
          </div>`
        }
        <table
          role="presentation"
          width="100%"
          cellpadding="0"
          cellspacing="0"
          border="0"
          class="ground"
          bgcolor="#f2f3f3"
        >
          <tr>
            <td align="center" style="padding:24px 8px">
              <table
                role="presentation"
                width="600"
                cellpadding="0"
                cellspacing="0"
                border="0"
                class="sheet"
                bgcolor="#ffffff"
                style="width:100%;max-width:600px;background-color:#ffffff;border-top:4px solid ${light}"
              >
                <tr>
                  <td class="edge" style="padding:28px 40px 0 40px">${signOf({ shop, logo, light })}</td>
                </tr>
                ${parts.map(
                  (part) =>
                    html`<tr>
                      <td class="edge" style="padding:16px 40px 0 40px">${blockOf(part, light)}</td>
                    </tr>`,
                )}
                <tr>
                  <td style="padding:0 0 32px 0">&nbsp;</td>
                </tr>
              </table>
            </td>
          </tr>
        </table>
      </body>
    </html>`.text
}

function sheet(accent: string): string {
  return `@media (max-width:480px){.edge{padding-left:20px!important;padding-right:20px!important}}
@media (prefers-color-scheme:dark){
.ground{background-color:#15191a!important}
.sheet{background-color:#1f2526!important}
.ink{color:#ecebe6!important}
.soft{color:#b4bbbc!important}
.accent{color:${accent}!important}
.rule{border-color:#3a4345!important}
.plate{background-color:#ffffff!important}
}`
}

function signOf({ shop, logo, light }: { shop: string; logo: Look['logo']; light: string }): Html {
  if (!logo) return html`<span class="accent" style="${SERIF};font-size:20px;color:${light}"><b>${shop}</b></span>`
  // A plate of its own keeps a dark sign legible on a dark ground.
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0">
    <tr>
      <td class="plate" bgcolor="#ffffff" style="background-color:#ffffff;padding:4px 8px;border-radius:4px">
        <img
          src="${logo.src}"
          width="${logo.width}"
          height="${logo.height}"
          alt="${shop}"
          border="0"
          style="display:block;border:0"
        />
      </td>
    </tr>
  </table>`
}

function blockOf(part: Part, accent: string): Html {
  switch (part.type) {
    case 'heading':
      return html`<h1
        class="ink"
        style="margin:0;${SERIF};font-size:24px;line-height:1.3;font-weight:normal;color:#12343b"
      >
        ${broken(part.text)}
      </h1>`
    case 'paragraph':
      return html`<p class="ink" style="margin:0;${BODY}">${broken(part.text)}</p>`
    case 'button':
      return button(part.text, part.url, accent)
    case 'lines':
      return rowsTable(
        part.lines.map(({ quantity, what, total }) => ({ left: `${quantity} × ${what}`, right: total })),
        '10px',
      )
    case 'totals':
      return rowsTable(
        part.totals.map(({ label, amount }, at) => ({
          left: label,
          right: amount,
          strong: at === part.totals.length - 1,
        })),
        '6px',
      )
    case 'address':
      return html`<p class="ink" style="margin:0;${BODY}">
        ${part.text !== '' && html`<b>${part.text}</b><br />`}${broken(part.rows.join('\n'))}
      </p>`
    case 'notes':
      return html`${part.rows.map((row) => html`<p class="ink" style="margin:0 0 12px 0;${BODY}">${broken(row)}</p>`)}`
    case 'links':
      return html`<p class="ink" style="margin:0;${BODY}">
        ${part.text !== '' && html`${broken(part.text)}<br />`}${part.links.map(
          ({ label, url }) => html`<a class="accent" href="${safeUrl(url)}" style="color:${accent}">${label}</a><br />`,
        )}
      </p>`
    case 'legal':
      return html`<p class="soft" style="margin:0;${SMALL}">${broken(part.rows.join('\n'))}</p>`
    case 'divider':
      return html`<div class="rule" style="border-top:1px solid #d9dedf;font-size:1px;line-height:1px">&nbsp;</div>`
  }
}

/** The address stands below in small, for programs that show no buttons and people who want to see where they go. */
function button(text: string, url: string, accent: string): Html {
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0">
    <tr>
      <td bgcolor="${accent}" style="background-color:${accent};border-radius:6px">
        <a
          href="${safeUrl(url)}"
          style="display:inline-block;padding:13px 24px;${SANS};font-size:16px;line-height:20px;color:#ffffff;text-decoration:none"
          ><font color="#ffffff"><b>${text}</b></font></a
        >
      </td>
    </tr>
  </table>`
}

interface Row {
  readonly left: string
  readonly right: string
  readonly strong?: boolean
}

function rowsTable(rows: readonly Row[], space: string): Html {
  const cell = `${BODY};padding:${space} 0;border-bottom:1px solid #e4e8e9;vertical-align:top`
  return html`<table
    width="100%"
    cellpadding="0"
    cellspacing="0"
    border="0"
    style="width:100%;border-collapse:collapse"
  >
    ${rows.map(
      ({ left, right, strong }) =>
        html`<tr>
          <td class="ink rule" style="${cell}">${strong ? html`<b>${left}</b>` : left}</td>
          <td class="ink rule" align="right" style="${cell};padding-left:16px;white-space:nowrap">
            ${strong ? html`<b>${right}</b>` : right}
          </td>
        </tr>`,
    )}
  </table>`
}

const broken = (text: string): Html[] => text.split('\n').map((line, at) => html`${at > 0 && html`<br />`}${line}`)

/** Buttons lead to pages: a value that is no web address leads nowhere. */
const safeUrl = (url: string): string => (/^https?:\/\//.test(url) ? url : '#')
