import { sendOnce } from './send-once.ts'

const CHANGES_PAGE: ReadonlySet<string> = new Set([
  'delivery',
  'payment',
  'postcode',
  'region',
  'billing',
  'billing_country',
])
/** Follows from what was chosen. What can be chosen for payment may change with the total, too. */
const FOLLOWS = [
  '.totals',
  '.pays-later',
  '[data-part="ways"]',
  '[data-part="phone"]',
  '[data-part="billing"]',
  '.payment-ways',
  '.then-pay',
  'input[name="total"]',
  'input[name="cards"]',
  'input[name="today"]',
  'input[name="currency"]',
]

/** Another way of delivery changes the total in place: the server renders it, this puts it where it belongs. */
function enliven(form: HTMLFormElement): void {
  sendOnce(form)
  const update = form.querySelector<HTMLButtonElement>('[data-part="update"]')
  if (update) update.hidden = true
  hidePlain(form)
  let asked = 0
  form.addEventListener('change', (event) => {
    if (!(event.target instanceof HTMLElement) || !CHANGES_PAGE.has(event.target.getAttribute('name') ?? '')) return
    const mine = ++asked
    void renderedAnew(form).then((fresh) => {
      if (fresh && mine === asked) takeOver(form, fresh)
      else if (!fresh && update) update.hidden = false
    })
  })
}

async function renderedAnew(form: HTMLFormElement): Promise<HTMLFormElement | null> {
  const fields = new URLSearchParams(
    [...new FormData(form)].map(([name, value]): [string, string] => [name, String(value)]),
  )
  fields.set('act', 'delivery')
  try {
    const answer = await fetch(form.action, { method: 'POST', body: fields, redirect: 'manual' })
    if (!answer.ok) return null
    return new DOMParser()
      .parseFromString(await answer.text(), 'text/html')
      .querySelector('form[data-island="checkout"]')
  } catch {
    return null
  }
}

function takeOver(form: HTMLFormElement, fresh: HTMLFormElement): void {
  const focused = document.activeElement?.id
  for (const selector of FOLLOWS) {
    const [old, anew] = [form.querySelector(selector), fresh.querySelector(selector)]
    if (!old || !anew) continue
    keepTyped(old, anew)
    old.replaceWith(anew)
  }
  hidePlain(form)
  // Who chooses by keyboard goes on where they were.
  if (focused) document.getElementById(focused)?.focus()
}

/** Buttons that only a page without scripts needs. */
function hidePlain(form: HTMLFormElement): void {
  for (const button of form.querySelectorAll<HTMLButtonElement>('[data-part="without-script"]')) button.hidden = true
}

/** What was typed, ticked or picked from a list while the answer was on its way stays. */
function keepTyped(old: Element, anew: Element): void {
  for (const typed of old.querySelectorAll<HTMLInputElement>('input[type="tel"], input[type="text"]')) {
    const fresh = anew.querySelector<HTMLInputElement>(`#${typed.id}`)
    if (fresh) fresh.value = typed.value
  }
  for (const ticked of old.querySelectorAll<HTMLInputElement>('input[type="checkbox"][id]')) {
    const fresh = anew.querySelector<HTMLInputElement>(`#${ticked.id}`)
    if (fresh) fresh.checked = ticked.checked
  }
  for (const picked of old.querySelectorAll('select')) {
    const fresh = anew.querySelector<HTMLSelectElement>(`#${picked.id}`)
    // Of another country's list the same entry may not be there.
    if (fresh && [...fresh.options].some(({ value }) => value === picked.value)) fresh.value = picked.value
  }
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-island="checkout"]')) enliven(form)
