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

/** The bytes `ff fe 00 7b` under the first secret, documented style: not UTF-8, so text would not do. */
export const BINARY = {
  body: Uint8Array.of(0xff, 0xfe, 0x00, 0x7b),
  hex: 'c759271f979bb84e3857fd2d80c83493c37fc1de7cc49196881e98671a34a269',
};
