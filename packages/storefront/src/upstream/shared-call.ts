/** Was left before it came to an end. */
export const LEFT: unique symbol = Symbol('left');

/**
 * One call at a time for everybody who asks the same: who comes while it is under way gets its result,
 * who comes after starts a new one. Nothing is kept. A caller who leaves does not disturb the others;
 * when the last one leaves, the call is aborted.
 */
export function createSharedCall<T>(start: (signal: AbortSignal) => Promise<T>) {
  let current: { promise: Promise<T>; controller: AbortController; waiting: number } | undefined;

  return (signal: AbortSignal): Promise<T | typeof LEFT> => {
    if (signal.aborted) return Promise.resolve(LEFT);
    if (current === undefined) {
      const controller = new AbortController();
      const call = { promise: start(controller.signal), controller, waiting: 0 };
      const over = () => {
        if (current === call) current = undefined;
      };
      call.promise.then(over, over);
      current = call;
    }
    const call = current;
    call.waiting++;
    return new Promise((resolve, reject) => {
      const leave = () => {
        resolve(LEFT);
        if (--call.waiting > 0) return;
        if (current === call) current = undefined;
        call.controller.abort();
      };
      signal.addEventListener('abort', leave, { once: true });
      call.promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
    });
  };
}
