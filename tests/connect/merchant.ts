/** A merchant's browser without a script: it signs in at the portal, allows, and is led back to the shop. */
export async function allowConnect(connectUrl: string, merchant: { email: string; password: string }) {
  const { origin } = new URL(connectUrl);
  const cookies = new Map<string, string>();
  const send = async (url: string, form?: Record<string, string>) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie, origin, 'sec-fetch-site': 'same-origin' },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return { text: await answer.text(), location: answer.headers.get('location') ?? '' };
  };
  const next = connectUrl.slice(origin.length);
  const { location } = await send(`${origin}/login`, { form: 'login', next, ...merchant });
  const { text } = await send(new URL(location, origin).href);
  const [, csrf = ''] = /name="csrf" value="([^"]+)"/.exec(text) ?? [];
  const decided = await send(`${origin}/oauth/wordpress`, { decision: 'allow', csrf });
  return new URL(decided.location);
}
