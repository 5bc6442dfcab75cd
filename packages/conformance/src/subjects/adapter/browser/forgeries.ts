import { inventKey } from '../../../core/contract/invent-key.ts';
import type { StorefrontOperationId } from '../../../core/contract/storefront.ts';
import type { CallOptions } from './browser.ts';
import { type SigningSecrets, sign, signerOf, signStandard } from './signatures.ts';

const SIX_MINUTES = 360;

/** A call of a server that nobody may believe. */
export interface Forgery {
  value: string;
  title: string;
  call: (body: Buffer, secrets: SigningSecrets & { apiKey: string }) => CallOptions;
}

/** Every way in which a signed call of an operation can be wrong. */
export function forgeriesOf(operationId: StorefrontOperationId): Forgery[] {
  const signer = signerOf(operationId);
  if (!signer) return [];
  const { header, secret } = signer;
  const other = secret === 'order' ? 'webhook' : 'order';
  const now = () => Math.floor(Date.now() / 1000);
  const signed = (body: Buffer, by: string, seconds?: number): CallOptions => ({
    body,
    headers: { [header]: sign(body, by, seconds) },
  });
  return [
    { value: 'unsigned', title: 'no signature', call: (body) => ({ body, headers: { [header]: null } }) },
    { value: 'empty', title: 'an empty signature', call: (body) => ({ body, headers: { [header]: '' } }) },
    { value: 'forged', title: 'an invented secret', call: (body) => signed(body, inventKey()) },
    {
      value: 'by-the-key',
      title: 'signed with the API key',
      call: (body, { apiKey }) => signed(body, apiKey),
    },
    {
      value: 'by-the-other-secret',
      title: `signed with the ${other} secret`,
      call: (body, secrets) => signed(body, secrets[other]),
    },
    {
      value: 'altered',
      title: 'one byte of the body changed',
      call: (body, secrets) => ({ ...signed(body, secrets[secret]), body: altered(body) }),
    },
    {
      value: 're-serialised',
      title: 'the same JSON, written in another way',
      call: (body, secrets) => ({
        ...signed(body, secrets[secret]),
        body: Buffer.from(JSON.stringify(JSON.parse(body.toString()), null, 1)),
      }),
    },
    {
      value: 'too-old',
      title: 'signed six minutes ago',
      call: (body, secrets) => signed(body, secrets[secret], now() - SIX_MINUTES),
    },
    {
      value: 'ahead',
      title: 'signed six minutes ahead',
      call: (body, secrets) => signed(body, secrets[secret], now() + SIX_MINUTES),
    },
    {
      value: 'renewed',
      title: 'an old signature under a new time',
      call: (body, secrets) => {
        const old = sign(body, secrets[secret], now() - SIX_MINUTES);
        return { body, headers: { [header]: old.replace(/^t=\d+/, `t=${now()}`) } };
      },
    },
    {
      value: 'forged-standard',
      title: 'the Standard Webhooks form with an invented secret',
      call: (body) => ({
        body,
        headers: { [header]: null, ...signStandard(body, inventKey(), 'run-forged') },
      }),
    },
  ];
}

/** The same call, signed in the Standard Webhooks form. */
export function inStandardForm(
  operationId: StorefrontOperationId,
  body: Buffer,
  secrets: SigningSecrets,
): CallOptions {
  const { header = '', secret = 'order' } = signerOf(operationId) ?? {};
  return { body, headers: { [header]: null, ...signStandard(body, secrets[secret], `run-${now36()}`) } };
}

function now36(): string {
  return Math.random().toString(36).slice(2);
}

// Within the first value: still JSON, and another id.
function altered(body: Buffer): Buffer {
  const text = body.toString();
  const at = text.indexOf('":"') + 3;
  return Buffer.from(`${text.slice(0, at)}${text[at] === 'x' ? 'y' : 'x'}${text.slice(at + 1)}`);
}
