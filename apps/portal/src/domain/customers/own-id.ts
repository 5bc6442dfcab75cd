import { invalidField } from '../../foundation/api-error.ts';

// A byte order mark is lost on the way, by storages and proxies.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
const CONTROL = /[\u0000-\u001f\u007f\ufeff]/;
/** openapi/v1.yaml CustomerId. */
const CUSTOMER_ID = /^ec_[A-Za-z0-9]{8,60}$/;

/**
 * Refuses an id of the store's own that could not be found again: what is a segment of a path has to survive as one,
 * and what names a customer must not be taken for another's id (openapi/shared/external-id.yaml).
 *
 * @param pointer the field that has it
 * @throws ApiError `invalid_body`
 */
export function checkOwnId(id: string, pointer: string): void {
  if (id === '.' || id === '..') throw invalidField(pointer, 'must not be . or .., which URLs drop');
  if (id.trim() === '') throw invalidField(pointer, 'must not be blank');
  if (CONTROL.test(id))
    throw invalidField(pointer, 'must have neither control characters nor a byte order mark in it');
  if (CUSTOMER_ID.test(id))
    throw invalidField(pointer, "must not look like an id of the portal's own, such as ec_…");
}
