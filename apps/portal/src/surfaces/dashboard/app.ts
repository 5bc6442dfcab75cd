import { isStorable } from '@genvoris/contract';
import { clientAddress } from '@genvoris/http';
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { matchedRoutes } from 'hono/route';
import { storesOf } from '../../domain/merchants/merchant.ts';
import { findMerchantSession, type MerchantSession } from '../../domain/merchants/merchant-session.ts';
import { ApiError } from '../../foundation/api-error.ts';
import { newId } from '../../foundation/ids.ts';
import type { Portal } from '../../runtime/portal.ts';
import type { Health } from '../health.ts';
import { createFeed } from './feed/feed.ts';
import { csvAnswer, htmlAnswer, redirect } from './frame/answer.ts';
import { assetAnswer } from './frame/assets.ts';
import { frame } from './frame/layout.ts';
import { plainPage } from './frame/plain-page.ts';
import { flashCookie, NO_FLASH_COOKIE, readFlash } from './request/flash.ts';
import { type Form, readForm, UNSTORABLE } from './request/form.ts';
import { formToken, isFormToken } from './request/form-token.ts';
import type { Action, FailedForm, Page, PageContext } from './request/page-context.ts';
import { isHttps, isSameOrigin } from './request/same-origin.ts';
import { toFailedForm } from './request/to-failed-form.ts';
import { ACTIONS, DOWNLOADS, PAGES } from './routes.ts';
import { createLoginLimit } from './sign-in/login-limit.ts';
import { signIn, signInPage } from './sign-in/login-page.ts';
import { signOut } from './sign-in/sign-out.ts';

interface Env {
  Bindings: HttpBindings;
  Variables: { requestId: string };
}
type App = Hono<Env>;
type Request = Context<Env>;

export function createDashboard(portal: Portal, health: Health): App {
  const app: App = new Hono();
  const limit = createLoginLimit(portal.counters, portal.config.rateLimitScale, portal.clock);
  const feed = createFeed(portal, health);

  app.use(async (c, next) => {
    const requestId = newId('req_', portal.clock.now());
    c.set('requestId', requestId);
    portal.tracing?.page(c.req.method, matchedRoutes(c).at(-1)?.path ?? '*');
    await next();
    c.res.headers.set('X-Request-Id', requestId);
    portal.log.info({ requestId, page: c.req.routePath, status: c.res.status }, 'served');
  });
  app.get('/', () => redirect('/dashboard'));
  app.get('/dashboard/assets/*', (c) => assetAnswer(c.req.path) ?? c.notFound());
  app.get('/login', async (c) => {
    const session = await sessionOf(c);
    return signInPage({ clock: portal.clock, next: c.req.query('next'), signedIn: session });
  });
  app.post('/login', async (c) => {
    requireOrigin(c);
    const address = clientAddress(
      c.env.incoming?.socket.remoteAddress,
      c.req.header('x-forwarded-for'),
      portal.config.trustedProxies,
    );
    return signIn(portal, limit, c.req.raw, { address, before: await sessionOf(c) });
  });
  app.post('/logout', async (c) => {
    const { session } = await submitted(c);
    return signOut(portal, session);
  });
  app.get('/dashboard/feed', async (c) => {
    const session = await sessionOf(c);
    return session ? feed.open(session, c.req.raw) : c.body(null, 401);
  });
  for (const page of PAGES) {
    app.get(page.path, async (c) => {
      const session = await sessionOf(c);
      return session ? show(c, page, session) : toSignIn(c);
    });
  }
  for (const { path, open } of DOWNLOADS) {
    app.get(path, async (c) => {
      const session = await sessionOf(c);
      if (!session) return toSignIn(c);
      const { name, lines } = open(await contextOf(c, session));
      return csvAnswer(name, lines);
    });
  }
  for (const action of ACTIONS) app.post(action.path, (c) => perform(c, action));

  app.notFound(notFound);
  app.onError((error, c) => {
    if (error instanceof ApiError) {
      if (error.code === 'not_found') return notFound(c);
      const { sentence } = toFailedForm(undefined, error);
      return plainPage(error.code === 'cross_origin' ? 403 : 400, 'That did not work', sentence, c.req.path);
    }
    portal.log.error({ error, requestId: c.get('requestId'), page: c.req.routePath }, 'failed');
    return plainPage(500, 'Something broke', 'Nothing was changed. Try again in a moment.', c.req.path);
  });
  return app;

  function notFound(c: Request): Promise<Response> {
    return plainPage(404, 'Not found', 'There is nothing at this address, or it is not yours.', c.req.path);
  }

  function sessionOf(c: Request): Promise<MerchantSession | undefined> {
    return findMerchantSession(portal.db, c.req.raw.headers, portal.clock.now());
  }

  function toSignIn(c: Request): Response {
    const { pathname, search } = new URL(c.req.url);
    return redirect(`/login?${new URLSearchParams({ next: `${pathname}${search}` })}`);
  }

  function requireOrigin(c: Request): void {
    if (!isSameOrigin(c.req.raw.headers, portal.config.publicUrl)) throw new ApiError('cross_origin');
  }

  /** A form of a signed-in page, sent by this sign-in's own page. */
  async function submitted(c: Request): Promise<{ session: MerchantSession; form: Form }> {
    requireOrigin(c);
    const session = await sessionOf(c);
    if (!session) throw new ApiError('sign_in_required');
    const form = await readForm(c.req.raw);
    if (!isFormToken(portal.vault, session, form.text('csrf'))) throw new ApiError('cross_origin');
    return { session, form };
  }

  async function contextOf(c: Request, session: MerchantSession): Promise<PageContext> {
    const now = portal.clock.now();
    const params = c.req.param() as Record<string, string>;
    const query = new URL(c.req.url).searchParams;
    if (!Object.values(params).every(isStorable)) throw new ApiError('not_found');
    if (![...query.values()].every(isStorable)) throw new ApiError('invalid_body', { detail: UNSTORABLE });
    return {
      portal,
      session,
      storeId: session.storeId,
      stores: await storesOf(portal.db, session.merchant),
      params,
      query,
      now,
      csrf: formToken(portal.vault, session),
      secure: isHttps(c.req.raw.headers, portal.config.publicUrl),
      flash: readFlash(portal.vault, session, c.req.raw.headers, now),
      failed: undefined,
    };
  }

  async function show(
    c: Request,
    page: Page,
    session: MerchantSession,
    failed?: FailedForm,
  ): Promise<Response> {
    const context = { ...(await contextOf(c, session)), failed };
    const { title, content } = await page.render(context);
    const options = failed ? { status: 422 } : { cookies: context.flash ? [NO_FLASH_COOKIE] : [] };
    return htmlAnswer(frame(context, page.section, title, content), options);
  }

  async function perform(c: Request, action: Action): Promise<Response> {
    const { session, form } = await submitted(c);
    const context = await contextOf(c, session);
    try {
      const { to, cookies = [], notice, secret } = await action.perform(context, form);
      const flash =
        notice === undefined
          ? []
          : [flashCookie(portal.vault, context, { notice, ...(secret && { secret }) })];
      return redirect(to, [...flash, ...cookies]);
    } catch (error) {
      if (!(error instanceof ApiError) || error.code === 'not_found') throw error;
      return show(c, action.page, session, toFailedForm(form, error));
    }
  }
}
