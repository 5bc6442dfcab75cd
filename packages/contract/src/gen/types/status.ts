// Generated from openapi/status.yaml by `pnpm generate`. Do not edit.
export interface paths {
    "/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the account's status
         * @description Answers whether try-on is available, the quota and the plan. Give the key either as `api_key` in the query, the documented form, or as a bearer token or in `X-API-Key`, which keep it out of access logs. Keep the answer for the page view only; read it again on the `genvoris:tryon-completed` window event and when the page becomes visible after more than five minutes hidden. Never share it between users.
         */
        get: operations["getStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Access
         * @description Whether the shopper may start a try-on right now. Closed for writers: nobody emits a value outside this list. Open for readers: an unknown, missing or mistyped value reads as `ERROR`, because later minor versions may add values and a reader that does not know one hides the trigger.
         * @enum {string}
         */
        Access: "ALLOWED" | "LOCKED" | "EXHAUSTED" | "ERROR";
        /**
         * Plan
         * @description The merchant's Genvoris plan. It never changes the UI; readers tolerate a name they do not know.
         * @enum {string}
         */
        Plan: "free" | "starter" | "growth" | "scale";
        /**
         * ExternalId
         * @description An account or shopper id with its canonical platform prefix, as every consumer of ours emits it.
         * @example woocommerce_42
         */
        ExternalId: string;
        /**
         * StatusFields
         * @description What every status answer carries, whatever the monetisation model.
         */
        StatusFields: {
            access: components["schemas"]["Access"];
            /**
             * @description A human-readable explanation, for support staff rather than for shoppers.
             * @example Try-on is available.
             */
            message?: string;
            plan?: components["schemas"]["Plan"];
            /**
             * @description Whether try-ons beyond the limit are billed instead of refused.
             * @example false
             */
            overageEnabled?: boolean;
            externalId?: components["schemas"]["ExternalId"];
        };
        /**
         * Quota
         * @description The account's allowance in its current period. Never share it between users, for `used` is per account.
         */
        Quota: {
            /**
             * @description Try-ons used in this period.
             * @example 12
             */
            used: number;
            /**
             * @description Try-ons the period allows.
             * @example 1000
             */
            limit: number;
            /**
             * Format: date-time
             * @description When the period ends and `used` returns to zero (ISO 8601 UTC).
             * @example 2026-12-01T00:00:00Z
             */
            resetsAt: string;
        };
        /**
         * PerTryonStatus
         * @description A store that pays per try-on always states its quota.
         */
        PerTryonStatus: components["schemas"]["StatusFields"] & {
            /**
             * @description This store pays per try-on.
             * @constant
             */
            monetizationModel: "per_tryon";
            quota: components["schemas"]["Quota"];
        };
        /**
         * OtherStatus
         * @description A store billed by order or by subscription, or one that does not say; the quota may be absent.
         */
        OtherStatus: components["schemas"]["StatusFields"] & {
            /**
             * @description How this store is billed.
             * @enum {unknown}
             */
            monetizationModel?: "per_order" | "subscription";
            quota?: components["schemas"]["Quota"];
        };
        /**
         * StatusResponse
         * @description The object every consumer decides by. A union on `monetizationModel`: with `per_tryon` the quota is required. Unknown further fields are allowed and ignored.
         */
        StatusResponse: components["schemas"]["PerTryonStatus"] | components["schemas"]["OtherStatus"];
        /**
         * ErrorCode
         * @description The stable word a message table is keyed by.
         * @enum {string}
         */
        ErrorCode: "invalid_api_key" | "cross_origin" | "path_not_allowed" | "rate_limited" | "quota_exhausted" | "upstream_unreachable" | "internal_error" | "invalid_request" | "sign_in_required" | "payload_too_large" | "photo_rejected" | "invalid_signature";
        /**
         * PhotoRejectedReason
         * @description Why a photo cannot be used.
         * @enum {string}
         */
        PhotoRejectedReason: "unsupported_format" | "unreadable" | "too_small" | "too_many_pixels" | "too_complex";
        /**
         * CodeError
         * @description An error of the `code` family.
         */
        CodeError: {
            code: components["schemas"]["ErrorCode"];
            /**
             * @description English text for people; never parse it.
             * @example The try-on allowance is used up.
             */
            message?: string;
            reason?: components["schemas"]["PhotoRejectedReason"];
        };
    };
    responses: {
        /** @description The key is revoked, malformed or absent. */
        CodeInvalidApiKey: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CodeError"] & {
                    /** @enum {unknown} */
                    code: "invalid_api_key";
                };
            };
        };
        /** @description The allowance is spent and overage is off. */
        CodeQuotaExhausted: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CodeError"] & {
                    /** @enum {unknown} */
                    code: "quota_exhausted";
                };
            };
        };
        /** @description The key is not allowed for this origin. */
        CodeCrossOrigin: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CodeError"] & {
                    /** @enum {unknown} */
                    code: "cross_origin";
                };
            };
        };
        /** @description There is nothing at this method and path. */
        CodePathNotAllowed: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CodeError"] & {
                    /** @enum {unknown} */
                    code: "path_not_allowed";
                };
            };
        };
        /** @description A rate limit was reached. */
        CodeRateLimited: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CodeError"] & {
                    /** @enum {unknown} */
                    code: "rate_limited";
                };
            };
        };
        /** @description The server failed. */
        CodeInternalError: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CodeError"] & {
                    /** @enum {unknown} */
                    code: "internal_error";
                };
            };
        };
        /** @description A server behind this one could not be reached or did not answer as documented. */
        CodeUpstreamUnreachable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CodeError"] & {
                    /** @enum {unknown} */
                    code: "upstream_unreachable";
                };
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description Names this exchange in the logs of both sides. Quote it to support. */
        "X-Request-Id": string;
        /** @description When to try again, as whole seconds or as an HTTP date (RFC 9110, section 10.2.3). */
        "Retry-After": string;
    };
    pathItems: never;
}
export type Access = components['schemas']['Access'];
export type Plan = components['schemas']['Plan'];
export type ExternalId = components['schemas']['ExternalId'];
export type StatusFields = components['schemas']['StatusFields'];
export type Quota = components['schemas']['Quota'];
export type PerTryonStatus = components['schemas']['PerTryonStatus'];
export type OtherStatus = components['schemas']['OtherStatus'];
export type StatusResponse = components['schemas']['StatusResponse'];
export type ErrorCode = components['schemas']['ErrorCode'];
export type PhotoRejectedReason = components['schemas']['PhotoRejectedReason'];
export type CodeError = components['schemas']['CodeError'];
export type ResponseCodeInvalidApiKey = components['responses']['CodeInvalidApiKey'];
export type ResponseCodeQuotaExhausted = components['responses']['CodeQuotaExhausted'];
export type ResponseCodeCrossOrigin = components['responses']['CodeCrossOrigin'];
export type ResponseCodePathNotAllowed = components['responses']['CodePathNotAllowed'];
export type ResponseCodeRateLimited = components['responses']['CodeRateLimited'];
export type ResponseCodeInternalError = components['responses']['CodeInternalError'];
export type ResponseCodeUpstreamUnreachable = components['responses']['CodeUpstreamUnreachable'];
export type HeaderXRequestId = components['headers']['X-Request-Id'];
export type HeaderRetryAfter = components['headers']['Retry-After'];
export type $defs = Record<string, never>;
export interface operations {
    getStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account's status. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusResponse"];
                };
            };
            401: components["responses"]["CodeInvalidApiKey"];
            402: components["responses"]["CodeQuotaExhausted"];
            403: components["responses"]["CodeCrossOrigin"];
            404: components["responses"]["CodePathNotAllowed"];
            429: components["responses"]["CodeRateLimited"];
            500: components["responses"]["CodeInternalError"];
            502: components["responses"]["CodeUpstreamUnreachable"];
        };
    };
}
