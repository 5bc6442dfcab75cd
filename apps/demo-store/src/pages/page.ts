import type { Markup } from '@genvoris/design';

/** What a page has of its own; the frame around it is the shop's. */
export interface Page {
  title: string;
  content: Markup;
  /** Whether the widget runs on it. */
  widget?: boolean;
}
