import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Shopper, Shoppers } from './shoppers.ts';

/** Somebody with a browser. The shop's own session: nothing of it but its random id leaves the server. */
export interface Visitor {
  sessionId: string;
  /** Who is signed in. */
  shopper: Shopper | undefined;
  bag: BagLine[];
  /** What a guest ordered in this session, which no account leads to. */
  guestOrders: string[];
  /** What Genvoris plays for this visitor; a shop of your own has no such thing. */
  scenario: string;
}

export interface BagLine {
  productId: string;
  size: string;
  quantity: number;
}

export interface Visitors {
  of(request: Request): Visitor;
  /** The same, and makes sure that the browser keeps it. */
  welcome(request: Request, response: Response): Visitor;
  /** Signs in or out, which starts a new session: the old one's id is worth nothing then. */
  sign(request: Request, response: Response, shopper: Shopper | undefined): void;
}

const COOKIE = 'demo_session';
const MOST = 1_000;

/** The cookie that the visitor's browser sends. */
export function cookieOf({ sessionId }: Pick<Visitor, 'sessionId'>): string {
  return `${COOKIE}=${sessionId}`;
}

export interface VisitorsOptions {
  shoppers: Shoppers;
  /** Who is signed in from the start, so that the first thing to see is the button. */
  first: Shopper['id'] | undefined;
  scenario: string;
}

type Session = Omit<Visitor, 'shopper'> & { shopperId: number | undefined };

export function createVisitors({ shoppers, first, scenario }: VisitorsOptions): Visitors {
  const sessions = new Map<string, Session>();

  function open(session: Omit<Session, 'sessionId'>, response: Response): Session {
    const opened = { ...session, sessionId: randomBytes(16).toString('hex') };
    sessions.set(opened.sessionId, opened);
    // The oldest goes; whoever it was is a new visitor then.
    for (const [id] of sessions) {
      if (sessions.size <= MOST) break;
      sessions.delete(id);
    }
    response.setHeader('Set-Cookie', `${cookieOf(opened)}; Path=/; HttpOnly; SameSite=Lax`);
    return opened;
  }

  function find(request: Request): Session | undefined {
    const [, id = ''] =
      new RegExp(`(?:^|; )${COOKIE}=([0-9a-f]{32})`).exec(request.headers.cookie ?? '') ?? [];
    return sessions.get(id);
  }

  // Who is signed in is looked up each time: an account may have been deleted since.
  const toVisitor = (session: Session): Visitor =>
    Object.assign(session, { shopper: shoppers.find(session.shopperId) });

  const stranger = () => ({ shopperId: undefined, bag: [], guestOrders: [], scenario });

  return {
    of: (request) => toVisitor(find(request) ?? { ...stranger(), sessionId: '' }),
    welcome: (request, response) =>
      toVisitor(find(request) ?? open({ ...stranger(), shopperId: first }, response)),
    sign(request, response, shopper) {
      const before = find(request);
      if (before) sessions.delete(before.sessionId);
      const { bag, scenario } = before ?? stranger();
      open({ bag, scenario, guestOrders: [], shopperId: shopper?.id }, response);
    },
  };
}
