import { refuse } from '../exchange/option-rules.ts';
import type { Awaitable } from '../exchange/request.ts';
import type { Shopper } from '../shoppers/shopper.ts';

/** An address of the shop, or how it is made for a shopper (`null` is a guest). A path is the shop's own. */
export type CtaLink =
  | string
  | ((shopper: Shopper | null, productId: string | undefined) => Awaitable<string>);

/** Returns the absolute address for a shopper. @throws TypeError where what the shop made is none */
export type Link = (shopper: Shopper | null, productId: string | undefined) => Awaitable<string>;

const MOST_CHARACTERS = 2048;

/** @throws TypeError that names the option, for a text that is no address */
export function parseLink(name: string, link: unknown, shopOrigin: string): Link {
  const absolute = (text: unknown) => toAddress(text, shopOrigin) ?? refuse(name, RULE);
  if (typeof link !== 'function') {
    const address = absolute(link);
    return () => address;
  }
  return async (shopper, productId) => absolute(await link(shopper, productId));
}

/** The same for one that may be left out, also as the `null` or the empty text of a settings page. */
export function parseOptionalLink(name: string, link: unknown, shopOrigin: string): Link | undefined {
  return link === undefined || link === null || link === '' ? undefined : parseLink(name, link, shopOrigin);
}

const RULE = `must be an http or https address of at most ${MOST_CHARACTERS} characters, or a path of the shop`;

function toAddress(text: unknown, shopOrigin: string): string | undefined {
  if (typeof text !== 'string' || text === '' || !URL.canParse(text, shopOrigin)) return undefined;
  const { protocol, username, password, href } = new URL(text, shopOrigin);
  const isAddress = /^https?:$/.test(protocol) && username === '' && password === '';
  return isAddress && href.length <= MOST_CHARACTERS ? href : undefined;
}
