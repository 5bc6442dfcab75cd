import { comesFromPage, type StorefrontOperationId } from '../../../core/contract/storefront.ts';
import type { AdapterCell } from '../cells/adapter-cell.ts';
import { guardCell } from '../cells/flow-cell.ts';
import { goodAnswer, usualViewer } from '../cells/good-call.ts';
import { exchangeOf, judgeRefused } from '../cells/observe.ts';
import type { GuestMode } from '../oracle/answers.ts';
import { ownError } from '../oracle/translate.ts';
import { judgeExpected } from '../rules/expected-answer.ts';

interface OriginForm {
  value: string;
  title: string;
  accepted: boolean;
  headers: (shop: URL) => Record<string, string | null>;
}

const FORMS: OriginForm[] = [
  {
    value: 'own-origin',
    title: 'the shop’s Origin, whatever the Referer',
    accepted: true,
    headers: () => ({ Referer: 'https://search.example/' }),
  },
  {
    value: 'referer-alone',
    title: 'no Origin, a Referer of the shop',
    accepted: true,
    headers: () => ({ Origin: null }),
  },
  {
    value: 'foreign-origin',
    title: 'another site’s Origin',
    accepted: false,
    headers: () => ({ Origin: 'https://evil.example' }),
  },
  { value: 'null-origin', title: 'Origin: null', accepted: false, headers: () => ({ Origin: 'null' }) },
  {
    value: 'neither',
    title: 'neither Origin nor Referer',
    accepted: false,
    headers: () => ({ Origin: null, Referer: null }),
  },
  {
    value: 'foreign-referer',
    title: 'no Origin, a foreign Referer',
    accepted: false,
    headers: () => ({ Origin: null, Referer: 'https://evil.example/p' }),
  },
  {
    value: 'look-alike',
    title: 'an Origin that begins like the shop’s',
    accepted: false,
    headers: (shop) => ({ Origin: `${shop.origin}.evil.example` }),
  },
  {
    value: 'look-alike-referer',
    title: 'a Referer that has the shop’s origin in its path',
    accepted: false,
    headers: (shop) => ({ Origin: null, Referer: `https://evil.example/${shop.origin}/` }),
  },
  {
    value: 'user-info-referer',
    title: 'a Referer with the shop’s host as its user',
    accepted: false,
    headers: (shop) => ({ Origin: null, Referer: `${shop.origin}@evil.example/` }),
  },
  {
    value: 'other-scheme',
    title: 'the shop’s host under another scheme',
    accepted: false,
    headers: (shop) => ({ Origin: `${shop.protocol === 'https:' ? 'http' : 'https'}://${shop.host}` }),
  },
  {
    value: 'other-port',
    title: 'the shop’s host at another port',
    accepted: false,
    headers: (shop) => ({ Origin: `${shop.protocol}//${shop.hostname}:4443` }),
  },
  {
    value: 'sub-domain',
    title: 'a sub-domain of the shop',
    accepted: false,
    headers: (shop) => ({ Origin: `${shop.protocol}//blog.${shop.host}` }),
  },
];

export function originCells(operationId: StorefrontOperationId, guests: GuestMode): AdapterCell[] {
  if (!comesFromPage(operationId)) return [];
  const viewer = usualViewer(operationId);
  return FORMS.map(({ value, title, accepted, headers }) =>
    guardCell(operationId, 'origin', `origin-${value}`, title, async (harness) => {
      harness.upstream.begin({});
      const expected = accepted ? goodAnswer(operationId, viewer, guests) : ownError('cross_origin');
      const changed = { headers: headers(new URL(harness.settings.origin)) };
      const exchange = await exchangeOf(harness, harness.viewer(viewer), operationId, expected, changed);
      return await (accepted ? judgeExpected(exchange) : judgeRefused(exchange));
    }),
  );
}
