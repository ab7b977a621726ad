/** A form that is on its way is not sent again by a second click; a page that comes back can send anew. */
export function sendOnce(form: HTMLFormElement): void {
  let sent = false
  form.addEventListener('submit', (event) => {
    if (sent) event.preventDefault()
    sent = true
  })
  addEventListener('pageshow', () => {
    sent = false
  })
}
