import { Readable } from 'node:stream'
import {
  addDownload,
  createKind,
  findProductsByHandles,
  listCategories,
  putKindTerms,
  type ProductDraft,
} from '../../departments/catalog/index.ts'
import { setPrices } from '../../departments/pricing/index.ts'
import { receiveUpload } from '../../host/attachments/receive-upload.ts'
import type { Context, House } from '../../host/context.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { LoadingProducts } from './load-products.ts'

const PATTERN = {
  handle: 'lagoon-scarf-pattern',
  sku: 'BL-PATTERN-LAGOON',
  price: 690n,
  category: 'stationery',
  names: {
    en: 'Lagoon scarf, pattern to knit',
    it: 'Sciarpa Laguna, schema per lavorarla a maglia',
    es: 'Bufanda Laguna, patrón para tejer',
    id: 'Syal Laguna, pola rajut',
  },
  descriptions: {
    en: 'The pattern of our lagoon scarf, to download: two sizes, with a chart and a list of yarns.',
    it: 'Lo schema della nostra sciarpa Laguna, da scaricare: due misure, con schema a quadretti ed elenco dei filati.',
    es: 'El patrón de nuestra bufanda Laguna, para descargar: dos tallas, con esquema y lista de hilos.',
    id: 'Pola syal Laguna kami untuk diunduh: dua ukuran, dengan bagan dan daftar benang.',
  },
} as const

const LESSON = {
  handle: 'paper-marbling-lesson',
  sku: 'BL-LESSON-MARBLING',
  price: 4_500n,
  category: 'stationery',
  names: {
    en: 'A lesson in marbling paper',
    it: 'Una lezione di carta marmorizzata',
    es: 'Una clase de papel jaspeado',
    id: 'Kelas membuat kertas marmer',
  },
  descriptions: {
    en: 'Two hours in our workshop for one person, with all that is needed; the sheets go home with you.',
    it: 'Due ore nel nostro laboratorio per una persona, con tutto l’occorrente; i fogli li porti a casa.',
    es: 'Dos horas en nuestro taller para una persona, con todo lo necesario; las hojas se van contigo.',
    id: 'Dua jam di bengkel kami untuk satu orang, dengan semua perlengkapan; lembarannya boleh dibawa pulang.',
  },
} as const

const WHERE = {
  en: 'In the workshop, Fondamenta della Misericordia, Venice.\nAfter you have paid we write to you and agree on a day.',
  it: 'In laboratorio, Fondamenta della Misericordia, Venezia.\nDopo il pagamento ti scriviamo e fissiamo un giorno.',
  es: 'En el taller, Fondamenta della Misericordia, Venecia.\nTras el pago te escribimos y acordamos un día.',
  id: 'Di bengkel, Fondamenta della Misericordia, Venesia.\nSetelah Anda membayar, kami menulis dan menyepakati hari.',
}

const PAGES = `Lagoon scarf

Cast on 60 stitches (wide) or 42 (narrow).
Row 1: knit 2, purl 2 to the end. Row 2: as the stitches lie.
Repeat both rows until it is as long as you are tall; bind off loosely.
`

const CARD = {
  handle: 'bottega-laguna-gift-card',
  names: {
    en: 'Bottega Laguna gift card',
    it: 'Carta regalo Bottega Laguna',
    es: 'Tarjeta regalo Bottega Laguna',
    id: 'Kartu hadiah Bottega Laguna',
  },
  descriptions: {
    en: 'For whoever would rather choose: it comes by e-mail, with your words, and pays for anything in the shop.',
    it: 'Per chi preferisce scegliere: arriva per e-mail, con le tue parole, e paga qualsiasi cosa del negozio.',
    es: 'Para quien prefiere elegir: llega por correo, con tus palabras, y paga cualquier cosa de la tienda.',
    id: 'Bagi yang lebih suka memilih sendiri: dikirim lewat surel dengan pesan Anda, dan berlaku untuk semua barang.',
  },
} as const

