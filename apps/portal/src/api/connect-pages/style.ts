/** Of the connect pages, light and dark, from a small phone up. Contrast is 4.5:1 and more. */
export const STYLE = `
:root {
  --ground: #f4f5f8; --card: #fff; --text: #171a26; --quiet: #565d70; --line: #dfe2ea;
  --accent: #4338ca; --on-accent: #fff; --accent-press: #3730a3; --good: #15803d; --note: #fff7e6; --note-text: #7a4a00;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0e1018; --card: #181b27; --text: #eceef5; --quiet: #a3aabd; --line: #2e3344;
    --accent: #a5b4fc; --on-accent: #14162a; --accent-press: #c7d2fe; --good: #4ade80; --note: #33270c; --note-text: #fcd98a;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 24px 16px;
  background: var(--ground); color: var(--text);
  font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
}
main {
  width: 100%; max-width: 460px; background: var(--card); border: 1px solid var(--line);
  border-radius: 16px; padding: 32px; box-shadow: 0 12px 32px rgb(10 12 30 / 8%);
}
.brand { display: flex; align-items: center; gap: 10px; margin: 0 0 24px; color: var(--text); font-weight: 650; letter-spacing: -.01em; }
.brand svg { width: 28px; height: 28px; color: var(--accent); }
h1 { margin: 0 0 8px; font-size: 24px; line-height: 1.25; letter-spacing: -.02em; overflow-wrap: anywhere; }
p { margin: 0 0 16px; color: var(--quiet); }
dl { margin: 20px 0; border: 1px solid var(--line); border-radius: 12px; }
dl div { display: flex; justify-content: space-between; gap: 16px; padding: 12px 16px; }
dl div + div { border-top: 1px solid var(--line); }
dt { color: var(--quiet); flex: none; }
dd { margin: 0; font-weight: 550; text-align: right; overflow-wrap: anywhere; min-width: 0; }
dd select {
  font: inherit; font-weight: 550; min-height: 44px; padding: 8px 36px 8px 12px; border-radius: 10px;
  border: 1px solid var(--quiet); color: var(--text); max-width: 100%; text-overflow: ellipsis; appearance: none;
  background: linear-gradient(45deg, transparent 50%, var(--quiet) 50%) right 19px center / 6px 6px no-repeat,
    linear-gradient(-45deg, transparent 50%, var(--quiet) 50%) right 13px center / 6px 6px no-repeat, var(--card);
}
dt label { font-weight: 400; }
.choice { align-items: center; }
h2 { margin: 24px 0 8px; font-size: 15px; font-weight: 600; }
ul { margin: 0 0 20px; padding: 0; list-style: none; }
li { display: flex; gap: 10px; padding: 4px 0; }
li::before { content: '\\2713'; color: var(--good); font-weight: 700; flex: none; }
.note { background: var(--note); color: var(--note-text); border-radius: 10px; padding: 12px 14px; font-size: 14px; }
form { display: grid; gap: 12px; margin-top: 24px; }
.decide { grid-template-columns: 1fr 1fr; }
button, .button {
  display: inline-block; font: inherit; font-weight: 600; min-height: 48px; padding: 12px 16px; border-radius: 12px; cursor: pointer;
  border: 1px solid var(--line); background: transparent; color: var(--text); text-align: center; text-decoration: none;
}
button:hover, .button:hover { border-color: var(--quiet); }
.main { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
.main:hover { background: var(--accent-press); border-color: var(--accent-press); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
label { display: grid; gap: 6px; font-weight: 550; }
input {
  font: inherit; font-weight: 400; min-height: 48px; padding: 10px 14px; border-radius: 12px; border: 1px solid var(--quiet);
  background: transparent; color: var(--text); width: 100%;
}
footer { margin-top: 20px; font-size: 13px; color: var(--quiet); }
@media (max-width: 420px) {
  main { padding: 24px 20px; }
  .decide { grid-template-columns: 1fr; }
  dl div { flex-direction: column; gap: 2px; }
  dd { text-align: left; }
  .choice { align-items: stretch; }
  dd select { width: 100%; }
}
`;
