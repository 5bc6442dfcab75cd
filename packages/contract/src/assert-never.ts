/**
 * Ends a switch over a contract's values: with a case missing the call does not compile.
 *
 * @throws TypeError at run time, naming the value that no case handled.
 */
export function assertNever(value: never): never {
  throw new TypeError(`no case handles ${JSON.stringify(value)}`);
}
