// Generated from openapi/tryon.yaml by `pnpm generate`. Do not edit.
export interface paths {
    "/api/analyze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check a photo before a try-on
         * @description Says whether the photo can be used and what the product is, without generating anything. Debits nothing. The photo is not stored.
         */
        post: operations["analyzePhoto"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tryon": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Generate a try-on
         * @description Generates pictures of the shopper wearing the product, and reports the try-on to the portal. What the portal refuses is passed on as the portal said it, in the `error` family; the backend's own errors are of the `code` family. A generation that fails debits nothing.
         */
        post: operations["generateTryon"];
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
         * TryonForm
         * @description The multipart form of both calls. Only `photo` and one way to name the product are required.
         */
        TryonForm: {
            /** @description The shopper's photo: JPEG, PNG or WebP, at most 10 MiB and 40 million pixels, at least 256 pixels a side. A progressive JPEG, a WebP and a PNG of 16 bits have at most 25 million pixels, an interlaced PNG 8 million; a JPEG has at most 32 scans. Of an animation the first picture counts. What is in the file beside the picture, or behind it, is left out. It is not stored. */
            photo: string;
            /**
             * Format: uri
             * @description The picture of the product.
             * @example https://shop.example/img/dress.jpg
             */
            product_image_url: string;
            /**
             * @description The shop's own id of the product.
             * @example dress-42
             */
            product_id?: string;
            /**
             * @description The product's name.
             * @example Wrap dress
             */
            product_title?: string;
            /**
             * Format: uri
             * @description The page the shopper is on.
             * @example https://shop.example/p/dress-42
             */
            page_url?: string;
            /**
             * @description How many pictures to generate. They are one try-on together.
             * @default 1
             * @example 1
             */
            variation_count?: number;
        };
        /**
         * AnalyzeResponse
         * @description What the photo and the product are.
         */
        AnalyzeResponse: {
            /** @description The photo as decoded, upright. */
            photo: {
                /**
                 * @description Width (pixels).
                 * @example 1200
                 */
                width: number;
                /**
                 * @description Height (pixels).
                 * @example 1600
                 */
                height: number;
                format: components["schemas"]["ImageFormat"];
            };
            /**
             * @description What kind of product it is.
             * @example apparel
             */
            product_type: string;
            /** @description Hints for a better picture, in English. */
            warnings: string[];
        };
        /**
         * TryonResponse
         * @description The generated pictures and what the shopper has left.
         */
        TryonResponse: {
            /** @description One picture per variation. */
            images: components["schemas"]["GeneratedImage"][];
            /**
             * @description What kind of product was tried on.
             * @example apparel
             */
            product_type: string;
            /**
             * @description How many pictures there are.
             * @example 1
             */
            variation_count: number;
            /**
             * @description How long the generation took (milliseconds).
             * @example 1820
             */
            generation_time_ms: number;
            end_customer_quota?: components["schemas"]["EndCustomerQuota"];
        };
        /**
         * TryonError
         * @description Either the backend's own error (`code`) or the portal's, passed on (`error`).
         */
        TryonError: components["schemas"]["CodeError"] | components["schemas"]["PortalError"];
        /**
         * ImageFormat
         * @description The format of an image's bytes.
         * @enum {string}
         */
        ImageFormat: "jpeg" | "png" | "webp";
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
        /**
         * GeneratedImage
         * @description One picture.
         */
        GeneratedImage: {
            /**
             * Format: uri
             * @description Where the picture is, or the picture itself as a data URL.
             * @example https://cdn.genvoris.org/tryons/01JD8Z6T5V9M4K2Q7R3S8X1Y0P.png
             */
            url: string;
            /**
             * @description Width (pixels).
             * @example 1024
             */
            width: number;
            /**
             * @description Height (pixels).
             * @example 1365
             */
            height: number;
            format: components["schemas"]["ImageFormat"];
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
        /** @description The request is not what the operation documents. */
        CodeInvalidRequest: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CodeError"] & {
                    /** @enum {unknown} */
                    code: "invalid_request";
                };
            };
        };
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
        /** @description The body is over the limit. */
        CodePayloadTooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CodeError"] & {
                    /** @enum {unknown} */
                    code: "payload_too_large";
                };
            };
        };
        /** @description The photo cannot be used. */
        CodePhotoRejected: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CodeError"] & {
                    /** @enum {unknown} */
                    code: "photo_rejected";
                    /** @enum {unknown} */
                    reason: "unsupported_format" | "unreadable" | "too_small" | "too_many_pixels" | "too_complex";
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
export type TryonForm = components['schemas']['TryonForm'];
export type AnalyzeResponse = components['schemas']['AnalyzeResponse'];
export type TryonResponse = components['schemas']['TryonResponse'];
export type TryonError = components['schemas']['TryonError'];
export type ImageFormat = components['schemas']['ImageFormat'];
export type ErrorCode = components['schemas']['ErrorCode'];
export type PhotoRejectedReason = components['schemas']['PhotoRejectedReason'];
export type CodeError = components['schemas']['CodeError'];
export type GeneratedImage = components['schemas']['GeneratedImage'];
export type EndCustomerQuota = components['schemas']['EndCustomerQuota'];
export type PortalErrorCode = components['schemas']['PortalErrorCode'];
export type EndCustomerQuotaReason = components['schemas']['EndCustomerQuotaReason'];
export type PortalError = components['schemas']['PortalError'];
export type ResponseCodeInvalidRequest = components['responses']['CodeInvalidRequest'];
export type ResponseCodeInvalidApiKey = components['responses']['CodeInvalidApiKey'];
export type ResponseCodeCrossOrigin = components['responses']['CodeCrossOrigin'];
export type ResponseCodePathNotAllowed = components['responses']['CodePathNotAllowed'];
export type ResponseCodePayloadTooLarge = components['responses']['CodePayloadTooLarge'];
export type ResponseCodePhotoRejected = components['responses']['CodePhotoRejected'];
export type ResponseCodeRateLimited = components['responses']['CodeRateLimited'];
export type ResponseCodeInternalError = components['responses']['CodeInternalError'];
export type ResponseCodeUpstreamUnreachable = components['responses']['CodeUpstreamUnreachable'];
export type HeaderXRequestId = components['headers']['X-Request-Id'];
export type HeaderRetryAfter = components['headers']['Retry-After'];
export type $defs = Record<string, never>;
export interface operations {
    analyzePhoto: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The photo and the product. */
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["TryonForm"];
            };
        };
        responses: {
            /** @description The photo can be used. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnalyzeResponse"];
                };
            };
            400: components["responses"]["CodeInvalidRequest"];
            401: components["responses"]["CodeInvalidApiKey"];
            403: components["responses"]["CodeCrossOrigin"];
            404: components["responses"]["CodePathNotAllowed"];
            413: components["responses"]["CodePayloadTooLarge"];
            422: components["responses"]["CodePhotoRejected"];
            429: components["responses"]["CodeRateLimited"];
            500: components["responses"]["CodeInternalError"];
            502: components["responses"]["CodeUpstreamUnreachable"];
        };
    };
    generateTryon: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The shopper's session token. With it the shopper's own plan is enforced and counted.
                 * @example eyJhbGciOiJSUzI1NiIsImtpZCI6ImsxIn0.eyJzdWIiOiJlY18wMUpEIn0.c2lnbmF0dXJl
                 */
                "X-End-Customer-Token"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description The photo and the product. */
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["TryonForm"];
            };
        };
        responses: {
            /** @description The pictures. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TryonResponse"];
                };
            };
            400: components["responses"]["CodeInvalidRequest"];
            /** @description The key, the secret between backend and portal, or the session token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TryonError"] & ({
                        /** @enum {unknown} */
                        code: "invalid_api_key";
                    } | {
                        /** @enum {unknown} */
                        error: "unauthorized" | "invalid_key" | "invalid_session_token";
                    });
                };
            };
            /** @description The account's, the store's or the shopper's allowance is spent. Nothing is debited. */
            402: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TryonError"] & ({
                        /** @enum {unknown} */
                        error: "end_customer_quota";
                        /** @enum {unknown} */
                        reason: "quota_exhausted" | "no_plan" | "paused" | "cancelled";
                    } | {
                        /** @enum {unknown} */
                        code: "quota_exhausted";
                    } | {
                        /** @enum {unknown} */
                        error: "credit_limit_reached";
                    });
                };
            };
            /** @description The origin, the account or the token's store does not fit the key. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TryonError"] & ({
                        /** @enum {unknown} */
                        code: "cross_origin";
                    } | {
                        /** @enum {unknown} */
                        error: "account_inactive" | "domain_not_allowed" | "token_store_mismatch";
                    });
                };
            };
            404: components["responses"]["CodePathNotAllowed"];
            413: components["responses"]["CodePayloadTooLarge"];
            422: components["responses"]["CodePhotoRejected"];
            429: components["responses"]["CodeRateLimited"];
            500: components["responses"]["CodeInternalError"];
            502: components["responses"]["CodeUpstreamUnreachable"];
        };
    };
}
