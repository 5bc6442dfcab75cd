// Generated from openapi/tryon-track.yaml by `pnpm generate`. Do not edit.
export interface paths {
    "/api/tryon/track": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report a try-on and debit it
         * @description One try-on is one credit, whatever `variation_count` says; `success: false` is recorded and debits nothing. With an `end_customer_token` the shopper's plan is enforced before the pool is touched and the shopper's usage grows by one; without it the pool alone is debited. An `Idempotency-Key` makes a repeat safe: the same key and body get the same answer again for 24 hours.
         */
        post: operations["trackTryon"];
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
         * TrackRequest
         * @description One try-on, as the backend saw it.
         */
        TrackRequest: {
            /**
             * @description The store's key.
             * @example gvk_live_3mTq8wYx2RkLp0Zc
             */
            api_key: string;
            /**
             * @description What kind of product was tried on, for example `apparel`.
             * @example apparel
             */
            product_type: string;
            /**
             * @description How many pictures were generated. They are one try-on together.
             * @example 4
             */
            variation_count: number;
            /**
             * @description How long the generation took (milliseconds).
             * @example 1820
             */
            generation_time_ms: number;
            /**
             * @description Whether a picture was generated. `false` debits nothing.
             * @example true
             */
            success: boolean;
            /**
             * Format: uri
             * @description The page the shopper was on.
             * @example https://shop.example/p/dress-42
             */
            page_url?: string;
            /**
             * @description The product's name.
             * @example Wrap dress
             */
            product_title?: string;
            /**
             * Format: uri
             * @description The shop's origin, matched against the domains of the key (exact, or `*.` for every subdomain).
             * @example https://shop.example
             */
            origin?: string;
            /**
             * @description The shopper's session token. With it the shopper's plan is enforced; `iss`, `aud` and `sid` are verified.
             * @example eyJhbGciOiJSUzI1NiIsImtpZCI6ImsxIn0.eyJzdWIiOiJlY18wMUpEIn0.c2lnbmF0dXJl
             */
            end_customer_token?: string;
        };
        /**
         * TrackResponse
         * @description What is left after the debit.
         */
        TrackResponse: {
            /**
             * @description The report was taken.
             * @constant
             */
            success: true;
            /**
             * @description Credits left in the store's pool.
             * @example 4823
             */
            remaining_credits: number;
            /**
             * @description The count that was reported.
             * @example 4
             */
            variation_count: number;
            end_customer_quota?: components["schemas"]["EndCustomerQuota"];
        };
        /**
         * EndCustomerQuota
         * @description The shopper's allowance after this try-on. Present only when a session token was given.
         */
        EndCustomerQuota: {
            /**
             * @description Try-ons used in the shopper's period.
             * @example 33
             */
            used: number;
            /**
             * @description Try-ons the shopper's plan allows.
             * @example 100
             */
            limit: number;
            /**
             * @description What is left.
             * @example 67
             */
            remaining: number;
        };
        /**
         * PortalErrorCode
         * @description The portal's word for what went wrong.
         * @enum {string}
         */
        PortalErrorCode: "unauthorized" | "invalid_key" | "invalid_session_token" | "credit_limit_reached" | "end_customer_quota" | "account_inactive" | "domain_not_allowed" | "token_store_mismatch" | "customer_inactive" | "plan_not_found" | "not_found" | "invalid_body" | "metadata_too_large" | "idempotency_conflict" | "rate_limited" | "internal_error";
        /**
         * EndCustomerQuotaReason
         * @description Why a customer's own plan refuses a try-on.
         * @enum {string}
         */
        EndCustomerQuotaReason: "quota_exhausted" | "no_plan" | "paused" | "cancelled";
        /**
         * PortalError
         * @description An error of the `error` family.
         */
        PortalError: {
            error: components["schemas"]["PortalErrorCode"];
            /**
             * @description English text for developers; never parse it.
             * @example The API key is not valid.
             */
            message: string;
            /**
             * @description More about this one occurrence. With `invalid_body` it is the JSON pointer of the first field that `fieldErrors` names.
             * @example The key was revoked on 2026-11-01.
             */
            detail?: string;
            reason?: components["schemas"]["EndCustomerQuotaReason"];
            /**
             * @description With `end_customer_quota`: try-ons the customer has used in the period.
             * @example 100
             */
            used?: number;
            /**
             * @description With `end_customer_quota`: try-ons the period allows, zero without a plan.
             * @example 100
             */
            limit?: number;
            /**
             * @description What is wrong with each field: a JSON pointer into the request to a list of sentences.
             * @example {
             *       "/name": [
             *         "must have at most 80 characters"
             *       ]
             *     }
             */
            fieldErrors?: {
                [key: string]: string[];
            };
        };
    };
    responses: {
        /** @description The idempotency key was used for another request. */
        PortalIdempotencyConflict: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PortalError"] & {
                    /** @enum {unknown} */
                    error: "idempotency_conflict";
                };
            };
        };
        /** @description A rate limit was reached. */
        PortalRateLimited: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PortalError"] & {
                    /** @enum {unknown} */
                    error: "rate_limited";
                };
            };
        };
        /** @description The portal failed. */
        PortalInternalError: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PortalError"] & {
                    /** @enum {unknown} */
                    error: "internal_error";
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
export type TrackRequest = components['schemas']['TrackRequest'];
export type TrackResponse = components['schemas']['TrackResponse'];
export type EndCustomerQuota = components['schemas']['EndCustomerQuota'];
export type PortalErrorCode = components['schemas']['PortalErrorCode'];
export type EndCustomerQuotaReason = components['schemas']['EndCustomerQuotaReason'];
export type PortalError = components['schemas']['PortalError'];
export type ResponsePortalIdempotencyConflict = components['responses']['PortalIdempotencyConflict'];
export type ResponsePortalRateLimited = components['responses']['PortalRateLimited'];
export type ResponsePortalInternalError = components['responses']['PortalInternalError'];
export type HeaderXRequestId = components['headers']['X-Request-Id'];
export type HeaderRetryAfter = components['headers']['Retry-After'];
export type $defs = Record<string, never>;
export interface operations {
    trackTryon: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text of the caller's choosing, one per try-on. Scoped to the store, kept for 24 hours.
                 * @example 6f1c0b0a-9d5e-4a8e-9a53-0d7a1e6a1b2c
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description The try-on that took place. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrackRequest"];
            };
        };
        responses: {
            /** @description The try-on is recorded and debited. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackResponse"];
                };
            };
            /** @description The body breaks its schema, or is not JSON. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalError"] & {
                        /** @enum {unknown} */
                        error: "invalid_body";
                    };
                };
            };
            /** @description The secret, the key or the session token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalError"] & {
                        /** @enum {unknown} */
                        error: "unauthorized" | "invalid_key" | "invalid_session_token";
                    };
                };
            };
            /** @description The store's pool is empty, or the shopper's plan does not allow the try-on. Nothing is debited. */
            402: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalError"] & ({
                        /** @enum {unknown} */
                        error: "end_customer_quota";
                        /** @enum {unknown} */
                        reason: "quota_exhausted" | "no_plan" | "paused" | "cancelled";
                    } | {
                        /** @enum {unknown} */
                        error: "credit_limit_reached";
                    });
                };
            };
            /** @description The account is suspended, the origin is not the key's, or the token belongs to another store. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalError"] & {
                        /** @enum {unknown} */
                        error: "account_inactive" | "domain_not_allowed" | "token_store_mismatch";
                    };
                };
            };
            422: components["responses"]["PortalIdempotencyConflict"];
            429: components["responses"]["PortalRateLimited"];
            500: components["responses"]["PortalInternalError"];
        };
    };
}
