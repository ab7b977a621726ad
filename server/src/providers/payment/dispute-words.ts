import type { Tongue } from './words.ts'

/** What stands on the page of a payment that can be disputed: for the demo, where nobody's bank is real. */
interface DisputeWords {
  readonly title: string
  readonly hint: string
  readonly reason: string
  readonly reasons: Readonly<
    Record<'fraudulent' | 'product_not_received' | 'product_unacceptable' | 'duplicate', string>
  >
  readonly dispute: string
  readonly states: Readonly<Record<'needs_response' | 'under_review' | 'won' | 'lost', string>>
  readonly won: string
  readonly lost: string
  /** Of the list of payments. */
  readonly list: string
  readonly none: string
  readonly disputed: string
}

const en: DisputeWords = {
  title: 'Dispute this payment',
  hint: 'In earnest a shopper does this at their bank. The shop hears of it and can answer.',
  reason: 'Reason',
  reasons: {
    fraudulent: 'I did not make this payment',
    product_not_received: 'Nothing arrived',
    product_unacceptable: 'It is not as described',
    duplicate: 'I was charged twice',
  },
  dispute: 'Dispute the payment',
  states: {
    needs_response: 'The bank waits for the shop’s answer.',
    under_review: 'The shop has answered. The bank decides.',
    won: 'The bank decided for the shop.',
    lost: 'The bank decided for the shopper.',
  },
  won: 'Decide for the shop',
  lost: 'Decide for the shopper',
  list: 'Payments made last',
  none: 'No payment was made yet.',
  disputed: 'disputed',
}

const it: DisputeWords = {
  title: 'Contesta questo pagamento',
  hint: 'Nella realtà lo fa chi compra, presso la sua banca. Il negozio lo viene a sapere e può rispondere.',
  reason: 'Motivo',
  reasons: {
    fraudulent: 'Non ho fatto io questo pagamento',
    product_not_received: 'Non è arrivato nulla',
    product_unacceptable: 'Non è come descritto',
    duplicate: 'Ho pagato due volte',
  },
  dispute: 'Contesta il pagamento',
  states: {
    needs_response: 'La banca aspetta la risposta del negozio.',
    under_review: 'Il negozio ha risposto. La banca decide.',
    won: 'La banca ha dato ragione al negozio.',
    lost: 'La banca ha dato ragione a chi ha comprato.',
  },
  won: 'Dai ragione al negozio',
  lost: 'Dai ragione a chi ha comprato',
  list: 'Ultimi pagamenti',
  none: 'Ancora nessun pagamento.',
  disputed: 'contestato',
}

const es: DisputeWords = {
  title: 'Disputar este pago',
  hint: 'En la realidad lo hace quien compra, en su banco. La tienda se entera y puede responder.',
  reason: 'Motivo',
  reasons: {
    fraudulent: 'No hice este pago',
    product_not_received: 'No llegó nada',
    product_unacceptable: 'No es como se describe',
    duplicate: 'Me cobraron dos veces',
  },
  dispute: 'Disputar el pago',
  states: {
    needs_response: 'El banco espera la respuesta de la tienda.',
    under_review: 'La tienda ha respondido. El banco decide.',
    won: 'El banco dio la razón a la tienda.',
    lost: 'El banco dio la razón a quien compró.',
  },
  won: 'Dar la razón a la tienda',
  lost: 'Dar la razón a quien compró',
  list: 'Últimos pagos',
  none: 'Todavía no hay pagos.',
  disputed: 'en disputa',
}

const id: DisputeWords = {
  title: 'Sengketakan pembayaran ini',
  hint: 'Sebenarnya pembeli melakukannya di banknya. Toko diberi tahu dan dapat menjawab.',
  reason: 'Alasan',
  reasons: {
    fraudulent: 'Saya tidak melakukan pembayaran ini',
    product_not_received: 'Tidak ada yang tiba',
    product_unacceptable: 'Tidak sesuai dengan uraian',
    duplicate: 'Saya ditagih dua kali',
  },
  dispute: 'Sengketakan pembayaran',
  states: {
    needs_response: 'Bank menunggu jawaban toko.',
    under_review: 'Toko sudah menjawab. Bank memutuskan.',
    won: 'Bank memenangkan toko.',
    lost: 'Bank memenangkan pembeli.',
  },
  won: 'Menangkan toko',
  lost: 'Menangkan pembeli',
  list: 'Pembayaran terakhir',
  none: 'Belum ada pembayaran.',
  disputed: 'disengketakan',
}

const all: Readonly<Record<string, DisputeWords>> = { en, it, es, id }

export const disputeWords = ({ language }: Tongue): DisputeWords => all[language] ?? en
