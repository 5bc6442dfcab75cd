import type { Answer } from '../exchange/failure.ts';
import type { UpstreamAnswer } from '../upstream/upstream.ts';

const SHORT = 65_536;

/** The answer as it came and was checked. A short text without multi-byte characters is written fastest. */
export function passOn({ text, bytes }: UpstreamAnswer): Answer {
  const plain = bytes.byteLength === text.length && bytes.byteLength <= SHORT;
  return { kind: 'answer', body: plain ? text : bytes };
}
