/** The look of the public page: paper, ink and nothing that moves. */
export const style = `:root { color-scheme: light dark; }
body {
  margin: 0;
  background: #f6f7f7;
  color: #1f2429;
  font: 1rem/1.6 system-ui, 'Noto Sans TC', 'PingFang TC', 'Microsoft JhengHei', sans-serif;
}
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1rem 4rem; background: #fff; }
h1 { font-size: 1.6rem; }
h2 { font-size: 1.2rem; margin-top: 2rem; }
span[lang='en'] { color: #586069; font-size: 0.9em; }
dl { border-top: 1px solid #d9dcdf; margin: 1.5rem 0; }
dt { padding-top: 0.75rem; font-weight: 600; }
dd { margin: 0; padding-bottom: 0.75rem; border-bottom: 1px solid #d9dcdf; overflow-wrap: anywhere; }
code { font-family: ui-monospace, monospace; font-size: 0.95em; }
a { color: #1d5a8a; }
@media (prefers-color-scheme: dark) {
  body { background: #16191c; color: #e8eaec; }
  main { background: #1f2429; }
  span[lang='en'] { color: #a9b1b8; }
  dl, dd { border-color: #3a4148; }
  a { color: #8fc1ea; }
}
`;
