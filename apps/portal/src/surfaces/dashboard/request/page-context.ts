import type { Markup as Escaped } from '@genvoris/design';
import type { MerchantStore } from '../../../domain/merchants/merchant.ts';
import type { MerchantSession } from '../../../domain/merchants/merchant-session.ts';
import type { Portal } from '../../../runtime/portal.ts';
import type { Flash } from './flash.ts';
import type { Form } from './form.ts';

/** Markup that is escaped already, or will be. */
export type Markup = Escaped | string;

/** One signed-in request. Whatever reads or writes takes `storeId` from its session. */
export interface PageContext {
  readonly portal: Portal;
  readonly session: MerchantSession;
  readonly storeId: string;
  /** Every store of the merchant, for the switcher. */
  readonly stores: readonly MerchantStore[];
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly now: Date;
  readonly csrf: string;
  /** The browser speaks https. */
  readonly secure: boolean;
  readonly flash: Flash | undefined;
  /** The form whose action was refused, when the page is shown again. */
  readonly failed: FailedForm | undefined;
}

export interface FailedForm {
  readonly form: Form;
  readonly sentence: string;
  /** What is wrong, by field. */
  readonly fields: Readonly<Record<string, string>>;
}

/** One page. */
export interface Page {
  readonly path: string;
  /** Which entry of the navigation it belongs to. */
  readonly section: string;
  /** @throws ApiError `not_found` */
  render(context: PageContext): Promise<{ readonly title: string; readonly content: Markup }>;
}

/** What a form of a page does. Its path begins with the page's. */
export interface Action {
  readonly path: string;
  readonly page: Page;
  /** @throws ApiError, with which the page is shown again. */
  perform(context: PageContext, form: Form): Promise<Done>;
}

/** A file of a page's figures. */
export interface Download {
  readonly path: string;
  /** @throws ApiError, before the first line. */
  open(context: PageContext): { readonly name: string; readonly lines: AsyncIterable<string> };
}

export interface Done extends Partial<Flash> {
  /** The path to go on to. */
  readonly to: string;
  readonly cookies?: readonly string[];
}
