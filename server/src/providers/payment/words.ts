import type { CardProblem } from './cards.ts'
import type { DeclineReason } from './model.ts'

/** What a shopper reads. `{amount}`, `{count}` and `{name}` are filled in. */
export interface Words {
  toPay: string
  payTitle: string
  notice: string
  summary: string
  showItems: string
  other: string
  total: string
  cardDetails: string
  number: string
  expiry: string
  expiryHint: string
  cvc: string
  cvcHint: string
  name: string
  pay: string
  cancel: string
  kept: string
  testCards: string
  testCardsHint: string
  useCard: string
  outcomes: Record<'approved' | 'declined' | 'funds' | 'secure' | 'later', string>
  errorTitle: string
  checkThis: string
  problems: Record<CardProblem, string>
  declined: Record<DeclineReason, string>
  notCharged: string
  secureTitle: string
  secureText: string
  secureMerchant: string
  secureCard: string
  confirm: string
  refuse: string
  completedTitle: string
  completedText: string
  expiredTitle: string
  expiredText: string
  cancelledTitle: string
  cancelledText: string
  unknownTitle: string
  unknownText: string
  back: string
}

const en: Words = {
  toPay: 'Amount to pay',
  payTitle: 'Pay {amount}',
  notice: 'Test mode. No real money moves: please do not enter a real card.',
  summary: 'Your order',
  showItems: 'Show all {count} items',
  other: 'Other charges and discounts',
  total: 'Total',
  cardDetails: 'Pay by card',
  number: 'Card number',
  expiry: 'Expiry date',
  expiryHint: 'For example 08/29',
  cvc: 'Security code',
  cvcHint: '3 or 4 digits',
  name: 'Name on card',
  pay: 'Pay {amount}',
  cancel: 'Cancel and return to the shop',
  kept: 'Your card number is not kept.',
  testCards: 'Test cards',
  testCardsHint: 'Any expiry date to come, any security code and any name will do.',
  useCard: 'Use',
  outcomes: {
    approved: 'Payment succeeds',
    declined: 'Card is declined',
    funds: 'Not enough money',
    secure: 'Bank asks to confirm (3-D Secure)',
    later: 'Pays once; declined when it is charged again',
  },
  errorTitle: 'Error',
  checkThis: 'Please check these details',
  problems: {
    number_missing: 'Enter the card number.',
    number_wrong: 'This card number is not complete or has a wrong digit.',
    number_not_test: 'Only the test cards listed on this page work here. Please do not enter a real card.',
    expiry_wrong: 'Enter the expiry date as month and year, for example 08/29.',
    expiry_past: 'This card has expired. Use another card.',
    cvc_wrong: 'Enter the security code of 3 or 4 digits.',
    name_missing: 'Enter the name as it is written on the card.',
  },
  declined: {
    card_declined: 'The bank declined this card. Try another card.',
    insufficient_funds: 'There is not enough money on this card. Try another card.',
    authentication_failed: 'The payment was not confirmed. Try again or use another card.',
    authentication_required: 'Your bank wants to ask you first. Pay again with this card.',
  },
  notCharged: 'You have not been charged.',
  secureTitle: 'Confirm your payment',
  secureText: 'Your bank wants to be sure that it is you who pays.',
  secureMerchant: 'For',
  secureCard: 'Card',
  confirm: 'Confirm payment',
  refuse: 'Refuse payment',
  completedTitle: 'This payment has been made',
  completedText: 'There is nothing left to pay here. Return to the shop to see your order.',
  expiredTitle: 'This payment page has expired',
  expiredText: 'You have not been charged. Return to the shop and start the payment again.',
  cancelledTitle: 'This payment was cancelled',
  cancelledText: 'You have not been charged. Return to the shop and start the payment again.',
  unknownTitle: 'We do not know this payment page',
  unknownText: 'The address may be incomplete. Return to the shop and start the payment again.',
  back: 'Return to the shop',
}

