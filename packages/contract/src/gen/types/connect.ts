// Generated from openapi/connect.yaml by `pnpm generate`. Do not edit.
export interface paths {
    "/oauth/wordpress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the consent page
         * @description Where the shop sends the merchant's browser. The page names the site, the account and what the shop will be able to do, and asks to allow or deny. A merchant of several stores chooses there which of them the site is connected to. Who is not signed in to the portal signs in first and comes back to the same address. Nothing is stored until the merchant decides. A parameter that is missing or not as documented answers `invalid_body`. It never redirects: `return_url` itself may be what is wrong.
         */
        get: operations["startConnect"];
        put?: never;
        /**
         * Allow or deny
         * @description What the consent page's form sends. `csrf` stands for the request the page showed and for the signed-in merchant; it works once. A `store` that is not the merchant's answers `invalid_body` and leaves the form as good as it was. Allowed, the browser goes to `return_url` with `code` and `state`; denied, with `error=access_denied` and `state`. A stale or foreign `csrf` answers `invalid_body` and redirects nowhere. Allowing for a suspended account answers `account_inactive`.
         */
        post: operations["decideConnect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/wordpress/exchange": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange the one-time code
         * @description Server to server: the code is the credential, so there is no key. `state` and `return_url` are the ones the shop started with, compared character by character. The key and the secret are new, shown here and nowhere else; store them encrypted. The secret belongs to a webhook endpoint at `<site_url>/wp-json/genvoris/v1/webhook`, which the exchange registers. If the site was connected before, its earlier key is revoked and its earlier endpoint replaced. A code that is unknown, expired, used, or bound to another `state` or `return_url` answers `invalid_body`, the same in each case; a wrong `state` or `return_url` uses the code up.
         */
        post: operations["exchangeConnectCode"];
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
         * ConnectUrl
         * Format: uri
         * @description An absolute `https` address without user, password or fragment; `http` is taken only for a loopback host.
         * @example https://shop.example/wp-admin/admin.php?page=genvoris
         */
        ConnectUrl: string;
        /**
         * ConnectState
         * @description A random value of at least 96 bits.
         * @example q7Hc2V9sYx0dLm4RkTz8Wb1N
         */
        ConnectState: string;
        /**
         * ConnectPage
         * @description An HTML document.
         */
        ConnectPage: string;
        /**
         * ConnectDecision
         * @description The consent form.
         */
        ConnectDecision: {
            /**
             * @description The button that was pressed: `allow` connects the shop, `deny` does not.
             * @example allow
             * @enum {string}
             */
            decision: "allow" | "deny";
            /**
             * @description The form's token.
             * @example c3f1a9e07b5d4826.9pXw2KdQ
             */
            csrf: string;
            /** @description Which of the merchant's stores the shop is connected to. Left out: the one the sign-in is for. */
            store?: components["schemas"]["ConnectStoreId"];
        };
        /**
         * ConnectExchangeRequest
         * @description A one-time code and what it is bound to.
         */
        ConnectExchangeRequest: {
            /**
             * @description The code that came back to `return_url`. It lives 10 minutes and works once.
             * @example gvc_4tYb8QmZr2Kx7LwN9sPd3VhF
             */
            code: string;
            state: components["schemas"]["ConnectState"];
            return_url: components["schemas"]["ConnectUrl"];
        };
        /**
         * ConnectStoreId
         * @description A store's id, the `sid` claim of its session tokens.
         * @example st_01JD8Z6T5V9M4K2Q7R3S8X1Y0C
         */
        ConnectStoreId: string;
        /**
         * ConnectedStore
         * @description The store the shop is connected to.
         */
        ConnectedStore: {
            id: components["schemas"]["ConnectStoreId"];
            /**
             * @description The store's name.
             * @example Example Shop
             */
            name: string;
            external_id?: components["schemas"]["ExternalId"];
        };
        /**
         * ConnectExchange
         * @description What the shop needs to call Genvoris and to trust its events.
         */
        ConnectExchange: {
            /**
             * @description The store's key. Shown once; never for a browser.
             * @example gvk_live_3mTq8wYx2RkLp0Zc
             */
            api_key: string;
            /**
             * @description What events to the shop are signed with. Shown once.
             * @example whsec_Z2Vudm9yaXMgZXhhbXBsZSBzZWNyZXQsIGZpcnN0Li4=
             */
            webhook_secret: string;
            store: components["schemas"]["ConnectedStore"];
            /**
             * Format: uri
             * @description The base of the portal's API, without a trailing slash.
             * @example https://genvoris.org
             */
            portal_url: string;
            /**
             * Format: uri
             * @description The base of the try-on backend, without a trailing slash.
             * @example https://api.genvoris.org
             */
            backend_url: string;
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
             * @description More about this one occurrence.
             * @example The key was revoked on 2026-11-01.
             */
            detail?: string;
            reason?: components["schemas"]["EndCustomerQuotaReason"];
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
        /**
         * ExternalId
         * @description An account or shopper id with its canonical platform prefix, as every consumer of ours emits it.
         * @example woocommerce_42
         */
        ExternalId: string;
    };
    responses: {
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
        /** @description The store's account is suspended. */
        PortalAccountInactive: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PortalError"] & {
                    /** @enum {unknown} */
                    error: "account_inactive";
                };
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description Nothing may keep the answer. */
        CacheControlNoStore: "no-store";
        /** @description The page cannot be framed, so that nobody is made to press "allow" unawares. */
        ConnectSecurityPolicy: string;
        /** @description The address, which holds the state or the code, is not passed on. A page may make an exception for the portal itself (`<meta name="referrer" content="same-origin">`), so that browsers say where its form comes from. */
        NoReferrer: "no-referrer";
        /** @description Names this exchange in the logs of both sides. Quote it to support. */
        "X-Request-Id": string;
        /** @description When to try again, as whole seconds or as an HTTP date (RFC 9110, section 10.2.3). */
        "Retry-After": string;
    };
    pathItems: never;
}
export type ConnectUrl = components['schemas']['ConnectUrl'];
export type ConnectState = components['schemas']['ConnectState'];
export type ConnectPage = components['schemas']['ConnectPage'];
export type ConnectDecision = components['schemas']['ConnectDecision'];
export type ConnectExchangeRequest = components['schemas']['ConnectExchangeRequest'];
export type ConnectStoreId = components['schemas']['ConnectStoreId'];
export type ConnectedStore = components['schemas']['ConnectedStore'];
export type ConnectExchange = components['schemas']['ConnectExchange'];
export type PortalErrorCode = components['schemas']['PortalErrorCode'];
export type EndCustomerQuotaReason = components['schemas']['EndCustomerQuotaReason'];
export type PortalError = components['schemas']['PortalError'];
export type ExternalId = components['schemas']['ExternalId'];
export type ResponsePortalRateLimited = components['responses']['PortalRateLimited'];
export type ResponsePortalInternalError = components['responses']['PortalInternalError'];
export type ResponsePortalAccountInactive = components['responses']['PortalAccountInactive'];
export type HeaderCacheControlNoStore = components['headers']['CacheControlNoStore'];
export type HeaderConnectSecurityPolicy = components['headers']['ConnectSecurityPolicy'];
export type HeaderNoReferrer = components['headers']['NoReferrer'];
export type HeaderXRequestId = components['headers']['X-Request-Id'];
export type HeaderRetryAfter = components['headers']['Retry-After'];
export type $defs = Record<string, never>;
export interface operations {
    startConnect: {
        parameters: {
            query: {
                /**
                 * @description The shop's home address. The merchant sees it; the key's allowed domain is taken from it.
                 * @example https://shop.example
                 */
                site_url: components["schemas"]["ConnectUrl"];
                /**
                 * @description The shop's name, as the merchant knows it.
                 * @example Example Shop
                 */
                site_name: string;
                /**
                 * @description The administrator's address, to prefill the sign-in. It proves nothing.
                 * @example admin@shop.example
                 */
                admin_email: string;
                /**
                 * @description Where the browser goes afterwards, with `code` and `state` added to its query. It has the origin of `site_url` and no fragment.
                 * @example https://shop.example/wp-admin/admin.php?page=genvoris
                 */
                return_url: components["schemas"]["ConnectUrl"];
                /**
                 * @description The shop's platform.
                 * @example wordpress
                 */
                platform: "wordpress";
                /**
                 * @description The version of the plugin that asks.
                 * @example 1.4.2
                 */
                plugin_version: string;
                /**
                 * @description A fresh random value of the shop's, bound to the administrator's session. It comes back unchanged.
                 * @example q7Hc2V9sYx0dLm4RkTz8Wb1N
                 */
                state: components["schemas"]["ConnectState"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The consent page, or the sign-in page before it. It cannot be framed and its address is not passed on. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["CacheControlNoStore"];
                    "Content-Security-Policy": components["headers"]["ConnectSecurityPolicy"];
                    "Referrer-Policy": components["headers"]["NoReferrer"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": components["schemas"]["ConnectPage"];
                };
            };
            /** @description A parameter is missing or not as documented, for example a `return_url` of another origin than `site_url`. */
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
            429: components["responses"]["PortalRateLimited"];
            500: components["responses"]["PortalInternalError"];
        };
    };
    decideConnect: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The merchant's decision. */
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["ConnectDecision"];
            };
        };
        responses: {
            /** @description Back to the shop. The body is a link to the same address, for a browser that does not follow. */
            302: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["CacheControlNoStore"];
                    "Referrer-Policy": components["headers"]["NoReferrer"];
                    /** @description The `return_url` with `code` and `state`, or with `error` and `state`, added to its query. A query it already had is kept. */
                    Location: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/html": components["schemas"]["ConnectPage"];
                };
            };
            /** @description The form is not as documented, or its `csrf` is stale, used or another merchant's. Nothing is decided. */
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
            403: components["responses"]["PortalAccountInactive"];
            429: components["responses"]["PortalRateLimited"];
            500: components["responses"]["PortalInternalError"];
        };
    };
    exchangeConnectCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The code and what it is bound to. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConnectExchangeRequest"];
            };
        };
        responses: {
            /** @description The shop is connected. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["CacheControlNoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectExchange"];
                };
            };
            /** @description The body is not as documented, or the code is unknown, expired, used or bound to something else. Start again. */
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
            403: components["responses"]["PortalAccountInactive"];
            429: components["responses"]["PortalRateLimited"];
            500: components["responses"]["PortalInternalError"];
        };
    };
}
