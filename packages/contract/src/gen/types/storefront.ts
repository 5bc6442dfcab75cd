// Generated from openapi/storefront.yaml by `pnpm generate`. Do not edit.
export interface paths {
    "/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the status for this viewer
         * @description The account's status and the shopper's view in one flat object. A guest gets the generic payload without `sessionToken`. The answer is for this viewer and this page view only. An email or metadata of the shop's own that the portal refuses is left out, and the shopper goes on.
         */
        get: operations["getStorefrontStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mint a session token for the current shopper
         * @description A 15-minute Genvoris session token. The shopper comes from the shop's own session, never from the body. Guests get `sign_in_required`.
         */
        post: operations["createStorefrontSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/nonce": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a fresh CSRF token
         * @description Cheap, so that a page that stays open for long can renew its token. Bound to the viewer's session; the answer names the header that mutations send it in.
         */
        get: operations["getNonce"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/proxy/api/analyze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check a photo, through the shop
         * @description Streams the form to the try-on backend with the store's key. Guests may call it only where the model allows guests.
         */
        post: operations["proxyAnalyze"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/proxy/api/tryon": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Generate a try-on, through the shop
         * @description Streams the form to the try-on backend with the store's key and, for a signed-in shopper who has a plan, with the shopper's session token. If the portal finds that token invalid, a fresh one is minted and the call is repeated once.
         */
        post: operations["proxyTryon"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report what the shopper did with the widget
         * @description Passes the widget's events on to the portal, for the shop's funnel; nothing personal is in them. It spends nothing and says nothing about the shopper, and browsers send it as a page goes away, when no header can be set: so it takes no CSRF token, and its `Origin` alone has to be the shop's. Guests may send events. An adapter that knows its platform writes it into each event's `metadata.platform`.
         */
        post: operations["sendStorefrontEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/credits/use": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a try-on from the shopper's own allowance
         * @description Takes one try-on before the call to `/proxy/api/tryon`; it is given back if that call does not succeed. Offered by the models that keep an allowance per shopper; the others answer `path_not_allowed`.
         */
        post: operations["useCredits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/checkout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Build the checkout that unlocks a try-on
         * @description Offered under PAY_PER_USE only; the other models answer `path_not_allowed`.
         */
        post: operations["createCheckout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an event from Genvoris
         * @description Called by Genvoris, server to server; the signature over the raw bytes is the authentication. Every event id is recorded, so that a replay answers 200 and does nothing.
         */
        post: operations["receiveWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finish the one-click connect
         * @description Called by the shop's administrator after authorising on genvoris.org. Exchanges the one-time code for the API key and the webhook secret, and stores both encrypted. One use.
         */
        post: operations["completeConnect"];
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
         * StorefrontStatus
         * @description The account's status and the shopper's view, as one flat object.
         */
        StorefrontStatus: components["schemas"]["StatusResponse"] & components["schemas"]["ShopperView"];
        /**
         * StorefrontSessionRequest
         * @description What the session is for.
         */
        StorefrontSessionRequest: {
            /**
             * @description The shop's own id of the product.
             * @example dress-42
             */
            productId?: string;
        };
        /**
         * StorefrontSession
         * @description A session token for the current shopper.
         */
        StorefrontSession: {
            /**
             * @description The token (JWT).
             * @example eyJhbGciOiJSUzI1NiIsImtpZCI6ImsxIn0.eyJzdWIiOiJlY18wMUpEIn0.c2lnbmF0dXJl
             */
            token: string;
            /**
             * @description How long it is still valid (seconds).
             * @example 900
             */
            expiresIn: number;
            /**
             * Format: date-time
             * @description When it expires (ISO 8601 UTC).
             * @example 2026-11-20T10:15:00Z
             */
            expiresAt: string;
        };
        /**
         * NonceResponse
         * @description A CSRF token and how to send it.
         */
        NonceResponse: {
            /**
             * @description The token.
             * @example 1f6a3c9d2b7e4850.MTc2MzYzMjgwMA
             */
            nonce: string;
            /**
             * @description The request header that mutations carry it in.
             * @enum {string}
             */
            header: "X-WP-Nonce" | "X-XSRF-TOKEN";
            /**
             * Format: date-time
             * @description When to get a new one (ISO 8601 UTC).
             * @example 2026-11-20T22:00:00Z
             */
            expiresAt: string;
        };
        /**
         * UseCreditsResponse
         * @description What the shopper has left.
         */
        UseCreditsResponse: {
            /**
             * @description Try-ons left; `null` where there is no limit.
             * @example 2
             */
            remaining: number | null;
        };
        /**
         * CheckoutRequest
         * @description What the shopper wants to unlock.
         */
        CheckoutRequest: {
            /**
             * @description The shop's own id of the product.
             * @example dress-42
             */
            productId?: string;
        };
        /**
         * CheckoutResponse
         * @description Where the shopper pays.
         */
        CheckoutResponse: {
            /**
             * Format: uri
             * @description A page of the shop.
             * @example https://shop.example/checkout?tryon=1
             */
            checkoutUrl: string;
        };
        /**
         * WebhookEnvelope
         * @description An event. Its `data` is typed by `type` in the v1 contract; receivers accept types they do not know.
         */
        WebhookEnvelope: {
            /**
             * @description The event's id; record it to ignore replays.
             * @example evt_01JD8Z6T5V9M4K2Q
             */
            id: string;
            /**
             * @description The event type.
             * @example webhook.test
             */
            type: string;
            created: components["schemas"]["EventTime"];
            /** @description The event's data. */
            data: Record<string, never>;
        };
        /**
         * WebhookReceipt
         * @description The event was taken.
         */
        WebhookReceipt: {
            /**
             * @description Always true.
             * @constant
             */
            received: true;
            /**
             * @description Whether the event had been taken before.
             * @example false
             */
            duplicate: boolean;
        };
        /**
         * ConnectCallback
         * @description What came back to the shop.
         */
        ConnectCallback: {
            /**
             * @description The one-time code.
             * @example cc_5Yw2mVn8QkT4
             */
            code: string;
            /**
             * @description The state the shop had sent.
             * @example 0f9d7c31a4e84b6c
             */
            state: string;
        };
        /**
         * ConnectResult
         * @description The shop is connected.
         */
        ConnectResult: {
            /**
             * @description Always true.
             * @constant
             */
            connected: true;
        };
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
         * CtaType
         * @description The one call to action the widget shows this shopper. Readers treat an unknown value as `none`.
         * @enum {string}
         */
        CtaType: "try_on" | "checkout" | "upgrade" | "subscribe" | "purchase" | "sign_in" | "service_paused" | "none";
        /**
         * ShopperView
         * @description What this shopper may do, beside the account's status.
         */
        ShopperView: {
            /**
             * @description True when `access` is `ALLOWED` and the shopper's own allowance permits a try-on.
             * @example true
             */
            canTryOn: boolean;
            ctaType: components["schemas"]["CtaType"];
            /**
             * @description Try-ons this shopper has left; `null` where the model sets no limit.
             * @example 3
             */
            remaining?: number | null;
            /**
             * @description A Genvoris session token for a signed-in shopper. Absent for guests.
             * @example eyJhbGciOiJSUzI1NiIsImtpZCI6ImsxIn0.eyJzdWIiOiJlY18wMUpEIn0.c2lnbmF0dXJl
             */
            sessionToken?: string;
        };
        /**
         * ErrorCode
         * @description The stable word a message table is keyed by.
         * @enum {string}
         */
        ErrorCode: "invalid_api_key" | "cross_origin" | "path_not_allowed" | "rate_limited" | "quota_exhausted" | "upstream_unreachable" | "internal_error" | "invalid_request" | "sign_in_required" | "payload_too_large" | "photo_rejected";
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
         * PhotoRejectedReason
         * @description Why a photo cannot be used.
         * @enum {string}
         */
        PhotoRejectedReason: "unsupported_format" | "unreadable" | "too_small" | "too_many_pixels" | "too_complex";
        /**
         * StorefrontError
         * @description An error as the browser sees it. Nothing of an upstream error body is in it but the two catalogued words.
         */
        StorefrontError: {
            code: components["schemas"]["ErrorCode"];
            /**
             * @description English text for people; never parse it.
             * @example The try-on allowance is used up.
             */
            message: string;
            error?: components["schemas"]["PortalErrorCode"];
            /** @description Why, where the code alone does not say it. */
            reason?: components["schemas"]["EndCustomerQuotaReason"] | components["schemas"]["PhotoRejectedReason"];
        };
        /**
         * NativeError
         * @description The host framework's own error, for what the framework itself refuses before the contract is reached (Laravel's form - 419 for a CSRF mismatch, 422 for a body that breaks its rules).
         */
        NativeError: {
            /**
             * @description English text.
             * @example CSRF token mismatch.
             */
            message: string;
            /**
             * @description Field name to the sentences about it.
             * @example {
             *       "productId": [
             *         "The productId field must be a string."
             *       ]
             *     }
             */
            errors?: {
                [key: string]: string[];
            };
        };
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
         * ImageFormat
         * @description The format of an image's bytes.
         * @enum {string}
         */
        ImageFormat: "jpeg" | "png" | "webp";
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
         * WidgetSessionId
         * @description A random id of the visit, made by the widget. It names no person.
         * @example session_12345678
         */
        WidgetSessionId: string;
        /**
         * WidgetEventType
         * @description What the shopper did.
         * @enum {string}
         */
        WidgetEventType: "WIDGET_OPENED" | "PHOTO_UPLOADED" | "TRYON_GENERATED" | "TRYON_VIEWED" | "RESULT_SHARED" | "ADDED_TO_CART" | "CHECKOUT_STARTED" | "CLOSED";
        /**
         * WidgetEventMetadata
         * @description Anything else worth counting, nothing personal: at most 20 keys, and 4096 bytes as JSON in UTF-8; more answers `metadata_too_large`. `platform` names the platform the funnel is split by, as in a conversion.
         * @example {
         *       "platform": "woocommerce"
         *     }
         */
        WidgetEventMetadata: {
            [key: string]: unknown;
        };
        /**
         * WidgetEvent
         * @description One thing a shopper did.
         */
        WidgetEvent: {
            sessionId: components["schemas"]["WidgetSessionId"];
            eventType: components["schemas"]["WidgetEventType"];
            /**
             * @description The product.
             * @example dress-42
             */
            productId?: string;
            /**
             * @description The product's name.
             * @example Wrap dress
             */
            productTitle?: string;
            /**
             * @description The page, without its query and fragment; those are dropped if sent.
             * @example https://shop.example/p/dress-42
             */
            pageUrl?: string;
            metadata?: components["schemas"]["WidgetEventMetadata"];
        };
        /**
         * WidgetEventBatch
         * @description Several events, in the order they happened.
         */
        WidgetEventBatch: {
            /** @description The events. */
            events: components["schemas"]["WidgetEvent"][];
        };
        /**
         * EventsAccepted
         * @description How many events were taken.
         */
        EventsAccepted: {
            /**
             * @description Events taken.
             * @example 2
             */
            accepted: number;
        };
        /**
         * EventTime
         * @description When it happened (Unix seconds).
         * @example 1794312000
         */
        EventTime: number;
    };
    responses: {
        /** @description The shop's key does not work, or the shopper has to sign in first. */
        StorefrontUnauthorized: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["StorefrontError"] & {
                    /** @enum {unknown} */
                    code: "invalid_api_key" | "sign_in_required";
                    /** @enum {unknown} */
                    error?: "invalid_key" | "unauthorized" | "account_inactive";
                };
            };
        };
        /** @description The account's, the store's or the shopper's allowance is spent; `error` and `reason` say whose. */
        StorefrontQuotaExhausted: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["StorefrontError"] & ({
                    /** @enum {unknown} */
                    code: "quota_exhausted";
                    /** @enum {unknown} */
                    error: "end_customer_quota";
                    /** @enum {unknown} */
                    reason: "quota_exhausted" | "no_plan" | "paused" | "cancelled";
                } | {
                    /** @enum {unknown} */
                    code: "quota_exhausted";
                    /** @enum {unknown} */
                    error?: "credit_limit_reached";
                });
            };
        };
        /** @description The request is not from the shop's own pages, or the shop's domain may not use its key. */
        StorefrontCrossOrigin: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["StorefrontError"] & {
                    /** @enum {unknown} */
                    code: "cross_origin";
                    /** @enum {unknown} */
                    error?: "domain_not_allowed";
                };
            };
        };
        /** @description Not on the allow-list, or not offered by the store's model. */
        StorefrontPathNotAllowed: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["StorefrontError"] & {
                    /** @enum {unknown} */
                    code: "path_not_allowed";
                    /** @enum {unknown} */
                    error?: "not_found";
                };
            };
        };
        /** @description The adapter's own limit or the upstream's. */
        StorefrontRateLimited: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Retry-After": components["headers"]["Retry-After"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["StorefrontError"] & {
                    /** @enum {unknown} */
                    code: "rate_limited";
                };
            };
        };
        /** @description The adapter failed, or the upstream refused something that is the shop's own affair. */
        StorefrontInternalError: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["StorefrontError"] & {
                    /** @enum {unknown} */
                    code: "internal_error";
                    /** @enum {unknown} */
                    error?: "invalid_session_token" | "token_store_mismatch" | "customer_inactive" | "plan_not_found" | "invalid_body" | "metadata_too_large" | "idempotency_conflict";
                };
            };
        };
        /** @description Genvoris did not answer, or not as the contract says. */
        StorefrontUpstreamUnreachable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["StorefrontError"] & {
                    /** @enum {unknown} */
                    code: "upstream_unreachable";
                };
            };
        };
        /** @description The request is not what the operation documents. */
        StorefrontInvalidRequest: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["StorefrontError"] & {
                    /** @enum {unknown} */
                    code: "invalid_request";
                };
            };
        };
        /** @description The body is over the limit. The upstream was not touched. */
        StorefrontPayloadTooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["StorefrontError"] & {
                    /** @enum {unknown} */
                    code: "payload_too_large";
                };
            };
        };
        /** @description Laravel-style adapters only - the CSRF token is missing or stale, in Laravel's own form. */
        StorefrontNativeCsrf: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["NativeError"];
            };
        };
        /** @description Laravel-style adapters only - the body breaks the operation's rules, in Laravel's own form. */
        StorefrontNativeValidation: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["NativeError"];
            };
        };
        /** @description The photo cannot be used; `reason` says why. */
        StorefrontPhotoRejected: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["StorefrontError"] & {
                    /** @enum {unknown} */
                    code: "photo_rejected";
                    /** @enum {unknown} */
                    reason: "unsupported_format" | "unreadable" | "too_small" | "too_many_pixels" | "too_complex";
                };
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description Names this exchange in the logs of both sides. Quote it to support. */
        "X-Request-Id": string;
        /** @description The answer is for one shopper and one page view; no cache may keep it. */
        "Cache-Control-Private": "private, no-store";
        /** @description What is left of the limit and the seconds until it refills, for example `"default";r=29;t=60` (draft-ietf-httpapi-ratelimit-headers). */
        RateLimit: string;
        /** @description The limit itself: requests (`q`) per window of seconds (`w`), for example `"default";q=30;w=60`. */
        "RateLimit-Policy": string;
        /** @description When to try again, as whole seconds or as an HTTP date (RFC 9110, section 10.2.3). */
        "Retry-After": string;
    };
    pathItems: never;
}
export type StorefrontStatus = components['schemas']['StorefrontStatus'];
export type StorefrontSessionRequest = components['schemas']['StorefrontSessionRequest'];
export type StorefrontSession = components['schemas']['StorefrontSession'];
export type NonceResponse = components['schemas']['NonceResponse'];
export type UseCreditsResponse = components['schemas']['UseCreditsResponse'];
export type CheckoutRequest = components['schemas']['CheckoutRequest'];
export type CheckoutResponse = components['schemas']['CheckoutResponse'];
export type WebhookEnvelope = components['schemas']['WebhookEnvelope'];
export type WebhookReceipt = components['schemas']['WebhookReceipt'];
export type ConnectCallback = components['schemas']['ConnectCallback'];
export type ConnectResult = components['schemas']['ConnectResult'];
export type Access = components['schemas']['Access'];
export type Plan = components['schemas']['Plan'];
export type ExternalId = components['schemas']['ExternalId'];
export type StatusFields = components['schemas']['StatusFields'];
export type Quota = components['schemas']['Quota'];
export type PerTryonStatus = components['schemas']['PerTryonStatus'];
export type OtherStatus = components['schemas']['OtherStatus'];
export type StatusResponse = components['schemas']['StatusResponse'];
export type CtaType = components['schemas']['CtaType'];
export type ShopperView = components['schemas']['ShopperView'];
export type ErrorCode = components['schemas']['ErrorCode'];
export type PortalErrorCode = components['schemas']['PortalErrorCode'];
export type EndCustomerQuotaReason = components['schemas']['EndCustomerQuotaReason'];
export type PhotoRejectedReason = components['schemas']['PhotoRejectedReason'];
export type StorefrontError = components['schemas']['StorefrontError'];
export type NativeError = components['schemas']['NativeError'];
export type TryonForm = components['schemas']['TryonForm'];
export type ImageFormat = components['schemas']['ImageFormat'];
export type AnalyzeResponse = components['schemas']['AnalyzeResponse'];
export type GeneratedImage = components['schemas']['GeneratedImage'];
export type EndCustomerQuota = components['schemas']['EndCustomerQuota'];
export type TryonResponse = components['schemas']['TryonResponse'];
export type WidgetSessionId = components['schemas']['WidgetSessionId'];
export type WidgetEventType = components['schemas']['WidgetEventType'];
export type WidgetEventMetadata = components['schemas']['WidgetEventMetadata'];
export type WidgetEvent = components['schemas']['WidgetEvent'];
export type WidgetEventBatch = components['schemas']['WidgetEventBatch'];
export type EventsAccepted = components['schemas']['EventsAccepted'];
export type EventTime = components['schemas']['EventTime'];
export type ResponseStorefrontUnauthorized = components['responses']['StorefrontUnauthorized'];
export type ResponseStorefrontQuotaExhausted = components['responses']['StorefrontQuotaExhausted'];
export type ResponseStorefrontCrossOrigin = components['responses']['StorefrontCrossOrigin'];
export type ResponseStorefrontPathNotAllowed = components['responses']['StorefrontPathNotAllowed'];
export type ResponseStorefrontRateLimited = components['responses']['StorefrontRateLimited'];
export type ResponseStorefrontInternalError = components['responses']['StorefrontInternalError'];
export type ResponseStorefrontUpstreamUnreachable = components['responses']['StorefrontUpstreamUnreachable'];
export type ResponseStorefrontInvalidRequest = components['responses']['StorefrontInvalidRequest'];
export type ResponseStorefrontPayloadTooLarge = components['responses']['StorefrontPayloadTooLarge'];
export type ResponseStorefrontNativeCsrf = components['responses']['StorefrontNativeCsrf'];
export type ResponseStorefrontNativeValidation = components['responses']['StorefrontNativeValidation'];
export type ResponseStorefrontPhotoRejected = components['responses']['StorefrontPhotoRejected'];
export type HeaderXRequestId = components['headers']['X-Request-Id'];
export type HeaderCacheControlPrivate = components['headers']['Cache-Control-Private'];
export type HeaderRateLimit = components['headers']['RateLimit'];
export type HeaderRateLimitPolicy = components['headers']['RateLimit-Policy'];
export type HeaderRetryAfter = components['headers']['Retry-After'];
export type $defs = Record<string, never>;
export interface operations {
    getStorefrontStatus: {
        parameters: {
            query?: {
                /**
                 * @description The product the page shows, for adapters whose model differs by product.
                 * @example dress-42
                 */
                product_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The status for this viewer. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StorefrontStatus"];
                };
            };
            401: components["responses"]["StorefrontUnauthorized"];
            402: components["responses"]["StorefrontQuotaExhausted"];
            403: components["responses"]["StorefrontCrossOrigin"];
            404: components["responses"]["StorefrontPathNotAllowed"];
            429: components["responses"]["StorefrontRateLimited"];
            500: components["responses"]["StorefrontInternalError"];
            502: components["responses"]["StorefrontUpstreamUnreachable"];
        };
    };
    createStorefrontSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What the session is for. It may be left out; `null` is not left out. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["StorefrontSessionRequest"];
            };
        };
        responses: {
            /** @description The token. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StorefrontSession"];
                };
            };
            400: components["responses"]["StorefrontInvalidRequest"];
            401: components["responses"]["StorefrontUnauthorized"];
            402: components["responses"]["StorefrontQuotaExhausted"];
            403: components["responses"]["StorefrontCrossOrigin"];
            404: components["responses"]["StorefrontPathNotAllowed"];
            413: components["responses"]["StorefrontPayloadTooLarge"];
            419: components["responses"]["StorefrontNativeCsrf"];
            422: components["responses"]["StorefrontNativeValidation"];
            429: components["responses"]["StorefrontRateLimited"];
            500: components["responses"]["StorefrontInternalError"];
            502: components["responses"]["StorefrontUpstreamUnreachable"];
        };
    };
    getNonce: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token and the header it goes in. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NonceResponse"];
                };
            };
            404: components["responses"]["StorefrontPathNotAllowed"];
            429: components["responses"]["StorefrontRateLimited"];
            500: components["responses"]["StorefrontInternalError"];
        };
    };
    proxyAnalyze: {
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
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnalyzeResponse"];
                };
            };
            400: components["responses"]["StorefrontInvalidRequest"];
            401: components["responses"]["StorefrontUnauthorized"];
            402: components["responses"]["StorefrontQuotaExhausted"];
            403: components["responses"]["StorefrontCrossOrigin"];
            404: components["responses"]["StorefrontPathNotAllowed"];
            413: components["responses"]["StorefrontPayloadTooLarge"];
            419: components["responses"]["StorefrontNativeCsrf"];
            422: components["responses"]["StorefrontPhotoRejected"];
            429: components["responses"]["StorefrontRateLimited"];
            500: components["responses"]["StorefrontInternalError"];
            502: components["responses"]["StorefrontUpstreamUnreachable"];
        };
    };
    proxyTryon: {
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
            /** @description The pictures. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TryonResponse"];
                };
            };
            400: components["responses"]["StorefrontInvalidRequest"];
            401: components["responses"]["StorefrontUnauthorized"];
            402: components["responses"]["StorefrontQuotaExhausted"];
            403: components["responses"]["StorefrontCrossOrigin"];
            404: components["responses"]["StorefrontPathNotAllowed"];
            413: components["responses"]["StorefrontPayloadTooLarge"];
            419: components["responses"]["StorefrontNativeCsrf"];
            422: components["responses"]["StorefrontPhotoRejected"];
            429: components["responses"]["StorefrontRateLimited"];
            500: components["responses"]["StorefrontInternalError"];
            502: components["responses"]["StorefrontUpstreamUnreachable"];
        };
    };
    sendStorefrontEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The events. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["WidgetEventBatch"];
            };
        };
        responses: {
            /** @description The events are taken. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventsAccepted"];
                };
            };
            400: components["responses"]["StorefrontInvalidRequest"];
            401: components["responses"]["StorefrontUnauthorized"];
            402: components["responses"]["StorefrontQuotaExhausted"];
            403: components["responses"]["StorefrontCrossOrigin"];
            404: components["responses"]["StorefrontPathNotAllowed"];
            413: components["responses"]["StorefrontPayloadTooLarge"];
            422: components["responses"]["StorefrontNativeValidation"];
            429: components["responses"]["StorefrontRateLimited"];
            500: components["responses"]["StorefrontInternalError"];
            502: components["responses"]["StorefrontUpstreamUnreachable"];
        };
    };
    useCredits: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description One per try-on; a repeat takes nothing more.
                 * @example 6f1c0b0a-9d5e-4a8e-9a53-0d7a1e6a1b2c
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One try-on is taken. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UseCreditsResponse"];
                };
            };
            401: components["responses"]["StorefrontUnauthorized"];
            402: components["responses"]["StorefrontQuotaExhausted"];
            403: components["responses"]["StorefrontCrossOrigin"];
            404: components["responses"]["StorefrontPathNotAllowed"];
            419: components["responses"]["StorefrontNativeCsrf"];
            429: components["responses"]["StorefrontRateLimited"];
            500: components["responses"]["StorefrontInternalError"];
        };
    };
    createCheckout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The product the shopper wants to try on. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CheckoutRequest"];
            };
        };
        responses: {
            /** @description Where the shopper pays. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckoutResponse"];
                };
            };
            400: components["responses"]["StorefrontInvalidRequest"];
            401: components["responses"]["StorefrontUnauthorized"];
            403: components["responses"]["StorefrontCrossOrigin"];
            404: components["responses"]["StorefrontPathNotAllowed"];
            413: components["responses"]["StorefrontPayloadTooLarge"];
            419: components["responses"]["StorefrontNativeCsrf"];
            422: components["responses"]["StorefrontNativeValidation"];
            429: components["responses"]["StorefrontRateLimited"];
            500: components["responses"]["StorefrontInternalError"];
        };
    };
    receiveWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The signed envelope, see the events of the v1 contract. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookEnvelope"];
            };
        };
        responses: {
            /** @description Taken, now or before. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookReceipt"];
                };
            };
            400: components["responses"]["StorefrontInvalidRequest"];
            401: components["responses"]["StorefrontUnauthorized"];
            404: components["responses"]["StorefrontPathNotAllowed"];
            413: components["responses"]["StorefrontPayloadTooLarge"];
            429: components["responses"]["StorefrontRateLimited"];
            500: components["responses"]["StorefrontInternalError"];
        };
    };
    completeConnect: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The code and the state that came back. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConnectCallback"];
            };
        };
        responses: {
            /** @description Connected. No secret is in the answer. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectResult"];
                };
            };
            400: components["responses"]["StorefrontInvalidRequest"];
            401: components["responses"]["StorefrontUnauthorized"];
            403: components["responses"]["StorefrontCrossOrigin"];
            404: components["responses"]["StorefrontPathNotAllowed"];
            413: components["responses"]["StorefrontPayloadTooLarge"];
            419: components["responses"]["StorefrontNativeCsrf"];
            422: components["responses"]["StorefrontNativeValidation"];
            429: components["responses"]["StorefrontRateLimited"];
            500: components["responses"]["StorefrontInternalError"];
            502: components["responses"]["StorefrontUpstreamUnreachable"];
        };
    };
}
