/** What the command was given and cannot use; the message names it and the way out. Ends with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
