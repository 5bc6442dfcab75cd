import type { CtaType, MessageBundle, ReasonMessageBundle } from '@genvoris/contract';
import { member } from './gateway/answer.ts';
import { parseObject } from './setting.ts';
import { CTA_LABELS, ERROR_MESSAGES, REASON_MESSAGES } from './tables.ts';

/** The widget's own sentences. `{…}` is filled in. */
const UI_MESSAGES = {
  title: 'Try it on',
  choosePhoto: 'Choose a photo of you',
  changePhoto: 'Choose another photo',
  photoHint: 'Standing, facing the camera, in good light. JPEG, PNG or WebP, up to {megabytes} MB.',
  consent: 'Your photo goes to Genvoris to make this one picture. It is not stored.',
  submit: 'Try it on',
  cancel: 'Cancel',
  close: 'Close',
  checking: 'Checking your photo…',
  generating: 'Making your picture. This can take a minute…',
  photoMissing: 'Choose a photo first.',
  photoGone: 'This photo could not be read from your device. Choose it again.',
  photoHeic: 'This is a HEIC photo. Choose one that is saved as JPEG, PNG or WebP.',
  resultTitle: 'Your picture',
  resultAlt: 'You, wearing {product}',
  resultAltUnnamed: 'You, wearing this product',
  remaining: 'Try-ons left: {count}',
  save: 'Save this picture',
  pictureBlocked: 'The picture cannot be shown on this page.',
  again: 'Another photo',
  retry: 'Try again',
  upsell: 'Virtual try-on is not available in this shop yet.',
  exhausted: 'All try-ons are used up for now.',
  resetsOn: 'They are back on {date}.',
  resetWasDue: 'They were due back on {date}.',
  ctaUnavailable: 'Please ask the shop about this.',
};

/** The widget's own sentences, by name. */
export type UiMessageBundle = Record<keyof typeof UI_MESSAGES, string>;

/** Every sentence a shopper can meet. A complete translation is a value of this type. */
export interface WidgetMessages {
  errors: MessageBundle;
  reasons: ReasonMessageBundle;
  ctas: Readonly<Record<CtaType, string>>;
  ui: Readonly<UiMessageBundle>;
}

/** Some of them: what `window.genvorisMessages` and `data-messages` may hold. The rest stays English. */
export type WidgetMessagesOverride = { [part in keyof WidgetMessages]?: Partial<WidgetMessages[part]> };

export const DEFAULT_WIDGET_MESSAGES: WidgetMessages = {
  errors: ERROR_MESSAGES,
  reasons: REASON_MESSAGES,
  ctas: CTA_LABELS,
  ui: UI_MESSAGES,
};

/** The defaults with what the sources override; the first source that has a sentence wins. */
export function mergeMessages(...sources: unknown[]): WidgetMessages {
  const part = <Part extends keyof WidgetMessages>(name: Part): WidgetMessages[Part] => {
    const defaults: Readonly<Record<string, string>> = DEFAULT_WIDGET_MESSAGES[name];
    const merged = Object.keys(defaults).map((key) => {
      const found = sources.map((source) => member(member(source, name), key));
      return [key, found.find((text) => typeof text === 'string') ?? defaults[key]];
    });
    return Object.fromEntries(merged) as WidgetMessages[Part];
  };
  return { errors: part('errors'), reasons: part('reasons'), ctas: part('ctas'), ui: part('ui') };
}

/** Reads `data-messages`: JSON, or what was JSON already. */
export function parseMessages(given: unknown): unknown {
  return typeof given === 'string' && given.trim() ? parseObject('data-messages', given) : given;
}

/** Puts values into the `{…}` of a sentence. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}
