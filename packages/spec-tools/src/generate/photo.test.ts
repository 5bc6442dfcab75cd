import { expect, test } from 'vitest';
import type { JsonObject } from '../contract/json.ts';
import { photoSource } from './photo.ts';

const PICTURE = {
  minSide: 1,
  maxSide: 2,
  maxPixels: 3,
  maxHeldPixels: 2,
  maxInterlacedPixels: 1,
  maxScans: 5,
};

const shared = (photo: JsonObject) =>
  new Map([['openapi/shared/photo.yaml', { TryonForm: { properties: { photo } } }]]);

test('joins the length of the file and the bounds of the picture', () => {
  expect(photoSource(shared({ maxLength: 4, 'x-picture': PICTURE }))).toContain(
    '{ maxBytes: 4, minSide: 1, maxSide: 2, maxPixels: 3, maxHeldPixels: 2, maxInterlacedPixels: 1, maxScans: 5 }',
  );
});

test.each<[string, JsonObject]>([
  ['/maxLength: is missing', { 'x-picture': PICTURE }],
  ['/x-picture: is missing', { maxLength: 4 }],
  ['/x-picture/maxSide: is not a whole number', { maxLength: 4, 'x-picture': { ...PICTURE, maxSide: 1.5 } }],
  ['/x-picture/depth: is none of', { maxLength: 4, 'x-picture': { ...PICTURE, depth: 1 } }],
])('says where: %s', (problem, photo) => {
  expect(() => photoSource(shared(photo))).toThrow(
    `openapi/shared/photo.yaml#/TryonForm/properties/photo${problem}`,
  );
});
