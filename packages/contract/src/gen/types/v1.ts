// Generated from openapi/v1.yaml by `pnpm generate`. Do not edit.
export interface paths {
    "/api/v1/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List plans
         * @description Lists the store's plans, newest first. Disabled plans are left out unless `include_inactive` is true.
         */
        get: operations["listPlans"];
        put?: never;
        /**
         * Create a plan, or update it by externalId
         * @description Creates a plan and answers 201. With an `externalId` that a plan of this store already has, that plan takes the values given, is otherwise unchanged, and the answer is 200: posting the same plan on every order leaves one plan. Without an `externalId` every call creates a plan.
         */
        post: operations["createPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The plan's id.
                 * @example pln_01JD8Z6T5V9M4K2Q7R3S8X1Y0A
                 */
                id: components["parameters"]["PlanPathId"];
            };
            cookie?: never;
        };
        /**
         * Read a plan
         * @description Reads one plan, active or disabled.
         */
        get: operations["getPlan"];
        put?: never;
        post?: never;
        /**
         * Disable a plan
         * @description Sets `active` to false; nothing is erased. Customers who have the plan keep it, and it can no longer be given to others. Disabling a disabled plan changes nothing and answers the same.
         */
        delete: operations["disablePlan"];
        options?: never;
        head?: never;
        /**
         * Change a plan
         * @description Changes the fields given. A new `monthlyTryOns` holds at once for every customer on the plan, in the period that is running too. `active: true` enables a disabled plan again.
         */
        patch: operations["updatePlan"];
        trace?: never;
    };
    "/api/v1/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List customers
         * @description Lists the store's customers, newest first, cancelled ones too unless `status` says otherwise.
         */
        get: operations["listCustomers"];
        put?: never;
        /**
         * Create or update a customer by externalId
         * @description Finds the customer by `externalId` within the store: creates it and answers 201, or changes the fields given and answers 200. `planId` absent leaves the plan as it is, `null` takes it away, an id gives that plan. The running 30-day period moves only with `resetPeriod: true`, so that calling this on every page view refills nothing. `metadata`, if given, replaces what was there; `null` clears it, as it does `email`.
         */
        post: operations["upsertCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The customer's id, or the store's own `externalId` for the customer, percent-encoded. An id is looked for first.
                 * @example ec_01JD8Z6T5V9M4K2Q7R3S8X1Y0B
                 */
                id: components["parameters"]["CustomerPathId"];
            };
            cookie?: never;
        };
        /**
         * Read a customer
         * @description Reads one customer by id or `externalId`, whatever its status.
         */
        get: operations["getCustomer"];
        put?: never;
        post?: never;
        /**
         * Cancel a customer
         * @description Sets the status to `CANCELLED`; the record and its usage are kept, and every session is revoked. Cancelling again changes nothing and answers the same. `PATCH` with `status: ACTIVE` brings the customer back.
         */
        delete: operations["cancelCustomer"];
        options?: never;
        head?: never;
        /**
         * Change a customer
         * @description Changes the fields given. `status: PAUSED` refuses try-ons and sessions until it is `ACTIVE` again; tokens already minted are refused at the next try-on. `resetPeriod: true` starts a new 30-day period now. `metadata` replaces what was there.
         */
        patch: operations["updateCustomer"];
        trace?: never;
    };
    "/api/v1/customers/{id}/usage": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The customer's id, or the store's own `externalId` for the customer, percent-encoded. An id is looked for first.
                 * @example ec_01JD8Z6T5V9M4K2Q7R3S8X1Y0B
                 */
                id: components["parameters"]["CustomerPathId"];
            };
            cookie?: never;
        };
        /**
         * Read a customer's usage
         * @description What the customer has used and has left in the current 30-day period, and the periods before it. A period that has lapsed is shown as rolled. `current.ok` is the answer to "may this customer try on now?" as far as the customer is concerned; the store's own pool is not part of it.
         */
        get: operations["getCustomerUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/grants": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The customer's id, or the store's own `externalId` for the customer, percent-encoded. An id is looked for first.
                 * @example ec_01JD8Z6T5V9M4K2Q7R3S8X1Y0B
                 */
                id: components["parameters"]["CustomerPathId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Grant try-ons for an order
         * @description Adds try-ons that an order earned. One order grants once: a repeat with the same `orderId` answers 200 with the grant as it stands, spent or revoked though it may be, and adds nothing; a second order adds to the first. The same `orderId` for another customer of the store answers `idempotency_conflict`. Grants are spent after the plan's own allowance, the soonest to expire first, and count for nothing once expired. Granting does not touch the customer's plan or period.
         */
        post: operations["createGrant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/grants/{orderId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The customer's id, or the store's own `externalId` for the customer, percent-encoded. An id is looked for first.
                 * @example ec_01JD8Z6T5V9M4K2Q7R3S8X1Y0B
                 */
                id: components["parameters"]["CustomerPathId"];
                /**
                 * @description The order that was granted, percent-encoded.
                 * @example woocommerce_order_1001
                 */
                orderId: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke what an order granted
         * @description For a refund: takes back what is unspent of the order's grant; what is spent stays spent. Revoking again changes nothing and answers the same. A revoked order cannot be granted again.
         */
        delete: operations["revokeGrant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The customer's id, or the store's own `externalId` for the customer, percent-encoded. An id is looked for first.
                 * @example ec_01JD8Z6T5V9M4K2Q7R3S8X1Y0B
                 */
                id: components["parameters"]["CustomerPathId"];
            };
            cookie?: never;
        };
        /**
         * List a customer's sessions
         * @description Lists the sessions of the last 30 days, newest first, by id and times. Tokens are never listed.
         */
        get: operations["listSessions"];
        put?: never;
        /**
         * Mint a session token
         * @description Mints a token that charges try-ons to this customer, for 15 minutes unless `expires_in` says otherwise. The token is an RS256 JWT; verify it with the keys of `/.well-known/jwks.json`. Its claims are `iss` (`https://genvoris.org`), `aud` (`genvoris-widget`), `sub` (the customer's id), `sid` (the store's id, not the session's), `pid` (the plan's id, or null), `iat`, `exp` and `jti` (the session's id). The token is shown here and nowhere else. A customer without a plan gets a token too; a paused or cancelled one is refused with `customer_inactive`. The body may be left out.
         */
        post: operations["createSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/sessions/{jti}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The customer's id, or the store's own `externalId` for the customer, percent-encoded. An id is looked for first.
                 * @example ec_01JD8Z6T5V9M4K2Q7R3S8X1Y0B
                 */
                id: components["parameters"]["CustomerPathId"];
                /**
                 * @description The session's id, the `jti` claim of its token.
                 * @example ses_01JDA1B2C3D4E5F6G7H8J9K0M1
                 */
                jti: components["schemas"]["SessionId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a session
         * @description Ends a session before it expires: its token is refused with `invalid_session_token` from the next try-on on. Revoking again, or revoking a session that has expired, answers the same.
         */
        delete: operations["revokeSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List webhook endpoints
         * @description Lists the store's endpoints, newest first, without their secrets. There are at most 20, so the list is not paged.
         */
        get: operations["listWebhookEndpoints"];
        put?: never;
        /**
         * Register a webhook endpoint
         * @description Registers a URL that events are delivered to. A `secret` that is given signs the deliveries and is not shown again; without one the portal makes a secret and shows it in this answer, and nowhere else. A store has at most 20 endpoints; one more answers `invalid_body`.
         */
        post: operations["createWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The endpoint's id.
                 * @example we_01JD8Z6T5V9M4K2Q7R3S8X1Y0D
                 */
                id: components["parameters"]["EndpointPathId"];
            };
            cookie?: never;
        };
        /**
         * Read a webhook endpoint
         * @description Reads one endpoint, without its secret.
         */
        get: operations["getWebhookEndpoint"];
        put?: never;
        post?: never;
        /**
         * Delete a webhook endpoint
         * @description Deletes the endpoint, its secret and its deliveries, those waiting too. Deleting it again answers `not_found`.
         */
        delete: operations["deleteWebhookEndpoint"];
        options?: never;
        head?: never;
        /**
         * Change a webhook endpoint
         * @description Changes the fields given. `active: false` stops deliveries: events that happen meanwhile are not kept for this endpoint, deliveries that are waiting are tried again once it is active. An endpoint that has failed for five days without a success is switched off, and `webhook.disabled` says so.
         */
        patch: operations["updateWebhookEndpoint"];
        trace?: never;
    };
    "/api/v1/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The endpoint's id.
                 * @example we_01JD8Z6T5V9M4K2Q7R3S8X1Y0D
                 */
                id: components["parameters"]["EndpointPathId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test event
         * @description Queues a `webhook.test` event to this endpoint, whatever event types it takes and whether it is active or not, and answers with the delivery. See what became of it in the endpoint's deliveries.
         */
        post: operations["testWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The endpoint's id.
                 * @example we_01JD8Z6T5V9M4K2Q7R3S8X1Y0D
                 */
                id: components["parameters"]["EndpointPathId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace a signing secret
         * @description Makes a new secret and answers with it, this once. For `overlapSeconds` (24 hours unless said otherwise) `X-Genvoris-Signature` is still made with the previous secret and `webhook-signature` carries a signature of each; then only the new one signs. So add the new secret beside the old one in the receiver, and drop the old one after `previousSecretExpiresAt`. With `0` the new secret signs at once, for a secret that leaked. A rotation within an overlap ends that overlap first. The body may be left out.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The endpoint's id.
                 * @example we_01JD8Z6T5V9M4K2Q7R3S8X1Y0D
                 */
                id: components["parameters"]["EndpointPathId"];
            };
            cookie?: never;
        };
        /**
         * List deliveries
         * @description Lists what was delivered to this endpoint in the last 30 days, or is waiting, or was given up; newest first.
         */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries/{deliveryId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The endpoint's id.
                 * @example we_01JD8Z6T5V9M4K2Q7R3S8X1Y0D
                 */
                id: components["parameters"]["EndpointPathId"];
                /**
                 * @description The delivery's id.
                 * @example whd_01JD8Z6T5V9M4K2Q7R3S8X1Y0R
                 */
                deliveryId: components["schemas"]["DeliveryId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deliver once more
         * @description Queues the delivery again, with the same event id and delivery id and a fresh signature, and starts its attempts from zero. Works for a dead delivery, and for a delivered one that the receiver lost; one that is pending is brought forward to now.
         */
        post: operations["replayWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report what shoppers did with the widget
         * @description Takes one event, or up to 50 as `events`. They are counted by hour, product and platform; the events themselves are kept for 30 days. A `sessionId` is a random id of the page view or the visit, made by the widget; it names no person, and neither may anything else in an event. Of `pageUrl` the query and the fragment are dropped. An event that breaks its schema refuses the whole batch. The events of one batch count in the order given.
         */
        post: operations["trackEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report an order
         * @description Records an order and says whether a try-on came before it. Certain: the widget session given as `sessionId` generated a try-on. Likely: a customer with the email given tried on successfully within `attributionWindowMinutes` before the order. An order counts once per store, platform and `orderId`: a repeat answers what the first answered, with `deduped`, and changes nothing. The email is kept as a keyed hash only.
         */
        post: operations["createConversion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report a refund
         * @description Records money given back for an order, wholly or in part; an order may have several. A return that comes before its order is joined to it when the order is reported. Send an `Idempotency-Key` to make a repeat safe: two refunds of one amount cannot be told apart otherwise.
         */
        post: operations["createReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the public signing keys
         * @description The keys that verify session tokens, as a JWK set (RFC 7517). Choose the key by the token's `kid`, and accept RS256 only. A new key is published a day before it signs, and an old one stays until every token it signed has expired; on an unknown `kid` read the set again, at most once a minute.
         */
        get: operations["getJwks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "tryon.completed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A try-on was delivered
         * @description Sent when a try-on was reported as successful and debited. `customer_id` and `end_customer_quota` are there only for a try-on that came with a session token.
         */
        post: operations["onTryonCompleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "tryon.failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A try-on failed
         * @description Sent when a try-on was reported as failed. Nothing was debited.
         */
        post: operations["onTryonFailed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "customer.plan_changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A customer has another plan
         * @description Sent when a shopper is given a plan, another plan, or none, beside `end_customer.updated`. What changes in a plan itself is told by `plan.updated`.
         */
        post: operations["onCustomerPlanChanged"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "customer.quota_exhausted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A try-on was refused for the customer's quota
         * @description Sent with every try-on that is refused because the shopper's allowance of the period is spent.
         */
        post: operations["onCustomerQuotaExhausted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "credit.low_balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The credit pool is low
         * @description Sent when a debit takes the store's pool to its threshold, and again only after the pool was above it.
         */
        post: operations["onCreditLowBalance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "credit.balance_added": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Credits were added
         * @description Sent when a pack of credits was added to the store's pool.
         */
        post: operations["onCreditBalanceAdded"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "end_customer.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A customer was created
         * @description Sent when a shopper becomes a customer of the store.
         */
        post: operations["onEndCustomerCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "end_customer.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A customer changed
         * @description Sent with each upsert and each change of a customer that exists; `changed` names the fields that differ now, and is empty where none does.
         */
        post: operations["onEndCustomerUpdated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "end_customer.cancelled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A customer was cancelled
         * @description Sent when the status becomes `CANCELLED`; where an upsert or a change did it, beside `end_customer.updated`.
         */
        post: operations["onEndCustomerCancelled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "end_customer.quota_warning": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A customer has used 80 %
         * @description Sent once per period, when a try-on takes the customer to 80 % of the limit.
         */
        post: operations["onEndCustomerQuotaWarning"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "end_customer.quota_exhausted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The older name of customer.quota_exhausted
         * @description Sent beside `customer.quota_exhausted`, with the same data, for receivers that know the older name.
         */
        post: operations["onEndCustomerQuotaExhausted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "end_customer.period_rolled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A new period began
         * @description A lapsed period is replaced on the next use of the customer, not at the moment it ends, so that this event may come later than `previous.period_end`.
         */
        post: operations["onEndCustomerPeriodRolled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "plan.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A plan was created
         * @description Sent when a shopper plan was created.
         */
        post: operations["onPlanCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "plan.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A plan changed
         * @description Sent when a shopper plan was changed, or enabled again. An upsert that changes nothing sends nothing.
         */
        post: operations["onPlanUpdated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "plan.disabled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A plan was disabled
         * @description Sent when a shopper plan was disabled.
         */
        post: operations["onPlanDisabled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "webhook.disabled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A webhook endpoint was switched off
         * @description Sent to the store's other endpoints when one of them is switched off, because every attempt to deliver to it failed for five days. What is waiting for it is kept; switch it on again once it works.
         */
        post: operations["onWebhookDisabled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "webhook.test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A test
         * @description Sent to one endpoint on request. Answer 2xx and do nothing.
         */
        post: operations["onWebhookTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /**
         * PlanId
         * @description A plan's id.
         * @example pln_01JD8Z6T5V9M4K2Q7R3S8X1Y0A
         */
        PlanId: string;
        /**
         * CustomerId
         * @description A customer's id.
         * @example ec_01JD8Z6T5V9M4K2Q7R3S8X1Y0B
         */
        CustomerId: string;
        /**
         * StoreId
         * @description A store's id.
         * @example st_01JD8Z6T5V9M4K2Q7R3S8X1Y0C
         */
        StoreId: string;
        /**
         * EndpointId
         * @description A webhook endpoint's id.
         * @example we_01JD8Z6T5V9M4K2Q7R3S8X1Y0D
         */
        EndpointId: string;
        /**
         * DeliveryId
         * @description A delivery's id.
         * @example whd_01JD8Z6T5V9M4K2Q7R3S8X1Y0E
         */
        DeliveryId: string;
        /**
         * EventId
         * @description The event's id, the same in every delivery and attempt.
         * @example evt_01JD8Z6T5V9M4K2Q7R3S8X1Y0F
         */
        EventId: string;
        /**
         * SessionId
         * @description A session's id, the `jti` claim of its token.
         * @example ses_01JDA1B2C3D4E5F6G7H8J9K0M1
         */
        SessionId: string;
        /**
         * NextCursor
         * @description Give it as `cursor` to read the next page; null on the last page.
         * @example cGxuXzAxSkQ4WjZUNVY5TTRLMlE3UjNTOFgxWTBH
         */
        NextCursor: string | null;
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
         * UpdatePlanRequest
         * @description The fields of a plan to change. An `externalId` never changes.
         */
        UpdatePlanRequest: {
            /**
             * @description The plan's name.
             * @example Style club
             */
            name?: string;
            /**
             * @description Try-ons per period of 30 days.
             * @example 100
             */
            monthlyTryOns?: number;
            /**
             * @description The price or product the plan is sold as, in the store's billing system; null for none.
             * @example price_1QStyleClub
             */
            externalPriceId?: string | null;
            /**
             * @description Whether the plan can be given to customers.
             * @example true
             */
            active?: boolean;
        };
        /**
         * PlanList
         * @description One page of plans.
         */
        PlanList: {
            /** @description The plans of this page. */
            data: components["schemas"]["ShopperPlan"][];
            next_cursor: components["schemas"]["NextCursor"];
        };
        /**
         * CustomerStatus
         * @description Whether the customer may try on and get sessions.
         * @enum {string}
         */
        CustomerStatus: "ACTIVE" | "PAUSED" | "CANCELLED";
        /**
         * CustomerMetadataInput
         * @description The metadata in place of what was there; null clears it.
         */
        CustomerMetadataInput: components["schemas"]["CustomerMetadata"] | null;
        /**
         * CustomerMetadata
         * @description The store's own notes: at most 20 keys, and 4096 bytes as JSON in UTF-8, with text, numbers, booleans or null as values. More answers `metadata_too_large`. The key `model` names the storefront model the customer is on.
         * @example {
         *       "model": "SUBSCRIPTION",
         *       "wp_user_id": 42
         *     }
         */
        CustomerMetadata: {
            [key: string]: string | number | boolean | null;
        };
        /**
         * Customer
         * @description One shopper of the store.
         */
        Customer: {
            id: components["schemas"]["CustomerId"];
            externalId: components["schemas"]["AnyExternalId"];
            /**
             * Format: email
             * @description The shopper's email address, or null.
             * @example ada@shop.example
             */
            email: string | null;
            /**
             * @description The plan the customer has, or null.
             * @example pln_01JD8Z6T5V9M4K2Q7R3S8X1Y0A
             */
            planId: string | null;
            status: components["schemas"]["CustomerStatus"];
            metadata: components["schemas"]["CustomerMetadata"];
            /**
             * Format: date-time
             * @description When the current period began (ISO 8601 UTC).
             * @example 2026-11-01T00:00:00Z
             */
            periodStart: string;
            /**
             * Format: date-time
             * @description When it ends, 30 days after it began (ISO 8601 UTC). Past, if the customer has not been used since.
             * @example 2026-12-01T00:00:00Z
             */
            periodEnd: string;
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
         * UpsertCustomerRequest
         * @description A customer to create, or to update where `externalId` exists.
         */
        UpsertCustomerRequest: {
            externalId: components["schemas"]["AnyExternalId"];
            /**
             * @description The id of an active plan; null takes the plan away; absent leaves it as it is. An id that is no active plan of the store answers `plan_not_found`.
             * @example pln_01JD8Z6T5V9M4K2Q7R3S8X1Y0A
             */
            planId?: string | null;
            /**
             * @description Whether a new 30-day period with nothing used begins now. Nothing else moves a period that has not ended.
             * @default false
             * @example true
             */
            resetPeriod?: boolean;
            /**
             * Format: email
             * @description The shopper's email address, or null.
             * @example ada@shop.example
             */
            email?: string | null;
            status?: components["schemas"]["CustomerStatus"];
            metadata?: components["schemas"]["CustomerMetadataInput"];
        };
        /**
         * UpdateCustomerRequest
         * @description The fields of a customer to change. An `externalId` never changes.
         */
        UpdateCustomerRequest: {
            /**
             * @description The id of an active plan; null takes the plan away; absent leaves it as it is. An id that is no active plan of the store answers `plan_not_found`.
             * @example pln_01JD8Z6T5V9M4K2Q7R3S8X1Y0A
             */
            planId?: string | null;
            /**
             * @description Whether a new 30-day period with nothing used begins now. Nothing else moves a period that has not ended.
             * @default false
             * @example true
             */
            resetPeriod?: boolean;
            /**
             * Format: email
             * @description The shopper's email address, or null.
             * @example ada@shop.example
             */
            email?: string | null;
            status?: components["schemas"]["CustomerStatus"];
            metadata?: components["schemas"]["CustomerMetadataInput"];
        };
        /**
         * CustomerList
         * @description One page of customers.
         */
        CustomerList: {
            /** @description The customers of this page. */
            data: components["schemas"]["Customer"][];
            next_cursor: components["schemas"]["NextCursor"];
        };
        /**
         * UsagePlan
         * @description The plan a customer has.
         */
        UsagePlan: {
            id: components["schemas"]["PlanId"];
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
        };
        /**
         * UsagePeriod
         * @description What was used in one period of 30 days.
         */
        UsagePeriod: {
            /**
             * Format: date-time
             * @description When the period began (ISO 8601 UTC).
             * @example 2026-10-02T00:00:00Z
             */
            period_start: string;
            /**
             * Format: date-time
             * @description When it ended (ISO 8601 UTC).
             * @example 2026-11-01T00:00:00Z
             */
            period_end: string;
            /**
             * @description Try-ons used in the period.
             * @example 33
             */
            used: number;
            /**
             * @description Try-ons the period allows: the plan's, and what grants added to them.
             * @example 100
             */
            limit: number;
        };
        /**
         * CurrentUsage
         * @description The running period, plan and grants together.
         */
        CurrentUsage: {
            /**
             * @description Try-ons used in the period.
             * @example 33
             */
            used: number;
            /**
             * @description Try-ons the period allows: the plan's, and what grants added to them.
             * @example 100
             */
            limit: number;
            /**
             * @description Try-ons left, those of unexpired grants among them; never below zero.
             * @example 67
             */
            remaining: number;
            /**
             * @description Whether the customer may try on now: active, and something is left.
             * @example true
             */
            ok: boolean;
        };
        /**
         * UsageGrants
         * @description What is left of grants. Absent where nothing was ever granted.
         */
        UsageGrants: {
            /**
             * @description Unspent and unexpired try-ons of all grants.
             * @example 4
             */
            remaining: number;
            /**
             * Format: date-time
             * @description When the first of them expires (ISO 8601 UTC), or null.
             * @example 2026-12-10T12:00:00Z
             */
            next_expires_at: string | null;
        };
        /**
         * CustomerUsage
         * @description A customer's allowance and what is used of it.
         */
        CustomerUsage: {
            customer_id: components["schemas"]["CustomerId"];
            external_id: components["schemas"]["AnyExternalId"];
            /** @description The plan the customer has, or null. */
            plan: components["schemas"]["UsagePlan"] | null;
            status: components["schemas"]["CustomerStatus"];
            /**
             * Format: date-time
             * @description When the current period began (ISO 8601 UTC).
             * @example 2026-11-01T00:00:00Z
             */
            period_start: string;
            /**
             * Format: date-time
             * @description When it ends, 30 days after it began (ISO 8601 UTC).
             * @example 2026-12-01T00:00:00Z
             */
            period_end: string;
            current: components["schemas"]["CurrentUsage"];
            grants?: components["schemas"]["UsageGrants"];
            /** @description The periods before, newest first, twelve at most. */
            history: components["schemas"]["UsagePeriod"][];
        };
        /**
         * CustomerUsageResponse
         * @description The usage under `data`.
         */
        CustomerUsageResponse: {
            data: components["schemas"]["CustomerUsage"];
        };
        /**
         * CreateGrantRequest
         * @description An order and the try-ons it earned.
         */
        CreateGrantRequest: {
            /**
             * @description The order's id, unique in the store. The rules of new ids are those of `externalId`.
             * @example woocommerce_order_1001
             */
            orderId: string;
            /**
             * @description Try-ons the order earned.
             * @example 5
             */
            amount: number;
            /**
             * Format: date-time
             * @description When what is unspent expires (ISO 8601 UTC); absent or null for never. A time in the past, a leap second and a time after the year 9999 answer `invalid_body`.
             * @example 2026-12-10T12:00:00Z
             */
            expiresAt?: string | null;
        };
        /**
         * Grant
         * @description Try-ons that one order earned.
         */
        Grant: {
            /**
             * @description The order's id, unique in the store. The rules of new ids are those of `externalId`.
             * @example woocommerce_order_1001
             */
            orderId: string;
            customerId: components["schemas"]["CustomerId"];
            /**
             * @description Try-ons the order earned.
             * @example 5
             */
            amount: number;
            /**
             * @description Try-ons of this grant that are used.
             * @example 1
             */
            spent: number;
            /**
             * @description Try-ons still to use; zero once revoked or expired.
             * @example 4
             */
            remaining: number;
            /**
             * Format: date-time
             * @description When what is unspent expires (ISO 8601 UTC), or null for never.
             * @example 2026-12-10T12:00:00Z
             */
            expiresAt: string | null;
            /**
             * Format: date-time
             * @description When it was revoked (ISO 8601 UTC), or null.
             * @example 2026-11-12T09:00:00Z
             */
            revokedAt: string | null;
            /**
             * Format: date-time
             * @description When it was created (ISO 8601 UTC).
             * @example 2026-10-01T09:00:00Z
             */
            createdAt: string;
        };
        /**
         * CreateSessionRequest
         * @description How long a session lasts and what it is for.
         */
        CreateSessionRequest: {
            /**
             * @description How long the token is valid (seconds).
             * @default 900
             * @example 900
             */
            expires_in?: number;
            /**
             * @deprecated
             * @description An older spelling of `expires_in`, which counts where both are given.
             * @example 900
             */
            expiresIn?: number;
            /**
             * @description The product the shopper looks at, for the store's reports. It does not restrict the token.
             * @example dress-42
             */
            productId?: string;
        };
        /**
         * SessionCustomer
         * @description The customer a session charges.
         */
        SessionCustomer: {
            id: components["schemas"]["CustomerId"];
            external_id: components["schemas"]["AnyExternalId"];
            /**
             * @description The plan the customer has, or null.
             * @example pln_01JD8Z6T5V9M4K2Q7R3S8X1Y0A
             */
            plan_id: string | null;
            /**
             * @description The plan's name, or null.
             * @example Style club
             */
            plan_name: string | null;
            /**
             * @description Try-ons per period of 30 days, or null without a plan.
             * @example 100
             */
            monthly_try_ons: number | null;
            /**
             * Format: date-time
             * @description When the current period began (ISO 8601 UTC).
             * @example 2026-11-01T00:00:00Z
             */
            period_start: string;
            /**
             * Format: date-time
             * @description When it ends, 30 days after it began (ISO 8601 UTC).
             * @example 2026-12-01T00:00:00Z
             */
            period_end: string;
        };
        /**
         * Session
         * @description A session and its token, shown once.
         */
        Session: {
            /**
             * @description The signed token (JWT, RS256).
             * @example eyJhbGciOiJSUzI1NiIsImtpZCI6ImsxIn0.eyJzdWIiOiJlY18wMUpEIn0.c2lnbmF0dXJl
             */
            token: string;
            /**
             * @description How the token is presented.
             * @constant
             */
            token_type: "Bearer";
            /**
             * @description How long the token is valid from now (seconds).
             * @example 900
             */
            expires_in: number;
            /**
             * Format: date-time
             * @description When the token expires (ISO 8601 UTC).
             * @example 2026-11-10T12:15:00Z
             */
            expires_at: string;
            customer: components["schemas"]["SessionCustomer"];
        };
        /**
         * SessionSummary
         * @description A session without its token.
         */
        SessionSummary: {
            jti: components["schemas"]["SessionId"];
            /**
             * Format: date-time
             * @description When the token was minted (ISO 8601 UTC).
             * @example 2026-11-10T12:00:00Z
             */
            issued_at: string;
            /**
             * Format: date-time
             * @description When the token expires (ISO 8601 UTC).
             * @example 2026-11-10T12:15:00Z
             */
            expires_at: string;
            /**
             * Format: date-time
             * @description When it was revoked (ISO 8601 UTC), or null.
             * @example 2026-11-10T12:05:00Z
             */
            revoked_at: string | null;
        };
        /**
         * SessionList
         * @description One page of sessions.
         */
        SessionList: {
            /** @description The sessions of this page. */
            data: components["schemas"]["SessionSummary"][];
            next_cursor: components["schemas"]["NextCursor"];
        };
        /**
         * SessionRevocation
         * @description The session that was revoked.
         */
        SessionRevocation: {
            /** @description Its id. */
            data: {
                jti: components["schemas"]["SessionId"];
                /**
                 * @description The session is revoked.
                 * @constant
                 */
                revoked: true;
            };
        };
        /**
         * EventSelection
         * @description The event types to deliver, or `*` alone for every type, those of later versions too.
         * @example [
         *       "end_customer.quota_exhausted",
         *       "plan.updated"
         *     ]
         */
        EventSelection: components["schemas"]["EventType"][] | "*"[];
        /**
         * WebhookEndpoint
         * @description A URL that events are delivered to.
         */
        WebhookEndpoint: {
            id: components["schemas"]["EndpointId"];
            /**
             * Format: uri
             * @description Where events are posted to. It must be `https`; `http` is taken only for a loopback address with a test key. An address in a private network is refused, redirects are not followed.
             * @example https://shop.example/genvoris/webhook
             */
            url: string;
            events: components["schemas"]["EventSelection"];
            /**
             * @description A note for the store's staff, or null.
             * @example Production shop
             */
            description: string | null;
            /**
             * @description Whether events are delivered.
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
         * WebhookSecret
         * @description What deliveries are signed with. Shown once.
         * @example whsec_Z2Vudm9yaXMgZXhhbXBsZSBzZWNyZXQsIGZpcnN0Li4=
         */
        WebhookSecret: string;
        /**
         * CreatedWebhookEndpoint
         * @description A new endpoint, and its secret if the portal made it.
         */
        CreatedWebhookEndpoint: components["schemas"]["WebhookEndpoint"] & {
            secret?: components["schemas"]["WebhookSecret"];
        };
        /**
         * CreateWebhookEndpointRequest
         * @description Where to deliver, and what.
         */
        CreateWebhookEndpointRequest: {
            /**
             * Format: uri
             * @description Where events are posted to. It must be `https`; `http` is taken only for a loopback address with a test key. An address in a private network is refused, redirects are not followed.
             * @example https://shop.example/genvoris/webhook
             */
            url: string;
            /**
             * @description What deliveries are to be signed with: any text, used as given. `X-Genvoris-Signature` is keyed with its UTF-8 bytes; so is `webhook-signature`, but where base64, padded or not, stands behind `whsec_`, with the bytes of that. White space at either end, control characters, and two secrets in one text are refused. Absent, the portal makes one.
             * @example correct-horse-battery-staple
             */
            secret?: string;
            events?: components["schemas"]["EventSelection"];
            /**
             * @description A note for the store's staff, or null.
             * @example Production shop
             */
            description?: string | null;
            /**
             * @description Whether events are delivered.
             * @example true
             */
            active?: boolean;
        };
        /**
         * UpdateWebhookEndpointRequest
         * @description The fields of an endpoint to change.
         */
        UpdateWebhookEndpointRequest: {
            /**
             * Format: uri
             * @description Where events are posted to. It must be `https`; `http` is taken only for a loopback address with a test key. An address in a private network is refused, redirects are not followed.
             * @example https://shop.example/genvoris/webhook
             */
            url?: string;
            events?: components["schemas"]["EventSelection"];
            /**
             * @description A note for the store's staff, or null.
             * @example Production shop
             */
            description?: string | null;
            /**
             * @description Whether events are delivered.
             * @example true
             */
            active?: boolean;
        };
        /**
         * WebhookEndpointList
         * @description All endpoints of the store.
         */
        WebhookEndpointList: {
            /** @description The endpoints. */
            data: components["schemas"]["WebhookEndpoint"][];
        };
        /**
         * RotateWebhookSecretRequest
         * @description How long the previous secret still signs.
         */
        RotateWebhookSecretRequest: {
            /**
             * @description How long the previous secret still signs (seconds).
             * @default 86400
             * @example 86400
             */
            overlapSeconds?: number;
        };
        /**
         * WebhookSecretRotation
         * @description The new secret, and how long the previous one still signs.
         */
        WebhookSecretRotation: {
            id: components["schemas"]["EndpointId"];
            secret: components["schemas"]["WebhookSecret"];
            /**
             * Format: date-time
             * @description When the previous secret stops signing (ISO 8601 UTC); null if it has stopped.
             * @example 2026-11-11T12:00:00Z
             */
            previousSecretExpiresAt: string | null;
        };
        /**
         * DeliveryStatus
         * @description What became of a delivery.
         * @enum {string}
         */
        DeliveryStatus: "pending" | "delivered" | "dead";
        /**
         * WebhookDelivery
         * @description One event on its way to one endpoint.
         */
        WebhookDelivery: {
            id: components["schemas"]["DeliveryId"];
            endpointId: components["schemas"]["EndpointId"];
            eventId: components["schemas"]["EventId"];
            eventType: components["schemas"]["EventType"];
            status: components["schemas"]["DeliveryStatus"];
            /**
             * @description Attempts made since the event or its last replay.
             * @example 2
             */
            attempts: number;
            /**
             * @description The status the endpoint last answered with; null if it has not answered.
             * @example 503
             */
            lastStatusCode: number | null;
            /**
             * @description Why the last attempt failed, for people; null if it did not.
             * @example No answer within 10 seconds.
             */
            lastError: string | null;
            /**
             * Format: date-time
             * @description When the next attempt is due (ISO 8601 UTC); null unless pending.
             * @example 2026-11-10T12:00:40Z
             */
            nextAttemptAt: string | null;
            /**
             * Format: date-time
             * @description When the endpoint answered 2xx (ISO 8601 UTC), or null.
             * @example 2026-11-10T11:00:01Z
             */
            deliveredAt: string | null;
            /**
             * Format: date-time
             * @description When it was created (ISO 8601 UTC).
             * @example 2026-10-01T09:00:00Z
             */
            createdAt: string;
        };
        /**
         * WebhookDeliveryList
         * @description One page of deliveries.
         */
        WebhookDeliveryList: {
            /** @description The deliveries of this page. */
            data: components["schemas"]["WebhookDelivery"][];
            next_cursor: components["schemas"]["NextCursor"];
        };
        /**
         * TrackEventsRequest
         * @description One event, or several as `events`.
         */
        TrackEventsRequest: components["schemas"]["WidgetEvent"] | components["schemas"]["WidgetEventBatch"];
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
         * ConversionPlatform
         * @description Where the order was placed.
         * @enum {string}
         */
        ConversionPlatform: "shopify" | "woocommerce" | "custom";
        /**
         * CreateConversionRequest
         * @description An order.
         */
        CreateConversionRequest: {
            /**
             * @description The order's id, unique in the store and platform.
             * @example order_1001
             */
            orderId: string;
            platform: components["schemas"]["ConversionPlatform"];
            /**
             * @description What was paid, in the hundredth part of the currency.
             * @example 12900
             */
            amountCents: number;
            /**
             * @description The currency (ISO 4217).
             * @default USD
             * @example USD
             */
            currency?: string;
            /**
             * @description How many pieces.
             * @example 1
             */
            quantity?: number;
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
            sessionId?: components["schemas"]["WidgetSessionId"];
            /**
             * Format: email
             * @description The shopper's email address. Kept as a keyed hash only.
             * @example ada@shop.example
             */
            customerEmail?: string;
            /**
             * @description How long before the order a try-on with this email may lie (minutes).
             * @default 1440
             * @example 1440
             */
            attributionWindowMinutes?: number;
        };
        /**
         * Conversion
         * @description An order that was reported.
         */
        Conversion: {
            id: components["schemas"]["ConversionId"];
            /**
             * @description Whether a try-on came before the order.
             * @example true
             */
            attributedFromTryOn: boolean;
            /**
             * @description The order had been reported before; nothing changed.
             * @constant
             */
            deduped?: true;
        };
        /**
         * ConversionId
         * @description A conversion's id.
         * @example conv_01JD8Z6T5V9M4K2Q7R3S8X1Y0U
         */
        ConversionId: string;
        /**
         * CreateReturnRequest
         * @description A refund.
         */
        CreateReturnRequest: {
            /**
             * @description The order's id, unique in the store and platform.
             * @example order_1001
             */
            orderId: string;
            platform: components["schemas"]["ConversionPlatform"];
            /**
             * @description What was given back, in the hundredth part of the currency.
             * @example 12900
             */
            refundedAmountCents: number;
            /**
             * @description The currency (ISO 4217).
             * @default USD
             * @example USD
             */
            currency?: string;
            /**
             * @description Why.
             * @example size_exchange
             */
            reason?: string;
        };
        /**
         * Return
         * @description A refund that was reported.
         */
        Return: {
            /**
             * ReturnId
             * @description A return's id.
             * @example ret_01JD8Z6T5V9M4K2Q7R3S8X1Y0X
             */
            id: string;
            /**
             * @description The order it belongs to, or null while that is not reported.
             * @example conv_01JD8Z6T5V9M4K2Q7R3S8X1Y0U
             */
            conversionEventId: string | null;
        };
        /**
         * Jwk
         * @description One public key.
         */
        Jwk: {
            /**
             * @description The key's type.
             * @constant
             */
            kty: "RSA";
            /**
             * @description What it is for.
             * @constant
             */
            use: "sig";
            /**
             * @description The only algorithm it signs with.
             * @constant
             */
            alg: "RS256";
            /**
             * @description The key's id, as in the header of the tokens it signed.
             * @example k_2026_11
             */
            kid: string;
            /**
             * @description The modulus, at least 2048 bits (base64url).
             * @example xcDQdxQr9Th0br3Oe6NvKyGx0YXbAt7J-t8Fr1TSPuadhilVOwQ1EKo3TLr6E3NFLdL24BuvhE0NkDVSvMmvRPC4tEQ8Y_uVYNWJbnpq4cJ9R-Y-dHXYT4O1NLRQw9X76P-V26dkNjLRHIJ2Ijp5v4mXGd2mkT99sjt-SUNoy_OgUkC5ch4CnUHg5r-SOABMUQNslm8tPWUywc0TZch2WsVLuxSA_a8-OB5xcSJkP5igXw1N3p4-I6Jb8PV61AbmQy3f80ixr0RSZziPhemP_c29mrC0FTG_o-z5gr-IznNjOrUkmUE0r-iTIMZ6I_dGtnv0ey6B1-_96KvrivYr3Q
             */
            n: string;
            /**
             * @description The public exponent (base64url).
             * @example AQAB
             */
            e: string;
        };
        /**
         * JwkSet
         * @description The public keys session tokens are verified with.
         */
        JwkSet: {
            /** @description The key that signs, and those just before and after it. */
            keys: components["schemas"]["Jwk"][];
        };
        /**
         * TryonCompletedEvent
         * @description The `tryon.completed` event.
         */
        TryonCompletedEvent: {
            id: components["schemas"]["EventId"];
            /**
             * @description What happened.
             * @constant
             */
            type: "tryon.completed";
            created: components["schemas"]["EventTime"];
            data: components["schemas"]["TryonCompletedData"];
        };
        /**
         * TryonFailedEvent
         * @description The `tryon.failed` event.
         */
        TryonFailedEvent: {
            id: components["schemas"]["EventId"];
            /**
             * @description What happened.
             * @constant
             */
            type: "tryon.failed";
            created: components["schemas"]["EventTime"];
            data: components["schemas"]["TryonFailedData"];
        };
        /**
         * CustomerPlanChangedEvent
         * @description The `customer.plan_changed` event.
         */
        CustomerPlanChangedEvent: {
            id: components["schemas"]["EventId"];
            /**
             * @description What happened.
             * @constant
             */
            type: "customer.plan_changed";
            created: components["schemas"]["EventTime"];
            data: components["schemas"]["CustomerPlanChangedData"];
        };
        /**
         * CustomerQuotaExhaustedEvent
         * @description The `customer.quota_exhausted` event.
         */
        CustomerQuotaExhaustedEvent: {
            id: components["schemas"]["EventId"];
            /**
             * @description What happened.
             * @constant
             */
            type: "customer.quota_exhausted";
            created: components["schemas"]["EventTime"];
            data: components["schemas"]["CustomerQuotaExhaustedData"];
        };
        /**
         * CreditLowBalanceEvent
         * @description The `credit.low_balance` event.
         */
        CreditLowBalanceEvent: {
            id: components["schemas"]["EventId"];
            /**
             * @description What happened.
             * @constant
             */
            type: "credit.low_balance";
            created: components["schemas"]["EventTime"];
            data: components["schemas"]["CreditLowBalanceData"];
        };
        /**
         * CreditBalanceAddedEvent
         * @description The `credit.balance_added` event.
         */
        CreditBalanceAddedEvent: {
            id: components["schemas"]["EventId"];
            /**
             * @description What happened.
             * @constant
             */
            type: "credit.balance_added";
            created: components["schemas"]["EventTime"];
            data: components["schemas"]["CreditBalanceAddedData"];
        };
        /**
         * EndCustomerCreatedEvent
         * @description The `end_customer.created` event.
         */
        EndCustomerCreatedEvent: {
            id: components["schemas"]["EventId"];
            /**
             * @description What happened.
             * @constant
             */
            type: "end_customer.created";
            created: components["schemas"]["EventTime"];
            data: components["schemas"]["EndCustomerCreatedData"];
        };
        /**
         * EndCustomerUpdatedEvent
         * @description The `end_customer.updated` event.
         */
        EndCustomerUpdatedEvent: {
            id: components["schemas"]["EventId"];
            /**
             * @description What happened.
             * @constant
             */
            type: "end_customer.updated";
            created: components["schemas"]["EventTime"];
            data: components["schemas"]["EndCustomerUpdatedData"];
        };
        /**
         * EndCustomerCancelledEvent
         * @description The `end_customer.cancelled` event.
         */
        EndCustomerCancelledEvent: {
            id: components["schemas"]["EventId"];
            /**
             * @description What happened.
             * @constant
             */
            type: "end_customer.cancelled";
            created: components["schemas"]["EventTime"];
            data: components["schemas"]["EndCustomerCancelledData"];
        };
        /**
         * EndCustomerQuotaWarningEvent
         * @description The `end_customer.quota_warning` event.
         */
        EndCustomerQuotaWarningEvent: {
            id: components["schemas"]["EventId"];
            /**
             * @description What happened.
             * @constant
             */
            type: "end_customer.quota_warning";
            created: components["schemas"]["EventTime"];
            data: components["schemas"]["EndCustomerQuotaWarningData"];
        };
        /**
         * EndCustomerQuotaExhaustedEvent
         * @description The `end_customer.quota_exhausted` event.
         */
        EndCustomerQuotaExhaustedEvent: {
            id: components["schemas"]["EventId"];
            /**
             * @description What happened.
             * @constant
             */
            type: "end_customer.quota_exhausted";
            created: components["schemas"]["EventTime"];
            data: components["schemas"]["EndCustomerQuotaExhaustedData"];
        };
        /**
         * EndCustomerPeriodRolledEvent
         * @description The `end_customer.period_rolled` event.
         */
        EndCustomerPeriodRolledEvent: {
            id: components["schemas"]["EventId"];
            /**
             * @description What happened.
             * @constant
             */
            type: "end_customer.period_rolled";
            created: components["schemas"]["EventTime"];
            data: components["schemas"]["EndCustomerPeriodRolledData"];
        };
        /**
         * PlanCreatedEvent
         * @description The `plan.created` event.
         */
        PlanCreatedEvent: {
            id: components["schemas"]["EventId"];
            /**
             * @description What happened.
             * @constant
             */
            type: "plan.created";
            created: components["schemas"]["EventTime"];
            data: components["schemas"]["PlanCreatedData"];
        };
        /**
         * PlanUpdatedEvent
         * @description The `plan.updated` event.
         */
        PlanUpdatedEvent: {
            id: components["schemas"]["EventId"];
            /**
             * @description What happened.
             * @constant
             */
            type: "plan.updated";
            created: components["schemas"]["EventTime"];
            data: components["schemas"]["PlanUpdatedData"];
        };
        /**
         * PlanDisabledEvent
         * @description The `plan.disabled` event.
         */
        PlanDisabledEvent: {
            id: components["schemas"]["EventId"];
            /**
             * @description What happened.
             * @constant
             */
            type: "plan.disabled";
            created: components["schemas"]["EventTime"];
            data: components["schemas"]["PlanDisabledData"];
        };
        /**
         * WebhookDisabledEvent
         * @description The `webhook.disabled` event.
         */
        WebhookDisabledEvent: {
            id: components["schemas"]["EventId"];
            /**
             * @description What happened.
             * @constant
             */
            type: "webhook.disabled";
            created: components["schemas"]["EventTime"];
            data: components["schemas"]["WebhookDisabledData"];
        };
        /**
         * WebhookTestEvent
         * @description The `webhook.test` event.
         */
        WebhookTestEvent: {
            id: components["schemas"]["EventId"];
            /**
             * @description What happened.
             * @constant
             */
            type: "webhook.test";
            created: components["schemas"]["EventTime"];
            data: components["schemas"]["WebhookTestData"];
        };
        /**
         * TryonReport
         * @description A try-on, as it was reported.
         */
        TryonReport: {
            store_id: components["schemas"]["StoreId"];
            /**
             * @description The customer; null without a session token.
             * @example ec_01JD8Z6T5V9M4K2Q7R3S8X1Y0B
             */
            customer_id: string | null;
            /**
             * @description The store's own id for the customer; null without a session token.
             * @example wp_42
             */
            external_id: string | null;
            /**
             * @description What kind of product was tried on.
             * @example apparel
             */
            product_type: string;
            /**
             * @description The product's name, or null.
             * @example Wrap dress
             */
            product_title: string | null;
            /**
             * Format: uri
             * @description The page the shopper was on, or null.
             * @example https://shop.example/p/dress-42
             */
            page_url: string | null;
            /**
             * Format: uri
             * @description The shop's origin, or null.
             * @example https://shop.example
             */
            origin: string | null;
            /**
             * @description How many pictures were asked for. They are one try-on together.
             * @example 4
             */
            variation_count: number;
            /**
             * @description How long the generation took (milliseconds).
             * @example 1820
             */
            generation_time_ms: number;
            /**
             * @description The `X-Request-Id` of the call that asked for the try-on or reported it. A storefront sends its own, so that a debit can be found by what the shopper's browser was answered with.
             * @example req_01JD8Z6T5V9M4K2Q
             */
            request_id?: string;
            /**
             * @description Credits left in the store's pool.
             * @example 4823
             */
            remaining_credits: number;
        };
        /**
         * TryonCompletedData
         * @description The try-on, and what the customer has left.
         */
        TryonCompletedData: components["schemas"]["TryonReport"] & {
            end_customer_quota?: components["schemas"]["EndCustomerQuota"];
        };
        /**
         * TryonFailedData
         * @description The try-on that failed.
         */
        TryonFailedData: components["schemas"]["TryonReport"];
        /**
         * CustomerPlanChangedData
         * @description The customer, and its plan before and after.
         */
        CustomerPlanChangedData: {
            customer_id: components["schemas"]["CustomerId"];
            external_id: components["schemas"]["AnyExternalId"];
            /**
             * @description The plan the customer had, or null.
             * @example pln_01JD8Z6T5V9M4K2Q7R3S8X1Y0G
             */
            previous_plan_id: string | null;
            /**
             * @description The plan the customer has, or null.
             * @example pln_01JD8Z6T5V9M4K2Q7R3S8X1Y0A
             */
            plan_id: string | null;
        };
        /**
         * CustomerQuotaExhaustedData
         * @description The spent allowance.
         */
        CustomerQuotaExhaustedData: components["schemas"]["EndCustomerAllowance"];
        /**
         * CreditLowBalanceData
         * @description What is left, and the threshold.
         */
        CreditLowBalanceData: {
            store_id: components["schemas"]["StoreId"];
            /**
             * @description Credits left in the store's pool.
             * @example 4823
             */
            remaining_credits: number;
            /**
             * @description The number of credits the store is warned at.
             * @example 100
             */
            threshold: number;
        };
        /**
         * CreditBalanceAddedData
         * @description The pack that was added, and the pool after it.
         */
        CreditBalanceAddedData: {
            store_id: components["schemas"]["StoreId"];
            /**
             * @description The pack's id.
             * @example pck_01JD8Z6T5V9M4K2Q7R3S8X1Y0T
             */
            pack_id: string;
            /**
             * @description Credits in the pack.
             * @example 5000
             */
            credits_added: number;
            /**
             * @description Credits left in the store's pool.
             * @example 4823
             */
            remaining_credits: number;
            /**
             * Format: date-time
             * @description When what is left of the pack expires (ISO 8601 UTC), or null for never.
             * @example 2027-11-10T12:00:00Z
             */
            expires_at: string | null;
        };
        /**
         * EndCustomerCreatedData
         * @description The new customer.
         */
        EndCustomerCreatedData: {
            customer: components["schemas"]["Customer"];
        };
        /**
         * EndCustomerUpdatedData
         * @description The customer as it is now, and the fields that differ.
         */
        EndCustomerUpdatedData: {
            customer: components["schemas"]["Customer"];
            /** @description The names of the fields that differ now, none if nothing changed. */
            changed: string[];
        };
        /**
         * EndCustomerCancelledData
         * @description The cancelled customer.
         */
        EndCustomerCancelledData: {
            customer: components["schemas"]["Customer"];
        };
        /**
         * EndCustomerAllowance
         * @description A customer's allowance in the current period.
         */
        EndCustomerAllowance: {
            customer_id: components["schemas"]["CustomerId"];
            external_id: components["schemas"]["AnyExternalId"];
            /**
             * @description The plan the customer has, or null.
             * @example pln_01JD8Z6T5V9M4K2Q7R3S8X1Y0A
             */
            plan_id: string | null;
            /**
             * Format: date-time
             * @description When the current period began (ISO 8601 UTC).
             * @example 2026-11-01T00:00:00Z
             */
            period_start: string;
            /**
             * Format: date-time
             * @description When it ends, 30 days after it began (ISO 8601 UTC).
             * @example 2026-12-01T00:00:00Z
             */
            period_end: string;
            /**
             * @description Try-ons used in the period.
             * @example 33
             */
            used: number;
            /**
             * @description Try-ons the period allows: the plan's, and what grants added to them.
             * @example 100
             */
            limit: number;
            /**
             * @description Try-ons left, those of unexpired grants among them; never below zero.
             * @example 67
             */
            remaining: number;
        };
        /**
         * EndCustomerQuotaWarningData
         * @description The allowance, and the share of it that the warning is for.
         */
        EndCustomerQuotaWarningData: components["schemas"]["EndCustomerAllowance"] & {
            /**
             * @description The share of the limit that was reached, 1 being all of it.
             * @constant
             */
            threshold: 0.8;
        };
        /**
         * EndCustomerQuotaExhaustedData
         * @description The spent allowance.
         */
        EndCustomerQuotaExhaustedData: components["schemas"]["EndCustomerAllowance"];
        /**
         * EndCustomerPeriodRolledData
         * @description The period that ended and the one that began.
         */
        EndCustomerPeriodRolledData: {
            customer_id: components["schemas"]["CustomerId"];
            external_id: components["schemas"]["AnyExternalId"];
            /**
             * @description The plan the customer has, or null.
             * @example pln_01JD8Z6T5V9M4K2Q7R3S8X1Y0A
             */
            plan_id: string | null;
            previous: components["schemas"]["UsagePeriod"];
            current: components["schemas"]["UsagePeriod"];
        };
        /**
         * PlanCreatedData
         * @description The new plan.
         */
        PlanCreatedData: {
            plan: components["schemas"]["ShopperPlan"];
        };
        /**
         * PlanUpdatedData
         * @description The plan as it is now.
         */
        PlanUpdatedData: {
            plan: components["schemas"]["ShopperPlan"];
        };
        /**
         * PlanDisabledData
         * @description The disabled plan.
         */
        PlanDisabledData: {
            plan: components["schemas"]["ShopperPlan"];
        };
        /**
         * WebhookDisabledData
         * @description The endpoint that was switched off, and since when it failed.
         */
        WebhookDisabledData: {
            store_id: components["schemas"]["StoreId"];
            endpoint_id: components["schemas"]["EndpointId"];
            /**
             * Format: uri
             * @description Where events were posted to.
             * @example https://metrics.example/in
             */
            url: string;
            /**
             * Format: date-time
             * @description When the first of the failures was (ISO 8601 UTC).
             * @example 2026-11-05T11:30:00Z
             */
            failing_since: string;
            /**
             * @description Why the last attempt failed, for people.
             * @example The endpoint answered 503.
             */
            last_error: string | null;
        };
        /**
         * WebhookTestData
         * @description The endpoint under test.
         */
        WebhookTestData: {
            store_id: components["schemas"]["StoreId"];
            endpoint_id: components["schemas"]["EndpointId"];
            /**
             * @description A sentence for people.
             * @example This is a test event.
             */
            message: string;
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
        /**
         * AnyExternalId
         * @description An id given by the store's own system. The portal accepts any non-empty text, because clients in the field send unprefixed ids; those are shown under "other". New code uses a canonical prefix. It becomes a segment of paths, percent-encoded, and is compared code point by code point: nothing is trimmed, folded or normalised. A new id that could not be found again answers `invalid_body`: `.` and `..`, which URLs drop; blanks alone; one with a control character or a byte order mark; and one that reads as an id that the portal gives (`ec_…`).
         * @example wp_42
         */
        AnyExternalId: string;
        /**
         * EventType
         * @description What happened. Readers answer 2xx to a type they do not know, because later minor versions may add types.
         * @enum {string}
         */
        EventType: "tryon.completed" | "tryon.failed" | "customer.plan_changed" | "customer.quota_exhausted" | "credit.low_balance" | "credit.balance_added" | "end_customer.created" | "end_customer.updated" | "end_customer.cancelled" | "end_customer.quota_warning" | "end_customer.quota_exhausted" | "end_customer.period_rolled" | "plan.created" | "plan.updated" | "plan.disabled" | "webhook.disabled" | "webhook.test";
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
         * EventTime
         * @description When it happened (Unix seconds).
         * @example 1794312000
         */
        EventTime: number;
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
    };
    responses: {
        /** @description The body breaks its schema, or there is too much metadata. */
        CustomerInvalid: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PortalError"] & {
                    /** @enum {unknown} */
                    error: "invalid_body" | "metadata_too_large";
                };
            };
        };
        /** @description The store's account is suspended, or `planId` names no active plan of the store. */
        PlanForbidden: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PortalError"] & {
                    /** @enum {unknown} */
                    error: "account_inactive" | "plan_not_found";
                };
            };
        };
        /** @description The store's account is suspended, or the customer is paused or cancelled. */
        SessionForbidden: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PortalError"] & {
                    /** @enum {unknown} */
                    error: "account_inactive" | "customer_inactive";
                };
            };
        };
        /** @description The body or a parameter breaks its schema. */
        PortalInvalidBody: {
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
        /** @description There is no key, or one that is not ours. */
        PortalUnauthorized: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PortalError"] & {
                    /** @enum {unknown} */
                    error: "unauthorized" | "invalid_key";
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
        /** @description There is nothing with this id in this store. */
        PortalNotFound: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PortalError"] & {
                    /** @enum {unknown} */
                    error: "not_found";
                };
            };
        };
    };
    parameters: {
        /**
         * @description Any text of the caller's choosing, one per intended effect. The same key with the same request gets the same answer again; with another request it gets `idempotency_conflict`. Scoped to the store, kept for 24 hours.
         * @example 6f1c0b0a-9d5e-4a8e-9a53-0d7a1e6a1b2c
         */
        IdempotencyKey: string;
        /**
         * @description How many entries a page has at most.
         * @example 50
         */
        Limit: number;
        /**
         * @description The `next_cursor` of the page before. Opaque; a cursor that was not handed out answers `invalid_body`.
         * @example cGxuXzAxSkQ4WjZUNVY5TTRLMlE3UjNTOFgxWTBH
         */
        Cursor: string;
        /**
         * @description The plan's id.
         * @example pln_01JD8Z6T5V9M4K2Q7R3S8X1Y0A
         */
        PlanPathId: components["schemas"]["PlanId"];
        /**
         * @description The customer's id, or the store's own `externalId` for the customer, percent-encoded. An id is looked for first.
         * @example ec_01JD8Z6T5V9M4K2Q7R3S8X1Y0B
         */
        CustomerPathId: string;
        /**
         * @description The endpoint's id.
         * @example we_01JD8Z6T5V9M4K2Q7R3S8X1Y0D
         */
        EndpointPathId: components["schemas"]["EndpointId"];
        /**
         * @description `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 of `<t>.<raw body>`, keyed with the whole text of the secret, `whsec_` included. Compute it over the bytes as received, compare in constant time, and refuse a `t` that is more than 5 minutes off.
         * @example t=1794312000,v1=5f8c1d0e6c1b7a4e9d2f3a8b7c6d5e4f3a2b1c0d9e8f7a6b5c4d3e2f1a0b9c8d
         */
        GenvorisSignature: string;
        /**
         * @description The event's type, as in the body.
         * @example webhook.test
         */
        GenvorisEvent: components["schemas"]["EventType"];
        /**
         * @description The delivery's id, the same in every attempt. To recognise a repeat use the event's id, not this.
         * @example whd_01JD8Z6T5V9M4K2Q7R3S8X1Y0E
         */
        GenvorisDelivery: components["schemas"]["DeliveryId"];
        /**
         * @description The event's id (Standard Webhooks). Record it; answer 2xx to a repeat and do nothing.
         * @example evt_01JD8Z6T5V9M4K2Q7R3S8X1Y0F
         */
        WebhookId: components["schemas"]["EventId"];
        /**
         * @description When this attempt was signed (Standard Webhooks; Unix seconds). Equals `t` of `X-Genvoris-Signature`.
         * @example 1794312000
         */
        WebhookTimestamp: string;
        /**
         * @description `v1,<base64>` (Standard Webhooks): HMAC-SHA256 of `<webhook-id>.<webhook-timestamp>.<raw body>`, keyed with the bytes that the base64 after `whsec_` stands for, or with the UTF-8 bytes of a secret that has none. While a secret is being rotated there are two, separated by a space, the new secret's first.
         * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
         */
        WebhookSignature: string;
    };
    requestBodies: never;
    headers: {
        /** @description The set may be kept for an hour. */
        CacheControlPublic: string;
        /** @description Names this exchange in the logs of both sides. Quote it to support. */
        "X-Request-Id": string;
        /** @description When to try again, as whole seconds or as an HTTP date (RFC 9110, section 10.2.3). */
        "Retry-After": string;
    };
    pathItems: never;
}
export type PlanId = components['schemas']['PlanId'];
export type CustomerId = components['schemas']['CustomerId'];
export type StoreId = components['schemas']['StoreId'];
export type EndpointId = components['schemas']['EndpointId'];
export type DeliveryId = components['schemas']['DeliveryId'];
export type EventId = components['schemas']['EventId'];
export type SessionId = components['schemas']['SessionId'];
export type NextCursor = components['schemas']['NextCursor'];
export type ShopperPlan = components['schemas']['ShopperPlan'];
export type CreatePlanRequest = components['schemas']['CreatePlanRequest'];
export type UpdatePlanRequest = components['schemas']['UpdatePlanRequest'];
export type PlanList = components['schemas']['PlanList'];
export type CustomerStatus = components['schemas']['CustomerStatus'];
export type CustomerMetadataInput = components['schemas']['CustomerMetadataInput'];
export type CustomerMetadata = components['schemas']['CustomerMetadata'];
export type Customer = components['schemas']['Customer'];
export type UpsertCustomerRequest = components['schemas']['UpsertCustomerRequest'];
export type UpdateCustomerRequest = components['schemas']['UpdateCustomerRequest'];
export type CustomerList = components['schemas']['CustomerList'];
export type UsagePlan = components['schemas']['UsagePlan'];
export type UsagePeriod = components['schemas']['UsagePeriod'];
export type CurrentUsage = components['schemas']['CurrentUsage'];
export type UsageGrants = components['schemas']['UsageGrants'];
export type CustomerUsage = components['schemas']['CustomerUsage'];
export type CustomerUsageResponse = components['schemas']['CustomerUsageResponse'];
export type CreateGrantRequest = components['schemas']['CreateGrantRequest'];
export type Grant = components['schemas']['Grant'];
export type CreateSessionRequest = components['schemas']['CreateSessionRequest'];
export type SessionCustomer = components['schemas']['SessionCustomer'];
export type Session = components['schemas']['Session'];
export type SessionSummary = components['schemas']['SessionSummary'];
export type SessionList = components['schemas']['SessionList'];
export type SessionRevocation = components['schemas']['SessionRevocation'];
export type EventSelection = components['schemas']['EventSelection'];
export type WebhookEndpoint = components['schemas']['WebhookEndpoint'];
export type WebhookSecret = components['schemas']['WebhookSecret'];
export type CreatedWebhookEndpoint = components['schemas']['CreatedWebhookEndpoint'];
export type CreateWebhookEndpointRequest = components['schemas']['CreateWebhookEndpointRequest'];
export type UpdateWebhookEndpointRequest = components['schemas']['UpdateWebhookEndpointRequest'];
export type WebhookEndpointList = components['schemas']['WebhookEndpointList'];
export type RotateWebhookSecretRequest = components['schemas']['RotateWebhookSecretRequest'];
export type WebhookSecretRotation = components['schemas']['WebhookSecretRotation'];
export type DeliveryStatus = components['schemas']['DeliveryStatus'];
export type WebhookDelivery = components['schemas']['WebhookDelivery'];
export type WebhookDeliveryList = components['schemas']['WebhookDeliveryList'];
export type TrackEventsRequest = components['schemas']['TrackEventsRequest'];
export type EventsAccepted = components['schemas']['EventsAccepted'];
export type ConversionPlatform = components['schemas']['ConversionPlatform'];
export type CreateConversionRequest = components['schemas']['CreateConversionRequest'];
export type Conversion = components['schemas']['Conversion'];
export type ConversionId = components['schemas']['ConversionId'];
export type CreateReturnRequest = components['schemas']['CreateReturnRequest'];
export type Return = components['schemas']['Return'];
export type Jwk = components['schemas']['Jwk'];
export type JwkSet = components['schemas']['JwkSet'];
export type TryonCompletedEvent = components['schemas']['TryonCompletedEvent'];
export type TryonFailedEvent = components['schemas']['TryonFailedEvent'];
export type CustomerPlanChangedEvent = components['schemas']['CustomerPlanChangedEvent'];
export type CustomerQuotaExhaustedEvent = components['schemas']['CustomerQuotaExhaustedEvent'];
export type CreditLowBalanceEvent = components['schemas']['CreditLowBalanceEvent'];
export type CreditBalanceAddedEvent = components['schemas']['CreditBalanceAddedEvent'];
export type EndCustomerCreatedEvent = components['schemas']['EndCustomerCreatedEvent'];
export type EndCustomerUpdatedEvent = components['schemas']['EndCustomerUpdatedEvent'];
export type EndCustomerCancelledEvent = components['schemas']['EndCustomerCancelledEvent'];
export type EndCustomerQuotaWarningEvent = components['schemas']['EndCustomerQuotaWarningEvent'];
export type EndCustomerQuotaExhaustedEvent = components['schemas']['EndCustomerQuotaExhaustedEvent'];
export type EndCustomerPeriodRolledEvent = components['schemas']['EndCustomerPeriodRolledEvent'];
export type PlanCreatedEvent = components['schemas']['PlanCreatedEvent'];
export type PlanUpdatedEvent = components['schemas']['PlanUpdatedEvent'];
export type PlanDisabledEvent = components['schemas']['PlanDisabledEvent'];
export type WebhookDisabledEvent = components['schemas']['WebhookDisabledEvent'];
export type WebhookTestEvent = components['schemas']['WebhookTestEvent'];
export type TryonReport = components['schemas']['TryonReport'];
export type TryonCompletedData = components['schemas']['TryonCompletedData'];
export type TryonFailedData = components['schemas']['TryonFailedData'];
export type CustomerPlanChangedData = components['schemas']['CustomerPlanChangedData'];
export type CustomerQuotaExhaustedData = components['schemas']['CustomerQuotaExhaustedData'];
export type CreditLowBalanceData = components['schemas']['CreditLowBalanceData'];
export type CreditBalanceAddedData = components['schemas']['CreditBalanceAddedData'];
export type EndCustomerCreatedData = components['schemas']['EndCustomerCreatedData'];
export type EndCustomerUpdatedData = components['schemas']['EndCustomerUpdatedData'];
export type EndCustomerCancelledData = components['schemas']['EndCustomerCancelledData'];
export type EndCustomerAllowance = components['schemas']['EndCustomerAllowance'];
export type EndCustomerQuotaWarningData = components['schemas']['EndCustomerQuotaWarningData'];
export type EndCustomerQuotaExhaustedData = components['schemas']['EndCustomerQuotaExhaustedData'];
export type EndCustomerPeriodRolledData = components['schemas']['EndCustomerPeriodRolledData'];
export type PlanCreatedData = components['schemas']['PlanCreatedData'];
export type PlanUpdatedData = components['schemas']['PlanUpdatedData'];
export type PlanDisabledData = components['schemas']['PlanDisabledData'];
export type WebhookDisabledData = components['schemas']['WebhookDisabledData'];
export type WebhookTestData = components['schemas']['WebhookTestData'];
export type PortalErrorCode = components['schemas']['PortalErrorCode'];
export type EndCustomerQuotaReason = components['schemas']['EndCustomerQuotaReason'];
export type PortalError = components['schemas']['PortalError'];
export type AnyExternalId = components['schemas']['AnyExternalId'];
export type EventType = components['schemas']['EventType'];
export type WidgetSessionId = components['schemas']['WidgetSessionId'];
export type WidgetEventType = components['schemas']['WidgetEventType'];
export type WidgetEventMetadata = components['schemas']['WidgetEventMetadata'];
export type WidgetEvent = components['schemas']['WidgetEvent'];
export type WidgetEventBatch = components['schemas']['WidgetEventBatch'];
export type EventTime = components['schemas']['EventTime'];
export type EndCustomerQuota = components['schemas']['EndCustomerQuota'];
export type ResponseCustomerInvalid = components['responses']['CustomerInvalid'];
export type ResponsePlanForbidden = components['responses']['PlanForbidden'];
export type ResponseSessionForbidden = components['responses']['SessionForbidden'];
export type ResponsePortalInvalidBody = components['responses']['PortalInvalidBody'];
export type ResponsePortalUnauthorized = components['responses']['PortalUnauthorized'];
export type ResponsePortalAccountInactive = components['responses']['PortalAccountInactive'];
export type ResponsePortalRateLimited = components['responses']['PortalRateLimited'];
export type ResponsePortalInternalError = components['responses']['PortalInternalError'];
export type ResponsePortalIdempotencyConflict = components['responses']['PortalIdempotencyConflict'];
export type ResponsePortalNotFound = components['responses']['PortalNotFound'];
export type ParameterIdempotencyKey = components['parameters']['IdempotencyKey'];
export type ParameterLimit = components['parameters']['Limit'];
export type ParameterCursor = components['parameters']['Cursor'];
export type ParameterPlanPathId = components['parameters']['PlanPathId'];
export type ParameterCustomerPathId = components['parameters']['CustomerPathId'];
export type ParameterEndpointPathId = components['parameters']['EndpointPathId'];
export type ParameterGenvorisSignature = components['parameters']['GenvorisSignature'];
export type ParameterGenvorisEvent = components['parameters']['GenvorisEvent'];
export type ParameterGenvorisDelivery = components['parameters']['GenvorisDelivery'];
export type ParameterWebhookId = components['parameters']['WebhookId'];
export type ParameterWebhookTimestamp = components['parameters']['WebhookTimestamp'];
export type ParameterWebhookSignature = components['parameters']['WebhookSignature'];
export type HeaderCacheControlPublic = components['headers']['CacheControlPublic'];
export type HeaderXRequestId = components['headers']['X-Request-Id'];
export type HeaderRetryAfter = components['headers']['Retry-After'];
export type $defs = Record<string, never>;
export interface operations {
    listPlans: {
        parameters: {
            query?: {
                /**
                 * @description Whether disabled plans are listed too.
                 * @example true
                 */
                include_inactive?: boolean;
                /**
                 * @deprecated
                 * @description An older spelling of `include_inactive`, which counts where both are given.
                 * @example true
                 */
                includeInactive?: boolean;
                /**
                 * @description How many entries a page has at most.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description The `next_cursor` of the page before. Opaque; a cursor that was not handed out answers `invalid_body`.
                 * @example cGxuXzAxSkQ4WjZUNVY5TTRLMlE3UjNTOFgxWTBH
                 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of plans. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanList"];
                };
            };
            400: components["responses"]["PortalInvalidBody"];
            401: components["responses"]["PortalUnauthorized"];
            403: components["responses"]["PortalAccountInactive"];
            429: components["responses"]["PortalRateLimited"];
            500: components["responses"]["PortalInternalError"];
        };
    };
    createPlan: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text of the caller's choosing, one per intended effect. The same key with the same request gets the same answer again; with another request it gets `idempotency_conflict`. Scoped to the store, kept for 24 hours.
                 * @example 6f1c0b0a-9d5e-4a8e-9a53-0d7a1e6a1b2c
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
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
            /** @description The plan with this `externalId` existed and now has the values given. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShopperPlan"];
                };
            };
            /** @description The plan is created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShopperPlan"];
                };
            };
            400: components["responses"]["PortalInvalidBody"];
            401: components["responses"]["PortalUnauthorized"];
            403: components["responses"]["PortalAccountInactive"];
            422: components["responses"]["PortalIdempotencyConflict"];
            429: components["responses"]["PortalRateLimited"];
            500: components["responses"]["PortalInternalError"];
        };
    };
    getPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The plan's id.
                 * @example pln_01JD8Z6T5V9M4K2Q7R3S8X1Y0A
                 */
                id: components["parameters"]["PlanPathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plan. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShopperPlan"];
                };
            };
            400: components["responses"]["PortalInvalidBody"];
            401: components["responses"]["PortalUnauthorized"];
            403: components["responses"]["PortalAccountInactive"];
            404: components["responses"]["PortalNotFound"];
            429: components["responses"]["PortalRateLimited"];
            500: components["responses"]["PortalInternalError"];
        };
    };
    disablePlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The plan's id.
                 * @example pln_01JD8Z6T5V9M4K2Q7R3S8X1Y0A
                 */
                id: components["parameters"]["PlanPathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plan is disabled. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["PortalInvalidBody"];
            401: components["responses"]["PortalUnauthorized"];
            403: components["responses"]["PortalAccountInactive"];
            404: components["responses"]["PortalNotFound"];
            429: components["responses"]["PortalRateLimited"];
            500: components["responses"]["PortalInternalError"];
        };
    };
    updatePlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The plan's id.
                 * @example pln_01JD8Z6T5V9M4K2Q7R3S8X1Y0A
                 */
                id: components["parameters"]["PlanPathId"];
            };
            cookie?: never;
        };
        /** @description The fields to change. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdatePlanRequest"];
            };
        };
        responses: {
            /** @description The plan as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShopperPlan"];
                };
            };
            400: components["responses"]["PortalInvalidBody"];
            401: components["responses"]["PortalUnauthorized"];
            403: components["responses"]["PortalAccountInactive"];
            404: components["responses"]["PortalNotFound"];
            429: components["responses"]["PortalRateLimited"];
            500: components["responses"]["PortalInternalError"];
        };
    };
    listCustomers: {
        parameters: {
            query?: {
                /**
                 * @description List only customers with this status.
                 * @example ACTIVE
                 */
                status?: components["schemas"]["CustomerStatus"];
                /**
                 * @description List only the customer with exactly this `externalId`, one or none.
                 * @example wp_42
                 */
                externalId?: components["schemas"]["AnyExternalId"];
                /**
                 * @description How many entries a page has at most.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description The `next_cursor` of the page before. Opaque; a cursor that was not handed out answers `invalid_body`.
                 * @example cGxuXzAxSkQ4WjZUNVY5TTRLMlE3UjNTOFgxWTBH
                 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of customers. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerList"];
                };
            };
            400: components["responses"]["PortalInvalidBody"];
            401: components["responses"]["PortalUnauthorized"];
            403: components["responses"]["PortalAccountInactive"];
            429: components["responses"]["PortalRateLimited"];
            500: components["responses"]["PortalInternalError"];
        };
    };
    upsertCustomer: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text of the caller's choosing, one per intended effect. The same key with the same request gets the same answer again; with another request it gets `idempotency_conflict`. Scoped to the store, kept for 24 hours.
                 * @example 6f1c0b0a-9d5e-4a8e-9a53-0d7a1e6a1b2c
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The customer. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpsertCustomerRequest"];
            };
        };
        responses: {
            /** @description The customer existed and has the values given. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            /** @description The customer is created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            400: components["responses"]["CustomerInvalid"];
            401: components["responses"]["PortalUnauthorized"];
            403: components["responses"]["PlanForbidden"];
            422: components["responses"]["PortalIdempotencyConflict"];
            429: components["responses"]["PortalRateLimited"];
            500: components["responses"]["PortalInternalError"];
        };
    };
    getCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The customer's id, or the store's own `externalId` for the customer, percent-encoded. An id is looked for first.
                 * @example ec_01JD8Z6T5V9M4K2Q7R3S8X1Y0B
                 */
                id: components["parameters"]["CustomerPathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The customer. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            400: components["responses"]["PortalInvalidBody"];
            401: components["responses"]["PortalUnauthorized"];
            403: components["responses"]["PortalAccountInactive"];
            404: components["responses"]["PortalNotFound"];
            429: components["responses"]["PortalRateLimited"];
            500: components["responses"]["PortalInternalError"];
        };
    };
    cancelCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The customer's id, or the store's own `externalId` for the customer, percent-encoded. An id is looked for first.
                 * @example ec_01JD8Z6T5V9M4K2Q7R3S8X1Y0B
                 */
                id: components["parameters"]["CustomerPathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The customer is cancelled. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["PortalInvalidBody"];
            401: components["responses"]["PortalUnauthorized"];
            403: components["responses"]["PortalAccountInactive"];
            404: components["responses"]["PortalNotFound"];
            429: components["responses"]["PortalRateLimited"];
            500: components["responses"]["PortalInternalError"];
        };
    };
    updateCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The customer's id, or the store's own `externalId` for the customer, percent-encoded. An id is looked for first.
                 * @example ec_01JD8Z6T5V9M4K2Q7R3S8X1Y0B
                 */
                id: components["parameters"]["CustomerPathId"];
            };
            cookie?: never;
        };
        /** @description The fields to change. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateCustomerRequest"];
            };
        };
        responses: {
            /** @description The customer as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            400: components["responses"]["CustomerInvalid"];
            401: components["responses"]["PortalUnauthorized"];
            403: components["responses"]["PlanForbidden"];
            404: components["responses"]["PortalNotFound"];
            429: components["responses"]["PortalRateLimited"];
            500: components["responses"]["PortalInternalError"];
        };
    };
    getCustomerUsage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The customer's id, or the store's own `externalId` for the customer, percent-encoded. An id is looked for first.
                 * @example ec_01JD8Z6T5V9M4K2Q7R3S8X1Y0B
                 */
                id: components["parameters"]["CustomerPathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The usage. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerUsageResponse"];
                };
            };
            400: components["responses"]["PortalInvalidBody"];
            401: components["responses"]["PortalUnauthorized"];
            403: components["responses"]["PortalAccountInactive"];
            404: components["responses"]["PortalNotFound"];
            429: components["responses"]["PortalRateLimited"];
            500: components["responses"]["PortalInternalError"];
        };
    };
    createGrant: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text of the caller's choosing, one per intended effect. The same key with the same request gets the same answer again; with another request it gets `idempotency_conflict`. Scoped to the store, kept for 24 hours.
                 * @example 6f1c0b0a-9d5e-4a8e-9a53-0d7a1e6a1b2c
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The customer's id, or the store's own `externalId` for the customer, percent-encoded. An id is looked for first.
                 * @example ec_01JD8Z6T5V9M4K2Q7R3S8X1Y0B
                 */
                id: components["parameters"]["CustomerPathId"];
            };
            cookie?: never;
        };
        /** @description The order and what it earned. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateGrantRequest"];
            };
        };
        responses: {
            /** @description The order had been granted before; nothing is added. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grant"];
                };
            };
            /** @description The try-ons are granted. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grant"];
                };
            };
            400: components["responses"]["PortalInvalidBody"];
            401: components["responses"]["PortalUnauthorized"];
            403: components["responses"]["PortalAccountInactive"];
            404: components["responses"]["PortalNotFound"];
            422: components["responses"]["PortalIdempotencyConflict"];
            429: components["responses"]["PortalRateLimited"];
            500: components["responses"]["PortalInternalError"];
        };
    };
    revokeGrant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The customer's id, or the store's own `externalId` for the customer, percent-encoded. An id is looked for first.
                 * @example ec_01JD8Z6T5V9M4K2Q7R3S8X1Y0B
                 */
                id: components["parameters"]["CustomerPathId"];
                /**
                 * @description The order that was granted, percent-encoded.
                 * @example woocommerce_order_1001
                 */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The grant, with nothing left of it. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grant"];
                };
            };
            400: components["responses"]["PortalInvalidBody"];
            401: components["responses"]["PortalUnauthorized"];
            403: components["responses"]["PortalAccountInactive"];
            404: components["responses"]["PortalNotFound"];
            429: components["responses"]["PortalRateLimited"];
            500: components["responses"]["PortalInternalError"];
        };
    };
    listSessions: {
        parameters: {
            query?: {
                /**
                 * @description How many entries a page has at most.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description The `next_cursor` of the page before. Opaque; a cursor that was not handed out answers `invalid_body`.
                 * @example cGxuXzAxSkQ4WjZUNVY5TTRLMlE3UjNTOFgxWTBH
                 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /**
                 * @description The customer's id, or the store's own `externalId` for the customer, percent-encoded. An id is looked for first.
                 * @example ec_01JD8Z6T5V9M4K2Q7R3S8X1Y0B
                 */
                id: components["parameters"]["CustomerPathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of sessions. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            400: components["responses"]["PortalInvalidBody"];
            401: components["responses"]["PortalUnauthorized"];
            403: components["responses"]["PortalAccountInactive"];
            404: components["responses"]["PortalNotFound"];
            429: components["responses"]["PortalRateLimited"];
            500: components["responses"]["PortalInternalError"];
        };
    };
    createSession: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text of the caller's choosing, one per intended effect. The same key with the same request gets the same answer again; with another request it gets `idempotency_conflict`. Scoped to the store, kept for 24 hours.
                 * @example 6f1c0b0a-9d5e-4a8e-9a53-0d7a1e6a1b2c
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The customer's id, or the store's own `externalId` for the customer, percent-encoded. An id is looked for first.
                 * @example ec_01JD8Z6T5V9M4K2Q7R3S8X1Y0B
                 */
                id: components["parameters"]["CustomerPathId"];
            };
            cookie?: never;
        };
        /** @description How long the session lasts and what it is for. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CreateSessionRequest"];
            };
        };
        responses: {
            /** @description The session and its token. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["PortalInvalidBody"];
            401: components["responses"]["PortalUnauthorized"];
            403: components["responses"]["SessionForbidden"];
            404: components["responses"]["PortalNotFound"];
            422: components["responses"]["PortalIdempotencyConflict"];
            429: components["responses"]["PortalRateLimited"];
            500: components["responses"]["PortalInternalError"];
        };
    };
    revokeSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The customer's id, or the store's own `externalId` for the customer, percent-encoded. An id is looked for first.
                 * @example ec_01JD8Z6T5V9M4K2Q7R3S8X1Y0B
                 */
                id: components["parameters"]["CustomerPathId"];
                /**
                 * @description The session's id, the `jti` claim of its token.
                 * @example ses_01JDA1B2C3D4E5F6G7H8J9K0M1
                 */
                jti: components["schemas"]["SessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session is revoked. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionRevocation"];
                };
            };
            400: components["responses"]["PortalInvalidBody"];
            401: components["responses"]["PortalUnauthorized"];
            403: components["responses"]["PortalAccountInactive"];
            404: components["responses"]["PortalNotFound"];
            429: components["responses"]["PortalRateLimited"];
            500: components["responses"]["PortalInternalError"];
        };
    };
    listWebhookEndpoints: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All endpoints. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointList"];
                };
            };
            400: components["responses"]["PortalInvalidBody"];
            401: components["responses"]["PortalUnauthorized"];
            403: components["responses"]["PortalAccountInactive"];
            429: components["responses"]["PortalRateLimited"];
            500: components["responses"]["PortalInternalError"];
        };
    };
    createWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text of the caller's choosing, one per intended effect. The same key with the same request gets the same answer again; with another request it gets `idempotency_conflict`. Scoped to the store, kept for 24 hours.
                 * @example 6f1c0b0a-9d5e-4a8e-9a53-0d7a1e6a1b2c
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description Where to deliver, and what. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateWebhookEndpointRequest"];
            };
        };
        responses: {
            /** @description The endpoint, with its secret if the portal made it. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedWebhookEndpoint"];
                };
            };
            400: components["responses"]["PortalInvalidBody"];
            401: components["responses"]["PortalUnauthorized"];
            403: components["responses"]["PortalAccountInactive"];
            422: components["responses"]["PortalIdempotencyConflict"];
            429: components["responses"]["PortalRateLimited"];
            500: components["responses"]["PortalInternalError"];
        };
    };
    getWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The endpoint's id.
                 * @example we_01JD8Z6T5V9M4K2Q7R3S8X1Y0D
                 */
                id: components["parameters"]["EndpointPathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoint. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            400: components["responses"]["PortalInvalidBody"];
            401: components["responses"]["PortalUnauthorized"];
            403: components["responses"]["PortalAccountInactive"];
            404: components["responses"]["PortalNotFound"];
            429: components["responses"]["PortalRateLimited"];
            500: components["responses"]["PortalInternalError"];
        };
    };
    deleteWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The endpoint's id.
                 * @example we_01JD8Z6T5V9M4K2Q7R3S8X1Y0D
                 */
                id: components["parameters"]["EndpointPathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoint is deleted. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["PortalInvalidBody"];
            401: components["responses"]["PortalUnauthorized"];
            403: components["responses"]["PortalAccountInactive"];
            404: components["responses"]["PortalNotFound"];
            429: components["responses"]["PortalRateLimited"];
            500: components["responses"]["PortalInternalError"];
        };
    };
    updateWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The endpoint's id.
                 * @example we_01JD8Z6T5V9M4K2Q7R3S8X1Y0D
                 */
                id: components["parameters"]["EndpointPathId"];
            };
            cookie?: never;
        };
        /** @description The fields to change. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateWebhookEndpointRequest"];
            };
        };
        responses: {
            /** @description The endpoint as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            400: components["responses"]["PortalInvalidBody"];
            401: components["responses"]["PortalUnauthorized"];
            403: components["responses"]["PortalAccountInactive"];
            404: components["responses"]["PortalNotFound"];
            429: components["responses"]["PortalRateLimited"];
            500: components["responses"]["PortalInternalError"];
        };
    };
    testWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text of the caller's choosing, one per intended effect. The same key with the same request gets the same answer again; with another request it gets `idempotency_conflict`. Scoped to the store, kept for 24 hours.
                 * @example 6f1c0b0a-9d5e-4a8e-9a53-0d7a1e6a1b2c
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The endpoint's id.
                 * @example we_01JD8Z6T5V9M4K2Q7R3S8X1Y0D
                 */
                id: components["parameters"]["EndpointPathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The test is queued. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            400: components["responses"]["PortalInvalidBody"];
            401: components["responses"]["PortalUnauthorized"];
            403: components["responses"]["PortalAccountInactive"];
            404: components["responses"]["PortalNotFound"];
            422: components["responses"]["PortalIdempotencyConflict"];
            429: components["responses"]["PortalRateLimited"];
            500: components["responses"]["PortalInternalError"];
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text of the caller's choosing, one per intended effect. The same key with the same request gets the same answer again; with another request it gets `idempotency_conflict`. Scoped to the store, kept for 24 hours.
                 * @example 6f1c0b0a-9d5e-4a8e-9a53-0d7a1e6a1b2c
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The endpoint's id.
                 * @example we_01JD8Z6T5V9M4K2Q7R3S8X1Y0D
                 */
                id: components["parameters"]["EndpointPathId"];
            };
            cookie?: never;
        };
        /** @description How long the previous secret still signs. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RotateWebhookSecretRequest"];
            };
        };
        responses: {
            /** @description The new secret. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookSecretRotation"];
                };
            };
            400: components["responses"]["PortalInvalidBody"];
            401: components["responses"]["PortalUnauthorized"];
            403: components["responses"]["PortalAccountInactive"];
            404: components["responses"]["PortalNotFound"];
            422: components["responses"]["PortalIdempotencyConflict"];
            429: components["responses"]["PortalRateLimited"];
            500: components["responses"]["PortalInternalError"];
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /**
                 * @description List only deliveries with this status.
                 * @example dead
                 */
                status?: components["schemas"]["DeliveryStatus"];
                /**
                 * @description How many entries a page has at most.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description The `next_cursor` of the page before. Opaque; a cursor that was not handed out answers `invalid_body`.
                 * @example cGxuXzAxSkQ4WjZUNVY5TTRLMlE3UjNTOFgxWTBH
                 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /**
                 * @description The endpoint's id.
                 * @example we_01JD8Z6T5V9M4K2Q7R3S8X1Y0D
                 */
                id: components["parameters"]["EndpointPathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of deliveries. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryList"];
                };
            };
            400: components["responses"]["PortalInvalidBody"];
            401: components["responses"]["PortalUnauthorized"];
            403: components["responses"]["PortalAccountInactive"];
            404: components["responses"]["PortalNotFound"];
            429: components["responses"]["PortalRateLimited"];
            500: components["responses"]["PortalInternalError"];
        };
    };
    replayWebhookDelivery: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text of the caller's choosing, one per intended effect. The same key with the same request gets the same answer again; with another request it gets `idempotency_conflict`. Scoped to the store, kept for 24 hours.
                 * @example 6f1c0b0a-9d5e-4a8e-9a53-0d7a1e6a1b2c
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The endpoint's id.
                 * @example we_01JD8Z6T5V9M4K2Q7R3S8X1Y0D
                 */
                id: components["parameters"]["EndpointPathId"];
                /**
                 * @description The delivery's id.
                 * @example whd_01JD8Z6T5V9M4K2Q7R3S8X1Y0R
                 */
                deliveryId: components["schemas"]["DeliveryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery is queued. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            400: components["responses"]["PortalInvalidBody"];
            401: components["responses"]["PortalUnauthorized"];
            403: components["responses"]["PortalAccountInactive"];
            404: components["responses"]["PortalNotFound"];
            422: components["responses"]["PortalIdempotencyConflict"];
            429: components["responses"]["PortalRateLimited"];
            500: components["responses"]["PortalInternalError"];
        };
    };
    trackEvents: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text of the caller's choosing, one per intended effect. The same key with the same request gets the same answer again; with another request it gets `idempotency_conflict`. Scoped to the store, kept for 24 hours.
                 * @example 6f1c0b0a-9d5e-4a8e-9a53-0d7a1e6a1b2c
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description One event or several. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrackEventsRequest"];
            };
        };
        responses: {
            /** @description The events are taken. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventsAccepted"];
                };
            };
            400: components["responses"]["CustomerInvalid"];
            401: components["responses"]["PortalUnauthorized"];
            403: components["responses"]["PortalAccountInactive"];
            422: components["responses"]["PortalIdempotencyConflict"];
            429: components["responses"]["PortalRateLimited"];
            500: components["responses"]["PortalInternalError"];
        };
    };
    createConversion: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text of the caller's choosing, one per intended effect. The same key with the same request gets the same answer again; with another request it gets `idempotency_conflict`. Scoped to the store, kept for 24 hours.
                 * @example 6f1c0b0a-9d5e-4a8e-9a53-0d7a1e6a1b2c
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The order. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateConversionRequest"];
            };
        };
        responses: {
            /** @description The order is recorded, now or before. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversion"];
                };
            };
            400: components["responses"]["PortalInvalidBody"];
            401: components["responses"]["PortalUnauthorized"];
            403: components["responses"]["PortalAccountInactive"];
            422: components["responses"]["PortalIdempotencyConflict"];
            429: components["responses"]["PortalRateLimited"];
            500: components["responses"]["PortalInternalError"];
        };
    };
    createReturn: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text of the caller's choosing, one per intended effect. The same key with the same request gets the same answer again; with another request it gets `idempotency_conflict`. Scoped to the store, kept for 24 hours.
                 * @example 6f1c0b0a-9d5e-4a8e-9a53-0d7a1e6a1b2c
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The refund. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateReturnRequest"];
            };
        };
        responses: {
            /** @description The return is recorded. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Return"];
                };
            };
            400: components["responses"]["PortalInvalidBody"];
            401: components["responses"]["PortalUnauthorized"];
            403: components["responses"]["PortalAccountInactive"];
            422: components["responses"]["PortalIdempotencyConflict"];
            429: components["responses"]["PortalRateLimited"];
            500: components["responses"]["PortalInternalError"];
        };
    };
    getJwks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["CacheControlPublic"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JwkSet"];
                };
            };
            429: components["responses"]["PortalRateLimited"];
            500: components["responses"]["PortalInternalError"];
        };
    };
    onTryonCompleted: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 of `<t>.<raw body>`, keyed with the whole text of the secret, `whsec_` included. Compute it over the bytes as received, compare in constant time, and refuse a `t` that is more than 5 minutes off.
                 * @example t=1794312000,v1=5f8c1d0e6c1b7a4e9d2f3a8b7c6d5e4f3a2b1c0d9e8f7a6b5c4d3e2f1a0b9c8d
                 */
                "X-Genvoris-Signature": components["parameters"]["GenvorisSignature"];
                /**
                 * @description The event's type, as in the body.
                 * @example webhook.test
                 */
                "X-Genvoris-Event": components["parameters"]["GenvorisEvent"];
                /**
                 * @description The delivery's id, the same in every attempt. To recognise a repeat use the event's id, not this.
                 * @example whd_01JD8Z6T5V9M4K2Q7R3S8X1Y0E
                 */
                "X-Genvoris-Delivery": components["parameters"]["GenvorisDelivery"];
                /**
                 * @description The event's id (Standard Webhooks). Record it; answer 2xx to a repeat and do nothing.
                 * @example evt_01JD8Z6T5V9M4K2Q7R3S8X1Y0F
                 */
                "webhook-id": components["parameters"]["WebhookId"];
                /**
                 * @description When this attempt was signed (Standard Webhooks; Unix seconds). Equals `t` of `X-Genvoris-Signature`.
                 * @example 1794312000
                 */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /**
                 * @description `v1,<base64>` (Standard Webhooks): HMAC-SHA256 of `<webhook-id>.<webhook-timestamp>.<raw body>`, keyed with the bytes that the base64 after `whsec_` stands for, or with the UTF-8 bytes of a secret that has none. While a secret is being rotated there are two, separated by a space, the new secret's first.
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The event. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TryonCompletedEvent"];
            };
        };
        responses: {
            /** @description The event is taken, or was taken before: once the status and headers have come within 10 seconds, whatever body follows them. Any other status, a redirect too, or no answer in time, is a failed attempt. `Retry-After` on 429 or 503 puts the next attempt off, by at most 3600 seconds; it never comes sooner than the schedule of `DeliveryStatus` says. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onTryonFailed: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 of `<t>.<raw body>`, keyed with the whole text of the secret, `whsec_` included. Compute it over the bytes as received, compare in constant time, and refuse a `t` that is more than 5 minutes off.
                 * @example t=1794312000,v1=5f8c1d0e6c1b7a4e9d2f3a8b7c6d5e4f3a2b1c0d9e8f7a6b5c4d3e2f1a0b9c8d
                 */
                "X-Genvoris-Signature": components["parameters"]["GenvorisSignature"];
                /**
                 * @description The event's type, as in the body.
                 * @example webhook.test
                 */
                "X-Genvoris-Event": components["parameters"]["GenvorisEvent"];
                /**
                 * @description The delivery's id, the same in every attempt. To recognise a repeat use the event's id, not this.
                 * @example whd_01JD8Z6T5V9M4K2Q7R3S8X1Y0E
                 */
                "X-Genvoris-Delivery": components["parameters"]["GenvorisDelivery"];
                /**
                 * @description The event's id (Standard Webhooks). Record it; answer 2xx to a repeat and do nothing.
                 * @example evt_01JD8Z6T5V9M4K2Q7R3S8X1Y0F
                 */
                "webhook-id": components["parameters"]["WebhookId"];
                /**
                 * @description When this attempt was signed (Standard Webhooks; Unix seconds). Equals `t` of `X-Genvoris-Signature`.
                 * @example 1794312000
                 */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /**
                 * @description `v1,<base64>` (Standard Webhooks): HMAC-SHA256 of `<webhook-id>.<webhook-timestamp>.<raw body>`, keyed with the bytes that the base64 after `whsec_` stands for, or with the UTF-8 bytes of a secret that has none. While a secret is being rotated there are two, separated by a space, the new secret's first.
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The event. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TryonFailedEvent"];
            };
        };
        responses: {
            /** @description The event is taken, or was taken before: once the status and headers have come within 10 seconds, whatever body follows them. Any other status, a redirect too, or no answer in time, is a failed attempt. `Retry-After` on 429 or 503 puts the next attempt off, by at most 3600 seconds; it never comes sooner than the schedule of `DeliveryStatus` says. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCustomerPlanChanged: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 of `<t>.<raw body>`, keyed with the whole text of the secret, `whsec_` included. Compute it over the bytes as received, compare in constant time, and refuse a `t` that is more than 5 minutes off.
                 * @example t=1794312000,v1=5f8c1d0e6c1b7a4e9d2f3a8b7c6d5e4f3a2b1c0d9e8f7a6b5c4d3e2f1a0b9c8d
                 */
                "X-Genvoris-Signature": components["parameters"]["GenvorisSignature"];
                /**
                 * @description The event's type, as in the body.
                 * @example webhook.test
                 */
                "X-Genvoris-Event": components["parameters"]["GenvorisEvent"];
                /**
                 * @description The delivery's id, the same in every attempt. To recognise a repeat use the event's id, not this.
                 * @example whd_01JD8Z6T5V9M4K2Q7R3S8X1Y0E
                 */
                "X-Genvoris-Delivery": components["parameters"]["GenvorisDelivery"];
                /**
                 * @description The event's id (Standard Webhooks). Record it; answer 2xx to a repeat and do nothing.
                 * @example evt_01JD8Z6T5V9M4K2Q7R3S8X1Y0F
                 */
                "webhook-id": components["parameters"]["WebhookId"];
                /**
                 * @description When this attempt was signed (Standard Webhooks; Unix seconds). Equals `t` of `X-Genvoris-Signature`.
                 * @example 1794312000
                 */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /**
                 * @description `v1,<base64>` (Standard Webhooks): HMAC-SHA256 of `<webhook-id>.<webhook-timestamp>.<raw body>`, keyed with the bytes that the base64 after `whsec_` stands for, or with the UTF-8 bytes of a secret that has none. While a secret is being rotated there are two, separated by a space, the new secret's first.
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The event. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerPlanChangedEvent"];
            };
        };
        responses: {
            /** @description The event is taken, or was taken before: once the status and headers have come within 10 seconds, whatever body follows them. Any other status, a redirect too, or no answer in time, is a failed attempt. `Retry-After` on 429 or 503 puts the next attempt off, by at most 3600 seconds; it never comes sooner than the schedule of `DeliveryStatus` says. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCustomerQuotaExhausted: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 of `<t>.<raw body>`, keyed with the whole text of the secret, `whsec_` included. Compute it over the bytes as received, compare in constant time, and refuse a `t` that is more than 5 minutes off.
                 * @example t=1794312000,v1=5f8c1d0e6c1b7a4e9d2f3a8b7c6d5e4f3a2b1c0d9e8f7a6b5c4d3e2f1a0b9c8d
                 */
                "X-Genvoris-Signature": components["parameters"]["GenvorisSignature"];
                /**
                 * @description The event's type, as in the body.
                 * @example webhook.test
                 */
                "X-Genvoris-Event": components["parameters"]["GenvorisEvent"];
                /**
                 * @description The delivery's id, the same in every attempt. To recognise a repeat use the event's id, not this.
                 * @example whd_01JD8Z6T5V9M4K2Q7R3S8X1Y0E
                 */
                "X-Genvoris-Delivery": components["parameters"]["GenvorisDelivery"];
                /**
                 * @description The event's id (Standard Webhooks). Record it; answer 2xx to a repeat and do nothing.
                 * @example evt_01JD8Z6T5V9M4K2Q7R3S8X1Y0F
                 */
                "webhook-id": components["parameters"]["WebhookId"];
                /**
                 * @description When this attempt was signed (Standard Webhooks; Unix seconds). Equals `t` of `X-Genvoris-Signature`.
                 * @example 1794312000
                 */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /**
                 * @description `v1,<base64>` (Standard Webhooks): HMAC-SHA256 of `<webhook-id>.<webhook-timestamp>.<raw body>`, keyed with the bytes that the base64 after `whsec_` stands for, or with the UTF-8 bytes of a secret that has none. While a secret is being rotated there are two, separated by a space, the new secret's first.
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The event. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerQuotaExhaustedEvent"];
            };
        };
        responses: {
            /** @description The event is taken, or was taken before: once the status and headers have come within 10 seconds, whatever body follows them. Any other status, a redirect too, or no answer in time, is a failed attempt. `Retry-After` on 429 or 503 puts the next attempt off, by at most 3600 seconds; it never comes sooner than the schedule of `DeliveryStatus` says. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCreditLowBalance: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 of `<t>.<raw body>`, keyed with the whole text of the secret, `whsec_` included. Compute it over the bytes as received, compare in constant time, and refuse a `t` that is more than 5 minutes off.
                 * @example t=1794312000,v1=5f8c1d0e6c1b7a4e9d2f3a8b7c6d5e4f3a2b1c0d9e8f7a6b5c4d3e2f1a0b9c8d
                 */
                "X-Genvoris-Signature": components["parameters"]["GenvorisSignature"];
                /**
                 * @description The event's type, as in the body.
                 * @example webhook.test
                 */
                "X-Genvoris-Event": components["parameters"]["GenvorisEvent"];
                /**
                 * @description The delivery's id, the same in every attempt. To recognise a repeat use the event's id, not this.
                 * @example whd_01JD8Z6T5V9M4K2Q7R3S8X1Y0E
                 */
                "X-Genvoris-Delivery": components["parameters"]["GenvorisDelivery"];
                /**
                 * @description The event's id (Standard Webhooks). Record it; answer 2xx to a repeat and do nothing.
                 * @example evt_01JD8Z6T5V9M4K2Q7R3S8X1Y0F
                 */
                "webhook-id": components["parameters"]["WebhookId"];
                /**
                 * @description When this attempt was signed (Standard Webhooks; Unix seconds). Equals `t` of `X-Genvoris-Signature`.
                 * @example 1794312000
                 */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /**
                 * @description `v1,<base64>` (Standard Webhooks): HMAC-SHA256 of `<webhook-id>.<webhook-timestamp>.<raw body>`, keyed with the bytes that the base64 after `whsec_` stands for, or with the UTF-8 bytes of a secret that has none. While a secret is being rotated there are two, separated by a space, the new secret's first.
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The event. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreditLowBalanceEvent"];
            };
        };
        responses: {
            /** @description The event is taken, or was taken before: once the status and headers have come within 10 seconds, whatever body follows them. Any other status, a redirect too, or no answer in time, is a failed attempt. `Retry-After` on 429 or 503 puts the next attempt off, by at most 3600 seconds; it never comes sooner than the schedule of `DeliveryStatus` says. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCreditBalanceAdded: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 of `<t>.<raw body>`, keyed with the whole text of the secret, `whsec_` included. Compute it over the bytes as received, compare in constant time, and refuse a `t` that is more than 5 minutes off.
                 * @example t=1794312000,v1=5f8c1d0e6c1b7a4e9d2f3a8b7c6d5e4f3a2b1c0d9e8f7a6b5c4d3e2f1a0b9c8d
                 */
                "X-Genvoris-Signature": components["parameters"]["GenvorisSignature"];
                /**
                 * @description The event's type, as in the body.
                 * @example webhook.test
                 */
                "X-Genvoris-Event": components["parameters"]["GenvorisEvent"];
                /**
                 * @description The delivery's id, the same in every attempt. To recognise a repeat use the event's id, not this.
                 * @example whd_01JD8Z6T5V9M4K2Q7R3S8X1Y0E
                 */
                "X-Genvoris-Delivery": components["parameters"]["GenvorisDelivery"];
                /**
                 * @description The event's id (Standard Webhooks). Record it; answer 2xx to a repeat and do nothing.
                 * @example evt_01JD8Z6T5V9M4K2Q7R3S8X1Y0F
                 */
                "webhook-id": components["parameters"]["WebhookId"];
                /**
                 * @description When this attempt was signed (Standard Webhooks; Unix seconds). Equals `t` of `X-Genvoris-Signature`.
                 * @example 1794312000
                 */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /**
                 * @description `v1,<base64>` (Standard Webhooks): HMAC-SHA256 of `<webhook-id>.<webhook-timestamp>.<raw body>`, keyed with the bytes that the base64 after `whsec_` stands for, or with the UTF-8 bytes of a secret that has none. While a secret is being rotated there are two, separated by a space, the new secret's first.
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The event. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreditBalanceAddedEvent"];
            };
        };
        responses: {
            /** @description The event is taken, or was taken before: once the status and headers have come within 10 seconds, whatever body follows them. Any other status, a redirect too, or no answer in time, is a failed attempt. `Retry-After` on 429 or 503 puts the next attempt off, by at most 3600 seconds; it never comes sooner than the schedule of `DeliveryStatus` says. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onEndCustomerCreated: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 of `<t>.<raw body>`, keyed with the whole text of the secret, `whsec_` included. Compute it over the bytes as received, compare in constant time, and refuse a `t` that is more than 5 minutes off.
                 * @example t=1794312000,v1=5f8c1d0e6c1b7a4e9d2f3a8b7c6d5e4f3a2b1c0d9e8f7a6b5c4d3e2f1a0b9c8d
                 */
                "X-Genvoris-Signature": components["parameters"]["GenvorisSignature"];
                /**
                 * @description The event's type, as in the body.
                 * @example webhook.test
                 */
                "X-Genvoris-Event": components["parameters"]["GenvorisEvent"];
                /**
                 * @description The delivery's id, the same in every attempt. To recognise a repeat use the event's id, not this.
                 * @example whd_01JD8Z6T5V9M4K2Q7R3S8X1Y0E
                 */
                "X-Genvoris-Delivery": components["parameters"]["GenvorisDelivery"];
                /**
                 * @description The event's id (Standard Webhooks). Record it; answer 2xx to a repeat and do nothing.
                 * @example evt_01JD8Z6T5V9M4K2Q7R3S8X1Y0F
                 */
                "webhook-id": components["parameters"]["WebhookId"];
                /**
                 * @description When this attempt was signed (Standard Webhooks; Unix seconds). Equals `t` of `X-Genvoris-Signature`.
                 * @example 1794312000
                 */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /**
                 * @description `v1,<base64>` (Standard Webhooks): HMAC-SHA256 of `<webhook-id>.<webhook-timestamp>.<raw body>`, keyed with the bytes that the base64 after `whsec_` stands for, or with the UTF-8 bytes of a secret that has none. While a secret is being rotated there are two, separated by a space, the new secret's first.
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The event. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndCustomerCreatedEvent"];
            };
        };
        responses: {
            /** @description The event is taken, or was taken before: once the status and headers have come within 10 seconds, whatever body follows them. Any other status, a redirect too, or no answer in time, is a failed attempt. `Retry-After` on 429 or 503 puts the next attempt off, by at most 3600 seconds; it never comes sooner than the schedule of `DeliveryStatus` says. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onEndCustomerUpdated: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 of `<t>.<raw body>`, keyed with the whole text of the secret, `whsec_` included. Compute it over the bytes as received, compare in constant time, and refuse a `t` that is more than 5 minutes off.
                 * @example t=1794312000,v1=5f8c1d0e6c1b7a4e9d2f3a8b7c6d5e4f3a2b1c0d9e8f7a6b5c4d3e2f1a0b9c8d
                 */
                "X-Genvoris-Signature": components["parameters"]["GenvorisSignature"];
                /**
                 * @description The event's type, as in the body.
                 * @example webhook.test
                 */
                "X-Genvoris-Event": components["parameters"]["GenvorisEvent"];
                /**
                 * @description The delivery's id, the same in every attempt. To recognise a repeat use the event's id, not this.
                 * @example whd_01JD8Z6T5V9M4K2Q7R3S8X1Y0E
                 */
                "X-Genvoris-Delivery": components["parameters"]["GenvorisDelivery"];
                /**
                 * @description The event's id (Standard Webhooks). Record it; answer 2xx to a repeat and do nothing.
                 * @example evt_01JD8Z6T5V9M4K2Q7R3S8X1Y0F
                 */
                "webhook-id": components["parameters"]["WebhookId"];
                /**
                 * @description When this attempt was signed (Standard Webhooks; Unix seconds). Equals `t` of `X-Genvoris-Signature`.
                 * @example 1794312000
                 */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /**
                 * @description `v1,<base64>` (Standard Webhooks): HMAC-SHA256 of `<webhook-id>.<webhook-timestamp>.<raw body>`, keyed with the bytes that the base64 after `whsec_` stands for, or with the UTF-8 bytes of a secret that has none. While a secret is being rotated there are two, separated by a space, the new secret's first.
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The event. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndCustomerUpdatedEvent"];
            };
        };
        responses: {
            /** @description The event is taken, or was taken before: once the status and headers have come within 10 seconds, whatever body follows them. Any other status, a redirect too, or no answer in time, is a failed attempt. `Retry-After` on 429 or 503 puts the next attempt off, by at most 3600 seconds; it never comes sooner than the schedule of `DeliveryStatus` says. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onEndCustomerCancelled: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 of `<t>.<raw body>`, keyed with the whole text of the secret, `whsec_` included. Compute it over the bytes as received, compare in constant time, and refuse a `t` that is more than 5 minutes off.
                 * @example t=1794312000,v1=5f8c1d0e6c1b7a4e9d2f3a8b7c6d5e4f3a2b1c0d9e8f7a6b5c4d3e2f1a0b9c8d
                 */
                "X-Genvoris-Signature": components["parameters"]["GenvorisSignature"];
                /**
                 * @description The event's type, as in the body.
                 * @example webhook.test
                 */
                "X-Genvoris-Event": components["parameters"]["GenvorisEvent"];
                /**
                 * @description The delivery's id, the same in every attempt. To recognise a repeat use the event's id, not this.
                 * @example whd_01JD8Z6T5V9M4K2Q7R3S8X1Y0E
                 */
                "X-Genvoris-Delivery": components["parameters"]["GenvorisDelivery"];
                /**
                 * @description The event's id (Standard Webhooks). Record it; answer 2xx to a repeat and do nothing.
                 * @example evt_01JD8Z6T5V9M4K2Q7R3S8X1Y0F
                 */
                "webhook-id": components["parameters"]["WebhookId"];
                /**
                 * @description When this attempt was signed (Standard Webhooks; Unix seconds). Equals `t` of `X-Genvoris-Signature`.
                 * @example 1794312000
                 */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /**
                 * @description `v1,<base64>` (Standard Webhooks): HMAC-SHA256 of `<webhook-id>.<webhook-timestamp>.<raw body>`, keyed with the bytes that the base64 after `whsec_` stands for, or with the UTF-8 bytes of a secret that has none. While a secret is being rotated there are two, separated by a space, the new secret's first.
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The event. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndCustomerCancelledEvent"];
            };
        };
        responses: {
            /** @description The event is taken, or was taken before: once the status and headers have come within 10 seconds, whatever body follows them. Any other status, a redirect too, or no answer in time, is a failed attempt. `Retry-After` on 429 or 503 puts the next attempt off, by at most 3600 seconds; it never comes sooner than the schedule of `DeliveryStatus` says. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onEndCustomerQuotaWarning: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 of `<t>.<raw body>`, keyed with the whole text of the secret, `whsec_` included. Compute it over the bytes as received, compare in constant time, and refuse a `t` that is more than 5 minutes off.
                 * @example t=1794312000,v1=5f8c1d0e6c1b7a4e9d2f3a8b7c6d5e4f3a2b1c0d9e8f7a6b5c4d3e2f1a0b9c8d
                 */
                "X-Genvoris-Signature": components["parameters"]["GenvorisSignature"];
                /**
                 * @description The event's type, as in the body.
                 * @example webhook.test
                 */
                "X-Genvoris-Event": components["parameters"]["GenvorisEvent"];
                /**
                 * @description The delivery's id, the same in every attempt. To recognise a repeat use the event's id, not this.
                 * @example whd_01JD8Z6T5V9M4K2Q7R3S8X1Y0E
                 */
                "X-Genvoris-Delivery": components["parameters"]["GenvorisDelivery"];
                /**
                 * @description The event's id (Standard Webhooks). Record it; answer 2xx to a repeat and do nothing.
                 * @example evt_01JD8Z6T5V9M4K2Q7R3S8X1Y0F
                 */
                "webhook-id": components["parameters"]["WebhookId"];
                /**
                 * @description When this attempt was signed (Standard Webhooks; Unix seconds). Equals `t` of `X-Genvoris-Signature`.
                 * @example 1794312000
                 */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /**
                 * @description `v1,<base64>` (Standard Webhooks): HMAC-SHA256 of `<webhook-id>.<webhook-timestamp>.<raw body>`, keyed with the bytes that the base64 after `whsec_` stands for, or with the UTF-8 bytes of a secret that has none. While a secret is being rotated there are two, separated by a space, the new secret's first.
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The event. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndCustomerQuotaWarningEvent"];
            };
        };
        responses: {
            /** @description The event is taken, or was taken before: once the status and headers have come within 10 seconds, whatever body follows them. Any other status, a redirect too, or no answer in time, is a failed attempt. `Retry-After` on 429 or 503 puts the next attempt off, by at most 3600 seconds; it never comes sooner than the schedule of `DeliveryStatus` says. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onEndCustomerQuotaExhausted: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 of `<t>.<raw body>`, keyed with the whole text of the secret, `whsec_` included. Compute it over the bytes as received, compare in constant time, and refuse a `t` that is more than 5 minutes off.
                 * @example t=1794312000,v1=5f8c1d0e6c1b7a4e9d2f3a8b7c6d5e4f3a2b1c0d9e8f7a6b5c4d3e2f1a0b9c8d
                 */
                "X-Genvoris-Signature": components["parameters"]["GenvorisSignature"];
                /**
                 * @description The event's type, as in the body.
                 * @example webhook.test
                 */
                "X-Genvoris-Event": components["parameters"]["GenvorisEvent"];
                /**
                 * @description The delivery's id, the same in every attempt. To recognise a repeat use the event's id, not this.
                 * @example whd_01JD8Z6T5V9M4K2Q7R3S8X1Y0E
                 */
                "X-Genvoris-Delivery": components["parameters"]["GenvorisDelivery"];
                /**
                 * @description The event's id (Standard Webhooks). Record it; answer 2xx to a repeat and do nothing.
                 * @example evt_01JD8Z6T5V9M4K2Q7R3S8X1Y0F
                 */
                "webhook-id": components["parameters"]["WebhookId"];
                /**
                 * @description When this attempt was signed (Standard Webhooks; Unix seconds). Equals `t` of `X-Genvoris-Signature`.
                 * @example 1794312000
                 */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /**
                 * @description `v1,<base64>` (Standard Webhooks): HMAC-SHA256 of `<webhook-id>.<webhook-timestamp>.<raw body>`, keyed with the bytes that the base64 after `whsec_` stands for, or with the UTF-8 bytes of a secret that has none. While a secret is being rotated there are two, separated by a space, the new secret's first.
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The event. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndCustomerQuotaExhaustedEvent"];
            };
        };
        responses: {
            /** @description The event is taken, or was taken before: once the status and headers have come within 10 seconds, whatever body follows them. Any other status, a redirect too, or no answer in time, is a failed attempt. `Retry-After` on 429 or 503 puts the next attempt off, by at most 3600 seconds; it never comes sooner than the schedule of `DeliveryStatus` says. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onEndCustomerPeriodRolled: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 of `<t>.<raw body>`, keyed with the whole text of the secret, `whsec_` included. Compute it over the bytes as received, compare in constant time, and refuse a `t` that is more than 5 minutes off.
                 * @example t=1794312000,v1=5f8c1d0e6c1b7a4e9d2f3a8b7c6d5e4f3a2b1c0d9e8f7a6b5c4d3e2f1a0b9c8d
                 */
                "X-Genvoris-Signature": components["parameters"]["GenvorisSignature"];
                /**
                 * @description The event's type, as in the body.
                 * @example webhook.test
                 */
                "X-Genvoris-Event": components["parameters"]["GenvorisEvent"];
                /**
                 * @description The delivery's id, the same in every attempt. To recognise a repeat use the event's id, not this.
                 * @example whd_01JD8Z6T5V9M4K2Q7R3S8X1Y0E
                 */
                "X-Genvoris-Delivery": components["parameters"]["GenvorisDelivery"];
                /**
                 * @description The event's id (Standard Webhooks). Record it; answer 2xx to a repeat and do nothing.
                 * @example evt_01JD8Z6T5V9M4K2Q7R3S8X1Y0F
                 */
                "webhook-id": components["parameters"]["WebhookId"];
                /**
                 * @description When this attempt was signed (Standard Webhooks; Unix seconds). Equals `t` of `X-Genvoris-Signature`.
                 * @example 1794312000
                 */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /**
                 * @description `v1,<base64>` (Standard Webhooks): HMAC-SHA256 of `<webhook-id>.<webhook-timestamp>.<raw body>`, keyed with the bytes that the base64 after `whsec_` stands for, or with the UTF-8 bytes of a secret that has none. While a secret is being rotated there are two, separated by a space, the new secret's first.
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The event. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndCustomerPeriodRolledEvent"];
            };
        };
        responses: {
            /** @description The event is taken, or was taken before: once the status and headers have come within 10 seconds, whatever body follows them. Any other status, a redirect too, or no answer in time, is a failed attempt. `Retry-After` on 429 or 503 puts the next attempt off, by at most 3600 seconds; it never comes sooner than the schedule of `DeliveryStatus` says. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onPlanCreated: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 of `<t>.<raw body>`, keyed with the whole text of the secret, `whsec_` included. Compute it over the bytes as received, compare in constant time, and refuse a `t` that is more than 5 minutes off.
                 * @example t=1794312000,v1=5f8c1d0e6c1b7a4e9d2f3a8b7c6d5e4f3a2b1c0d9e8f7a6b5c4d3e2f1a0b9c8d
                 */
                "X-Genvoris-Signature": components["parameters"]["GenvorisSignature"];
                /**
                 * @description The event's type, as in the body.
                 * @example webhook.test
                 */
                "X-Genvoris-Event": components["parameters"]["GenvorisEvent"];
                /**
                 * @description The delivery's id, the same in every attempt. To recognise a repeat use the event's id, not this.
                 * @example whd_01JD8Z6T5V9M4K2Q7R3S8X1Y0E
                 */
                "X-Genvoris-Delivery": components["parameters"]["GenvorisDelivery"];
                /**
                 * @description The event's id (Standard Webhooks). Record it; answer 2xx to a repeat and do nothing.
                 * @example evt_01JD8Z6T5V9M4K2Q7R3S8X1Y0F
                 */
                "webhook-id": components["parameters"]["WebhookId"];
                /**
                 * @description When this attempt was signed (Standard Webhooks; Unix seconds). Equals `t` of `X-Genvoris-Signature`.
                 * @example 1794312000
                 */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /**
                 * @description `v1,<base64>` (Standard Webhooks): HMAC-SHA256 of `<webhook-id>.<webhook-timestamp>.<raw body>`, keyed with the bytes that the base64 after `whsec_` stands for, or with the UTF-8 bytes of a secret that has none. While a secret is being rotated there are two, separated by a space, the new secret's first.
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The event. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanCreatedEvent"];
            };
        };
        responses: {
            /** @description The event is taken, or was taken before: once the status and headers have come within 10 seconds, whatever body follows them. Any other status, a redirect too, or no answer in time, is a failed attempt. `Retry-After` on 429 or 503 puts the next attempt off, by at most 3600 seconds; it never comes sooner than the schedule of `DeliveryStatus` says. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onPlanUpdated: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 of `<t>.<raw body>`, keyed with the whole text of the secret, `whsec_` included. Compute it over the bytes as received, compare in constant time, and refuse a `t` that is more than 5 minutes off.
                 * @example t=1794312000,v1=5f8c1d0e6c1b7a4e9d2f3a8b7c6d5e4f3a2b1c0d9e8f7a6b5c4d3e2f1a0b9c8d
                 */
                "X-Genvoris-Signature": components["parameters"]["GenvorisSignature"];
                /**
                 * @description The event's type, as in the body.
                 * @example webhook.test
                 */
                "X-Genvoris-Event": components["parameters"]["GenvorisEvent"];
                /**
                 * @description The delivery's id, the same in every attempt. To recognise a repeat use the event's id, not this.
                 * @example whd_01JD8Z6T5V9M4K2Q7R3S8X1Y0E
                 */
                "X-Genvoris-Delivery": components["parameters"]["GenvorisDelivery"];
                /**
                 * @description The event's id (Standard Webhooks). Record it; answer 2xx to a repeat and do nothing.
                 * @example evt_01JD8Z6T5V9M4K2Q7R3S8X1Y0F
                 */
                "webhook-id": components["parameters"]["WebhookId"];
                /**
                 * @description When this attempt was signed (Standard Webhooks; Unix seconds). Equals `t` of `X-Genvoris-Signature`.
                 * @example 1794312000
                 */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /**
                 * @description `v1,<base64>` (Standard Webhooks): HMAC-SHA256 of `<webhook-id>.<webhook-timestamp>.<raw body>`, keyed with the bytes that the base64 after `whsec_` stands for, or with the UTF-8 bytes of a secret that has none. While a secret is being rotated there are two, separated by a space, the new secret's first.
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The event. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanUpdatedEvent"];
            };
        };
        responses: {
            /** @description The event is taken, or was taken before: once the status and headers have come within 10 seconds, whatever body follows them. Any other status, a redirect too, or no answer in time, is a failed attempt. `Retry-After` on 429 or 503 puts the next attempt off, by at most 3600 seconds; it never comes sooner than the schedule of `DeliveryStatus` says. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onPlanDisabled: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 of `<t>.<raw body>`, keyed with the whole text of the secret, `whsec_` included. Compute it over the bytes as received, compare in constant time, and refuse a `t` that is more than 5 minutes off.
                 * @example t=1794312000,v1=5f8c1d0e6c1b7a4e9d2f3a8b7c6d5e4f3a2b1c0d9e8f7a6b5c4d3e2f1a0b9c8d
                 */
                "X-Genvoris-Signature": components["parameters"]["GenvorisSignature"];
                /**
                 * @description The event's type, as in the body.
                 * @example webhook.test
                 */
                "X-Genvoris-Event": components["parameters"]["GenvorisEvent"];
                /**
                 * @description The delivery's id, the same in every attempt. To recognise a repeat use the event's id, not this.
                 * @example whd_01JD8Z6T5V9M4K2Q7R3S8X1Y0E
                 */
                "X-Genvoris-Delivery": components["parameters"]["GenvorisDelivery"];
                /**
                 * @description The event's id (Standard Webhooks). Record it; answer 2xx to a repeat and do nothing.
                 * @example evt_01JD8Z6T5V9M4K2Q7R3S8X1Y0F
                 */
                "webhook-id": components["parameters"]["WebhookId"];
                /**
                 * @description When this attempt was signed (Standard Webhooks; Unix seconds). Equals `t` of `X-Genvoris-Signature`.
                 * @example 1794312000
                 */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /**
                 * @description `v1,<base64>` (Standard Webhooks): HMAC-SHA256 of `<webhook-id>.<webhook-timestamp>.<raw body>`, keyed with the bytes that the base64 after `whsec_` stands for, or with the UTF-8 bytes of a secret that has none. While a secret is being rotated there are two, separated by a space, the new secret's first.
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The event. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanDisabledEvent"];
            };
        };
        responses: {
            /** @description The event is taken, or was taken before: once the status and headers have come within 10 seconds, whatever body follows them. Any other status, a redirect too, or no answer in time, is a failed attempt. `Retry-After` on 429 or 503 puts the next attempt off, by at most 3600 seconds; it never comes sooner than the schedule of `DeliveryStatus` says. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onWebhookDisabled: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 of `<t>.<raw body>`, keyed with the whole text of the secret, `whsec_` included. Compute it over the bytes as received, compare in constant time, and refuse a `t` that is more than 5 minutes off.
                 * @example t=1794312000,v1=5f8c1d0e6c1b7a4e9d2f3a8b7c6d5e4f3a2b1c0d9e8f7a6b5c4d3e2f1a0b9c8d
                 */
                "X-Genvoris-Signature": components["parameters"]["GenvorisSignature"];
                /**
                 * @description The event's type, as in the body.
                 * @example webhook.test
                 */
                "X-Genvoris-Event": components["parameters"]["GenvorisEvent"];
                /**
                 * @description The delivery's id, the same in every attempt. To recognise a repeat use the event's id, not this.
                 * @example whd_01JD8Z6T5V9M4K2Q7R3S8X1Y0E
                 */
                "X-Genvoris-Delivery": components["parameters"]["GenvorisDelivery"];
                /**
                 * @description The event's id (Standard Webhooks). Record it; answer 2xx to a repeat and do nothing.
                 * @example evt_01JD8Z6T5V9M4K2Q7R3S8X1Y0F
                 */
                "webhook-id": components["parameters"]["WebhookId"];
                /**
                 * @description When this attempt was signed (Standard Webhooks; Unix seconds). Equals `t` of `X-Genvoris-Signature`.
                 * @example 1794312000
                 */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /**
                 * @description `v1,<base64>` (Standard Webhooks): HMAC-SHA256 of `<webhook-id>.<webhook-timestamp>.<raw body>`, keyed with the bytes that the base64 after `whsec_` stands for, or with the UTF-8 bytes of a secret that has none. While a secret is being rotated there are two, separated by a space, the new secret's first.
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The event. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookDisabledEvent"];
            };
        };
        responses: {
            /** @description The event is taken, or was taken before: once the status and headers have come within 10 seconds, whatever body follows them. Any other status, a redirect too, or no answer in time, is a failed attempt. `Retry-After` on 429 or 503 puts the next attempt off, by at most 3600 seconds; it never comes sooner than the schedule of `DeliveryStatus` says. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onWebhookTest: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 of `<t>.<raw body>`, keyed with the whole text of the secret, `whsec_` included. Compute it over the bytes as received, compare in constant time, and refuse a `t` that is more than 5 minutes off.
                 * @example t=1794312000,v1=5f8c1d0e6c1b7a4e9d2f3a8b7c6d5e4f3a2b1c0d9e8f7a6b5c4d3e2f1a0b9c8d
                 */
                "X-Genvoris-Signature": components["parameters"]["GenvorisSignature"];
                /**
                 * @description The event's type, as in the body.
                 * @example webhook.test
                 */
                "X-Genvoris-Event": components["parameters"]["GenvorisEvent"];
                /**
                 * @description The delivery's id, the same in every attempt. To recognise a repeat use the event's id, not this.
                 * @example whd_01JD8Z6T5V9M4K2Q7R3S8X1Y0E
                 */
                "X-Genvoris-Delivery": components["parameters"]["GenvorisDelivery"];
                /**
                 * @description The event's id (Standard Webhooks). Record it; answer 2xx to a repeat and do nothing.
                 * @example evt_01JD8Z6T5V9M4K2Q7R3S8X1Y0F
                 */
                "webhook-id": components["parameters"]["WebhookId"];
                /**
                 * @description When this attempt was signed (Standard Webhooks; Unix seconds). Equals `t` of `X-Genvoris-Signature`.
                 * @example 1794312000
                 */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /**
                 * @description `v1,<base64>` (Standard Webhooks): HMAC-SHA256 of `<webhook-id>.<webhook-timestamp>.<raw body>`, keyed with the bytes that the base64 after `whsec_` stands for, or with the UTF-8 bytes of a secret that has none. While a secret is being rotated there are two, separated by a space, the new secret's first.
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The event. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookTestEvent"];
            };
        };
        responses: {
            /** @description The event is taken, or was taken before: once the status and headers have come within 10 seconds, whatever body follows them. Any other status, a redirect too, or no answer in time, is a failed attempt. `Retry-After` on 429 or 503 puts the next attempt off, by at most 3600 seconds; it never comes sooner than the schedule of `DeliveryStatus` says. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
