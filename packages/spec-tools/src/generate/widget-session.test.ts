import { expect, it } from 'vitest';
import { widgetSessionSource } from './widget-session.ts';

const shared = (name: unknown) =>
  new Map([['openapi/shared/widget-events.yaml', { WidgetSessionId: { 'x-kept-as': name } as never }]]);

it('writes the name that the spec gives, and refuses what is none', () => {
  expect(widgetSessionSource(shared('a_name'))).toContain("export const WIDGET_SESSION_NAME = 'a_name';");
  for (const wrong of [undefined, 1, '', 'a name'])
    expect(() => widgetSessionSource(shared(wrong))).toThrow('/WidgetSessionId/x-kept-as: is not a name');
});
