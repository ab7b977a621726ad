import type { Facet } from '../../departments/catalog/index.ts'
import { html, type Html } from '../../host/http/html.ts'
import type { Visit } from '../visit.ts'

const PREFIX = 'f-'
const BRAND = 'brand'

/** Fields of the list's own form, which stands elsewhere on the page: they work without a script. */
export function facetFields(visit: Visit, facets: readonly Facet[], form: string): Html | undefined {
  if (facets.length === 0) return undefined
  const chosen = facets.flatMap(({ choices }) => choices).filter((choice) => choice.chosen).length
  return html`<details class="facets" ${chosen > 0 && html` open`}>
    <summary>${chosen > 0 ? visit.t('facets.chosen', { count: chosen }) : visit.t('facets.open')}</summary>
    <div class="facet-groups">${facets.map((facet) => group(visit, facet, form))}</div>
    <button class="button quiet small" type="submit" form="${form}">${visit.t('listing.apply')}</button>
  </details>`
}

function group(visit: Visit, { kind, code, name, choices, capped }: Facet, form: string): Html {
  const isBrand = kind === 'brand'
  return html`<fieldset class="facet">
    <legend>${isBrand ? visit.t('facets.brand') : name}</legend>
    ${choices.map(
      (choice) =>
        html`<label class="check"
          ><input
            type="checkbox"
            form="${form}"
            name="${isBrand ? BRAND : PREFIX + code}"
            value="${choice.value}"
            ${choice.chosen && html` checked`}
          /><span
            >${wordOf(visit, choice)} <span class="facet-count">${countOf(visit, choice.count, capped)}</span></span
          ></label
        >`,
    )}
  </fieldset>`
}

function wordOf({ t }: Visit, { value, name }: Facet['choices'][number]): string {
  if (name !== '') return name
  return t(value === 'yes' ? 'specification.yes' : 'specification.no')
}

/** Where not all were counted it is at least so many. */
function countOf({ locale }: Visit, count: number, capped: boolean): string {
  return `(${new Intl.NumberFormat(locale).format(count)}${capped ? '+' : ''})`
}

const MOST_VALUES = 40

/** What an address chooses: attribute code -> values, and brands in small letters. */
export interface ChosenFacets {
  readonly chosen: Readonly<Record<string, readonly string[]>>
  readonly brands: readonly string[]
}

/** `f-material=oak&f-material=ash&brand=murano+vetri`; anything may stand in one. */
export function chosenFacets(query: URLSearchParams): ChosenFacets {
  const chosen: Record<string, string[]> = {}
  for (const [name, value] of [...query].slice(0, MOST_VALUES)) {
    const code = name.slice(PREFIX.length)
    if (!name.startsWith(PREFIX) || !/^[a-z][a-z0-9_-]{0,39}$/.test(code) || value.length > 60) continue
    chosen[code] = [...new Set([...(chosen[code] ?? []), value])]
  }
  const brands = query.getAll(BRAND).map((name) => name.trim().toLowerCase())
  return {
    chosen,
    brands: [...new Set(brands)].filter((name) => name !== '' && name.length <= 120).slice(0, MOST_VALUES),
  }
}

export function isChosen({ chosen, brands }: ChosenFacets): boolean {
  return brands.length > 0 || Object.keys(chosen).length > 0
}

/** The same as an address says it. */
export function facetQuery({ chosen, brands }: ChosenFacets): [string, string][] {
  const values = Object.entries(chosen).flatMap(([code, all]) =>
    all.map((value): [string, string] => [PREFIX + code, value]),
  )
  return [...values, ...brands.map((name): [string, string] => [BRAND, name])]
}
