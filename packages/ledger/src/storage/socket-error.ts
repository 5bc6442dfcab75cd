const CODES = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT'];

/** Whether the system says that the server is not there, or not any more. */
export function isSocketError(error: unknown): boolean {
  const { code, syscall } = (error ?? {}) as { code?: unknown; syscall?: unknown };
  return typeof code === 'string' && CODES.includes(code) && (code !== 'ENOENT' || syscall === 'connect');
}
