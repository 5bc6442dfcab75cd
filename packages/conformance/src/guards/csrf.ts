import { isMutation, type StorefrontOperationId } from '../contract/storefront.ts';
import type { Browser, CsrfToken } from '../drive/browser.ts';
import type { Cell } from '../matrix/cell.ts';
import { ownError } from '../oracle/translate.ts';
import { finding } from '../rules/finding.ts';
import type { Stage } from '../run/stage.ts';
import { exchangeOf, flowCell, judgeRefused } from './flow-cell.ts';
import { usualViewer } from './good-call.ts';

interface TokenForm {
  value: string;
  title: string;
  /** What to send in the token's header; `null` for none. */
  token: (own: CsrfToken, stage: Stage) => Promise<string | null> | string | null;
}

const FORMS: TokenForm[] = [
  { value: 'missing', title: 'no CSRF token', token: () => null },
  { value: 'empty', title: 'an empty CSRF token', token: () => '' },
  { value: 'invented', title: 'an invented CSRF token', token: () => '0123456789abcdef0123456789abcdef' },
  { value: 'altered', title: 'the viewer’s token, one letter changed', token: ({ nonce }) => altered(nonce) },
  {
    value: 'of-another-shopper',
    title: 'another shopper’s token',
    token: (_own, stage) => tokenOf(stage.shopper()),
  },
  {
    value: 'of-a-guest',
    title: 'a guest’s token, used by a shopper',
    token: (_own, stage) => tokenOf(stage.guest()),
  },
];

export function csrfCells(operationId: StorefrontOperationId): Cell[] {
  if (!isMutation(operationId)) return [];
  return FORMS.map(({ value, title, token }) =>
    flowCell({
      operationId,
      value: `csrf-${value}`,
      title,
      rules: ['csrf'],
      async drive(stage) {
        stage.upstream.begin({});
        const browser = stage.viewer(usualViewer(operationId));
        const own = await browser.token();
        if (!own) return { csrf: [finding('GET /nonce hands out no token, so nothing is shown')] };
        // Laravel's own refusal is documented for adapters of that style, which are known by their header.
        const native = own.header.toLowerCase() === 'x-xsrf-token' ? 419 : undefined;
        const headers = { [own.header]: await token(own, stage) };
        const expected = ownError('cross_origin', native);
        const exchange = await exchangeOf(stage, browser, operationId, expected, { headers });
        return { csrf: await judgeRefused(exchange) };
      },
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
