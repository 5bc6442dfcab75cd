let loading: Promise<typeof import('jose')> | undefined;

/** Loaded with the first token there is: until then a portal starts without it. */
export function loadJose(): Promise<typeof import('jose')> {
  loading ??= import('jose');
  return loading;
}
