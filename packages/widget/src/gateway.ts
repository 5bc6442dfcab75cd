import type { Answer } from './answer.ts';
import type { Route } from './config.ts';
import { directGateway } from './direct-gateway.ts';
import { proxyGateway } from './proxy-gateway.ts';

/** The widget's questions to the server. No call rejects. */
export interface Gateway {
  status(productId: string | undefined, abort: AbortSignal): Promise<Answer>;
  analyze(form: FormData, abort: AbortSignal): Promise<Answer>;
  tryon(form: FormData, abort: AbortSignal): Promise<Answer>;
  checkout(productId: string | undefined, abort: AbortSignal): Promise<Answer>;
}

export function createGateway(route: Route): Gateway {
  return route.mode === 'proxy' ? proxyGateway(route.base) : directGateway(route);
}

export const TIMEOUT_MS = { short: 10_000, analyze: 60_000, tryon: 180_000 };
