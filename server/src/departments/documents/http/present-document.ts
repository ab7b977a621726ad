import type { MoneyJson } from '../../../kernel/money.ts'
import type { KeptDocument } from '../queries/read-documents.ts'

export function presentSummary({ document, market, issuedAt }: KeptDocument) {
  const { id, label, kind, issuedOn, order, buyer, currency, tax, total } = document
  return {
    id,
    label,
    kind,
    issuedOn,
    issuedAt: issuedAt.toISOString(),
    orderId: order.id,
    orderNumber: order.number,
    customer: buyer.company ?? buyer.name,
    market,
    tax: { amount: tax, currency },
    total: { amount: total, currency },
  }
}

export function presentDocument(kept: KeptDocument, siblings: readonly KeptDocument[]) {
  const { document, hash, prevHash, whole } = kept
  const inCurrency = (amount: number): MoneyJson => ({ amount, currency: document.currency })
  return {
    ...presentSummary(kept),
    language: document.language,
    seller: document.seller,
    buyer: document.buyer,
    placedOn: document.order.placedOn,
    paidOn: document.order.paidOn,
    lines: document.lines.map((line) => ({
      ...line,
      percents: [...line.percents],
      unitPrice: line.unitPrice === null ? null : inCurrency(line.unitPrice),
      discount: inCurrency(line.discount),
      net: inCurrency(line.net),
      tax: inCurrency(line.tax),
      total: inCurrency(line.total),
    })),
    taxes: document.taxes.map((row) => ({ ...row, net: inCurrency(row.net), tax: inCurrency(row.tax) })),
    treatment: document.treatment,
    ground: document.ground,
    net: inCurrency(document.net),
    credits: document.credits,
    creditedBy: siblings
      .filter((one) => one.document.credits?.id === document.id)
      .map(({ document: { id, label, total } }) => ({ id, label, total: inCurrency(total) })),
    chain: { hash, before: prevHash, whole },
  }
}
