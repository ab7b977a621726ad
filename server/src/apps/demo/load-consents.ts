import { createPurpose, listAskedPurposes, listCustomers, recordConsents } from '../../departments/customers/index.ts'
import type { Context } from '../../host/context.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { village } from './village.ts'

type Purpose = Parameters<typeof createPurpose>[1]

const PURPOSES: readonly Purpose[] = [
  {
    code: 'newsletter',
    channel: 'email',
    names: { en: 'Newsletter', it: 'Newsletter', es: 'Boletín', id: 'Buletin' },
    texts: {
      en: 'Write to me by e-mail about new pieces and offers of Bottega Laguna, twice a month at most.',
      it: 'Scrivetemi per e-mail delle novità e delle offerte di Bottega Laguna, al massimo due volte al mese.',
      es: 'Escríbanme por correo electrónico sobre las novedades y ofertas de Bottega Laguna, dos veces al mes como máximo.',
      id: 'Kirimi saya email tentang produk baru dan penawaran Bottega Laguna, paling banyak dua kali sebulan.',
    },
    markets: [],
    askedAt: ['checkout', 'registration', 'account'],
    confirmed: false,
    softOptIn: false,
    position: 0,
    retired: false,
  },
  {
    code: 'recommendations',
    channel: 'profiling',
    names: {
      en: 'Personal recommendations',
      it: 'Consigli personali',
      es: 'Recomendaciones personales',
      id: 'Rekomendasi pribadi',
    },
    texts: {
      en: 'Use what I bought here to suggest what may go with it. Nobody else learns of it.',
      it: 'Usate quello che ho comprato qui per suggerirmi che cosa ci può stare bene. Nessun altro lo viene a sapere.',
      es: 'Usen lo que he comprado aquí para sugerirme qué puede combinar con ello. Nadie más lo sabrá.',
      id: 'Gunakan apa yang saya beli di sini untuk menyarankan padanannya. Tidak ada pihak lain yang mengetahuinya.',
    },
    markets: [],
    askedAt: ['checkout', 'account'],
    confirmed: false,
    softOptIn: false,
    position: 1,
    retired: false,
  },
]

/** For what Bottega Laguna asks consent, and who gave it. Once, however often it is run. */
export async function loadConsents(ctx: Context): Promise<Result<void>> {
  const asked = await listAskedPurposes(ctx.tx, { market: 'it', place: 'account' })
  if (asked.length > 0) return ok()
  for (const purpose of PURPOSES) {
    const made = await createPurpose(ctx, purpose)
    if (!made.ok) return made
  }
  await ctx.tx.flush()
  const [first, second] = village.people().customers
  const said = [
    { email: first?.email, wishes: PURPOSES.map(({ code }) => ({ purpose: code, give: true })) },
    { email: second?.email, wishes: [{ purpose: 'newsletter', give: true }] },
  ]
  for (const { email, wishes } of said) {
    const found = await listCustomers(ctx.tx, { search: email, limit: 1 })
    const [known] = found.ok ? found.value.items : []
    if (!known) continue
    const { id: customerId, locale } = known
    const recorded = await recordConsents(ctx, { customerId, wishes, how: 'account', locale, proved: true })
    if (!recorded.ok) return recorded
    await ctx.tx.flush()
  }
  return ok()
}
