import { html, type Html } from '../http/html.ts'
import { refusalKey } from '../http/problem.ts'
import { documentPage } from './document.ts'
import type { EnglishWords } from './english-words.ts'
import { listRefusals } from './list-refusals.ts'

/** Every refusal with what it means and what to do; a problem's `type` leads here. */
export function errorsPage(catalogues: readonly object[], words: EnglishWords): Html {
  const groups = [...Map.groupBy(listRefusals(catalogues), ({ department }) => department)]
  return documentPage(
    'Errors',
    html`<p>
      Each refusal has a code that never changes, a sentence, and a remedy. The texts in braces are filled in.
    </p>`,
    html`<ul>
      ${groups.map(([department]) => html`<li><a href="#${department}">${department}</a></li>`)}
    </ul>`,
    html`${groups.map(
      ([department, refusals]) =>
        html`<section>
          <h2 id="${department}">${department}</h2>
          <div class="scroll">
            <table>
              <thead>
                <tr>
                  <th scope="col">Code</th>
                  <th scope="col">Status</th>
                  <th scope="col">Meaning</th>
                  <th scope="col">Remedy</th>
                </tr>
              </thead>
              <tbody>
                ${refusals.map(
                  ({ code, status }) =>
                    html`<tr id="${code}">
                      <th scope="row"><code>${code}</code></th>
                      <td class="number">${status}</td>
                      <td>${words(`${refusalKey(code)}.title`)}</td>
                      <td>${words(`${refusalKey(code)}.remedy`)}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>
        </section>`,
    )}`,
  )
}
