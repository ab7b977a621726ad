import { render } from 'preact'

/** Paints the number in the header from a cookie, so that the page itself is the same for everybody and can be cached. */
function paint(): void {
  const count = Number(/(?:^|;\s*)fondaco_basket_count=(\d{1,5})/.exec(document.cookie)?.[1] ?? '0')
  for (const place of document.querySelectorAll<HTMLElement>('[data-island="basket-count"]')) {
    render(count > 0 ? <Count count={count} label={place.dataset.label ?? ''} /> : null, place)
  }
}

function Count({ count, label }: { count: number; label: string }) {
  return (
    <>
      {count > 99 ? '99+' : count}
      <span class="unseen"> {label}</span>
    </>
  )
}

paint()
// A page that comes back from the browser's memory was painted before the basket changed.
addEventListener('pageshow', paint)
