import { judgeDocumented } from '../../../core/http/documented-answer.ts';
import { judgePrivate, judgeRateLimitHeaders, judgeRequestId } from './answer-headers.ts';
import type { Judge } from './exchange.ts';
import { judgeExpected, judgeRetryAfter, judgeTold } from './expected-answer.ts';
import { judgeErrorBody, judgeHeadersBack, judgeNoSecret } from './leaks.ts';
import type { AdapterRule } from './rules.ts';
import { judgeShopperView, judgeStatusToken } from './status-view.ts';
import { judgeBody, judgeIdentity, judgeRequestBody } from './upstream-bodies.ts';
import {
  judgeClientKey,
  judgeCookie,
  judgeKey,
  judgeRequestHeaders,
  judgeUpstreamCall,
} from './upstream-requests.ts';

/** The rules that one call of a browser can show, each with its judge. The others are judged by their flows. */
export const JUDGES: Partial<Record<AdapterRule, Judge>> = {
  answer: judgeExpected,
  access: judgeTold,
  translation: judgeTold,
  'unknown-error': judgeTold,
  'broken-answer': judgeTold,
  fault: judgeTold,
  'not-offered': judgeExpected,
  guest: judgeExpected,
  method: judgeExpected,
  'retry-after': judgeRetryAfter,
  'shopper-view': judgeShopperView,
  'session-token': judgeStatusToken,
  'error-body': judgeErrorBody,
  'headers-back': judgeHeadersBack,
  'no-secret': judgeNoSecret,
  spec: judgeDocumented,
  'request-id': judgeRequestId,
  private: judgePrivate,
  'rate-limit-headers': judgeRateLimitHeaders,
  'upstream-call': judgeUpstreamCall,
  key: judgeKey,
  cookie: judgeCookie,
  'client-key': judgeClientKey,
  'request-headers': judgeRequestHeaders,
  'request-body': judgeRequestBody,
  identity: judgeIdentity,
  body: judgeBody,
};
