import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Engine } from './engine.ts';
import type { RecordedRequest } from './requests/recorded-request.ts';

/** A body larger than this is not kept and not waited for; no operation documents as much. */
const LARGEST_BODY = 64 * 1024 * 1024;

/** Records the body as it comes. Resolves to true when it is in, to false where the other side went away first. */
export function recordBody(
  engine: Engine,
  request: RecordedRequest,
  message: IncomingMessage,
): Promise<boolean> {
  return new Promise((resolve) => {
    message.on('data', (chunk: Uint8Array) => {
      request.receive(chunk);
      engine.log.changed(request);
      if (request.bytesReceived > LARGEST_BODY) message.socket.destroy();
    });
    message.on('end', () => {
      request.timeline.bodyEnd = performance.now();
      if (request.state === 'receiving') request.state = 'received';
      engine.log.received(request);
      resolve(true);
    });
    message.on('error', () => {});
    message.on('close', () => resolve(message.complete));
  });
}

export function recordEnd(engine: Engine, request: RecordedRequest, response: ServerResponse): void {
  response.on('finish', () => {
    request.timeline.answered = performance.now();
    request.state = 'answered';
    engine.log.changed(request);
  });
  response.on('close', () => {
    request.timeline.closed = performance.now();
    if (request.state === 'receiving' || request.state === 'received') request.state = 'aborted';
    engine.log.changed(request);
    engine.onExchange?.(request);
  });
}
