import { isJsonObject, parseJson } from './json.ts';
import { findTrace, readings } from './traces.ts';

/** What came back to the browser, byte for byte. */
export interface BrowserAnswer {
  status: number;
  statusMessage: string;
  /** Names and values alternating, as they were sent; trailers at the end. */
  rawHeaders: string[];
  body: Buffer;
}

/** No answer: the connection ended or nothing came in time. */
export interface NoAnswer {
  failure: string;
}

export type Outcome = BrowserAnswer | NoAnswer;

export function isAnswer(outcome: Outcome): outcome is BrowserAnswer {
  return 'status' in outcome;
}

export function headerValues({ rawHeaders }: BrowserAnswer, name: string): string[] {
  const wanted = name.toLowerCase();
  return rawHeaders.filter((_value, i) => i % 2 === 1 && rawHeaders[i - 1]?.toLowerCase() === wanted);
}

export function headerOf(answer: BrowserAnswer, name: string): string | undefined {
  return headerValues(answer, name)[0];
}

/** The body as JSON, decompressed where it was compressed; `undefined` where it is not JSON. */
export function jsonOf(answer: BrowserAnswer): unknown {
  return parseJson(plain(answer));
}

export function jsonObjectOf(outcome: Outcome): Record<string, unknown> | undefined {
  const value = isAnswer(outcome) ? jsonOf(outcome) : undefined;
  return isJsonObject(value) ? value : undefined;
}

/** Everything the browser was given: head, body as sent and, where it was compressed, as meant. */
function everyByte(answer: BrowserAnswer): Uint8Array[] {
  const lines = [`${answer.status} ${answer.statusMessage}`];
  for (let i = 0; i < answer.rawHeaders.length; i += 2) {
    lines.push(`${answer.rawHeaders[i]}: ${answer.rawHeaders[i + 1]}`);
  }
  return [
    Buffer.from(lines.join('\r\n'), 'latin1'),
    ...readings(answer.body, headerOf(answer, 'content-encoding')),
  ];
}

/** In which form a text is somewhere in what the browser was given, if it is. */
export function traceIn(answer: BrowserAnswer, text: string): string | undefined {
  for (const bytes of everyByte(answer)) {
    const form = findTrace(bytes, text);
    if (form !== undefined) return form;
  }
  return undefined;
}

function plain(answer: BrowserAnswer): Uint8Array {
  return readings(answer.body, headerOf(answer, 'content-encoding')).at(-1) ?? answer.body;
}
