import { randomBytes } from 'node:crypto';
import { SECURITY_SCHEMES } from '@genvoris/contract';
import { inventKey } from '../../../core/contract/invent-key.ts';
import { type Call, operation, type ProviderOperationId, takesKeyInBody } from '../calls/call.ts';
import { describe } from '../calls/reply.ts';
import type { ProviderCell } from '../cells/provider-cell.ts';
import { type Spoil, spoiltCell } from './spoilt-cell.ts';

/** Each way in which a credential can be missing or spoilt. */
export function credentialCells(operationId: ProviderOperationId): ProviderCell[] {
  const { spec, security } = operation(operationId);
  const schemes = security.flat();
  // One family has a word of its own for a request without a key.
  const [none, wrong] =
    spec === 'v1' ? ['unauthorized', 'invalid_key'] : ['invalid_api_key', 'invalid_api_key'];
  const cells: ProviderCell[] = [];
  const refused = (value: string, title: string, word: string, spoil: Spoil) =>
    cells.push(
      spoiltCell(operationId, `credentials.${value}`, title, spoil, (assert, reply) =>
        assert.refused(reply, 401, word, 'a request without valid credentials is not refused'),
      ),
    );
  const taken = (value: string, title: string, spoil: Spoil) =>
    cells.push(
      spoiltCell(operationId, `credentials.${value}`, title, spoil, (assert, reply) =>
        assert.that(reply.status !== 401, 'a good key is refused', 'anything but 401', describe(reply)),
      ),
    );
  if (schemes.includes('ApiKeyBearer')) {
    refused('no-key', 'no key at all', none, (call) => ({ ...call, key: null }));
    for (const [value, title, spoil] of SPOILT_KEYS) {
      refused(`key.${value}`, title, value === 'empty' ? none : wrong, (call, harness) =>
        bearer(call, `Bearer ${spoil(harness.settings.apiKey)}`),
      );
    }
    refused('scheme.basic', 'the key as a password', none, (call, { settings }) =>
      bearer(call, `Basic ${Buffer.from(`key:${settings.apiKey}`).toString('base64')}`),
    );
    refused('scheme.none', 'the key without a scheme', none, (call, { settings }) =>
      bearer(call, settings.apiKey),
    );
  }
  if (schemes.includes('ApiKeyHeader')) {
    for (const [value, title, spoil] of SPOILT_KEYS)
      refused(
        `header-key.${value}`,
        `${title}, in its header`,
        value === 'empty' ? none : wrong,
        (call, { settings }) => inHeader(call, spoil(settings.apiKey)),
      );
    refused(
      'header-key.behind-bearer',
      'a good key in its header behind a bearer token',
      wrong,
      (call, { settings }) =>
        inHeader(
          { ...call, headers: { ...call.headers, Authorization: `Bearer ${inventKey('live')}` } },
          settings.apiKey,
        ),
    );
    taken('header-key.good', 'the key in its header', (call, { settings }) =>
      inHeader(call, settings.apiKey),
    );
    taken('header-key.behind-good', 'a key of nobody in its header behind a good bearer token', (call) => {
      const headers = { ...call.headers, [SECURITY_SCHEMES.ApiKeyHeader.name]: inventKey('live') };
      return { ...call, headers };
    });
  }
  if (schemes.includes('ApiKeyQuery'))
    for (const [value, title, spoil] of SPOILT_KEYS)
      refused(`query-key.${value}`, `${title}, in the query`, wrong, (call, { settings }) => ({
        ...call,
        key: null,
        query: { ...call.query, api_key: spoil(settings.apiKey) },
      }));
  if (takesKeyInBody(operationId)) {
    for (const [value, title, spoil] of SPOILT_KEYS) {
      // These break the body's schema, which is another rule's matter.
      if (value === 'empty' || value === 'huge') continue;
      refused(`body-key.${value}`, `${title}, in the body`, 'invalid_key', (call, { settings }) => ({
        ...call,
        key: spoil(settings.apiKey),
      }));
    }
    refused('no-secret', 'no internal secret', 'unauthorized', (call) => ({ ...call, secret: null }));
    for (const [value, title, spoil] of SPOILT_SECRETS)
      refused(`secret.${value}`, title, 'unauthorized', (call, { settings }) => ({
        ...call,
        secret: spoil(settings.internalSecret ?? ''),
      }));
  }
  return cells;
}

type SpoilText = readonly [value: string, title: string, spoil: (good: string) => string];

const SPOILT_KEYS: readonly SpoilText[] = [
  ['unknown', 'a key of the right form that nobody has', () => inventKey('live')],
  ['empty', 'an empty key', () => ''],
  ['cut', 'the key without its last letter', (key) => key.slice(0, -1)],
  ['longer', 'the key and one letter more', (key) => `${key}a`],
  ['other-case', 'the key in capitals', (key) => key.toUpperCase()],
  ['wildcard', 'a wildcard', () => '%'],
  ['sql', 'an SQL injection', () => "'or'1'='1"],
  ['huge', 'a key of 6000 letters', () => `gvk_live_${'a'.repeat(6000)}`],
];

const SPOILT_SECRETS: readonly SpoilText[] = [
  ['wrong', 'another secret', () => randomBytes(24).toString('base64url')],
  ['empty', 'an empty secret', () => ''],
  ['cut', 'the secret without its last letter', (secret) => secret.slice(0, -1)],
  ['longer', 'the secret and one letter more', (secret) => `${secret}a`],
];

function inHeader(call: Call, key: string): Call {
  return { ...call, key: null, headers: { ...call.headers, [SECURITY_SCHEMES.ApiKeyHeader.name]: key } };
}

function bearer(call: Call, value: string): Call {
  return { ...call, key: null, headers: { ...call.headers, Authorization: value } };
}