const it: Words = {
  toPay: 'Importo da pagare',
  payTitle: 'Paga {amount}',
  notice: 'Modalità di prova. Nessun addebito reale: non inserire una carta vera.',
  summary: 'Il tuo ordine',
  showItems: 'Mostra tutti i {count} articoli',
  other: 'Altri costi e sconti',
  total: 'Totale',
  cardDetails: 'Paga con carta',
  number: 'Numero della carta',
  expiry: 'Scadenza',
  expiryHint: 'Ad esempio 08/29',
  cvc: 'Codice CVC',
  cvcHint: '3 o 4 cifre',
  name: 'Nome sulla carta',
  pay: 'Paga {amount}',
  cancel: 'Annulla e torna al negozio',
  kept: 'Il numero della carta non viene conservato.',
  testCards: 'Carte di prova',
  testCardsHint: 'Vanno bene qualsiasi scadenza futura, codice CVC e nome.',
  useCard: 'Usa',
  outcomes: {
    approved: 'Il pagamento riesce',
    declined: 'La carta è rifiutata',
    funds: 'Fondi insufficienti',
    secure: 'La banca chiede conferma (3-D Secure)',
    later: 'Paga una volta; rifiutata agli addebiti successivi',
  },
  errorTitle: 'Errore',
  checkThis: 'Controlla questi dati',
  problems: {
    number_missing: 'Inserisci il numero della carta.',
    number_wrong: 'Il numero della carta è incompleto o ha una cifra sbagliata.',
    number_not_test: 'Qui funzionano solo le carte di prova elencate in questa pagina. Non inserire una carta vera.',
    expiry_wrong: 'Inserisci la scadenza come mese e anno, ad esempio 08/29.',
    expiry_past: 'Questa carta è scaduta. Usa un’altra carta.',
    cvc_wrong: 'Inserisci il codice CVC di 3 o 4 cifre.',
    name_missing: 'Inserisci il nome come è scritto sulla carta.',
  },
  declined: {
    card_declined: 'La banca ha rifiutato questa carta. Prova con un’altra carta.',
    insufficient_funds: 'I fondi su questa carta non bastano. Prova con un’altra carta.',
    authentication_failed: 'Il pagamento non è stato confermato. Riprova o usa un’altra carta.',
    authentication_required: 'La tua banca vuole chiedertelo prima. Paga di nuovo con questa carta.',
  },
  notCharged: 'Non ti è stato addebitato nulla.',
  secureTitle: 'Conferma il pagamento',
  secureText: 'La tua banca vuole essere sicura che sia tu a pagare.',
  secureMerchant: 'Per',
  secureCard: 'Carta',
  confirm: 'Conferma il pagamento',
  refuse: 'Rifiuta il pagamento',
  completedTitle: 'Questo pagamento è stato effettuato',
  completedText: 'Qui non c’è altro da pagare. Torna al negozio per vedere il tuo ordine.',
  expiredTitle: 'Questa pagina di pagamento è scaduta',
  expiredText: 'Non ti è stato addebitato nulla. Torna al negozio e riprendi il pagamento.',
  cancelledTitle: 'Questo pagamento è stato annullato',
  cancelledText: 'Non ti è stato addebitato nulla. Torna al negozio e riprendi il pagamento.',
  unknownTitle: 'Non conosciamo questa pagina di pagamento',
  unknownText: 'L’indirizzo potrebbe essere incompleto. Torna al negozio e riprendi il pagamento.',
  back: 'Torna al negozio',
}

const es: Words = {
  toPay: 'Importe a pagar',
  payTitle: 'Pagar {amount}',
  notice: 'Modo de prueba. No se mueve dinero real: no introduzca una tarjeta verdadera.',
  summary: 'Su pedido',
  showItems: 'Mostrar los {count} artículos',
  other: 'Otros cargos y descuentos',
  total: 'Total',
  cardDetails: 'Pagar con tarjeta',
  number: 'Número de tarjeta',
  expiry: 'Caducidad',
  expiryHint: 'Por ejemplo 08/29',
  cvc: 'Código CVC',
  cvcHint: '3 o 4 cifras',
  name: 'Nombre en la tarjeta',
  pay: 'Pagar {amount}',
  cancel: 'Cancelar y volver a la tienda',
  kept: 'No guardamos el número de su tarjeta.',
  testCards: 'Tarjetas de prueba',
  testCardsHint: 'Sirve cualquier caducidad futura, código CVC y nombre.',
  useCard: 'Usar',
  outcomes: {
    approved: 'El pago se realiza',
    declined: 'La tarjeta se rechaza',
    funds: 'Fondos insuficientes',
    secure: 'El banco pide confirmación (3-D Secure)',
    later: 'Paga una vez; se rechaza en los cargos siguientes',
  },
  errorTitle: 'Error',
  checkThis: 'Revise estos datos',
  problems: {
    number_missing: 'Introduzca el número de la tarjeta.',
    number_wrong: 'El número de la tarjeta está incompleto o tiene una cifra equivocada.',
    number_not_test: 'Aquí solo funcionan las tarjetas de prueba de esta página. No introduzca una tarjeta verdadera.',
    expiry_wrong: 'Introduzca la caducidad como mes y año, por ejemplo 08/29.',
    expiry_past: 'Esta tarjeta ha caducado. Use otra tarjeta.',
    cvc_wrong: 'Introduzca el código CVC de 3 o 4 cifras.',
    name_missing: 'Introduzca el nombre tal como aparece en la tarjeta.',
  },
  declined: {
    card_declined: 'El banco ha rechazado esta tarjeta. Pruebe con otra.',
    insufficient_funds: 'No hay fondos suficientes en esta tarjeta. Pruebe con otra.',
    authentication_failed: 'El pago no se ha confirmado. Inténtelo de nuevo o use otra tarjeta.',
    authentication_required: 'Tu banco quiere preguntarte antes. Paga de nuevo con esta tarjeta.',
  },
  notCharged: 'No se le ha cobrado nada.',
  secureTitle: 'Confirme su pago',
  secureText: 'Su banco quiere asegurarse de que es usted quien paga.',
  secureMerchant: 'Para',
  secureCard: 'Tarjeta',
  confirm: 'Confirmar el pago',
  refuse: 'Rechazar el pago',
  completedTitle: 'Este pago ya está hecho',
  completedText: 'No queda nada por pagar aquí. Vuelva a la tienda para ver su pedido.',
  expiredTitle: 'Esta página de pago ha caducado',
  expiredText: 'No se le ha cobrado nada. Vuelva a la tienda y empiece el pago de nuevo.',
  cancelledTitle: 'Este pago se ha cancelado',
  cancelledText: 'No se le ha cobrado nada. Vuelva a la tienda y empiece el pago de nuevo.',
  unknownTitle: 'No conocemos esta página de pago',
  unknownText: 'Puede que la dirección esté incompleta. Vuelva a la tienda y empiece el pago de nuevo.',
  back: 'Volver a la tienda',
}

