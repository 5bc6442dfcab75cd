import { html } from 'hono/html';
import { endSession } from '../../../domain/merchants/end-session.ts';
import { checkPassword, normalEmail, passwordSetAt, storesOf } from '../../../domain/merchants/merchant.ts';
import {
  type MerchantSession,
  sessionCookie,
  startMerchantSession,
} from '../../../domain/merchants/merchant-session.ts';
import { MOST_PASSWORD } from '../../../domain/merchants/password.ts';
import { PASSWORD_LINES } from '../../../domain/merchants/password-line.ts';
import { invalidField } from '../../../foundation/api-error.ts';
import type { Clock } from '../../../foundation/clock.ts';
import type { Portal } from '../../../runtime/portal.ts';
import { clockNotice } from '../elements/clock-notice.ts';
import { field } from '../elements/field.ts';
import { htmlAnswer, redirect } from '../frame/answer.ts';
import { card } from '../frame/plain-page.ts';
import { readForm } from '../request/form.ts';
import type { FailedForm } from '../request/page-context.ts';
import { isHttps } from '../request/same-origin.ts';
import { type Device, deviceCookie, readDevice } from './device-cookie.ts';
import type { Attempt, LoginLimit } from './login-limit.ts';
import { BUSY, BUSY_S, inWords, pauseBeforeAnswer } from './put-off.ts';
import { returnPath } from './return-path.ts';

interface Asked {
  readonly clock: Clock;
  readonly next: string | null | undefined;
  readonly signedIn?: MerchantSession | undefined;
  readonly failed?: FailedForm;
  readonly status?: number;
  readonly retryAfter?: number;
}

export function signInPage({
  clock,
  next,
  signedIn,
  failed,
  status = 200,
  retryAfter,
}: Asked): Promise<Response> {
  const from = failed ? { failed } : undefined;
  const page = card(
    'Sign in',
    html`${clockNotice(clock)}${failed && html`<div class="told bad" role="alert"><p>${failed.sentence}</p></div>`}
${signedIn && html`<p class="hint">You are signed in as ${signedIn.merchant}. <a href="${returnPath(next)}">Go on</a></p>`}
<form method="post" action="/login"><input type="hidden" name="form" value="login">
<input type="hidden" name="next" value="${returnPath(next)}">
${field(from, 'login', { name: 'email', label: 'Email', type: 'email', required: true, autocomplete: 'username' })}
${field(from, 'login', { name: 'password', label: 'Password', type: 'password', required: true, autocomplete: 'current-password' })}
<button class="main">Sign in</button></form>`,
  );
  return htmlAnswer(page, {
    status,
    headers: retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) },
  });
}

/**
 * Checks the password and starts a session under a token of its own, whatever cookie the browser came with;
 * the session it came with ends.
 */
export async function signIn(
  portal: Portal,
  limit: LoginLimit,
  request: Request,
  { address, before }: { address: string; before: MerchantSession | undefined },
): Promise<Response> {
  const { db, config } = portal;
  const now = portal.clock.now();
  const form = await readForm(request);
  const [email, password, next] = [
    normalEmail(form.text('email')),
    form.all('password')[0] ?? '',
    form.text('next'),
  ];
  if (email.length > 254 || password.length > MOST_PASSWORD)
    throw invalidField('', 'the fields are too long');
  const refuse = (sentence: string, status: number, retryAfter?: number) =>
    signInPage({
      clock: portal.clock,
      next,
      status,
      failed: { form: { ...form, name: 'login' }, sentence, fields: {} },
      ...(retryAfter === undefined ? {} : { retryAfter }),
    });

  const putOff = async (sentence: string, seconds: number) => {
    await pauseBeforeAnswer();
    return refuse(sentence, 429, seconds);
  };
  const device = await knownDevice(portal, request.headers, email, now);
  const known = device && (await limit.ofKnown(device.id));
  const standing = known?.ok ? 'known' : 'stranger';
  // Before strangers are counted: what is put off is no attempt, and costs no statement.
  const leave = PASSWORD_LINES[standing].enter();
  if (!leave) {
    if (known?.ok) await known.withdraw();
    return putOff(BUSY, BUSY_S);
  }
  let attempt: Attempt;
  let right = false;
  try {
    // A browser that was known and guessed too often is a stranger again.
    attempt = known?.ok ? known : await limit.ofStranger(address, email);
    if (attempt.ok) right = await checkAttempt(portal, attempt, { email, password, standing });
  } finally {
    leave();
  }
  if (!attempt.ok) {
    return putOff(`Too many attempts. Try again ${inWords(attempt.waitSeconds)}.`, attempt.waitSeconds);
  }
  const [store] = right ? await storesOf(db, email) : [];
  if (!store) return refuse('The email or the password is not right.', 401);
  await attempt.succeeded();
  if (before) await endSession(db, before, now);
  const { token } = await startMerchantSession(db, { storeId: store.storeId, merchant: email }, now);
  const secure = isHttps(request.headers, config.publicUrl);
  portal.log.info({ storeId: store.storeId }, 'signed in');
  return redirect(returnPath(next), [
    sessionCookie(token, { secure }),
    deviceCookie(portal.vault, email, { now, secure }),
  ]);
}

/** An attempt that the portal itself fails at is none. */
async function checkAttempt(
  { db }: Portal,
  attempt: { withdraw(): Promise<void> },
  given: Parameters<typeof checkPassword>[1],
): Promise<boolean> {
  try {
    return await checkPassword(db, given);
  } catch (error) {
    await attempt.withdraw();
    throw error;
  }
}

/** Passwords that were set since make it a stranger again: whoever had the old one may have the cookie. */
async function knownDevice(
  { db, vault }: Portal,
  headers: Headers,
  email: string,
  now: Date,
): Promise<Device | undefined> {
  const device = readDevice(vault, headers, email, now);
  const setAt = device && (await passwordSetAt(db, email));
  return setAt && device.since >= setAt ? device : undefined;
}
