import { html, type Html } from '../http/html.ts'

/** The frame of the two pages for people who build on the API. In English alone, like the document they show. */
export function documentPage(title: string, lead: Html, contents: Html, body: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Fondaco</title>
        <link rel="stylesheet" href="/reference/style.css" />
      </head>
      <body>
        <a class="skip" href="#content">Skip to content</a>
        <header>
          <p class="brand">Fondaco</p>
          <nav aria-label="Pages">
            <a href="/reference">Operations</a> <a href="/errors">Errors</a> <a href="/openapi.json">openapi.json</a>
          </nav>
        </header>
        <div class="columns">
          <nav class="contents" aria-label="Contents">${contents}</nav>
          <main id="content" tabindex="-1">
            <h1>${title}</h1>
            ${lead}${body}
          </main>
        </div>
      </body>
    </html>`
}
