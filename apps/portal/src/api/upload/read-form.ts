import { once } from 'node:events';
import { Busboy } from '@fastify/busboy';
import { isStorable, PHOTO_BOUNDS } from '@genvoris/contract';
import { validateRequest } from '@genvoris/contract/validators/tryon';
import type { FormFields } from '../../domain/tryons/generate.ts';
import { ApiError } from '../../foundation/api-error.ts';
import { ByteSink } from './byte-sink.ts';

/** The form of both try-on calls, the photo as the bytes that came. */
export type TryonForm = FormFields & { readonly photo: Buffer };

const LIMITS = {
  fileSize: PHOTO_BOUNDS.maxBytes,
  files: 2,
  fields: 20,
  parts: 24,
  fieldNameSize: 64,
  fieldSize: 8_192,
  headerPairs: 16,
  headerSize: 4_096,
};

/**
 * Reads the form as it arrives; nothing is held but the photo and a few short fields.
 *
 * @param expectedBytes about how large the body is.
 * @throws ApiError `payload_too_large` as soon as a bound is passed, `invalid_request` for any other form.
 */
export async function readTryonForm(
  body: AsyncIterable<Uint8Array>,
  contentType: string | null,
  expectedBytes = 65_536,
): Promise<TryonForm> {
  const parser = createParser(contentType);
  const fields = new Map<string, string>();
  let photo: ByteSink | undefined;
  let refusal: ApiError | undefined;
  const refuse = (next: ApiError) => {
    refusal ??= next;
  };
  const tooMany = () => refuse(invalid('The form has too many fields.'));
  parser.on('partsLimit', tooMany).on('filesLimit', tooMany).on('fieldsLimit', tooMany);
  parser.on('field', (name, value, _, truncated) => {
    if (truncated) refuse(invalid(`The field "${shown(name)}" is too long.`));
    else if (fields.has(name)) refuse(invalid(`The field "${shown(name)}" is there twice.`));
    else if (!isStorable(value)) refuse(invalid(`The field "${shown(name)}" has a NUL in it.`));
    else fields.set(name, value);
  });
  parser.on('file', (name, file) => {
    file.on('error', () => refuse(broken()));
    if (name !== 'photo' || photo) {
      refuse(
        invalid(`The field "${shown(name)}" ${name === 'photo' ? 'is there twice' : 'must not be a file'}.`),
      );
      file.resume();
      return;
    }
    const sink = new ByteSink(Math.min(expectedBytes, PHOTO_BOUNDS.maxBytes));
    photo = sink;
    file.on('limit', () =>
      refuse(new ApiError('payload_too_large', { detail: 'The photo is over 10 MiB.' })),
    );
    file.on('data', (part: Buffer) => sink.add(part));
  });
  parser.on('error', () => refuse(broken()));

  try {
    const finished = once(parser, 'finish');
    finished.catch(() => {});
    for await (const part of body) {
      if (refusal) throw refusal;
      if (!parser.write(part) && !refusal) await Promise.race([once(parser, 'drain'), finished]);
    }
    if (!refusal) {
      parser.end();
      await finished;
    }
  } catch (error) {
    if (error instanceof ApiError) throw error;
    refuse(broken());
  } finally {
    parser.destroy();
  }
  if (refusal) throw refusal;
  return toForm(fields, photo?.bytes() ?? Buffer.alloc(0));
}

function createParser(contentType: string | null): InstanceType<typeof Busboy> {
  try {
    if (!contentType || !/^multipart\/form-data\s*;/i.test(contentType)) throw new TypeError('not a form');
    return new Busboy({
      headers: { 'content-type': contentType },
      limits: LIMITS,
      isPartAFile: (name, _type, fileName) => name === 'photo' || fileName !== undefined,
    });
  } catch {
    throw invalid('The body must be multipart/form-data.');
  }
}

function toForm(given: ReadonlyMap<string, string>, photo: Buffer): TryonForm {
  // An empty field of a form is one that was not filled in.
  const { variation_count, ...fields } = Object.fromEntries([...given].filter(([, value]) => value !== ''));
  const count =
    variation_count === undefined
      ? 1
      : /^\d{1,3}$/.test(variation_count)
        ? Number(variation_count)
        : variation_count;
  // The bytes are no text for a schema to measure; the parser has bounded them.
  const result = validateRequest('generateTryon', {
    ...fields,
    variation_count: count,
    ...(photo.length > 0 && { photo: '.' }),
  });
  if (!result.ok) {
    const [first] = result.errors;
    throw invalid(`The field "${first?.path.slice(1)}" ${first?.message}.`);
  }
  return { ...(fields as { product_image_url: string }), variation_count: count as number, photo };
}

function invalid(detail: string): ApiError {
  return new ApiError('invalid_request', { detail });
}

function broken(): ApiError {
  return invalid('The form is broken or incomplete.');
}

function shown(name: string | undefined): string {
  return (name ?? '').replace(/[^\w.-]/g, '').slice(0, 64);
}
