import { randomBytes } from 'node:crypto';
import { BoundedMap } from '@genvoris/http';
import type { Request, Response } from 'express';
import type { Order } from './order.ts';
import type { Product } from './products.ts';
import { DEFAULT_SCENARIO, PORTAL, SCENARIO_GROUPS, type ScenarioGroup } from './scenarios.ts';

/** Somebody with a browser. The shop's own session: nothing of it but its random id leaves the server. */
export interface Visitor {
  sessionId: string;
  scenario: string;
  signedIn: boolean;
  email: string;
  bag: Product[];
  orders: Order[];
  /** What the visitor can choose from. */
  choices: readonly ScenarioGroup[];
}

export interface Visitors {
  of(request: Request): Visitor;
  /** The same, and makes sure that the browser keeps it. */
  welcome(request: Request, response: Response): Visitor;
  /** Signs in or out, which starts a new session. */
  sign(request: Request, response: Response, signedIn: boolean): void;
}

const COOKIE = 'demo_session';
const EMAIL = 'ada@shop.example';
const MOST = 1_000;

/** A new visitor sees the portal, where the demo runs with one. */
export function createVisitors(withPortal: boolean): Visitors {
  const scenario = withPortal ? PORTAL : DEFAULT_SCENARIO;
  const choices = withPortal
    ? SCENARIO_GROUPS
    : SCENARIO_GROUPS.filter((group) => group.scenarios.every(({ served }) => served !== 'portal'));
  const visitors = new BoundedMap<string, Visitor>(MOST);

  function add(visitor: Pick<Visitor, 'scenario' | 'signedIn' | 'bag' | 'orders'>): Visitor {
    const added = { ...visitor, email: EMAIL, choices, sessionId: randomBytes(16).toString('hex') };
    visitors.set(added.sessionId, added);
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
    of: (request) =>
      find(request) ?? {
        sessionId: '',
        scenario,
        signedIn: false,
        email: EMAIL,
        choices,
        bag: [],
        orders: [],
      },
    welcome(request, response) {
      const found = find(request);
      if (found) return found;
      // Signed in from the start, so that the first thing to see is the button.
      const visitor = add({ scenario, signedIn: true, bag: [], orders: [] });
      keep(response, visitor);
      return visitor;
    },
    sign(request, response, signedIn) {
      const before = find(request);
      if (before) visitors.delete(before.sessionId);
      keep(
        response,
        add({ scenario: before?.scenario ?? scenario, signedIn, bag: before?.bag ?? [], orders: [] }),
      );
    },
  };
}
