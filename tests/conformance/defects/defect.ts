import type { Answer, Head } from './message.ts';

/** What a defect can see of the exchange under way on the adapter's other side. */
export interface Memory {
  /** The browser's last request, `GET /nonce` left out. */
  browser: Head | undefined;
  /** The upstream's last answer, its body whole. */
  upstream: Answer | undefined;
  apiKey: string;
  origin: string;
  /** The adapter behind the front proxy. */
  adapter: URL;
}

/** What one side of a broken adapter does differently. */
export interface Mangle {
  /** Changes the head of a request before it goes on. */
  head?: (head: Head, memory: Memory) => void | Promise<void>;
  /** Changes a request's body, which is then sent on whole. */
  body?: (body: Buffer, head: Head, memory: Memory) => Buffer;
  /** Waits for the whole request before anything goes on. */
  buffers?: boolean;
  /** Answers by itself. */
  instead?: (head: Head, memory: Memory) => Answer | undefined;
  /** Changes an answer, body and all, before it goes back. */
  answer?: (answer: Answer, head: Head, memory: Memory) => void;
  /** Makes further calls besides. */
  besides?: (head: Head, to: URL) => void;
  /** Lets the call go on when the caller has gone. */
  ignoresAborts?: boolean;
}

/** One small mistake an adapter could make, and the checks that must notice it. */
export interface Defect {
  /** What it does wrong. */
  name: string;
  /** Between the browser and the adapter. */
  front?: () => Mangle;
  /** Between the adapter and the upstream. */
  back?: () => Mangle;
  /** The rule it breaks, for each of these operations. */
  rule: string;
  operations: readonly string[];
  /** The cells that show it. */
  cells: readonly string[];
}
