import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../../foundation/api-error.ts';
import { readTryonForm } from './read-form.ts';

const URL_OF_DRESS = 'https://shop.example/img/dress.jpg';

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(form: FormData | string, { size = 65_536, type }: { size?: number; type?: string } = {}) {
  const response = new Response(form);
  const bytes = Buffer.from(await response.arrayBuffer());
  return readTryonForm(inPieces(bytes, size), type ?? response.headers.get('content-type'));
}

async function refusal(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ApiError)) throw error ?? new Error('was taken');
  return `${error.code}: ${error.more.detail}`;
}

function form(fields: Record<string, string | Blob> = {}): FormData {
  const data = new FormData();
  const all = { photo: new Blob(['bytes']), product_image_url: URL_OF_DRESS, ...fields };
  for (const [name, value] of Object.entries(all)) data.append(name, value);
  return data;
}

describe('readTryonForm', () => {
  it('reads the photo as the bytes it is, however they arrive', async () => {
    const photo = Buffer.from([...Array(5000).keys()].map((each) => each % 256));
    for (const size of [1, 7, 4096, 1 << 20]) {
      const result = await read(
        form({ photo: new Blob([photo]), variation_count: '3', product_title: 'Kleid' }),
        { size },
      );
      expect(result.photo.equals(photo)).toBe(true);
      expect(result).toMatchObject({
        product_image_url: URL_OF_DRESS,
        variation_count: 3,
        product_title: 'Kleid',
      });
    }
  });

  it('takes an empty field as one that is not there', async () => {
    const result = await read(form({ page_url: '', variation_count: '' }));
    expect(result).not.toHaveProperty('page_url');
    expect(result.variation_count).toBe(1);
  });

  it.each([
    ['photo', { photo: new Blob([]) }, 'The field "photo" is required.'],
    ['product_image_url', { product_image_url: '' }, 'The field "product_image_url" is required.'],
    [
      'product_image_url',
      { product_image_url: 'dress' },
      'The field "product_image_url" must match format "uri".',
    ],
    ['variation_count', { variation_count: '5' }, 'The field "variation_count" must be <= 4.'],
    ['variation_count', { variation_count: '1e0' }, 'The field "variation_count" must be integer.'],
    ['product_title', { product_title: 'x'.repeat(9000) }, 'The field "product_title" is too long.'],
    ['other', { other: new Blob(['x']) }, 'The field "other" must not be a file.'],
  ])('names the field %s', async (_, fields, sentence) => {
    expect(await refusal(read(form(fields)))).toBe(`invalid_request: ${sentence}`);
  });

  it('takes __proto__ and constructor for what they are: fields nobody asked for', async () => {
    const result = await read(form({ ['__proto__']: 'x', constructor: 'y' }));
    expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
  });

  it('refuses a field twice, a second photo and a hundred fields', async () => {
    const twice = form();
    twice.append('product_title', 'a');
    twice.append('product_title', 'b');
    expect(await refusal(read(twice))).toContain('twice');
    const second = form();
    second.append('photo', new Blob(['more']));
    expect(await refusal(read(second))).toContain('twice');
    const many = Object.fromEntries([...Array(100).keys()].map((each) => [`f${each}`, 'x']));
    expect(await refusal(read(form(many)))).toContain('too many');
  });

  it.each([
    [
      'cut short',
      '--b\r\nContent-Disposition: form-data; name="photo"; filename="p"\r\n\r\nbytes',
      'multipart/form-data; boundary=b',
    ],
    ['without its boundary', 'nonsense', 'multipart/form-data; boundary=b'],
    ['of no boundary', 'nonsense', 'multipart/form-data'],
    ['of another type', '{}', 'application/json'],
  ])('refuses a form %s', async (_, text, type) => {
    expect(await refusal(read(text, { type }))).toMatch(/^invalid_request: /);
  });

  it('refuses whatever else there is, and never hangs', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '--b',
        '\r\n',
        '--b--',
        '--',
        'Content-Disposition: form-data; name="photo"; filename="p"',
      ),
      fc.constantFrom('content-disposition: form-data; name=', '\r\n\r\n', '"', ';', "filename*=utf-8''x"),
      fc.string({ maxLength: 40 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 14 }),
        fc.integer({ min: 1, max: 30 }),
        async (pieces, size) => {
          const bytes = inPieces(Buffer.from(pieces.join('')), size);
          expect(await refusal(readTryonForm(bytes, 'multipart/form-data; boundary=b'))).toMatch(
            /^invalid_request: /,
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it('stops reading at 10 MiB of photo', async () => {
    let sent = 0;
    async function* endless(): AsyncGenerator<Buffer> {
      yield Buffer.from('--b\r\nContent-Disposition: form-data; name="photo"; filename="p"\r\n\r\n');
      for (;;) {
        sent += 65_536;
        yield Buffer.alloc(65_536);
      }
    }
    const type = 'multipart/form-data; boundary=b';
    expect(await refusal(readTryonForm(endless(), type))).toBe(
      'payload_too_large: The photo is over 10 MiB.',
    );
    expect(sent).toBeLessThan(11_000_000);
  });

  it('reports a sender that went away', async () => {
    async function* leaving(): AsyncGenerator<Buffer> {
      yield Buffer.from('--b\r\nContent-Disposition: form-data; name="photo"; filename="p"\r\n\r\nby');
      throw new Error('aborted');
    }
    expect(await refusal(readTryonForm(leaving(), 'multipart/form-data; boundary=b'))).toMatch(
      /broken or incomplete/,
    );
  });
});
