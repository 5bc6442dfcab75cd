import { isAnyArrayBuffer, isSharedArrayBuffer } from 'node:util/types';

/** A body as it came over the wire: its bytes, or its text if nothing but UTF-8 was decoded. */
export type WebhookBody = string | ArrayBufferLike | ArrayBufferView;

/**
 * The bytes of a body, from whichever realm they come. Memory that another thread may write to is copied, so that
 * what is read is what was verified.
 *
 * @param name what the caller calls it, for the error
 * @throws TypeError for anything else, such as what a parser made of it
 */
export function toBytes(rawBody: WebhookBody, name = 'rawBody'): Buffer {
  if (typeof rawBody === 'string') return Buffer.from(rawBody, 'utf8');
  const view = ArrayBuffer.isView(rawBody) ? rawBody : undefined;
  const memory = view?.buffer ?? rawBody;
  if (!isAnyArrayBuffer(memory)) {
    throw new TypeError(`${name}: the bytes as received are needed, not what a parser made of them`);
  }
  if ('detached' in memory && memory.detached) {
    throw new TypeError(`${name}: its memory has been handed to another thread; its bytes are needed`);
  }
  const bytes = Buffer.from(memory, view?.byteOffset, view?.byteLength);
  return isSharedArrayBuffer(memory) ? Buffer.from(bytes) : bytes;
}
