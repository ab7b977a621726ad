import { trustedHtml, type Html } from '../../host/http/html.ts'

/** Drawn on a 24 px grid with the colour of the text around them; always beside words, so hidden from screen readers. */
function icon(path: string): Html {
  return trustedHtml(
    `<svg class="icon" viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${path}</svg>`,
  )
}

export const icons = {
  search: icon('<circle cx="11" cy="11" r="6.5"/><path d="m20 20-4.4-4.4"/>'),
  basket: icon(
    '<path d="M5 9h14l-1.2 9.2a2 2 0 0 1-2 1.8H8.2a2 2 0 0 1-2-1.8L5 9Z"/><path d="M9 12V7.5a3 3 0 0 1 6 0V12"/>',
  ),
  globe: icon(
    '<circle cx="12" cy="12" r="8.5"/><path d="M3.5 12h17M12 3.5c2.6 2.5 3.8 5.3 3.8 8.5s-1.2 6-3.8 8.5c-2.6-2.5-3.8-5.3-3.8-8.5s1.2-6 3.8-8.5Z"/>',
  ),
  parcel: icon(
    '<path d="M4 8.2 12 4l8 4.200v7.600L12 20l-8-4.200V8.2Z"/><path d="m4 8.2 8 4.3 8-4.300M12 12.5V20M8 6.100l8 4.3"/>',
  ),
  back: icon('<path d="M4.5 9.5h10a5 5 0 0 1 0 10H9"/><path d="M8.5 5.500l-4 4 4 4"/>'),
  shield: icon(
    '<path d="M12 3.5 5 6v5.5c0 4.3 2.8 7.4 7 9 4.2-1.6 7-4.7 7-9V6l-7-2.5Z"/><path d="m9 12 2.2 2.2L15.2 10"/>',
  ),
  hand: icon(
    '<path d="M12 20s-7.5-4.4-7.5-9.700A4.2 4.2 0 0 1 12 7.700a4.2 4.2 0 0 1 7.5 2.600C19.5 15.6 12 20 12 20Z"/>',
  ),
  tick: icon('<circle cx="12" cy="12" r="8.5"/><path d="m8.5 12.2 2.4 2.4 4.6-5"/>'),
  clock: icon('<circle cx="12" cy="12" r="8.5"/><path d="M12 7.5V12l3 2"/>'),
  cross: icon('<circle cx="12" cy="12" r="8.5"/><path d="m9 9 6 6m0-6-6 6"/>'),
  person: icon('<circle cx="12" cy="8" r="3.8"/><path d="M4.800 20c.6-4 3.500-6 7.200-6s6.600 2 7.200 6"/>'),
  lock: icon('<rect x="5" y="10.5" width="14" height="9.5" rx="2"/><path d="M8 10.5V8a4 4 0 0 1 8 0v2.5"/>'),
} as const
