import { note } from './note.ts';
import { webUrl } from './safe-url.ts';

export const ON = /^(true|on|yes|1)$/i;
export const OFF = /^(false|off|no|none|0|#)$/i;

// What a template prints where it has no value, or is not run at all.
const LEFTOVER = /^(undefined|null|nan|\[object \w+\]|\{\{.*|\{%.*|<%.*|\$\{.*|%\w+%|__\w+__|\[[\w.]+\])$/i;
const ANY_BASE = 'https://shop.example/';

/** A value as text, whatever a page has put there. */
export function plainText(value: unknown): string {
  return typeof value === 'object' && value ? Object.prototype.toString.call(value) : String(value ?? '');
}

/** The text of an attribute or option without blanks around it; empty where it says nothing. */
export function settingText(name: string, value: unknown): string {
  const text = plainText(value).trim();
  if (!LEFTOVER.test(text)) return text;
  refuse(name, text, 'a value');
  return '';
}

/** An address as it was written, or `undefined` where there is none to follow. */
export function settingUrl(name: string, value: unknown): string | undefined {
  const text = settingText(name, value);
  if (!text || OFF.test(text)) return undefined;
  const url = text.replace(/^www\./i, 'https://$&');
  // In quotes, or a host with a port and no scheme, it would be read as a path.
  if (!ON.test(text) && !/^(["']|[\w.-]+:\d)/.test(text) && webUrl(url, ANY_BASE)) return url;
  return refuse(name, text, 'an http(s) address');
}

/** An id that the contract takes: at most 255 characters, none of them a control character. */
export function settingId(name: string, value: unknown): string | undefined {
  const text = settingText(name, value);
  if (text.length <= 255 && !/[\p{Cc}\p{Cs}]/u.test(text)) return text || undefined;
  return refuse(name, text, 'an id of at most 255 characters');
}

/** The name of a product as the contract takes it: at most 500 characters, none of them half of a pair. */
export function settingTitle(value: unknown): string {
  return settingText('data-product-title', value)
    .slice(0, 500)
    .replace(/[\p{Cs}\0]/gu, '');
}

/** Whether something that is on without a word stays on. What cannot be meant was surely meant to turn it off. */
export function settingOn(name: string, value: unknown): boolean {
  const text = settingText(name, value);
  const isOn = !text || ON.test(text);
  if (!isOn && !OFF.test(text))
    note(`${name}="${text.slice(0, 80)}" is neither on nor off; it counts as off.`);
  return isOn;
}

/** The object that a text of JSON holds, or `undefined`. */
export function parseObject(name: string, text: string): unknown {
  try {
    // Trimmed, for a byte order mark is no JSON.
    const parsed: unknown = JSON.parse(text.trim());
    if (typeof parsed === 'object' && !Array.isArray(parsed)) return parsed;
  } catch {
    // Named like what is no object.
  }
  // Its text may hold a key.
  return refuse(name, '…', 'a JSON object');
}

/** Names what is left out, and what to write instead. */
export function refuse(name: string, text: string, wanted: string): undefined {
  note(`${name}="${text.replace(/\/\/.*@/, '//…@').slice(0, 80)}" is not ${wanted}; it is ignored.`);
}
