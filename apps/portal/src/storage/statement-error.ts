/**
 * Whether an error has ended its statement only, which has then changed nothing; else the connection is gone,
 * and nobody knows. An SQLSTATE of class 57P (shutdown) or 08 has ended the connection too. An SQLSTATE has a
 * digit, which `EPIPE` has not.
 */
export function isStatementError(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^(?=.*\d)[0-9A-Z]{5}$/.test(code) && !/^(57P|08)/.test(code);
}
