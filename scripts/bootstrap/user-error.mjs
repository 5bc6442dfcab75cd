/** Something that stops the command and that its user can do something about; the message says what. */
export class UserError extends Error {
  name = 'UserError';
}

const CAUSES = [
  [/ENOSPC|no space left/i, 'The disk is full. Make room (about 2 GB for everything) and run it again.'],
  [
    /EROFS|read-only file system/i,
    'The folder is on a read-only disk. Clone the repository somewhere you can write.',
  ],
  [
    /EACCES|EPERM|permission denied/i,
    'A folder cannot be written (named above). Clone the repository somewhere you can write, or fix its owner; the npm cache and the pnpm store need a home folder that can be written too.',
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|META_FETCH_FAIL|error sending request|dns error|request to \S+ failed/i,
    'The npm registry cannot be reached. Check the network, the proxy settings and `npm config get registry`, and run it again.',
  ],
  [
    /OUTDATED_LOCKFILE/,
    'pnpm-lock.yaml does not match a package.json. Run `pnpm install` and commit the lockfile with the change.',
  ],
  [
    /SELF_SIGNED_CERT|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|invalid peer certificate/i,
    'The certificate of the npm registry is not trusted here. Name your own authority with `npm config set cafile` or NODE_EXTRA_CA_CERTS.',
  ],
  [
    /E401|E403|Unauthorized|Forbidden/,
    'The npm registry refused the request. Check the credentials in your .npmrc.',
  ],
];

/** What a failed npm or pnpm was about, in words that say what to do. */
export function causeOf(output) {
  // pnpm breaks its lines wherever the terminal ends.
  const text = output.replace(/\s+/g, ' ');
  for (const [pattern, advice] of CAUSES) if (pattern.test(text)) return advice;
  return undefined;
}
