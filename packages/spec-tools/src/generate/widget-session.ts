import { child } from '../contract/document.ts';
import type { JsonObject } from '../contract/json.ts';
import { SpecError } from '../contract/spec-error.ts';
import { header, literal } from './source-text.ts';

const FILE = 'openapi/shared/widget-events.yaml';
const PLACE = ['WidgetSessionId', 'x-kept-as'];

/** Source of `gen/widget-session.ts`: under which name the id of a visit goes from the widget to the order. */
export function widgetSessionSource(shared: ReadonlyMap<string, JsonObject>): string {
  const name = child(shared.get(FILE), ...PLACE);
  if (typeof name !== 'string' || !/^[a-z_]+$/.test(name))
    throw new SpecError(FILE, `/${PLACE.join('/')}`, 'is not a name of small letters');
  return `${header(FILE)}
/**
 * Under what the id of a visit is kept: in the browser's \`sessionStorage\`, in the form field of a checkout, and with an
 * order as its attribute or meta.
 */
export const WIDGET_SESSION_NAME = ${literal(name)};
`;
}
