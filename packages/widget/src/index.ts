// What a shop's page meets when it uses widget.js: events, messages, public attributes. The script itself
// is `@genvoris/widget/widget.js`.
export {
  COMPLETED_EVENT,
  type CompletedDetail,
  CTA_EVENT,
  type CtaDetail,
  TRACK_EVENT,
  type TrackDetail,
} from './events.ts';
export type { UiMessageBundle, WidgetMessages, WidgetMessagesOverride } from './messages.ts';
export { SESSION_NAME } from './tables.ts';
export type { State as WidgetState } from './view/view.ts';
