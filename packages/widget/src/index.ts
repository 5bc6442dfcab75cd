/**
 * The types a shop's page meets when it uses widget.js: its messages, its events, its public attributes.
 * The script itself is `@genvoris/widget/widget.js`.
 */

export type { CompletedDetail } from './dialog/dialog.ts';
export type { State as WidgetState } from './fork.ts';
export type { UiMessageBundle, WidgetMessages, WidgetMessagesOverride } from './messages.ts';
