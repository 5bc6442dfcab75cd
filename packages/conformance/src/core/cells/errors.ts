/** Thrown where a run cannot be carried out; `code` is stable, the message names the option to change. */
export class CannotRunError extends Error {
  override name = 'CannotRunError';
  readonly code: string;
  constructor(code: string, message: string, options: ErrorOptions = {}) {
    super(message, options);
    this.code = code;
  }
}

/** A cell cannot be driven as the run is set up; the message says what to add. */
export class CannotDriveError extends Error {
  override name = 'CannotDriveError';
}
