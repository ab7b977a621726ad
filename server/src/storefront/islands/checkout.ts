import { sendOnce } from './send-once.ts'

/** Another way of delivery changes the total in place: the server renders it, this puts it where it belongs. */
function enliven(form: HTMLFormElement): void {
  sendOnce(form)
  const update = form.querySelector<HTMLButtonElement>('[data-part="update"]')
  if (update) update.hidden = true
  let asked = 0
  form.addEventListener('change', (event) => {
    if (!(event.target instanceof HTMLInputElement) || event.target.name !== 'delivery') return
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
  for (const selector of ['.totals', 'input[name="total"]', 'input[name="cards"]', 'input[name="currency"]']) {
    const [old, anew] = [form.querySelector(selector), fresh.querySelector(selector)]
    if (old && anew) old.replaceWith(anew)
  }
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-island="checkout"]')) enliven(form)
