/** No font, picture or script from outside: the page must look the same in a mail, in ten years, and on paper. */
export const style = `
:root { color-scheme: light dark; --ink: #242424; --quiet: #5c5c5c; --page: #ffffff; --card: #f7f7f7; --line: #d1d1d1;
  --good: #0e700e; --caution: #8a3707; --bad: #b10e1c; --link: #0f548c; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #f5f5f5; --quiet: #bdbdbd; --page: #1f1f1f; --card: #292929; --line: #525252;
    --good: #7fd47f; --caution: #feb27a; --bad: #ff9a94; --link: #82c7ff; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 0.9375rem/1.45 "Segoe UI", system-ui, sans-serif; }
header, main, footer { max-width: 60rem; margin: 0 auto; padding: 1.25rem 1.5rem; }
header { border-bottom: 1px solid var(--line); }
h1 { margin: 0; font-size: 1.5rem; line-height: 1.25; }
h2 { margin: 1.5rem 0 0.5rem; font-size: 1.2rem; }
main { padding-top: 0; }
h3 { margin: 0; font-size: 1rem; }
p, ol, ul { margin: 0.375rem 0; }
a { display: inline-block; padding: 0.1875rem 0; color: var(--link); }
code { font: 0.875em/1.4 Consolas, ui-monospace, monospace; overflow-wrap: anywhere; }
.quiet, .why { color: var(--quiet); }
.word { font-weight: 600; }
.good { color: var(--good); } .caution { color: var(--caution); } .bad { color: var(--bad); }
.finding { margin: 0.75rem 0; padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: 6px; background: var(--card); }
.finding h3 span { font-weight: 400; }
table { width: 100%; margin: 0.5rem 0; border-collapse: collapse; }
caption { padding: 0.25rem 0; text-align: start; color: var(--quiet); }
th, td { padding: 0.25rem 0.75rem 0.25rem 0; border-top: 1px solid var(--line); text-align: start; vertical-align: top; overflow-wrap: anywhere; }
th { font-weight: 600; }
tbody th { width: 11rem; }
svg { display: block; width: 100%; max-width: 40rem; height: auto; margin: 1rem 0; }
svg text { fill: var(--ink); font: 14px "Segoe UI", system-ui, sans-serif; }
svg .sub { fill: var(--quiet); font-size: 12px; }
svg .screen { fill: var(--card); stroke: var(--quiet); stroke-width: 2; }
svg .stand { stroke: var(--quiet); stroke-width: 2; }
svg .wire { stroke: var(--quiet); stroke-width: 2; fill: none; }
svg .tone { stroke: currentColor; stroke-width: 3; fill: none; }
@media print {
  :root { --ink: #000000; --quiet: #444444; --page: #ffffff; --card: #ffffff; --line: #999999;
    --good: #0b5a0b; --caution: #6b2a05; --bad: #8f0b17; --link: #000000; }
  header, main, footer { max-width: none; padding: 0.5rem 0; }
  .finding, tr { break-inside: avoid; }
  h2, h3, caption { break-after: avoid; }
  a[href]::after { content: " (" attr(href) ")"; font-size: 0.8em; overflow-wrap: anywhere; }
}
`
