import type { Location, Oas3Rule, UserContext } from '@redocly/openapi-core';
import { isObject, type Json, type JsonObject, section } from '../../contract/json.ts';

export type { Oas3Rule };

/** One response of an operation, resolved, with the place it is written at. */
export interface Answer {
  status: string;
  response: JsonObject;
  location: Location;
}

/** The responses of an operation; of an event's too, whose responses are the receiver's. */
export function* answersOf(operation: unknown, ctx: UserContext): Generator<Answer> {
  const responses = section(section(operation as JsonObject).responses);
  for (const [status, node] of Object.entries(responses)) {
    const { node: response, location } = follow(node, ctx, ctx.location.child(['responses', status]));
    if (isObject(response)) yield { status, response, location };
  }
}

/** `node` itself, or what it refers to, with its place. */
export function follow(
  node: Json,
  ctx: UserContext,
  location: Location,
): { node: Json | undefined; location: Location } {
  if (!isObject(node) || typeof node.$ref !== 'string') return { node, location };
  const resolved = ctx.resolve<object>(node as { $ref: string }, location.source.absoluteRef);
  return resolved.node === undefined || !resolved.location
    ? { node: undefined, location }
    : { node: resolved.node as JsonObject, location: resolved.location };
}

/** Whether the operation is an event that Genvoris sends rather than a call it answers. */
export function isEvent(ctx: UserContext): boolean {
  return ctx.location.pointer.startsWith('#/webhooks/');
}
