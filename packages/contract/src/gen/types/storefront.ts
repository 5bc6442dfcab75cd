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
    "/proxy/api/v1/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create or update a shopper plan, through the shop
         * @description For the shop's administrators, who may reach more of Genvoris than shoppers: passes a plan on to the portal with the store's key. Somebody who may not manage the shop finds `path_not_allowed`, as with a path that is on no list.
         */
        post: operations["proxyCreatePlan"];
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
    "/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the shopper's own account
         * @description What the shopper has, what orders granted, and what became of it, for the shop's account page. Offered by the models that keep an allowance per shopper; the others answer `path_not_allowed`. It says only what is the signed-in shopper's own.
         */
        get: operations["getShopperAccount"];
        put?: never;
        post?: never;
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
    "/webhooks/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take what happened in the shop, from any order system
         * @description Called by the shop's own order system, server to server; the signature over the raw bytes is the authentication. Events come in any order and any number of times: the state is the same in the end. A paid order grants what the model in force says, once; a refund revokes what is unspent; a guest's order grants nothing and says so. A field that cannot be right is answered `invalid_request` that names it. Paid orders and refunds are told to the portal too, for the funnel; that it cannot be reached changes nothing here.
         */
        post: operations["receiveShopEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/woocommerce": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a webhook of WooCommerce
         * @description WooCommerce's own webhooks for orders, refunds, subscriptions and customers, as it sends them, told apart by `X-WC-Webhook-Topic`. They are read into the events of `/webhooks/orders`. The unsigned form that WooCommerce sends when a webhook is saved is answered 200 and does nothing; so is a topic that concerns no try-on. Offered by adapters for WooCommerce; the others answer `path_not_allowed`.
         */
        post: operations["receiveWooCommerceWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/shopify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a webhook of Shopify
         * @description Shopify's own webhooks for orders, refunds, subscription contracts and customers, and its three privacy webhooks (`customers/data_request`, `customers/redact`, `shop/redact`), told apart by `X-Shopify-Topic`. They are read into the events of `/webhooks/orders`; a topic that concerns no try-on is answered 200 and does nothing. Offered by adapters for Shopify; the others answer `path_not_allowed`.
         */
        post: operations["receiveShopifyWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin the one-click connect
         * @description Makes the `state` of a connect, bound to the administrator who asks, and answers the address of the consent page to send the browser to. A state lives 10 minutes and works once. Somebody who may not manage the shop finds `path_not_allowed`.
         */
        post: operations["startStoreConnect"];
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
         * ConnectStart
         * @description Where the administrator allows the connection.
         */
        ConnectStart: {
            /**
             * Format: uri
             * @description The portal's consent page.
             * @example https://genvoris.org/oauth/wordpress
             */
            connectUrl: string;
            /**
             * Format: date-time
             * @description Until when it works (ISO 8601 UTC).
             * @example 2026-11-20T10:10:00Z
             */
            expiresAt: string;
        };
        /**
         * PlatformResource
         * @description A resource as the platform itself shows it. What is read of it is held by the adapter; the rest is ignored.
         */
        PlatformResource: Record<string, never>;
        /**
         * WooCommercePing
         * @description The form that WooCommerce sends, unsigned, when a webhook is saved.
         */
        WooCommercePing: {
            /**
             * @description The webhook.
             * @example 7
             */
            webhook_id: string;
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
         * CtaUrl
         * Format: uri
         * @description Where the call to action leads, a page of the shop. Absent where the model names none.
         * @example https://shop.example/products/try-on-subscription
         */
        CtaUrl: string;
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
            ctaUrl?: components["schemas"]["CtaUrl"];
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
        ErrorCode: "invalid_api_key" | "cross_origin" | "path_not_allowed" | "rate_limited" | "quota_exhausted" | "upstream_unreachable" | "internal_error" | "invalid_request" | "sign_in_required" | "payload_too_large" | "photo_rejected" | "invalid_signature";
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
         * WordPressErrorData
         * @description The status once more, as WordPress's REST API repeats it.
         */
        WordPressErrorData: {
            /**
             * @description The HTTP status.
             * @example 403
             */
            status: number;
        };
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
            data?: components["schemas"]["WordPressErrorData"];
        };
        /**
         * WordPressError
         * @description WordPress-style adapters only - WordPress's own error, for what WordPress itself refuses before the contract is reached. Their other errors are those of the `code` family with WordPress's `data` beside it.
         */
        WordPressError: {
            /**
             * @description WordPress's word.
             * @enum {string}
             */
            code: "rest_cookie_invalid_nonce" | "rest_forbidden";
            /**
             * @description English text.
             * @example Cookie check failed
             */
            message: string;
            data: components["schemas"]["WordPressErrorData"];
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
         * CreatePlanRequest
         * @description A plan to create, or to update where `externalId` exists.
         */
        CreatePlanRequest: {
            /**
             * @description The plan's name.
             * @example Style club
             */
            name: string;
            /**
             * @description Try-ons per period of 30 days.
             * @example 100
             */
            monthlyTryOns: number;
            /**
             * @description The price or product the plan is sold as, in the store's billing system; null for none.
             * @example price_1QStyleClub
             */
            externalPriceId?: string | null;
            /**
             * @description The store's own id for the plan, unique in the store. It makes the call an upsert.
             * @example purchase-unlock-5
             */
            externalId?: string;
            /**
             * @description Whether the plan can be given to customers. A new plan is active unless this says otherwise; an existing one stays as it is.
             * @example true
             */
            active?: boolean;
        };
        /**
         * PlanId
         * @description A plan's id.
         * @example pln_01JD8Z6T5V9M4K2Q7R3S8X1Y0A
         */
        PlanId: string;
        /**
         * ShopperPlan
         * @description How many try-ons a customer on this plan has in each period of 30 days.
         */
        ShopperPlan: {
            id: components["schemas"]["PlanId"];
            /**
             * @description The store's own id for the plan.
             * @example style-club
             */
            externalId: string | null;
            /**
             * @description The price or product the plan is sold as, in the store's billing system.
             * @example price_1QStyleClub
             */
            externalPriceId: string | null;
            /**
             * @description The plan's name.
             * @example Style club
             */
            name: string;
            /**
             * @description Try-ons per period of 30 days.
             * @example 100
             */
            monthlyTryOns: number;
            /**
             * @description Whether the plan can be given to customers.
             * @example true
             */
            active: boolean;
            /**
             * Format: date-time
             * @description When it was created (ISO 8601 UTC).
             * @example 2026-10-01T09:00:00Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it last changed (ISO 8601 UTC).
             * @example 2026-11-10T12:00:00Z
             */
            updatedAt: string;
        };
        /**
         * WidgetSessionId
         * @description A random id of the visit, made by the widget. It names no person. A page has it in `sessionStorage` as `genvoris_session`; so is the form field named that takes it to the shop, and the attribute or meta of the order.
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
         * CreditsKey
         * @description What tells one try-on from the next where it is taken by `POST /credits/use`.
         * @example 6f1c0b0a-9d5e-4a8e-9a53-0d7a1e6a1b2c
         */
        CreditsKey: string;
        /**
         * StorefrontModel
         * @description How the merchant lets shoppers pay for try-ons. Between the merchant and the shopper; not the `monetizationModel`.
         * @enum {string}
         */
        StorefrontModel: "FREE_ALL" | "SUBSCRIPTION" | "CREDITS_WITH_PURCHASE" | "PAY_PER_USE" | "FREEMIUM";
        /**
         * ShopperCredit
         * @description What one order granted, and what is left of it.
         */
        ShopperCredit: {
            /**
             * @description The order.
             * @example 1042
             */
            orderId: string;
            /**
             * @description What it grants.
             * @enum {string}
             */
            source: "session" | "credits";
            /**
             * @description Try-ons granted.
             * @example 5
             */
            granted: number;
            /**
             * @description Try-ons made with it.
             * @example 2
             */
            used: number;
            /**
             * @description Taken back.
             * @example 0
             */
            revoked: number;
            /**
             * @description What can still be used now; 0 once it has expired.
             * @example 3
             */
            remaining: number;
            /**
             * Format: date-time
             * @description When (ISO 8601 UTC).
             * @example 2026-11-20T10:00:00Z
             */
            grantedAt: string;
            /**
             * Format: date-time
             * @description Until when (ISO 8601 UTC); `null` is for ever.
             * @example 2026-12-20T10:00:00Z
             */
            expiresAt: string | null;
        };
        /**
         * EntryKind
         * @description What moved a shopper's allowance.
         * @enum {string}
         */
        EntryKind: "granted" | "used" | "revoked" | "expired";
        /**
         * AllowanceSource
         * @description What a try-on was paid with.
         * @enum {string}
         */
        AllowanceSource: "subscription" | "free" | "session" | "credits";
        /**
         * ShopperEntry
         * @description One movement of a shopper's allowance.
         */
        ShopperEntry: {
            /**
             * Format: date-time
             * @description When (ISO 8601 UTC).
             * @example 2026-11-20T10:00:00Z
             */
            at: string;
            kind: components["schemas"]["EntryKind"];
            /**
             * @description How many try-ons.
             * @example 1
             */
            amount: number;
            source?: components["schemas"]["AllowanceSource"];
            /**
             * @description The order it belongs to.
             * @example 1042
             */
            orderId?: string;
            /**
             * @description The `X-Request-Id` of the try-on.
             * @example req_01JD8Z6T5V9M4K2Q
             */
            requestId?: string;
        };
        /**
         * ShopperAccount
         * @description A shopper's allowance, as an account page shows it.
         */
        ShopperAccount: {
            model: components["schemas"]["StorefrontModel"];
            /**
             * @description Whether the shopper's own allowance permits a try-on now.
             * @example true
             */
            canTryOn: boolean;
            ctaType: components["schemas"]["CtaType"];
            ctaUrl?: components["schemas"]["CtaUrl"];
            /**
             * @description Try-ons left; `null` where there is no limit.
             * @example 3
             */
            remaining: number | null;
            /** @description The shopper's subscription; `null` where there never was one. */
            subscription: {
                /**
                 * @description How it stands.
                 * @enum {string}
                 */
                state: "active" | "paused" | "ended";
                /**
                 * Format: date-time
                 * @description Until when it is paid (ISO 8601 UTC).
                 * @example 2026-12-20T10:00:00Z
                 */
                endsAt: string | null;
            } | null;
            /** @description This month's free try-ons; `null` where the model gives none. */
            free: {
                /**
                 * @description Free try-ons a month.
                 * @example 3
                 */
                limit: number;
                /**
                 * @description Used this month.
                 * @example 1
                 */
                used: number;
                /**
                 * Format: date-time
                 * @description When the next month begins (ISO 8601 UTC).
                 * @example 2026-12-01T00:00:00Z
                 */
                resetsAt: string;
            } | null;
            /** @description What orders granted, newest first. */
            credits: components["schemas"]["ShopperCredit"][];
            /** @description What moved the allowance, newest first. */
            history: components["schemas"]["ShopperEntry"][];
        };
        /**
         * EventTime
         * @description When it happened (Unix seconds).
         * @example 1794312000
         */
        EventTime: number;
        /**
         * ShopEventBase
         * @description What every event has.
         */
        ShopEventBase: {
            /**
             * @description The event's own id; a repeat changes nothing.
             * @example ord-1042-paid
             */
            id: string;
            /**
             * Format: date-time
             * @description When it happened in the shop (ISO 8601), at most a day ahead of whom it is told. The order of events counts by it.
             * @example 2026-11-20T10:00:00Z
             */
            occurredAt: string;
        };
        /**
         * NativeId
         * @description An id of the shop's own system, without a prefix. Whole numbers are read as their digits.
         * @example 1042
         */
        NativeId: string | number;
        /**
         * NativeCustomerId
         * @description The shopper's id in the shop's own system, as `identify` gives it; `null` is a guest.
         * @example 42
         */
        NativeCustomerId: components["schemas"]["NativeId"] | null;
        /**
         * ShopEmail
         * @description The buyer's email. Kept as a keyed hash only, to find the shopper of a guest order who registers later.
         * @example ada@shopper.example
         */
        ShopEmail: string | null;
        /**
         * ShopOrderItem
         * @description One line of an order.
         */
        ShopOrderItem: {
            productId: components["schemas"]["NativeId"];
            /**
             * @description How many.
             * @example 1
             */
            quantity: number;
            /**
             * @description The product's name.
             * @example Linen shirt
             */
            title?: string;
        };
        /**
         * ShopOrderItems
         * @description The order's lines.
         */
        ShopOrderItems: components["schemas"]["ShopOrderItem"][];
        /**
         * ShopOrderPaid
         * @description A paid order.
         */
        ShopOrderPaid: components["schemas"]["ShopEventBase"] & {
            /**
             * @description The type.
             * @constant
             */
            type: "order.paid";
            /** @description The order. */
            data: {
                orderId: components["schemas"]["NativeId"];
                customerId: components["schemas"]["NativeCustomerId"];
                email?: components["schemas"]["ShopEmail"];
                /**
                 * @description A currency of ISO 4217.
                 * @example EUR
                 */
                currency: string;
                /**
                 * @description What was paid (hundredths of the currency).
                 * @example 8900
                 */
                totalCents: number;
                items: components["schemas"]["ShopOrderItems"];
                /**
                 * @description The widget's visit that the order belongs to.
                 * @example 0f9c2f6e-5a1b-4c57-9d0f-3b1f5f3f8a10
                 */
                sessionId?: string;
            };
        };
        /**
         * ShopOrderRefunded
         * @description A refund, of a part or of the whole.
         */
        ShopOrderRefunded: components["schemas"]["ShopEventBase"] & {
            /**
             * @description The type.
             * @constant
             */
            type: "order.refunded";
            /** @description The refund. */
            data: {
                orderId: components["schemas"]["NativeId"];
                refundId: components["schemas"]["NativeId"];
                /**
                 * @description What went back by this refund (hundredths); `null` is all that was paid.
                 * @example 8900
                 */
                amountCents: number | null;
                /**
                 * @description A currency of ISO 4217.
                 * @example EUR
                 */
                currency?: string;
                /**
                 * @description Why, in the shop's words.
                 * @example Wrong size
                 */
                reason?: string | null;
            };
        };
        /**
         * ShopOrderCancelled
         * @description A cancelled order.
         */
        ShopOrderCancelled: components["schemas"]["ShopEventBase"] & {
            /**
             * @description The type.
             * @constant
             */
            type: "order.cancelled";
            /** @description The order. */
            data: {
                orderId: components["schemas"]["NativeId"];
            };
        };
        /**
         * ShopSubscriptionChanged
         * @description A subscription that began, went on, rests or is over.
         */
        ShopSubscriptionChanged: components["schemas"]["ShopEventBase"] & {
            /**
             * @description The type.
             * @enum {string}
             */
            type: "subscription.started" | "subscription.renewed" | "subscription.paused" | "subscription.resumed" | "subscription.ended";
            /** @description The subscription. */
            data: {
                subscriptionId: components["schemas"]["NativeId"];
                customerId: components["schemas"]["NativeCustomerId"];
                email?: components["schemas"]["ShopEmail"];
                /** @description The subscription's products, where the shop sells several kinds. */
                productIds?: components["schemas"]["NativeId"][];
                /**
                 * Format: date-time
                 * @description Until when it is paid (ISO 8601); `null` or absent where the shop tells when it ends.
                 * @example 2026-12-20T10:00:00Z
                 */
                endsAt?: string | null;
            };
        };
        /**
         * ShopperChanged
         * @description A shopper who registered, was deleted, or asks for their data.
         */
        ShopperChanged: components["schemas"]["ShopEventBase"] & {
            /**
             * @description The type.
             * @enum {string}
             */
            type: "shopper.created" | "shopper.deleted" | "shopper.data_requested";
            /** @description The shopper. */
            data: {
                customerId: components["schemas"]["NativeId"];
                email?: components["schemas"]["ShopEmail"];
            };
        };
        /**
         * ShopEvent
         * @description What happened in the shop, in one form for every order system.
         */
        ShopEvent: components["schemas"]["ShopOrderPaid"] | components["schemas"]["ShopOrderRefunded"] | components["schemas"]["ShopOrderCancelled"] | components["schemas"]["ShopSubscriptionChanged"] | components["schemas"]["ShopperChanged"];
        /**
         * ShopEventOutcome
         * @description What an event came to.
         * @enum {string}
         */
        ShopEventOutcome: "granted" | "revoked" | "recorded" | "guest_order" | "claimed" | "subscription_changed" | "deleted" | "exported" | "ignored";
        /**
         * ShopperExport
         * @description Everything that the shop's ledger keeps of a shopper, to answer a data request.
         */
        ShopperExport: {
            externalId: components["schemas"]["ExternalId"];
            /**
             * Format: date-time
             * @description Since when the ledger knows the shopper (ISO 8601 UTC); `null` where it does not.
             * @example 2026-11-20T10:00:00Z
             */
            firstSeenAt: string | null;
            /**
             * @description How the subscription stands; `null` where there never was one.
             * @enum {string|null}
             */
            subscription: "active" | "paused" | "ended" | null;
            /** @description What orders granted. */
            credits: components["schemas"]["ShopperCredit"][];
            /** @description What moved the allowance. */
            history: components["schemas"]["ShopperEntry"][];
        };
        /**
         * ShopEventReceipt
         * @description The event was taken, and what it came to.
         */
        ShopEventReceipt: {
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
            outcome: components["schemas"]["ShopEventOutcome"];
            /**
             * @description Try-ons granted by it.
             * @example 5
             */
            granted?: number;
            /**
             * @description Try-ons taken back by it.
             * @example 3
             */
            revoked?: number;
            export?: components["schemas"]["ShopperExport"];
        };
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
        /** @description The request is not from the shop's own pages, or the shop's domain may not use its key. A WordPress-style adapter answers a missing or stale nonce, and somebody without the capability, in WordPress's own form. */
        StorefrontCrossOrigin: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": (components["schemas"]["StorefrontError"] & {
                    /** @enum {unknown} */
                    code: "cross_origin";
                    /** @enum {unknown} */
                    error?: "domain_not_allowed";
                }) | components["schemas"]["WordPressError"];
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
        /** @description The body is over the limit. The upstream was not touched. */
        StorefrontPhotoTooLarge: {
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
        /** @description The message is not from whom it says it is. */
        StorefrontInvalidSignature: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["StorefrontError"] & {
                    /** @enum {unknown} */
                    code: "invalid_signature";
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
export type ConnectStart = components['schemas']['ConnectStart'];
export type PlatformResource = components['schemas']['PlatformResource'];
export type WooCommercePing = components['schemas']['WooCommercePing'];
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
export type CtaUrl = components['schemas']['CtaUrl'];
export type ShopperView = components['schemas']['ShopperView'];
export type ErrorCode = components['schemas']['ErrorCode'];
export type PortalErrorCode = components['schemas']['PortalErrorCode'];
export type EndCustomerQuotaReason = components['schemas']['EndCustomerQuotaReason'];
export type PhotoRejectedReason = components['schemas']['PhotoRejectedReason'];
export type WordPressErrorData = components['schemas']['WordPressErrorData'];
export type StorefrontError = components['schemas']['StorefrontError'];
export type WordPressError = components['schemas']['WordPressError'];
export type NativeError = components['schemas']['NativeError'];
export type TryonForm = components['schemas']['TryonForm'];
export type ImageFormat = components['schemas']['ImageFormat'];
export type AnalyzeResponse = components['schemas']['AnalyzeResponse'];
export type GeneratedImage = components['schemas']['GeneratedImage'];
export type EndCustomerQuota = components['schemas']['EndCustomerQuota'];
export type TryonResponse = components['schemas']['TryonResponse'];
export type CreatePlanRequest = components['schemas']['CreatePlanRequest'];
export type PlanId = components['schemas']['PlanId'];
export type ShopperPlan = components['schemas']['ShopperPlan'];
export type WidgetSessionId = components['schemas']['WidgetSessionId'];
export type WidgetEventType = components['schemas']['WidgetEventType'];
export type WidgetEventMetadata = components['schemas']['WidgetEventMetadata'];
export type WidgetEvent = components['schemas']['WidgetEvent'];
export type WidgetEventBatch = components['schemas']['WidgetEventBatch'];
export type EventsAccepted = components['schemas']['EventsAccepted'];
export type CreditsKey = components['schemas']['CreditsKey'];
export type StorefrontModel = components['schemas']['StorefrontModel'];
export type ShopperCredit = components['schemas']['ShopperCredit'];
export type EntryKind = components['schemas']['EntryKind'];
export type AllowanceSource = components['schemas']['AllowanceSource'];
export type ShopperEntry = components['schemas']['ShopperEntry'];
export type ShopperAccount = components['schemas']['ShopperAccount'];
export type EventTime = components['schemas']['EventTime'];
export type ShopEventBase = components['schemas']['ShopEventBase'];
export type NativeId = components['schemas']['NativeId'];
export type NativeCustomerId = components['schemas']['NativeCustomerId'];
export type ShopEmail = components['schemas']['ShopEmail'];
export type ShopOrderItem = components['schemas']['ShopOrderItem'];
export type ShopOrderItems = components['schemas']['ShopOrderItems'];
export type ShopOrderPaid = components['schemas']['ShopOrderPaid'];
export type ShopOrderRefunded = components['schemas']['ShopOrderRefunded'];
export type ShopOrderCancelled = components['schemas']['ShopOrderCancelled'];
export type ShopSubscriptionChanged = components['schemas']['ShopSubscriptionChanged'];
export type ShopperChanged = components['schemas']['ShopperChanged'];
export type ShopEvent = components['schemas']['ShopEvent'];
export type ShopEventOutcome = components['schemas']['ShopEventOutcome'];
export type ShopperExport = components['schemas']['ShopperExport'];
export type ShopEventReceipt = components['schemas']['ShopEventReceipt'];
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
export type ResponseStorefrontPhotoTooLarge = components['responses']['StorefrontPhotoTooLarge'];
export type ResponseStorefrontPhotoRejected = components['responses']['StorefrontPhotoRejected'];
export type ResponseStorefrontInvalidSignature = components['responses']['StorefrontInvalidSignature'];
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
            403: components["responses"]["StorefrontCrossOrigin"];
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
            413: components["responses"]["StorefrontPhotoTooLarge"];
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
            413: components["responses"]["StorefrontPhotoTooLarge"];
            419: components["responses"]["StorefrontNativeCsrf"];
            422: components["responses"]["StorefrontPhotoRejected"];
            429: components["responses"]["StorefrontRateLimited"];
            500: components["responses"]["StorefrontInternalError"];
            502: components["responses"]["StorefrontUpstreamUnreachable"];
        };
    };
    proxyCreatePlan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The plan. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePlanRequest"];
            };
        };
        responses: {
            /** @description The plan. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShopperPlan"];
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
                "Idempotency-Key"?: components["schemas"]["CreditsKey"];
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
            400: components["responses"]["StorefrontInvalidRequest"];
            401: components["responses"]["StorefrontUnauthorized"];
            402: components["responses"]["StorefrontQuotaExhausted"];
            403: components["responses"]["StorefrontCrossOrigin"];
            404: components["responses"]["StorefrontPathNotAllowed"];
            413: components["responses"]["StorefrontPayloadTooLarge"];
            419: components["responses"]["StorefrontNativeCsrf"];
            429: components["responses"]["StorefrontRateLimited"];
            500: components["responses"]["StorefrontInternalError"];
        };
    };
    getShopperAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShopperAccount"];
                };
            };
            401: components["responses"]["StorefrontUnauthorized"];
            403: components["responses"]["StorefrontCrossOrigin"];
            404: components["responses"]["StorefrontPathNotAllowed"];
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
            401: components["responses"]["StorefrontInvalidSignature"];
            404: components["responses"]["StorefrontPathNotAllowed"];
            413: components["responses"]["StorefrontPayloadTooLarge"];
            429: components["responses"]["StorefrontRateLimited"];
            500: components["responses"]["StorefrontInternalError"];
        };
    };
    receiveShopEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The event. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShopEvent"];
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
                    "application/json": components["schemas"]["ShopEventReceipt"];
                };
            };
            400: components["responses"]["StorefrontInvalidRequest"];
            401: components["responses"]["StorefrontInvalidSignature"];
            404: components["responses"]["StorefrontPathNotAllowed"];
            413: components["responses"]["StorefrontPayloadTooLarge"];
            429: components["responses"]["StorefrontRateLimited"];
            500: components["responses"]["StorefrontInternalError"];
        };
    };
    receiveWooCommerceWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description What happened.
                 * @example order.updated
                 */
                "X-WC-Webhook-Topic"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description The order, refund, subscription or customer as WooCommerce's REST API shows it; what else is in it is ignored. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlatformResource"];
                "application/x-www-form-urlencoded": components["schemas"]["WooCommercePing"];
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
                    "application/json": components["schemas"]["ShopEventReceipt"];
                };
            };
            400: components["responses"]["StorefrontInvalidRequest"];
            401: components["responses"]["StorefrontInvalidSignature"];
            404: components["responses"]["StorefrontPathNotAllowed"];
            413: components["responses"]["StorefrontPayloadTooLarge"];
            429: components["responses"]["StorefrontRateLimited"];
            500: components["responses"]["StorefrontInternalError"];
        };
    };
    receiveShopifyWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description What happened.
                 * @example orders/paid
                 */
                "X-Shopify-Topic"?: string;
                /**
                 * @description The delivery's id, the same when it is sent again.
                 * @example b54557e4-bdd9-4b37-8a5f-bf7d70bcd043
                 */
                "X-Shopify-Webhook-Id"?: string;
                /**
                 * @description When it happened (ISO 8601).
                 * @example 2026-11-20T10:00:00Z
                 */
                "X-Shopify-Triggered-At"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description What Shopify's Admin API shows of the order, refund, contract or customer; what else is in it is ignored. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlatformResource"];
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
                    "application/json": components["schemas"]["ShopEventReceipt"];
                };
            };
            400: components["responses"]["StorefrontInvalidRequest"];
            401: components["responses"]["StorefrontInvalidSignature"];
            404: components["responses"]["StorefrontPathNotAllowed"];
            413: components["responses"]["StorefrontPayloadTooLarge"];
            429: components["responses"]["StorefrontRateLimited"];
            500: components["responses"]["StorefrontInternalError"];
        };
    };
    startStoreConnect: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where to go. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectStart"];
                };
            };
            401: components["responses"]["StorefrontUnauthorized"];
            403: components["responses"]["StorefrontCrossOrigin"];
            404: components["responses"]["StorefrontPathNotAllowed"];
            413: components["responses"]["StorefrontPayloadTooLarge"];
            419: components["responses"]["StorefrontNativeCsrf"];
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
