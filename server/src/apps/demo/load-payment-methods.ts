import { putPaymentMethod, type PaymentMethod } from '../../departments/payments/index.ts'
import type { Context } from '../../host/context.ts'
import { ok, type Result } from '../../kernel/result.ts'

const ANYWHERE = {
  account: null,
  markets: [],
  minTotal: {},
  maxTotal: {},
  customerGroups: [],
  provider: null,
  currencies: ['EUR'],
}

/** The page that every shop has: that of the demo takes cards, and says so. */
const ONLINE: PaymentMethod = {
  ...ANYWHERE,
  code: 'online',
  kind: 'provider_hosted',
  names: {
    en: 'Pay online now',
    it: 'Paga ora online',
    es: 'Pagar ahora en línea',
    id: 'Bayar online sekarang',
  },
  instructions: {
    en: 'By credit or debit card.',
    it: 'Con carta di credito o di debito.',
    es: 'Con tarjeta de crédito o de débito.',
    id: 'Dengan kartu kredit atau debit.',
  },
  countries: [],
  currencies: [],
  clears: 'payment',
  dueDays: 1,
}

const METHODS: readonly PaymentMethod[] = [
  {
    ...ANYWHERE,
    code: 'transfer',
    // The registry’s own example of Italy (SWIFT, IBAN registry): nobody's account.
    account: { holder: 'Bottega Laguna S.r.l.', iban: 'IT60X0542811101000000123456', bic: '' },
    kind: 'bank_transfer',
    names: {
      en: 'Bank transfer',
      it: 'Bonifico bancario',
      es: 'Transferencia bancaria',
      id: 'Transfer bank',
    },
    instructions: {
      en: 'We pack when your money is here, usually after a day or two.',
      it: 'Prepariamo il pacco quando arrivano i soldi, di solito dopo un giorno o due.',
      es: 'Preparamos el paquete cuando llega el dinero, normalmente en uno o dos días.',
      id: 'Kami mengemas setelah uang tiba, biasanya satu atau dua hari.',
    },
    countries: [],
    clears: 'payment',
    dueDays: 5,
  },
  {
    ...ANYWHERE,
    code: 'at-the-door',
    kind: 'cash_on_delivery',
    names: {
      en: 'Pay at the door',
      it: 'Contrassegno',
      es: 'Contra reembolso',
      id: 'Bayar di tempat',
    },
    instructions: {
      en: 'In cash, up to 200 €, to who brings the parcel.',
      it: 'In contanti, fino a 200 €, a chi porta il pacco.',
      es: 'En efectivo, hasta 200 €, a quien trae el paquete.',
      id: 'Tunai, sampai 200 €, kepada pengantar paket.',
    },
    countries: ['IT'],
    maxTotal: { EUR: 20_000 },
    clears: 'order',
    dueDays: 20,
  },
  {
    ...ANYWHERE,
    code: 'direct-debit',
    kind: 'sepa_debit',
    names: {
      en: 'SEPA direct debit',
      it: 'Addebito diretto SEPA',
      es: 'Adeudo directo SEPA',
      id: 'Debit langsung SEPA',
    },
    instructions: {
      en: 'We collect it from your account and tell you the day before.',
      it: 'Lo addebitiamo sul tuo conto e ti diciamo prima il giorno.',
      es: 'Lo cobramos de tu cuenta y te decimos antes el día.',
      id: 'Kami mendebit rekening Anda dan memberi tahu harinya lebih dahulu.',
    },
    countries: [],
    clears: 'payment',
    dueDays: 20,
    debit: {
      // The form of Italy with an identifier that belongs to nobody.
      ...{
        creditorId: 'IT66ZZZA1B2C3D4E5F6G7H8',
        name: 'Bottega Laguna S.r.l.',
        iban: 'IT60X0542811101000000123456',
        bic: '',
      },
      ...{ noticeDays: 5, leadDays: 1, cutOff: '15:00', message: 'pain.008.001.08' },
    },
  },
]

/** By transfer and at the door, beside the page that every shop has. Done twice it changes nothing. */
export async function loadPaymentMethods(ctx: Context): Promise<Result<void>> {
  const puts = [
    // As every shop begins: whoever changed it since keeps what they wrote.
    { method: ONLINE, version: 1 },
    ...METHODS.map((method) => ({ method, version: undefined })),
  ]
  for (const { method, version } of puts) {
    const put = await putPaymentMethod(ctx, { method: { ...method, active: true }, version })
    if (!put.ok && !KNOWN.has(put.refusal.code)) return put
  }
  return ok()
}

/** It is there already, or was changed. */
const KNOWN: ReadonlySet<string> = new Set(['host.version_required', 'host.version_conflict'])
