/** A browser at the shop: a cookie jar by path, as far as the shops here need one. */
export class Visitor {
  readonly #origin: string;
  readonly #cookies = new Map<string, { value: string; path: string }>();

  constructor(origin: string) {
    this.#origin = origin;
  }

  async send(path: string, { headers, ...init }: RequestInit = {}): Promise<Response> {
    const cookie = [...this.#cookies]
      .filter(([, { path: below }]) => path.startsWith(below))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
    const answer = await fetch(this.#origin + path, {
      redirect: 'manual',
      ...init,
      headers: { ...(cookie && { cookie }), ...(headers as Record<string, string>) },
    });
    for (const line of answer.headers.getSetCookie()) this.#keep(line);
    return answer;
  }

  /** Signs in by WordPress's own form. */
  async signIn(name: string, password: string): Promise<void> {
    await this.send('/wp-login.php');
    const body = new URLSearchParams({ log: name, pwd: password, testcookie: '1' });
    const answer = await this.send('/wp-login.php', { method: 'POST', body });
    if (answer.status !== 302) throw new Error(`WordPress did not sign ${name} in: ${answer.status}`);
  }

  async signOut(): Promise<void> {
    const page = await (await this.send('/wp-admin/profile.php')).text();
    const [, link = ''] = /href="([^"]*action=logout[^"]*)"/.exec(page) ?? [];
    const url = new URL(link.replace(/&(?:amp|#0?38);/g, '&'));
    const answer = await this.send(url.pathname + url.search);
    if (answer.status !== 302) throw new Error(`WordPress did not sign out: ${answer.status}`);
  }

  /** Has cookies that were somebody else's. */
  take(cookies: string): void {
    for (const pair of cookies.split('; ')) this.#keep(`${pair}; path=/`);
  }

  /** The cookies it has, for a thief. */
  cookies(): string {
    return [...this.#cookies].map(([name, { value }]) => `${name}=${value}`).join('; ');
  }

  #keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    const [, path = '/'] = /;\s*path=([^;]*)/i.exec(line) ?? [];
    const [, expires] = /;\s*expires=([^;]*)/i.exec(line) ?? [];
    if (expires !== undefined && Date.parse(expires) < Date.now()) this.#cookies.delete(name);
    else this.#cookies.set(name, { value, path });
  }
}
