import { sendOnce } from './send-once.ts'

const CHANGES_PAGE: ReadonlySet<string> = new Set([
  'country',
  'delivery',
  'payment',
  'postcode',
  'region',
  'billing',
  'billing_country',
])
/** Follows from what was chosen. What can be chosen for payment may change with the total, too. */
const FOLLOWS = [
  '.owed-bar',
  '.totals',
  '.earns',
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
  showButtons(form, false)
  let asked = 0
  // Until an answer shows the new country, later answers have to bring its fields, too.
  let isMoving = false
  form.addEventListener('keydown', pressBeside)
  form.addEventListener('click', (event) => {
    const button =
      event.target instanceof Element ? event.target.closest<HTMLButtonElement>('[data-part="code"]') : null
    if (!button) return
    event.preventDefault()
    const mine = ++asked
    void renderedAnew(form, button.value).then((fresh) => {
      if (!fresh) return form.requestSubmit(button)
      if (mine === asked) takeCodes(form, fresh)
    })
  })
  form.addEventListener('change', (event) => {
    if (!(event.target instanceof HTMLElement) || !CHANGES_PAGE.has(event.target.getAttribute('name') ?? '')) return
    const mine = ++asked
    isMoving ||= event.target.getAttribute('name') === 'country'
    void renderedAnew(form).then((fresh) => {
      if (!fresh) return showButtons(form, true)
      if (mine !== asked) return
      if (isMoving) takeCountry(form, fresh)
      else takeOver(form, fresh)
      isMoving = false
    })
  })
}

/** Enter in the field of a code means the button beside it, and not the order. */
function pressBeside(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
  const button = event.target.closest('.coupon-entry')?.querySelector('button')
  if (!button) return
  event.preventDefault()
  button.click()
}

/** The total with the code, or what is wrong with it: the focus goes to what is said of it. */
function takeCodes(form: HTMLFormElement, fresh: HTMLFormElement): void {
  const codes = fresh.querySelector('.codes')
  if (codes) form.querySelector('.codes')?.replaceWith(codes)
  takeOver(form, fresh)
  codes?.querySelector<HTMLElement>('[aria-invalid], .codes-said')?.focus()
}

/** Each country has its own fields, ways, prices and law: everything is anew, and what was typed stands in it. */
function takeCountry(form: HTMLFormElement, fresh: HTMLFormElement): void {
  const focused = document.activeElement?.id
  for (const part of OF_ONE_COUNTRY) form.querySelector(part)?.removeAttribute('id')
  keepTyped(form, fresh)
  form.replaceChildren(...fresh.childNodes)
  showButtons(form, false)
  if (focused) document.getElementById(focused)?.focus()
}

/** What means nothing in another country. */
const OF_ONE_COUNTRY = ['#field-postcode', '#field-region']

/** The form as the server answers it; of a code also with what is wrong with it. */
async function renderedAnew(form: HTMLFormElement, act = 'delivery'): Promise<HTMLFormElement | null> {
  const fields = new URLSearchParams(
    [...new FormData(form)].map(([name, value]): [string, string] => [name, String(value)]),
  )
  fields.set('act', act)
  try {
    const answer = await fetch(form.action, { method: 'POST', body: fields, redirect: 'manual' })
    if (!answer.ok && (act === 'delivery' || answer.status >= 500)) return null
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
  showButtons(form, false)
  // Who chooses by keyboard goes on where they were.
  if (focused) document.getElementById(focused)?.focus()
}

/** Buttons that only a page without scripts needs, or one whose server could not be reached. */
function showButtons(form: HTMLFormElement, shown: boolean): void {
  const needed = shown ? '[data-part="update"], [data-part="change-country"]' : PLAIN
  for (const button of form.querySelectorAll<HTMLButtonElement>(needed)) button.hidden = !shown
}
const PLAIN = '[data-part="update"], [data-part="change-country"], [data-part="without-script"]'

const TYPED = 'input[type="tel"][id], input[type="text"][id], input[type="email"][id], textarea[id]'

/** What was typed, ticked or picked from a list while the answer was on its way stays. */
function keepTyped(old: Element, anew: Element): void {
  for (const typed of old.querySelectorAll<HTMLInputElement>(TYPED)) {
    const fresh = anew.querySelector<HTMLInputElement>(`#${typed.id}`)
    if (fresh) fresh.value = typed.value
  }
  for (const ticked of old.querySelectorAll<HTMLInputElement>('input[type="checkbox"][id]')) {
    const fresh = anew.querySelector<HTMLInputElement>(`#${ticked.id}`)
    if (fresh) fresh.checked = ticked.checked
  }
  for (const picked of old.querySelectorAll<HTMLSelectElement>('select[id]')) {
    const fresh = anew.querySelector<HTMLSelectElement>(`#${picked.id}`)
    // Of another country's list the same entry may not be there.
    if (fresh && [...fresh.options].some(({ value }) => value === picked.value)) fresh.value = picked.value
  }
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-island="checkout"]')) enliven(form)