const id: Words = {
  toPay: 'Jumlah yang harus dibayar',
  payTitle: 'Bayar {amount}',
  notice: 'Mode uji coba. Tidak ada uang sungguhan yang berpindah: jangan masukkan kartu asli.',
  summary: 'Pesanan Anda',
  showItems: 'Tampilkan semua {count} barang',
  other: 'Biaya lain dan potongan',
  total: 'Total',
  cardDetails: 'Bayar dengan kartu',
  number: 'Nomor kartu',
  expiry: 'Masa berlaku',
  expiryHint: 'Misalnya 08/29',
  cvc: 'Kode CVC',
  cvcHint: '3 atau 4 angka',
  name: 'Nama pada kartu',
  pay: 'Bayar {amount}',
  cancel: 'Batalkan dan kembali ke toko',
  kept: 'Nomor kartu Anda tidak disimpan.',
  testCards: 'Kartu uji coba',
  testCardsHint: 'Masa berlaku yang belum lewat, kode CVC, dan nama apa pun dapat dipakai.',
  useCard: 'Pakai',
  outcomes: {
    approved: 'Pembayaran berhasil',
    declined: 'Kartu ditolak',
    funds: 'Saldo tidak cukup',
    secure: 'Bank meminta konfirmasi (3-D Secure)',
    later: 'Berhasil sekali; ditolak saat ditagih lagi',
  },
  errorTitle: 'Kesalahan',
  checkThis: 'Periksa data berikut',
  problems: {
    number_missing: 'Masukkan nomor kartu.',
    number_wrong: 'Nomor kartu ini tidak lengkap atau ada angka yang salah.',
    number_not_test: 'Di sini hanya kartu uji coba pada halaman ini yang berlaku. Jangan masukkan kartu asli.',
    expiry_wrong: 'Masukkan masa berlaku sebagai bulan dan tahun, misalnya 08/29.',
    expiry_past: 'Kartu ini sudah tidak berlaku. Gunakan kartu lain.',
    cvc_wrong: 'Masukkan kode CVC 3 atau 4 angka.',
    name_missing: 'Masukkan nama seperti tertulis pada kartu.',
  },
  declined: {
    card_declined: 'Bank menolak kartu ini. Coba kartu lain.',
    insufficient_funds: 'Saldo kartu ini tidak cukup. Coba kartu lain.',
    authentication_failed: 'Pembayaran tidak dikonfirmasi. Coba lagi atau gunakan kartu lain.',
    authentication_required: 'Bank Anda ingin bertanya dahulu. Bayar lagi dengan kartu ini.',
  },
  notCharged: 'Anda belum dikenai biaya.',
  secureTitle: 'Konfirmasi pembayaran Anda',
  secureText: 'Bank Anda ingin memastikan bahwa Andalah yang membayar.',
  secureMerchant: 'Untuk',
  secureCard: 'Kartu',
  confirm: 'Konfirmasi pembayaran',
  refuse: 'Tolak pembayaran',
  completedTitle: 'Pembayaran ini sudah dilakukan',
  completedText: 'Tidak ada lagi yang perlu dibayar di sini. Kembali ke toko untuk melihat pesanan Anda.',
  expiredTitle: 'Halaman pembayaran ini sudah kedaluwarsa',
  expiredText: 'Anda belum dikenai biaya. Kembali ke toko dan mulai pembayaran lagi.',
  cancelledTitle: 'Pembayaran ini dibatalkan',
  cancelledText: 'Anda belum dikenai biaya. Kembali ke toko dan mulai pembayaran lagi.',
  unknownTitle: 'Kami tidak mengenal halaman pembayaran ini',
  unknownText: 'Alamatnya mungkin tidak lengkap. Kembali ke toko dan mulai pembayaran lagi.',
  back: 'Kembali ke toko',
}

const all: Record<string, Words> = { en, it, es, id }

export interface Tongue {
  language: string
  /** Decides how amounts are written. */
  locale: string
  words: Words
}

/** The words of a BCP 47 locale; English for a language that is not spoken here. */
export function tongueOf(locale: string): Tongue {
  const language = new Intl.Locale(locale).language
  const words = all[language]
  return words === undefined ? { language: 'en', locale: 'en', words: en } : { language, locale, words }
}

export function fill(text: string, values: Record<string, string>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}
