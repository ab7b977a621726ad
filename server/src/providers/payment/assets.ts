/** The few bytes that the hosted page is dressed in. Contrasts are WCAG 2.2 AA or better in both schemes. */
export const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="8" fill="#0f5b52"/>
<path d="M10 8h6.5a8 8 0 0 1 0 16H10z" fill="none" stroke="#fff" stroke-width="3" stroke-linejoin="round"/>
<path d="M5 16h10" stroke="#7fe0cd" stroke-width="3" stroke-linecap="round"/></svg>
`

export const stylesheet = `
:root { color-scheme: light dark;
  --page: #f3f5f4; --card: #fff; --ink: #17211f; --soft: #51605c; --line: #d5dcda; --edge: #74827e;
  --main: #0f5b52; --main-over: #0a4740; --on-main: #fff; --link: #0f5b52;
  --notice: #fff3cf; --notice-ink: #5a4300; --bad: #a8201a; --bad-page: #fdeceb; }
@media (prefers-color-scheme: dark) { :root {
  --page: #101615; --card: #19211f; --ink: #e8efed; --soft: #a9b8b4; --line: #34403d; --edge: #7d8d88;
  --main: #7fd9c8; --main-over: #a3e6d9; --on-main: #06241f; --link: #8fe0d1;
  --notice: #3a2f10; --notice-ink: #ffe5a3; --bad: #ffb1aa; --bad-page: #3d1b19; } }
*, *::before, *::after { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); overflow-wrap: break-word;
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
h1, h2, p, ul, dl, dd { margin: 0; padding: 0; }
ul { list-style: none; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.inside { display: block; width: 100%; max-width: 1024px; margin: 0 auto; padding-left: 16px; padding-right: 16px; }
.top { background: var(--card); border-bottom: 1px solid var(--line); }
.top .inside { padding-top: 12px; padding-bottom: 12px; }
.brand { display: flex; align-items: center; gap: 12px; }
.notice { background: var(--notice); color: var(--notice-ink); font-size: 14px; }
.notice .inside { padding-top: 8px; padding-bottom: 8px; }
main { padding-top: 24px; padding-bottom: 48px; }
.columns { display: grid; gap: 24px; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 24px 16px; }
h2 { font-size: 20px; line-height: 28px; margin-bottom: 16px; }
.merchant { font-weight: 600; }
.summary h1 { margin-top: 8px; font-weight: 400; }
.summary .label { display: block; color: var(--soft); font-size: 16px; line-height: 24px; }
.summary .amount { display: block; font-size: 40px; line-height: 48px; font-weight: 700; letter-spacing: -.01em;
  font-variant-numeric: tabular-nums; }
.summary .amount { white-space: nowrap; }
.summary .amount.long { font-size: 24px; line-height: 32px; letter-spacing: 0; }
.lines { margin-top: 16px; border-top: 1px solid var(--line); }
.lines li { display: flex; justify-content: space-between; gap: 16px; padding: 8px 0;
  border-bottom: 1px solid var(--line); font-variant-numeric: tabular-nums; }
.lines li span:first-child { min-width: 0; }
.lines li span:last-child { white-space: nowrap; text-align: right; }
.lines .total { font-weight: 700; border-bottom: 0; }
details { margin-top: 8px; }
summary { min-height: 44px; display: list-item; align-content: center; cursor: pointer; color: var(--link); }
.field { display: grid; margin-bottom: 16px; align-content: start; }
label { font-weight: 600; }
.hint { color: var(--soft); font-size: 14px; line-height: 20px; }
.field input { order: 2; width: 100%; min-height: 48px; margin-top: 4px; padding: 8px 12px; font: inherit;
  font-variant-numeric: tabular-nums; color: var(--ink); background: var(--card); border: 1px solid var(--edge);
  border-radius: 8px; }
.field input[aria-invalid="true"] { border: 2px solid var(--bad); }
.problem { order: 3; margin-top: 4px; color: var(--bad); font-size: 14px; line-height: 20px; font-weight: 600; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0 16px; }
.pair .field { grid-template-rows: subgrid; grid-row: span 4; row-gap: 0; }
.button { display: block; width: 100%; min-height: 48px; padding: 12px 16px; border: 0; border-radius: 8px; cursor: pointer;
  background: var(--main); color: var(--on-main); font: inherit; font-weight: 700; text-align: center; text-decoration: none; }
.button:hover { background: var(--main-over); }
.quiet { display: block; width: 100%; min-height: 44px; margin-top: 8px; padding: 8px 16px; border: 0; border-radius: 8px;
  background: none; color: var(--link); font: inherit; text-decoration: underline; cursor: pointer; }
.kept { margin-top: 8px; color: var(--soft); font-size: 14px; text-align: center; }
.alert { margin-bottom: 16px; padding: 12px 16px; border-left: 4px solid var(--bad); border-radius: 4px;
  background: var(--bad-page); }
.alert:focus { outline: none; }
.alert ul { margin-top: 4px; display: grid; gap: 4px; }
.alert a { color: var(--bad); }
.tests { border-top: 1px solid var(--line); padding-top: 24px; }
.tests h2 { font-size: 16px; line-height: 24px; margin-bottom: 4px; }
.tests p { color: var(--soft); font-size: 14px; line-height: 20px; }
.tests li { display: flex; justify-content: space-between; align-items: center; gap: 16px; padding: 8px 0;
  border-bottom: 1px solid var(--line); font-size: 14px; line-height: 20px; }
.tests li a { min-width: 48px; min-height: 44px; display: grid; place-content: center end; }
.digits { font-weight: 600; font-variant-numeric: tabular-nums; white-space: nowrap; }
.message { max-width: 480px; margin: 24px auto 0; display: grid; gap: 16px; }
.message h1 { font-size: 24px; line-height: 32px; }
.message h2 { font-size: 20px; line-height: 28px; }
.message select { display: block; width: 100%; min-height: 48px; margin: 8px 0 16px; padding: 0 12px; border-radius: 8px; font: inherit; }
dl { display: grid; gap: 8px; }
dl div { display: flex; justify-content: space-between; gap: 16px; border-bottom: 1px solid var(--line); padding-bottom: 8px; }
dt { color: var(--soft); flex: 1 1 auto; }
dd { min-width: 0; font-weight: 600; text-align: right; font-variant-numeric: tabular-nums; }
.whole { white-space: nowrap; }
@media (min-width: 600px) { .inside { padding-left: 32px; padding-right: 32px; } .card { padding: 32px; } }
@media (min-width: 880px) {
  main { padding-top: 48px; }
  .columns { grid-template-columns: 1fr 448px; grid-template-rows: auto 1fr; column-gap: 64px; row-gap: 32px; }
  .columns .card { grid-column: 2; grid-row: 1 / span 2; align-self: start; }
}
`
