import { type BrowserAnswer, headerValues } from '../../../core/http/answer.ts';

/** The cookies of one browser at one site; attributes beyond deletion do not matter to a run. */
export class CookieJar {
  readonly #cookies = new Map<string, string>();

  take(answer: BrowserAnswer): void {
    for (const line of headerValues(answer, 'set-cookie')) {
      const [pair = '', ...attributes] = line.split(';');
      const at = pair.indexOf('=');
      if (at < 1) continue;
      const name = pair.slice(0, at).trim();
      const gone = attributes.some((attribute) => /^\s*max-age\s*=\s*(0|-\d+)\s*$/i.test(attribute));
      if (gone) this.#cookies.delete(name);
      else this.#cookies.set(name, pair.slice(at + 1).trim());
    }
  }

  set(name: string, value: string): void {
    this.#cookies.set(name, value);
  }

  header(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}
