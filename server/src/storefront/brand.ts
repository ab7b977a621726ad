import { readFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { extname, join } from 'node:path'
import { publish } from './assets.ts'
import type { Texts } from './views.ts'

interface Sign {
  readonly url: string
  readonly width: number
  readonly height: number
}

/** A shop's own signs and words. A shop without them is written by its name, and greets in ours. */
export interface Brand {
  readonly logo: Sign | undefined
  readonly icon: string | undefined
  readonly hero: (Sign & { readonly srcset: string; readonly alts: Texts }) | undefined
  readonly heroTitles: Texts
  readonly heroTexts: Texts
}

export const plainBrand: Brand = { logo: undefined, icon: undefined, hero: undefined, heroTitles: {}, heroTexts: {} }

interface BrandFile {
  readonly brand: {
    readonly logo: string
    readonly favicon: string
    readonly hero: string
    readonly heroAlts: Texts
    readonly heroTitles: Texts
    readonly heroTexts: Texts
  }
}

const HERO_WIDTHS = [800, 1600]

/** Reads `organisation.json` of a folder and gives its pictures immutable addresses. */
export async function loadBrand(folder: string): Promise<Brand> {
  const file = join(folder, 'organisation.json')
  if (!existsSync(file)) return plainBrand
  const { brand } = JSON.parse(await readFile(file, 'utf8')) as BrandFile
  const [logo, icon, hero] = await Promise.all([
    publishSign(folder, brand.logo, 'logo'),
    publishSign(folder, brand.favicon, 'icon'),
    publishHero(folder, brand.hero, brand.heroAlts),
  ])
  return { logo, icon: icon.url, hero, heroTitles: brand.heroTitles, heroTexts: brand.heroTexts }
}

async function publishSign(folder: string, path: string, name: string): Promise<Sign> {
  const bytes = await readFile(join(folder, path))
  const { default: sharp } = await import('sharp')
  const { width, height } = await sharp(bytes).metadata()
  return { url: publish(`${name}${extname(path)}`, bytes), width, height }
}

async function publishHero(folder: string, path: string, alts: Texts): Promise<Brand['hero']> {
  const original = await readFile(join(folder, path))
  const { default: sharp } = await import('sharp')
  const { width, height } = await sharp(original).metadata()
  const url = publish('hero.webp', original)
  const narrower = await Promise.all(
    HERO_WIDTHS.filter((one) => one < width).map(async (one) => {
      const bytes = await sharp(original).resize({ width: one }).webp({ quality: 82 }).toBuffer()
      return `${publish(`hero-${one}.webp`, bytes)} ${one}w`
    }),
  )
  return { url, width, height, alts, srcset: [...narrower, `${url} ${width}w`].join(', ') }
}
