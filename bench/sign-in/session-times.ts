import { Pool } from 'undici';

export interface Times {
  readonly p50: number;
  readonly p99: number;
  readonly worst: number;
}

/** A shop that asks for sessions, one after the other with a breath between, as shoppers come in. */
export async function sessionTimes(url: string, key: string) {
  const pool = new Pool(url, { connections: 1 });
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  async function post(path: string, body: object): Promise<Record<string, string>> {
    const answer = await pool.request({ method: 'POST', path, headers, body: JSON.stringify(body) });
    if (answer.statusCode >= 300) throw new Error(`${answer.statusCode} ${await answer.body.text()}`);
    return (await answer.body.json()) as Record<string, string>;
  }
  const plan = await post('/api/v1/plans', { name: 'Bench', monthlyTryOns: 1_000 });
  const { id } = await post('/api/v1/customers', { externalId: 'wp_1', planId: plan.id });
  return {
    async take(seconds: number): Promise<Times> {
      const times: number[] = [];
      const end = performance.now() + seconds * 1_000;
      for (let began = performance.now(); began < end; began = performance.now()) {
        await post(`/api/v1/customers/${id}/sessions`, {});
        times.push(performance.now() - began);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      times.sort((one, other) => one - other);
      const at = (share: number) =>
        times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
      return { p50: at(0.5), p99: at(0.99), worst: at(1) };
    },
  };
}
