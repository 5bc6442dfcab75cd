import type { components } from '@genvoris/contract/types/v1';
import type { Send } from '../send.ts';

type Schemas = components['schemas'];

/** One thing a shopper did with the widget. */
export type WidgetEventInput = Schemas['WidgetEvent'];
/** What the shopper did. */
export type WidgetEventType = Schemas['WidgetEventType'];
/** 1 to 50 events, in the order they happened. */
export type EventBatchInput = Schemas['WidgetEventBatch'];
/** How many events were taken. */
export type EventsAccepted = Schemas['EventsAccepted'];

/** What shoppers did with the widget. */
export class EventsResource {
  readonly #send: Send;

  constructor(send: Send) {
    this.#send = send;
  }

  /** Reports one event. @see openapi/v1.yaml trackEvents */
  track(event: WidgetEventInput): Promise<EventsAccepted> {
    return this.#send('trackEvents', { body: event });
  }

  /** Reports 1 to 50 events, in the order they happened. @see openapi/v1.yaml trackEvents */
  trackBatch(events: readonly WidgetEventInput[]): Promise<EventsAccepted> {
    return this.#send('trackEvents', { body: { events } });
  }
}
