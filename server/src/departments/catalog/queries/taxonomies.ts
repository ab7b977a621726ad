import { readPackedRows } from '../../../host/files/packed-rows.ts'
import { pathOf, TAXONOMIES, TaxonomySearch, taxonomyOf, type Taxonomy, type TaxonomyName } from '../domain/taxonomy.ts'

const FILES: Readonly<Record<TaxonomyName, URL>> = {
  shopify: new URL('../store/taxonomy-shopify.tsv.gz', import.meta.url),
  google: new URL('../store/taxonomy-google.tsv.gz', import.meta.url),
}

const read = new Map<TaxonomyName, Promise<Taxonomy>>()
const searches = new Map<string, Promise<TaxonomySearch>>()

/** Read when first asked for, then kept: the same for all organisations of a server. */
export function loadTaxonomy(name: TaxonomyName): Promise<Taxonomy> {
  const known = read.get(name) ?? readPackedRows(FILES[name]).then(taxonomyOf)
  read.set(name, known)
  return known
}

function taxonomySearch(name: TaxonomyName, locale: string): Promise<TaxonomySearch> {
  const key = `${name} ${locale}`
  const known = searches.get(key) ?? loadTaxonomy(name).then((taxonomy) => new TaxonomySearch(taxonomy, locale))
  searches.set(key, known)
  return known
}

/** For schemas, which see no domain. */
export const TAXONOMY_NAMES = TAXONOMIES

const MOST_FOUND = 20

export interface FoundNode {
  readonly id: string
  readonly path: string[]
  /** What it is at Google. */
  readonly google: { readonly id: string; readonly path: string[] } | null
}

export async function searchTaxonomy(name: TaxonomyName, search: string, locale: string): Promise<FoundNode[]> {
  const [found, google] = await Promise.all([
    taxonomySearch(name, locale).then((one) => one.find(search, MOST_FOUND)),
    loadTaxonomy('google'),
  ])
  return found.map((node) => {
    const there = google.get(node.googleId)
    return {
      id: node.id,
      path: pathOf(node, locale),
      google: there ? { id: there.id, path: pathOf(there, locale) } : null,
    }
  })
}
