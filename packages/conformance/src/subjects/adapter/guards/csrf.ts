import type { components } from '@genvoris/contract/types/storefront';
import { finding } from '../../../core/cells/finding.ts';
import { isMutation, type StorefrontOperationId } from '../../../core/contract/storefront.ts';
import type { Browser, CsrfToken } from '../browser/browser.ts';
import type { AdapterCell } from '../cells/adapter-cell.ts';
import { guardCell } from '../cells/flow-cell.ts';
import { usualViewer } from '../cells/good-call.ts';
import { exchangeOf, judgeRefused } from '../cells/observe.ts';
import type { AdapterHarness } from '../harness/harness.ts';
import { ownError } from '../oracle/translate.ts';

const INVALID_NONCE: components['schemas']['WordPressError']['code'] = 'rest_cookie_invalid_nonce';

interface TokenForm {
  value: string;
  title: string;
  /** What to send in the token's header; `null` for none. */
  token: (own: CsrfToken, harness: AdapterHarness) => Promise<string | null> | string | null;
}

const FORMS: TokenForm[] = [
  { value: 'missing', title: 'no CSRF token', token: () => null },
  { value: 'empty', title: 'an empty CSRF token', token: () => '' },
  { value: 'invented', title: 'an invented CSRF token', token: () => '0123456789abcdef0123456789abcdef' },
  { value: 'altered', title: 'the viewer’s token, one letter changed', token: ({ nonce }) => altered(nonce) },
  {
    value: 'of-another-shopper',
    title: 'another shopper’s token',
    token: (_own, harness) => tokenOf(harness.shopper()),
  },
  {
    value: 'of-a-guest',
    title: 'a guest’s token, used by a shopper',
    token: (_own, harness) => tokenOf(harness.guest()),
  },
];

export function csrfCells(operationId: StorefrontOperationId): AdapterCell[] {
  if (!isMutation(operationId)) return [];
  return FORMS.map(({ value, title, token }) =>
    guardCell(operationId, 'csrf', `csrf-${value}`, title, async (harness) => {
      harness.upstream.begin({});
      const browser = harness.viewer(usualViewer(operationId));
      const own = await browser.token();
      if (!own) return [finding('GET /nonce hands out no token, so nothing is shown')];
      // Laravel's own refusal is documented for adapters of that style, which are known by their header.
      const native = own.header.toLowerCase() === 'x-xsrf-token' ? 419 : undefined;
      const headers = { [own.header]: await token(own, harness) };
      // So is WordPress's, which has the header that others have taken from it.
      const nativeCode = native === undefined ? INVALID_NONCE : undefined;
      const expected = { ...ownError('cross_origin', native), nativeCode };
      const exchange = await exchangeOf(harness, browser, operationId, expected, { headers });
      return await judgeRefused(exchange);
    }),
  );
}

async function tokenOf(browser: Browser): Promise<string | null> {
  return (await browser.token())?.nonce ?? null;
}

// In the middle: the last letters of an encoded token may carry no bits at all.
function altered(nonce: string): string {
  const at = Math.floor(nonce.length / 3);
  return `${nonce.slice(0, at)}${nonce[at] === 'a' ? 'b' : 'a'}${nonce.slice(at + 1)}`;
}
