/**
 * Ends a switch over a contract's values: with a case missing the call does not compile.
 *
 * @throws TypeError at run time, naming the value that no case handled
 * @example
 * switch (access) {
 *   case 'ALLOWED': return show();
 *   case 'LOCKED': case 'EXHAUSTED': case 'ERROR': return hide();
 *   default: return assertNever(access);
 * }
 */
export function assertNever(value: never): never {
  throw new TypeError(`no case handles ${JSON.stringify(value)}`);
}
