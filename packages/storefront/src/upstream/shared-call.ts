import { Cancellation, type CancelSignal } from '../exchange/cancellation.ts';

/** Joins the call in flight, or starts one; an abort leaves it. */
export type SharedCall<T> = (signal: CancelSignal) => Promise<T>;

interface Waiting<T> {
  signal: CancelSignal;
  leave: () => void;
  resolve: (result: T) => void;
  reject: (error: unknown) => void;
}

/**
 * One call at a time for everybody who asks the same: who comes while it is in flight gets its result,
 * who comes after starts a new one. Nothing is kept. A caller who leaves is answered `left` and does not
 * disturb the others; when the last one leaves, the call is aborted.
 */
export function createSharedCall<T>(start: (signal: CancelSignal) => Promise<T>, left: T): SharedCall<T> {
  let current: { cancellation: Cancellation; waiting: Set<Waiting<T>> } | undefined;

  const begin = () => {
    const call = { cancellation: new Cancellation(), waiting: new Set<Waiting<T>>() };
    const settle = (tell: (one: Waiting<T>) => void) => {
      if (current === call) current = undefined;
      for (const one of call.waiting) {
        one.signal.removeEventListener('abort', one.leave);
        tell(one);
      }
    };
    start(call.cancellation).then(
      (result) => settle(({ resolve }) => resolve(result)),
      (error: unknown) => settle(({ reject }) => reject(error)),
    );
    return call;
  };

  return (signal) => {
    if (signal.aborted) return Promise.resolve(left);
    current ??= begin();
    const call = current;
    return new Promise((resolve, reject) => {
      const leave = () => {
        call.waiting.delete(one);
        resolve(left);
        if (call.waiting.size > 0) return;
        if (current === call) current = undefined;
        call.cancellation.abort();
      };
      const one: Waiting<T> = { signal, leave, resolve, reject };
      call.waiting.add(one);
      signal.addEventListener('abort', leave, { once: true });
    });
  };
}
