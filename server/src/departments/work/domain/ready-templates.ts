import type { TemplateFields } from './template.ts'

/** In English, Italian, Spanish and Indonesian. */
type Words = readonly [en: string, it: string, es: string, id: string]

interface ReadyTemplate {
  readonly id: string
  readonly name: Words
  readonly note: Words
  readonly parties: readonly { readonly key: string; readonly name: Words }[]
  readonly steps: readonly {
    readonly dueDays: number
    readonly party: string
    readonly title: Words
    readonly checklist?: readonly Words[]
  }[]
}

/** What every shop does sooner or later. Nobody changes these: they are copied, and the copy is one's own. */
const READY: readonly ReadyTemplate[] = [
  {
    id: 'product_launch',
    name: ['Product launch', 'Lancio di un prodotto', 'Lanzamiento de un producto', 'Peluncuran produk'],
    note: [
      'From the first sample to the day on which it is sold.',
      'Dal primo campione al giorno in cui si vende.',
      'De la primera muestra al día en que se vende.',
      'Dari contoh pertama sampai hari penjualannya.',
    ],
    parties: [
      { key: 'buying', name: ['Buying', 'Acquisti', 'Compras', 'Pembelian'] },
      { key: 'goods', name: ['Assortment', 'Assortimento', 'Surtido', 'Ragam produk'] },
      { key: 'words', name: ['Marketing', 'Marketing', 'Marketing', 'Pemasaran'] },
      { key: 'care', name: ['Customer care', 'Assistenza clienti', 'Atención al cliente', 'Layanan pelanggan'] },
      { key: 'stock', name: ['Warehouse', 'Magazzino', 'Almacén', 'Gudang'] },
    ],
    steps: [
      {
        dueDays: -42,
        party: 'buying',
        title: [
          'Order the first delivery',
          'Ordinare la prima consegna',
          'Pedir la primera entrega',
          'Pesan kiriman pertama',
        ],
        checklist: [
          [
            'Quantity and date confirmed',
            'Quantità e data confermate',
            'Cantidad y fecha confirmadas',
            'Jumlah dan tanggal dipastikan',
          ],
          [
            'Place in the warehouse agreed',
            'Posto in magazzino concordato',
            'Sitio en el almacén acordado',
            'Tempat di gudang disepakati',
          ],
        ],
      },
      {
        dueDays: -28,
        party: 'words',
        title: ['Take the pictures', 'Fare le fotografie', 'Hacer las fotografías', 'Ambil foto'],
      },
      {
        dueDays: -21,
        party: 'goods',
        title: [
          'Write the product’s page',
          'Scrivere la scheda del prodotto',
          'Escribir la ficha del producto',
          'Tulis halaman produk',
        ],
        checklist: [
          ['All four languages', 'Tutte e quattro le lingue', 'Los cuatro idiomas', 'Keempat bahasa'],
          ['Size and materials', 'Misure e materiali', 'Medidas y materiales', 'Ukuran dan bahan'],
        ],
      },
      {
        dueDays: -14,
        party: 'goods',
        title: [
          'Set prices in every market',
          'Fissare i prezzi in ogni mercato',
          'Fijar los precios en cada mercado',
          'Tetapkan harga di setiap pasar',
        ],
      },
      {
        dueDays: -7,
        party: 'stock',
        title: [
          'Count what has come',
          'Contare ciò che è arrivato',
          'Contar lo que ha llegado',
          'Hitung yang sudah datang',
        ],
      },
      {
        dueDays: -5,
        party: 'care',
        title: [
          'Prepare answers to likely questions',
          'Preparare le risposte alle domande probabili',
          'Preparar respuestas a preguntas probables',
          'Siapkan jawaban atas pertanyaan umum',
        ],
      },
      {
        dueDays: -3,
        party: 'words',
        title: ['Prepare the newsletter', 'Preparare la newsletter', 'Preparar el boletín', 'Siapkan buletin'],
      },
      {
        dueDays: 0,
        party: 'goods',
        title: ['Publish the product', 'Pubblicare il prodotto', 'Publicar el producto', 'Terbitkan produk'],
        checklist: [
          [
            'Bought once as a test',
            'Acquistato una volta per prova',
            'Comprado una vez de prueba',
            'Dibeli sekali sebagai uji coba',
          ],
        ],
      },
      {
        dueDays: 7,
        party: 'words',
        title: [
          'Look at the first week',
          'Guardare la prima settimana',
          'Revisar la primera semana',
          'Tinjau minggu pertama',
        ],
      },
    ],
  },
  {
    id: 'seasonal_campaign',
    name: ['Seasonal campaign', 'Campagna stagionale', 'Campaña de temporada', 'Kampanye musiman'],
    note: [
      'Prices, pictures and stock for one time of the year.',
      'Prezzi, immagini e scorte per un periodo dell’anno.',
      'Precios, imágenes y existencias para una época del año.',
      'Harga, gambar, dan stok untuk satu musim.',
    ],
    parties: [
      { key: 'words', name: ['Marketing', 'Marketing', 'Marketing', 'Pemasaran'] },
      { key: 'goods', name: ['Assortment', 'Assortimento', 'Surtido', 'Ragam produk'] },
      { key: 'stock', name: ['Warehouse', 'Magazzino', 'Almacén', 'Gudang'] },
      { key: 'care', name: ['Customer care', 'Assistenza clienti', 'Atención al cliente', 'Layanan pelanggan'] },
    ],
    steps: [
      {
        dueDays: -30,
        party: 'goods',
        title: ['Choose the products', 'Scegliere i prodotti', 'Elegir los productos', 'Pilih produk'],
      },
      {
        dueDays: -21,
        party: 'stock',
        title: [
          'Check that there is stock for it',
          'Verificare che ci siano scorte',
          'Comprobar que haya existencias',
          'Pastikan stok tersedia',
        ],
      },
      {
        dueDays: -14,
        party: 'goods',
        title: ['Prepare the promotion', 'Preparare la promozione', 'Preparar la promoción', 'Siapkan promosi'],
        checklist: [
          ['Markets chosen', 'Mercati scelti', 'Mercados elegidos', 'Pasar dipilih'],
          [
            'Lowest price of thirty days shown',
            'Prezzo più basso di trenta giorni mostrato',
            'Precio más bajo de treinta días mostrado',
            'Harga terendah tiga puluh hari tampil',
          ],
        ],
      },
      {
        dueDays: -10,
        party: 'words',
        title: ['Pictures and texts', 'Immagini e testi', 'Imágenes y textos', 'Gambar dan teks'],
      },
      {
        dueDays: -2,
        party: 'care',
        title: [
          'Tell customer care what is planned',
          'Informare l’assistenza del programma',
          'Informar a atención al cliente de lo previsto',
          'Beri tahu layanan pelanggan rencananya',
        ],
      },
      {
        dueDays: 0,
        party: 'words',
        title: [
          'Start, and look at the shop as a customer',
          'Partire, e guardare il negozio da cliente',
          'Empezar y mirar la tienda como cliente',
          'Mulai, lalu lihat toko sebagai pelanggan',
        ],
      },
      {
        dueDays: 14,
        party: 'words',
        title: ['What it brought', 'Che cosa ha portato', 'Qué ha aportado', 'Apa hasilnya'],
      },
    ],
  },
  {
    id: 'month_end',
    name: ['Month end', 'Chiusura del mese', 'Cierre del mes', 'Tutup bulan'],
    note: [
      'The key date is the last day of the month.',
      'La data chiave è l’ultimo giorno del mese.',
      'La fecha clave es el último día del mes.',
      'Tanggal kunci adalah hari terakhir bulan.',
    ],
    parties: [
      { key: 'books', name: ['Accounting', 'Amministrazione', 'Contabilidad', 'Akuntansi'] },
      { key: 'stock', name: ['Warehouse', 'Magazzino', 'Almacén', 'Gudang'] },
      { key: 'lead', name: ['Management', 'Direzione', 'Dirección', 'Pimpinan'] },
    ],
    steps: [
      {
        dueDays: -2,
        party: 'stock',
        title: [
          'Count what moves fastest',
          'Contare ciò che gira di più',
          'Contar lo que más rota',
          'Hitung barang yang paling laku',
        ],
      },
      {
        dueDays: 0,
        party: 'books',
        title: [
          'Compare payments with the bank',
          'Confrontare i pagamenti con la banca',
          'Comparar los pagos con el banco',
          'Cocokkan pembayaran dengan bank',
        ],
        checklist: [
          ['Cards', 'Carte', 'Tarjetas', 'Kartu'],
          ['Transfers', 'Bonifici', 'Transferencias', 'Transfer'],
          ['Refunds', 'Rimborsi', 'Reembolsos', 'Pengembalian dana'],
        ],
      },
      {
        dueDays: 2,
        party: 'books',
        title: [
          'Open receivables and payables',
          'Crediti e debiti aperti',
          'Cobros y pagos pendientes',
          'Piutang dan utang terbuka',
        ],
      },
      { dueDays: 3, party: 'books', title: ['VAT figures', 'Dati IVA', 'Cifras del IVA', 'Angka PPN'] },
      {
        dueDays: 5,
        party: 'books',
        title: ['Close the period', 'Chiudere il periodo', 'Cerrar el periodo', 'Tutup periode'],
      },
      {
        dueDays: 6,
        party: 'lead',
        title: [
          'Read the report of the month',
          'Leggere il rapporto del mese',
          'Leer el informe del mes',
          'Baca laporan bulan ini',
        ],
      },
    ],
  },
  {
    id: 'new_colleague',
    name: ['New colleague', 'Nuovo collega', 'Nuevo compañero', 'Rekan baru'],
    note: [
      'The key date is the first day at work.',
      'La data chiave è il primo giorno di lavoro.',
      'La fecha clave es el primer día de trabajo.',
      'Tanggal kunci adalah hari pertama bekerja.',
    ],
    parties: [
      { key: 'lead', name: ['Who leads the team', 'Chi guida la squadra', 'Quien dirige el equipo', 'Pemimpin tim'] },
      { key: 'it', name: ['IT', 'Informatica', 'Informática', 'TI'] },
      { key: 'books', name: ['Accounting', 'Amministrazione', 'Contabilidad', 'Akuntansi'] },
    ],
    steps: [
      {
        dueDays: -7,
        party: 'it',
        title: ['Prepare the computer', 'Preparare il computer', 'Preparar el ordenador', 'Siapkan komputer'],
      },
      {
        dueDays: -5,
        party: 'books',
        title: ['Papers and payroll', 'Documenti e paga', 'Papeles y nómina', 'Dokumen dan gaji'],
      },
      {
        dueDays: -2,
        party: 'lead',
        title: [
          'Invite into the house, with the right roles',
          'Invitare nel sistema, con i ruoli giusti',
          'Invitar a la casa, con los roles adecuados',
          'Undang ke sistem, dengan peran yang tepat',
        ],
      },
      {
        dueDays: 0,
        party: 'lead',
        title: [
          'Welcome, and show around',
          'Accogliere e fare il giro',
          'Dar la bienvenida y enseñar la casa',
          'Sambut dan ajak berkeliling',
        ],
        checklist: [
          ['Keys', 'Chiavi', 'Llaves', 'Kunci'],
          ['Second factor set up', 'Secondo fattore impostato', 'Segundo factor configurado', 'Faktor kedua disiapkan'],
        ],
      },
      {
        dueDays: 14,
        party: 'lead',
        title: [
          'Talk about the first two weeks',
          'Parlare delle prime due settimane',
          'Hablar de las dos primeras semanas',
          'Bicarakan dua minggu pertama',
        ],
      },
    ],
  },
]

const LANGUAGES = ['en', 'it', 'es', 'id']

export interface NamedTemplate extends TemplateFields {
  readonly id: string
}

/** In the language of whoever reads, or uses them. */
export function readyTemplates(locale: string): NamedTemplate[] {
  const at = Math.max(0, LANGUAGES.indexOf(locale))
  const say = (words: Words) => words[at] ?? words[0]
  return READY.map(({ id, name, note, parties, steps }) => ({
    id,
    name: say(name),
    note: say(note),
    parties: parties.map((party) => ({ key: party.key, name: say(party.name) })),
    steps: steps.map(({ dueDays, party, title, checklist = [] }) => ({
      ...{ dueDays, party, note: '' },
      title: say(title),
      checklist: checklist.map(say),
    })),
  }))
}
