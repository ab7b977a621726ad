import { inFours, type TransferDetails } from '../../departments/payments/index.ts'
import { barcodeSvg } from '../../host/barcode/barcode-svg.ts'
import { html, trustedHtml, type Html } from '../../host/http/html.ts'
import { showMoney, type Visit } from '../visit.ts'

/** Where the money goes, to copy or to read with a bank's app. */
export function transfer(visit: Visit, details: TransferDetails): Html {
  const { t } = visit
  const { holder, iban, bic, amount, reference, code } = details
  const rows = [
    [t('order.transfer.holder'), holder],
    [t('order.transfer.iban'), inFours(iban)],
    [t('order.transfer.bic'), bic],
    [t('order.transfer.amount'), showMoney(visit, amount)],
    [t('order.transfer.reference'), inFours(reference)],
  ].filter(([, value]) => value !== '')
  return html`<section class="transfer" aria-labelledby="transfer">
    <h2 id="transfer">${t('order.transfer.title')}</h2>
    <dl>
      ${rows.map(
        ([label, value]) =>
          html`<dt>${label}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>
    <p class="hint">${t('order.transfer.hint')}</p>
    ${
      code !== undefined &&
      html`<figure>
        <div class="qr" role="img" aria-label="${t('order.transfer.code')}">${trustedHtml(picture(code))}</div>
        <figcaption>${t('order.transfer.code')}</figcaption>
      </figure>`
    }
  </section>`
}

/** Error correction M and at most version 13, as the guidelines ask; bytes of UTF-8, as the code says of itself. */
function picture(code: string): string {
  const text = Buffer.from(code, 'utf8').toString('latin1')
  const options = { bcid: 'qrcode', text, binarytext: true, eclevel: 'M', scale: 3 }
  return barcodeSvg(options)
}
