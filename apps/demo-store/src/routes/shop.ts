import type { ShopperLedger } from '@genvoris/storefront';
import type { Request, Response } from 'express';
import type { Debits } from '../genvoris/debits.ts';
import type { Models } from '../genvoris/models.ts';
import type { OwnAccount } from '../genvoris/own-account.ts';
import type { PortalAccount } from '../genvoris/portal-account.ts';
import type { Page } from '../pages/page.ts';
import type { Orders } from '../shop/orders.ts';
import type { ShopEvents } from '../shop/shop-events.ts';
import type { Shoppers } from '../shop/shoppers.ts';
import type { Subscriptions } from '../shop/subscriptions.ts';
import type { Visitor, Visitors } from '../shop/visitors.ts';

/** What the routes work with. */
export interface Shop {
  visitors: Visitors;
  shoppers: Shoppers;
  orders: Orders;
  subscriptions: Subscriptions;
  events: ShopEvents;
  models: Models;
  ledger: ShopperLedger;
  debits: Debits;
  ownAccount: OwnAccount;
  /** Undefined where the demo runs without it. */
  portalAccount: PortalAccount | undefined;
  /** Sends a page in the shop's frame. */
  show(request: Request, response: Response, visitor: Visitor, page: Page): void;
}

/** A field of a form that is a text with something in it. */
export function fieldOf(request: Request, name: string): string | undefined {
  const value = ((request.body ?? {}) as Record<string, unknown>)[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The same of the address. */
export function queryOf(request: Request, name: string): string | undefined {
  const value = request.query[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

const OURS = /^\/((p|orders)\/[\w-]+|bag|checkout(\?[\w=&-]*)?|try-ons|account|merchant)?$/;

/** A page of ours, so that no form sends anybody elsewhere. */
export function pathToReturn(path: unknown): string {
  return typeof path === 'string' && OURS.test(path) ? path : '/';
}