const WORTH = { en: 'Worth', it: 'Valore', es: 'Valor', id: 'Nilai' }
const EUROS = [25, 50, 100] as const

type Sample = typeof PATTERN | typeof LESSON

/** A pattern to download, a lesson and a gift card: drafts, to see how such products are kept. Once, however often it is run. */
export async function loadIntangibles(
  house: House,
  { run, filesFolder }: Pick<LoadingProducts, 'run' | 'filesFolder'>,
): Promise<void> {
  const there = await findProductsByHandles(house.database, [PATTERN.handle, LESSON.handle])
  if (there.size > 0) return
  const categories = await listCategories(house.database, { locale: 'en' })
  const draftOf = ({ handle, names, descriptions, category, sku }: Sample): ProductDraft => ({
    handle,
    names,
    descriptions,
    vendor: 'Bottega Laguna',
    categoryId: categories.find((one) => one.handle === category)?.id ?? null,
    taxCategory: 'standard',
    variants: [{ sku, weightGrams: 0 }],
  })
  const file = await receiveUpload(filesFolder, { body: Readable.from([Buffer.from(PAGES)]), name: 'lagoon-scarf.txt' })
  if (typeof file === 'string') throw new Error(`the pattern is refused: ${file}`)
  const { bytes, sha256, type } = file
  await run(async (ctx) => {
    const made = await saveOne(ctx, PATTERN, { draft: draftOf(PATTERN), kind: 'digital' })
    if (!made.ok) return made
    const { productId, version } = made.value
    const terms = await putKindTerms(ctx, {
      productId,
      version,
      terms: { downloadLimit: 5, downloadDays: 365, notes: {} },
    })
    if (!terms.ok) return terms
    return addDownload(ctx, {
      productId,
      file: { name: 'lagoon-scarf.txt', mediaType: type.mediaType, bytes, sha256 },
    })
  })
  await run(async (ctx) => {
    const made = await saveOne(ctx, LESSON, { draft: draftOf(LESSON), kind: 'service' })
    if (!made.ok) return made
    const terms = { downloadLimit: null, downloadDays: null, notes: WHERE }
    return putKindTerms(ctx, { ...made.value, terms })
  })
  await run(saveCard)
}

/** One variant for each amount that it can have. */
async function saveCard(ctx: Context): Promise<Result<unknown>> {
  const choices = EUROS.map((euros) => ({
    code: String(euros),
    names: { en: `€${euros}`, it: `${euros} €`, es: `${euros} €`, id: `€${euros}` },
  }))
  const skuOf = (euros: number) => `BL-GIFT-${euros}`
  const saved = await createKind(ctx, 'gift_card', {
    ...CARD,
    vendor: 'Bottega Laguna',
    taxCategory: 'standard',
    options: [{ code: 'worth', names: WORTH, choices }],
    variants: EUROS.map((euros) => ({
      sku: skuOf(euros),
      optionValues: { worth: String(euros) },
      weightGrams: 0,
    })),
  })
  if (!saved.ok) return saved
  const { variantIds } = saved.value
  return setPrices(
    ctx,
    EUROS.map((euros) => ({
      variantId: variantIds[skuOf(euros)] ?? '',
      currency: 'EUR',
      amount: BigInt(euros) * 100n,
    })),
  )
}

async function saveOne(
  ctx: Context,
  { sku, price }: Sample,
  { draft, kind }: { readonly draft: ProductDraft; readonly kind: 'digital' | 'service' },
): Promise<Result<{ readonly productId: string; readonly version: number }>> {
  const saved = await createKind(ctx, kind, draft)
  if (!saved.ok) return saved
  const { productId, version, variantIds } = saved.value
  const priced = await setPrices(ctx, [{ variantId: variantIds[sku] ?? '', currency: 'EUR', amount: price }])
  return priced.ok ? ok({ productId, version }) : priced
}
