/**
 * Fixed vectors, computed with `openssl dgst -sha256 -mac HMAC`, not with the code under test.
 * The signed texts are `${timestamp}.${body}` and `${id}.${timestamp}.${body}`.
 */
export const BODY =
  '{"id":"evt_01JD8Z6T5V9M4K2Q","type":"tryon.completed","created":"2026-11-20T10:00:00Z","data":{"note":"caf\\u00e9 ☕"}}';
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
  hex: 'b0a5e7b48cb2754327e960f33d6a27f6655cbac4be70fe1268be20a302ff7849',
  base64: 'OSZgDweovsiBG/BZOj8pa34TyQ522lJ4zeBrsAobCD4=',
};

export const SECOND: Vector = {
  secret: 'whsec_c2Vjb25kLXJvdGF0aW9uLXNlY3JldC0wMDI=',
  hex: '31bae1cc23c486b239fd6a338ea7aab53cfe291a081e6bb836607f0326b38dd3',
  base64: '9XxS9oXo3xfp1U8VfQaUDBBOJbpvW7rULN1ilhgVO5U=',
};

export const PLAIN: Vector = {
  secret: 'plain text secret of a legacy shop',
  hex: '2416cc8b44f519ec3b554720f15c5ea502b801aa0ca05c53b72b53210ee497ae',
  base64: 'qGvqgihW0uHklewJJu6/idb/noM5evTLwhBKhlDmT4A=',
};

/** The bytes `ff fe 00 7b` under the first secret, documented style: not UTF-8, so text would not do. */
export const BINARY = {
  body: Uint8Array.of(0xff, 0xfe, 0x00, 0x7b),
  hex: 'c759271f979bb84e3857fd2d80c83493c37fc1de7cc49196881e98671a34a269',
};
