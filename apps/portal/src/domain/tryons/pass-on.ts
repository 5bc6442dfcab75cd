import { ApiError, type ApiErrorDetail } from '../../foundation/api-error.ts';

/** What the portal refuses is passed on as the portal said it, in the `error` family (openapi/tryon.yaml). */
export function passOn(code: ApiError['code'], more: ApiErrorDetail = {}): ApiError {
  return new ApiError(code, { ...more, family: 'error' });
}
