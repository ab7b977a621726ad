import { render } from 'preact'
import { sendOnce } from './send-once.ts'

interface Variant {
  readonly options: Readonly<Record<string, string>>
  readonly sku: string
  readonly image: string | null
  readonly price: string
  readonly before: string | null
  /** "Lowest price of the 30 days before: ..." */
  readonly lowest: string | null
  /** By kilogram, litre or metre; empty where nothing is compared. */
  readonly basePrice: string
  /** "From 100 pieces: ..." */
  readonly tiers: readonly string[]
  readonly stock: string
  readonly kind: 'in' | 'few' | 'out'
  readonly canBuy: boolean
}

interface Words {
  readonly now: string
  readonly before: string
  readonly missing: string
}

/** Shows price and availability of what is chosen, and strikes choices that cannot be had with the others. */
function enliven(form: HTMLFormElement): void {
  sendOnce(form)
  const data = form.querySelector('[data-part="variants"]')?.textContent
  if (!data) return
  const { variants, words } = JSON.parse(data) as { variants: readonly Variant[]; words: Words }
  const show = () => {
    const chosen = chosenIn(form)
    const variant = variants.find(({ options }) => isSame(options, chosen))
    showVariant(form, variant, words)
    for (const radio of form.querySelectorAll<HTMLInputElement>('.chip input')) {
      const wanted = { ...chosen, [optionOf(radio.name)]: radio.value }
      radio
        .closest('.chip')
        ?.classList.toggle('gone', !variants.some(({ options, canBuy }) => canBuy && isSame(options, wanted)))
    }
  }
  form.addEventListener('change', show)
  show()
}

const optionOf = (field: string) => field.slice('option-'.length)

function chosenIn(form: HTMLFormElement): Record<string, string> {
  const fields = [...new FormData(form)].filter(([name]) => name.startsWith('option-'))
  return Object.fromEntries(fields.map(([name, value]) => [optionOf(name), String(value)]))
}

function isSame(options: Readonly<Record<string, string>>, chosen: Readonly<Record<string, string>>): boolean {
  return Object.entries(options).every(([option, choice]) => chosen[option] === choice)
}

function showVariant(form: HTMLFormElement, variant: Variant | undefined, words: Words): void {
  const part = (name: string) => form.ownerDocument.querySelector<HTMLElement>(`[data-part="${name}"]`)
  const [price, tiers, stock, add, sku] = [part('price'), part('tiers'), part('stock'), part('add'), part('sku')]
  if (price) takeOver(price)
  if (stock) takeOver(stock)
  if (price) render(variant ? <Price variant={variant} words={words} /> : null, price)
  if (stock) render(<Stock variant={variant} words={words} />, stock)
  tiers?.replaceChildren(...(variant?.tiers ?? []).map(asItem))
  const base = part('base-price')
  if (base) base.textContent = variant?.basePrice ?? ''
  if (sku && variant) sku.textContent = variant.sku
  if (variant?.image) showPicture(variant.image)
  if (add instanceof HTMLButtonElement) add.disabled = !variant?.canBuy
}

function asItem(words: string): HTMLElement {
  const item = document.createElement('li')
  item.textContent = words
  return item
}

/** What the server rendered makes room, once; the same words take its place. */
function takeOver(place: HTMLElement): void {
  if (place.dataset.ours !== undefined) return
  place.dataset.ours = ''
  place.replaceChildren()
}

/** The main picture and the small one of what was chosen change places. */
function showPicture(fileId: string): void {
  const main = document.querySelector<HTMLImageElement>('[data-part="picture"] img')
  const small = document.querySelector<HTMLImageElement>(`.more-pictures img[src^="/files/${fileId}/"]`)
  if (!main || !small) return
  const [from, to] = [small, main].map(({ src, srcset, alt, className }) => ({ src, srcset, alt, className }))
  Object.assign(main, from)
  Object.assign(small, to)
}

function Price({ variant, words }: { variant: Variant; words: Words }) {
  if (variant.before === null) return <span class="price">{variant.price}</span>
  return (
    <>
      <span class="price reduced">
        <span class="unseen">{words.now} </span>
        {variant.price}
      </span>{' '}
      <s class="former">
        <span class="unseen">{words.before} </span>
        {variant.before}
      </s>
      {variant.lowest !== null && <small class="lowest"> {variant.lowest}</small>}
    </>
  )
}

function Stock({ variant, words }: { variant: Variant | undefined; words: Words }) {
  if (!variant) return <span class="availability few">{words.missing}</span>
  return <span class={`availability ${variant.kind}`}>{variant.stock}</span>
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-island="choice"]')) enliven(form)
