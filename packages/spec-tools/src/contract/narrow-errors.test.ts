import { describe, expect, it } from 'vitest';
import type { JsonObject } from './json.ts';
import { errorName, errorWord, narrowErrors } from './narrow-errors.ts';

const schema = { $ref: '#/components/schemas/Problem' };

/** What the schema of a 402 with these examples becomes. */
function narrowed(examples: Record<string, JsonObject>, status = '402') {
  const values = Object.fromEntries(Object.entries(examples).map(([name, value]) => [name, { value }]));
  const media: JsonObject = { schema, examples: values };
  narrowErrors({
    paths: { '/x': { get: { responses: { [status]: { content: { 'application/json': media } } } } } },
  });
  return media.schema;
}

describe('narrowErrors', () => {
  it('allows exactly the codes that have examples', () => {
    expect(narrowed({ a: { code: 'a' }, b: { code: 'b' } })).toEqual({
      allOf: [schema, { type: 'object', required: ['code'], properties: { code: { enum: ['a', 'b'] } } }],
    });
  });

  it('makes a case of a word that always comes with a reason', () => {
    expect(
      narrowed({ 'a.x': { error: 'a', reason: 'x' }, 'a.y': { error: 'a', reason: 'y' }, b: { error: 'b' } }),
    ).toEqual({
      allOf: [
        schema,
        {
          anyOf: [
            {
              type: 'object',
              required: ['error', 'reason'],
              properties: { error: { enum: ['a'] }, reason: { enum: ['x', 'y'] } },
            },
            { type: 'object', required: ['error'], properties: { error: { enum: ['b'] } } },
          ],
        },
      ],
    });
  });

  it('keeps the families apart', () => {
    expect(narrowed({ a: { code: 'a' }, b: { error: 'b' } })).toMatchObject({
      allOf: [schema, { anyOf: [{ required: ['code'] }, { required: ['error'] }] }],
    });
  });

  it("lets a code stand without the portal's word where an example shows it so", () => {
    expect(narrowed({ a: { code: 'a' }, b: { code: 'a', error: 'b' } })).toEqual({
      allOf: [
        schema,
        { type: 'object', required: ['code'], properties: { code: { enum: ['a'] }, error: { enum: ['b'] } } },
      ],
    });
  });

  it('leaves alone what is no error and what shows a body of another shape', () => {
    expect(narrowed({ a: { code: 'a' } }, '200')).toBe(schema);
    expect(narrowed({ a: { code: 'a' }, native: { message: 'x' } })).toBe(schema);
    expect(narrowed({})).toBe(schema);
  });

  it('narrows a shared response once', () => {
    const media: JsonObject = { schema, examples: { a: { value: { code: 'a' } } } };
    const responses = {
      401: { $ref: '#/components/responses/Shared' },
      402: { $ref: '#/components/responses/Shared' },
    };
    narrowErrors({
      paths: { '/x': { get: { responses } } },
      components: { responses: { Shared: { content: { 'application/json': media } } } },
    });
    expect(media.schema).toMatchObject({ allOf: [schema, {}] });
  });
});

describe('an example of an error', () => {
  it('is named by the portal word before the code, and by the reason', () => {
    expect(errorName({ code: 'quota_exhausted', error: 'end_customer_quota', reason: 'paused' })).toBe(
      'end_customer_quota.paused',
    );
    expect(errorName({ code: 'internal_error' })).toBe('internal_error');
  });

  it('is none where the body has no word', () => {
    expect(errorWord({ message: 'x' })).toBeNull();
    expect(errorWord('internal_error')).toBeNull();
    expect(errorWord(null)).toBeNull();
  });
});
