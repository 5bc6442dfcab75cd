import type { RecordedRequest } from './recorded-request.ts';

/** One request as a line of a log. Keys stay out of it, test keys too: the habit is worth more than the hint. */
export function requestLine(request: RecordedRequest): string {
  const { method, target, status, state, scenario, timeline } = request;
  const milliseconds = Math.round((timeline.closed ?? performance.now()) - timeline.headers);
  const outcome = state === 'answered' ? status : state;
  return `${method} ${withoutKeys(target)} ${outcome} ${scenario ?? ''} ${milliseconds} ms`.replace(
    / {2,}/g,
    ' ',
  );
}

function withoutKeys(target: string): string {
  return target
    .replaceAll(/([?&](?:api_key|code|key|token)=)[^&]*/gi, '$1…')
    .replaceAll(/gvk_(live|test)_[^/?&]*/g, 'gvk_$1_…');
}
