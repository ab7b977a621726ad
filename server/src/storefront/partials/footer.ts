import { html, type Html } from '../../host/http/html.ts'
import { mayWithdraw, withdrawalWords } from './withdrawal-words.ts'
import { topCategories } from '../shop-reader.ts'
import { href, textIn, type Visit } from '../visit.ts'

/** Provider's details one click from everywhere: Directive 2000/31/EC art. 5. */
export function footer(visit: Visit): Html {
  const { shop, t, market } = visit
  const entity = shop.entities.find(({ id }) => id === market.entityId) ?? shop.entities[0]
  return html`<footer class="bottom">
    <div class="wide columns">
      <section>
        <p class="footer-name">${shop.name}</p>
        <p>${t('footer.about')}</p>
      </section>
      <nav aria-labelledby="footer-shop">
        <h2 id="footer-shop">${t('footer.shop')}</h2>
        <ul>
          ${topCategories(shop)
            .slice(0, 6)
            .map(({ handle, names }) => link(visit, `/categories/${handle}`, textIn(visit, names)))}
        </ul>
      </nav>
      <nav aria-labelledby="footer-service">
        <h2 id="footer-service">${t('footer.service')}</h2>
        <ul>
          ${link(visit, '/account', t('account.title'))} ${link(visit, '/terms', t('plain.terms.title'))}
          ${link(visit, '/policies/returns', t('policy.titles.returns'))}
          ${mayWithdraw(visit) && link(visit, '/withdraw', withdrawalWords(visit, 'footer'))}
          ${market.lawPack === 'eu' && link(visit, '/guarantee', t('plain.guarantee.title'))}
          ${link(visit, '/privacy', t('plain.privacy.title'))}
          ${link(visit, '/accessibility', t('plain.accessibility.title'))}
          ${link(visit, '/imprint', t('plain.imprint.title'))}
        </ul>
      </nav>
      ${
        entity &&
        html`<section>
          <h2>${t('footer.contact')}</h2>
          <address>
            ${entity.legalName}<br />${entity.street}<br />${entity.postcode} ${entity.city}<br /><a
              href="mailto:${entity.email}"
              >${entity.email}</a
            >
          </address>
        </section>`
      }
    </div>
    <div class="wide fine">
      <p>
        ©
        ${entity?.legalName ?? shop.name}${entity?.vatNumber && html` · ${t('plain.imprint.vat')} ${entity.vatNumber}`}
      </p>
    </div>
  </footer>`
}

function link(visit: Visit, path: string, words: string): Html {
  return html`<li><a href="${href(visit, path)}" ${visit.path === path && html` aria-current="page"`}>${words}</a></li>`
}
