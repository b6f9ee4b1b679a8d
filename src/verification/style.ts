/** The look of the public pages: paper, ink and nothing that moves. Phone first; on paper in black and white. */
export const style = `:root {
  color-scheme: light dark;
  --ground: #f1f3f2; --paper: #fff; --ink: #1b2024; --quiet: #525b63; --line: #cfd5d9; --link: #17527f;
  --good: #0e5a34; --good-ground: #e7f3ec; --warn: #744a00; --warn-ground: #fdf2dc;
  --bad: #97190f; --bad-ground: #fdebe9; --none: #38424b; --none-ground: #e9edf0;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14171a; --paper: #1d2226; --ink: #e9ecee; --quiet: #aab3ba; --line: #424a51; --link: #93c5ee;
    --good: #86d8a9; --good-ground: #14301f; --warn: #f2c46d; --warn-ground: #352708;
    --bad: #ffaba3; --bad-ground: #3d1512; --none: #c5ced5; --none-ground: #2a3137;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--ground); color: var(--ink);
  font: 1rem/1.65 system-ui, 'Noto Sans TC', 'PingFang TC', 'Microsoft JhengHei', sans-serif;
}
header, main { max-width: 44rem; margin: 0 auto; padding: 0 1rem; }
header { display: flex; justify-content: space-between; gap: 1rem; padding-block: .5rem; }
header a { display: inline-block; padding: .5rem 0; font-weight: 600; text-decoration: none; }
main { background: var(--paper); padding-block: 1.25rem 3rem; }
h1 { font-size: 1.5rem; line-height: 1.3; margin: 0 0 .75rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
a { color: var(--link); }
a:focus-visible, button:focus-visible, input:focus-visible, summary:focus-visible {
  outline: 3px solid #f0b400; outline-offset: 2px;
}
.answer { border: 2px solid; border-radius: .375rem; padding: 1rem 1rem 1rem 4.25rem; position: relative; }
.answer h1 { margin-bottom: .25rem; }
.answer p { margin: 0; color: var(--ink); }
.sign {
  position: absolute; left: 1rem; top: 1rem; width: 2.25rem; height: 2.25rem; border: 2px solid; border-radius: 50%;
  display: grid; place-items: center; font-weight: 700; font-size: 1.25rem; line-height: 1;
}
.valid { color: var(--good); background: var(--good-ground); }
.no_longer_valid { color: var(--warn); background: var(--warn-ground); }
.altered { color: var(--bad); background: var(--bad-ground); }
.not_issued { color: var(--none); background: var(--none-ground); }
.note { border-left: 4px solid var(--line); padding-left: .75rem; }
.mistake { border: 2px solid var(--bad); border-radius: .375rem; padding: .75rem 1rem; margin-bottom: 1.25rem; }
.mistake h2, .mistake p { margin: 0; }
dl { margin: 1.25rem 0; border-top: 1px solid var(--line); }
dt { padding-top: .6rem; font-size: .875rem; color: var(--quiet); }
dd { margin: 0; padding-bottom: .6rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
dd ul { margin: 0; padding-left: 1.25rem; }
small, .hint { color: var(--quiet); font-size: .875rem; }
code, .number { font-family: ui-monospace, 'SFMono-Regular', Consolas, monospace; font-size: .95em; }
details { border-bottom: 1px solid var(--line); }
summary { cursor: pointer; padding: .75rem 0; font-weight: 600; }
.steps li { margin-bottom: .6rem; overflow-wrap: anywhere; }
.failed strong, .not_met { color: var(--bad); }
.targets { list-style: none; padding: 0; }
.targets li { display: flex; justify-content: space-between; gap: 1rem; padding: .35rem 0; border-top: 1px solid var(--line); }
.targets strong { white-space: nowrap; }
fieldset { border: 1px solid var(--line); border-radius: .375rem; margin: 0; padding: .5rem 1rem 1rem; min-width: 0; }
legend { font-weight: 700; padding: 0 .4rem; margin-left: -.4rem; }
label { display: block; font-weight: 600; margin-top: .5rem; }
.hint { margin: 0 0 .35rem; }
input { width: 100%; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--quiet); border-radius: .25rem; padding: .6rem .7rem; }
input[type='file'] { border-style: dashed; border-width: 2px; padding: 1.75rem .7rem; background: var(--ground); }
.or { text-align: center; margin: .75rem 0; color: var(--quiet); }
button {
  width: 100%; margin: 1.25rem 0; padding: .75rem 1.5rem; font: inherit; font-weight: 700; min-height: 3rem;
  color: var(--paper); background: var(--link); border: 0; border-radius: .25rem; cursor: pointer;
}
.again { margin-top: 2rem; }
@media (min-width: 40rem) {
  header, main { padding-inline: 2.5rem; }
  main { margin-bottom: 3rem; }
  dl { display: grid; grid-template-columns: 12.5rem 1fr; }
  dt { padding-right: 1rem; }
  dt, dd { padding-block: .6rem; border-bottom: 1px solid var(--line); }
  button { width: auto; }
}
@media print {
  body, main { background: #fff; color: #000; }
  header, .again, summary { display: none; }
  .answer { background: #fff; color: #000; }
  details::details-content { content-visibility: visible; display: block; }
}
`;
