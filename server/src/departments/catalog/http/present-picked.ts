import type { Texts } from '../domain/product.ts'
import { inLanguage } from '../queries/localised.ts'

interface Picked {
  readonly names: Texts
  readonly state: string
}

/** A product that people put somewhere by hand, as `pickedProduct` tells it. */
export function presentPicked(locale: string) {
  return <Row extends Picked>({ names, state, ...row }: Row) => ({
    ...row,
    name: inLanguage(names, locale),
    published: state === 'published',
  })
}
