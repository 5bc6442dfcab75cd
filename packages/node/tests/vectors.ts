/**
 * Fixed vectors, computed with `openssl dgst -sha256 -mac HMAC`, not with the code under test.
 * The signed texts are `${timestamp}.${body}` and `${id}.${timestamp}.${body}`.
 */
export const BODY =
  '{"id":"evt_01JD8Z6T5V9M4K2Q","type":"tryon.completed","created":1795168800,"data":{"note":"caf\\u00e9 ☕"}}';
export const ID = 'evt_01JD8Z6T5V9M4K2Q';
/** 2026-11-20T10:00:00Z. */
export const TIMESTAMP = 1_795_168_800;

export interface Vector {
  secret: string;
  hex: string;
  base64: string;
}

export const FIRST: Vector = {
  secret: 'whsec_Z2Vudm9yaXMtdmVjdG9yLXNlY3JldC0wMDE=',
  hex: '25311c70c847d42b0e0f9fb6a424e253e42ae5a2efa300a4c473042b42fc0e9b',
  base64: 'wRRacy6Yng+I1XsPrJd2qb9N0l2XCn+6A53heRiC6rU=',
};

export const SECOND: Vector = {
  secret: 'whsec_c2Vjb25kLXJvdGF0aW9uLXNlY3JldC0wMDI=',
  hex: 'e90fa6087c02233265d4468b09b817d07df70dada0e7a97a9c21de6713ae68e3',
  base64: 'KpnRvx9K52IR7xClGAggjfIr1aR98JmDYF1EaZu7cfo=',
};

export const PLAIN: Vector = {
  secret: 'plain text secret of a legacy shop',
  hex: 'b3d3b8a7e4b2be251ce2b4d26487fd186e518b1b832244deeb9f0777d16e7baf',
  base64: 'QkumuHC+EFFAF/UlFo7UpOR/b+VvaRuhcWAFBd5fmgA=',
};

/** Secrets of a store's own, each with its keys: the text as UTF-8, and the base64 behind `whsec_` if it is that. */
export const OWN: readonly Vector[] = [
  {
    secret: 'ein Geheimnis für die Läden 🧥',
    hex: 'd7cfab17f9837c1342dfa4ca35f0a4408fd0edb3c930252a13da0c3a36e46e06',
    base64: '+FIqT8jhxRel7l+zOX86GrT/Z0KIoHGVNZoMbfC673I=',
  },
  // The first secret unpadded: another text, the same bytes.
  {
    secret: 'whsec_Z2Vudm9yaXMtdmVjdG9yLXNlY3JldC0wMDE',
    hex: 'e1c23ee1d1cf21b01031a85c4a0c2e69f5ad96d5deff87d6c990bf36aa31eafc',
    base64: 'wRRacy6Yng+I1XsPrJd2qb9N0l2XCn+6A53heRiC6rU=',
  },
  // Bits left over at the end are none of the bytes.
  {
    secret: `whsec_${'a'.repeat(31)}`,
    hex: '802ac94633a8545c0a0108fc97f275f12a629fada979f65e12c8a92b369d75f8',
    base64: 'w6sxMvJkqzY/OXb5i1AbW4MeitYRE6CvoaJw/Mwwhd4=',
  },
  // No base64 has 29 letters, so this is text, as the last is.
  {
    secret: `whsec_${'a'.repeat(29)}`,
    hex: 'de7ccaa8401d6231f445ca0996a589d2538a309fa178c7e849418e23d98bd938',
    base64: '4gktyMfxJlVBM3q516jsqO1c6igp33RgY8rR5hjqib0=',
  },
  {
    secret: 'whsec_not base64 at all',
    hex: '41ba5541b6f9e2943fd77121ceef554a57d98354d9f76868da15575cf0cd2e16',
    base64: 'VzBcptbjFL4x4hQg2159d8b0565h1YZLmhQp48dGY+s=',
  },
];

/** The bytes `ff fe 00 7b` under the first secret, documented style: not UTF-8, so text would not do. */
export const BINARY = {
  body: Uint8Array.of(0xff, 0xfe, 0x00, 0x7b),
  hex: 'c759271f979bb84e3857fd2d80c83493c37fc1de7cc49196881e98671a34a269',
};
