import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { PASSWORD_LINES, type Standing } from './password-line.ts';

// 32 MB and some 150 ms for each try; the lines bound how much of both runs at once.
const COST = { N: 2 ** 15, r: 8, p: 3 };
const KEY_BYTES = 32;

export const LEAST_PASSWORD = 12;
export const MOST_PASSWORD = 256;

/**
 * `scrypt$N$r$p$salt$key`: the cost stands in the record, so that it can grow later. For a merchant who is signed in, and
 * for commands. @throws LineFullError
 */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const line = PASSWORD_LINES.known;
  const key = await line.admit(() => line.inOrder(() => derive(password, salt, COST)));
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Takes as long for an account that does not exist (`record` undefined) as for one that does; in a place of the line. */
export async function verifyPassword(
  password: string,
  record: string | undefined,
  standing: Standing,
): Promise<boolean> {
  const [, n, r, p, salt = '', key = ''] = (record ?? NOBODY).split('$');
  const wanted = Buffer.from(key, 'base64url');
  const cost = { N: Number(n), r: Number(r), p: Number(p) };
  const given = await PASSWORD_LINES[standing].inOrder(() =>
    derive(password, Buffer.from(salt, 'base64url'), cost),
  );
  return timingSafeEqual(given, wanted) && record !== undefined;
}

/** A password for a sign-in that a command makes: 120 bits, easy to read out. */
export function newPassword(): string {
  const digits = '23456789abcdefghjkmnpqrstuvwxyz';
  const text = Array.from(randomBytes(24), (byte) => digits[byte % digits.length]).join('');
  return text.match(/.{6}/g)?.join('-') ?? text;
}

const NOBODY = ['scrypt', COST.N, COST.r, COST.p, 'AAAAAAAAAAAAAAAAAAAAAA', 'A'.repeat(43)].join('$');

function derive(password: string, salt: Buffer, cost: { N: number; r: number; p: number }): Promise<Buffer> {
  const options: ScryptOptions = { ...cost, maxmem: 256 * cost.N * cost.r };
  return new Promise((resolve, reject) => {
    // The same password typed on two keyboards may differ in its code points.
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
