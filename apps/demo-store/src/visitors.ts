import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import { DEFAULT_SCENARIO } from './scenarios.ts';

/** Somebody with a browser. The shop's own session: nothing of it but its random id leaves the server. */
export interface Visitor {
  sessionId: string;
  scenario: string;
  signedIn: boolean;
}

export interface Visitors {
  of(request: Request): Visitor;
  /** The same, and makes sure that the browser keeps it. */
  welcome(request: Request, response: Response): Visitor;
  /** Signs in or out, which starts a new session. */
  sign(request: Request, response: Response, signedIn: boolean): void;
}

const COOKIE = 'demo_session';
const MOST = 1_000;

export function createVisitors(): Visitors {
  const visitors = new Map<string, Visitor>();

  function add(visitor: Omit<Visitor, 'sessionId'>): Visitor {
    const added = { ...visitor, sessionId: randomBytes(16).toString('hex') };
    visitors.set(added.sessionId, added);
    const [oldest] = visitors.keys();
    if (visitors.size > MOST && oldest !== undefined) visitors.delete(oldest);
    return added;
  }

  function find(request: Request): Visitor | undefined {
    return visitors.get(
      new RegExp(`(?:^|; )${COOKIE}=([0-9a-f]{32})`).exec(request.headers.cookie ?? '')?.[1] ?? '',
    );
  }

  function keep(response: Response, { sessionId }: Visitor): void {
    response.setHeader('Set-Cookie', `${COOKIE}=${sessionId}; Path=/; HttpOnly; SameSite=Lax`);
  }

  return {
    of: (request) => find(request) ?? { sessionId: '', scenario: DEFAULT_SCENARIO, signedIn: false },
    welcome(request, response) {
      const found = find(request);
      if (found) return found;
      // Signed in from the start, so that the first thing to see is the button.
      const visitor = add({ scenario: DEFAULT_SCENARIO, signedIn: true });
      keep(response, visitor);
      return visitor;
    },
    sign(request, response, signedIn) {
      const before = find(request);
      if (before) visitors.delete(before.sessionId);
      keep(response, add({ scenario: before?.scenario ?? DEFAULT_SCENARIO, signedIn }));
    },
  };
}
