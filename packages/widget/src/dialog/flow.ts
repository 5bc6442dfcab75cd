import { type Failure, readFailure } from '../failure.ts';
import { type Answer, isSuccess, member } from '../gateway/answer.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { WidgetMessages } from '../messages.ts';
import { pictureUrl } from '../safe-url.ts';

export type Outcome =
  | { kind: 'pictures'; pictures: string[]; remaining?: number; variationCount: number }
  | { kind: 'failure'; failure: Failure }
  | { kind: 'cancelled' };

export interface FlowOptions {
  gateway: Gateway;
  form: FormData;
  messages: WidgetMessages;
  abort: AbortSignal;
  /** Told when the photo is found usable, with the server's hints for a better one. */
  generating(hints: string[]): void;
  /** Told when the allowance or the session turns out to be gone. */
  refused(): void;
}

/** One try-on: the photo is checked first, which costs nothing, and then used. */
export async function runTryon(options: FlowOptions): Promise<Outcome> {
  const { gateway, form, abort } = options;
  const checked = await gateway.analyze(form, abort);
  if (abort.aborted) return { kind: 'cancelled' };
  if (!isSuccess(checked)) return fail(checked, options);
  options.generating(hintsOf(checked));
  // The shopper may have gone while the photo was looked at, and this is what costs.
  if (abort.aborted) return { kind: 'cancelled' };

  const made = await gateway.tryon(form, abort);
  if (abort.aborted) return { kind: 'cancelled' };
  if (!isSuccess(made)) return fail(made, options);
  const pictures = picturesOf(made);
  // A success without a picture is not the contract's.
  if (pictures.length === 0) return fail({ status: 502, body: undefined }, options);
  const outcome: Outcome = { kind: 'pictures', pictures, variationCount: pictures.length };
  const remaining = member(member(made.body, 'end_customer_quota'), 'remaining');
  return Number.isSafeInteger(remaining) ? { ...outcome, remaining: remaining as number } : outcome;
}

function fail(answer: Answer, { messages, refused }: FlowOptions): Outcome {
  if (answer.status === 401 || answer.status === 402) refused();
  return { kind: 'failure', failure: readFailure(answer, messages) };
}

function picturesOf({ body }: Answer): string[] {
  const images = member(body, 'images');
  if (!Array.isArray(images)) return [];
  return images.flatMap((image) => pictureUrl(member(image, 'url')) ?? []);
}

function hintsOf({ body }: Answer): string[] {
  const warnings = member(body, 'warnings');
  return Array.isArray(warnings) ? warnings.filter((hint) => typeof hint === 'string').slice(0, 10) : [];
}
