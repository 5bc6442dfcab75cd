import { DESIGN } from '@genvoris/design';

/** Of the connect pages, light and dark, from a small phone up. Contrast is 4.5:1 and more. */
export const STYLE = `${DESIGN}
body { display: grid; place-items: center; padding: 24px 16px; background: var(--raised); }
main {
  width: 100%; max-width: 460px; background: var(--ground); border: 1px solid var(--line);
  border-radius: 16px; padding: 32px; box-shadow: 0 12px 32px rgb(10 12 30 / 8%);
}
.brand { display: flex; align-items: center; gap: 10px; margin: 0 0 24px; color: var(--ink); font-weight: 650; letter-spacing: -.01em; }
.brand svg { width: 28px; height: 28px; color: var(--accent); }
h1 { margin: 0 0 8px; font-size: 24px; line-height: 1.25; letter-spacing: -.02em; overflow-wrap: anywhere; }
p { margin: 0 0 16px; color: var(--soft); }
dl { margin: 20px 0; border: 1px solid var(--line); border-radius: 12px; }
dl div { display: flex; justify-content: space-between; gap: 16px; padding: 12px 16px; }
dl div + div { border-top: 1px solid var(--line); }
dt { color: var(--soft); flex: none; }
dd { margin: 0; font-weight: 550; text-align: right; overflow-wrap: anywhere; min-width: 0; }
dd select {
  font: inherit; font-weight: 550; min-height: 44px; padding: 8px 36px 8px 12px; border-radius: 10px;
  border: 1px solid var(--edge); color: var(--ink); max-width: 100%; text-overflow: ellipsis; appearance: none;
  background: linear-gradient(45deg, transparent 50%, var(--soft) 50%) right 19px center / 6px 6px no-repeat,
    linear-gradient(-45deg, transparent 50%, var(--soft) 50%) right 13px center / 6px 6px no-repeat, var(--ground);
}
dt label { font-weight: 400; }
.choice { align-items: center; }
h2 { margin: 24px 0 8px; font-size: 15px; font-weight: 600; }
ul { margin: 0 0 20px; padding: 0; list-style: none; }
li { display: flex; gap: 10px; padding: 4px 0; }
li::before { content: '\\2713'; color: var(--good); font-weight: 700; flex: none; }
.note { background: var(--warn-ground); color: var(--warn); border-radius: 10px; padding: 12px 14px; font-size: 14px; }
form { display: grid; gap: 12px; margin-top: 24px; }
.decide { grid-template-columns: 1fr 1fr; }
button, .button {
  display: inline-block; font: inherit; font-weight: 600; min-height: 48px; padding: 12px 16px; border-radius: 12px; cursor: pointer;
  border: 1px solid var(--line); background: transparent; color: var(--ink); text-align: center; text-decoration: none;
}
button:hover, .button:hover { border-color: var(--ink); }
.main { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
.main:hover { filter: brightness(1.1); }
label { display: grid; gap: 6px; font-weight: 550; }
input {
  font: inherit; font-weight: 400; min-height: 48px; padding: 10px 14px; border-radius: 12px; border: 1px solid var(--edge);
  background: transparent; color: var(--ink); width: 100%;
}
footer { margin-top: 20px; font-size: 13px; color: var(--soft); }
@media (max-width: 420px) {
  main { padding: 24px 20px; }
  .decide { grid-template-columns: 1fr; }
  dl div { flex-direction: column; gap: 2px; }
  dd { text-align: left; }
  .choice { align-items: stretch; }
  dd select { width: 100%; }
}
`;
