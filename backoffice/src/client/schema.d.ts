// Generated from openapi/openapi.json by "npm run generate". Do not edit.
export interface paths {
    "/api/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Products, drafts among them */
        get: operations["listProducts"];
        put?: never;
        /** Adds a product, as a draft */
        post: operations["createProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A product in all languages, with its options, variants and pictures */
        get: operations["getProduct"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes the fields that are sent
         * @description Send the version that you read in `If-Match`. When somebody changed the product meanwhile, the answer is 409 `catalog.version_conflict`, with the version that is there now and what now stands in the fields that you wanted to change.
         */
        patch: operations["changeProduct"];
        trace?: never;
    };
    "/api/products/{id}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Puts a product into the shop */
        put: operations["publishProduct"];
        post?: never;
        /** Takes a product out of the shop */
        delete: operations["unpublishProduct"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tree of categories */
        get: operations["listCategories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Products of the shop */
        get: operations["listCatalogProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/products/{handle}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A product of the shop */
        get: operations["getCatalogProduct"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The categories of the shop */
        get: operations["listCatalogCategories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Customers, the newest first; found by part of a name or an e-mail address */
        get: operations["listCustomers"];
        put?: never;
        /** Register: what follows goes to the address by mail, the answer is always the same */
        post: operations["registerCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm a registration by the link from the mail, and sign in */
        post: operations["confirmRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customer-session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in as a shopper: sets the session cookie */
        post: operations["signInCustomer"];
        /** Sign out as a shopper */
        delete: operations["signOutCustomer"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The shopper's own data */
        get: operations["getOwnCustomer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customer/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep an address for the next purchase */
        post: operations["keepAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customer/addresses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forget a kept address */
        delete: operations["forgetAddress"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A customer with their addresses */
        get: operations["getCustomer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Stock by variant and location */
        get: operations["listStock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock-counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record what was counted; the difference becomes a move */
        post: operations["recordStockCounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ledger entries, newest first */
        get: operations["listLedgerEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/trial-balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every account with its turnover and balance */
        get: operations["getTrialBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The shop: its name and its markets */
        get: operations["getShop"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Legal entities, markets and channels */
        get: operations["getOrganisation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tax-rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tax rates by country, category and date */
        get: operations["listTaxRates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products/{id}/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A product's variants with their prices and what is left */
        get: operations["listProductPrices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set base prices of variants */
        put: operations["setPrices"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/baskets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a basket
         * @description Keep the token: it is told once, and every call about the basket carries it as `Basket-Token`.
         */
        post: operations["createBasket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/baskets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A basket with its prices, taxes and reasons */
        get: operations["getBasket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/baskets/{id}/lines/{variantId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set how many of a variant the basket holds; 0 takes it out */
        put: operations["setBasketLine"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/baskets/{id}/destination": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set the country and the way of delivery */
        put: operations["setBasketDestination"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Orders, newest first */
        get: operations["listOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One order with lines, address, totals and what may be done to it */
        get: operations["getOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to an order: events, audit trail, mails, jobs */
        get: operations["getOrderTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/order-links/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The order that a signed link opens */
        get: operations["getLinkedOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Call an order off; what was paid goes back
         * @description Send `If-Match` with the version that you saw to be refused when somebody changed the order meanwhile.
         */
        post: operations["cancelOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/baskets/{id}/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Order the basket with obligation to pay
         * @description Reserves the stock and opens the payment. `acceptedTotal` is the total that the shopper agreed to: if it is not the total any more, nothing is ordered. The answer carries the link token that opens the order; ask POST /order-links/{token}/payment-session for the payment page.
         */
        post: operations["placeOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/order-links/{token}/payment-session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The provider page on which the order is paid
         * @description Opens the page or finds the one that is open: asking again is harmless. Send the shopper to `url`.
         */
        post: operations["startPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, and what they may do */
        get: operations["getSession"];
        put?: never;
        /** Sign in: sets the session cookie */
        post: operations["signIn"];
        /** Sign out */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/activation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose a password through a single-use link, and sign in */
        post: operations["activateStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change one's own password: ends all other sessions */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everybody who works or worked here, by name */
        get: operations["listStaff"];
        put?: never;
        /** Add a member of staff; answers the link by which they choose their password */
        post: operations["createStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the roles of a member of staff (If-Match: version) */
        patch: operations["changeRoles"];
        trace?: never;
    };
    "/api/staff/{id}/activation-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new single-use link for choosing a password; earlier ones end */
        post: operations["issueActivationLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/{id}/ending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Somebody leaves: their sessions and rights end */
        post: operations["endStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The roles and what each may do */
        get: operations["listRoles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the house is, in the shop’s words */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Work in the background, the newest first */
        get: operations["listJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start work again that was given up */
        post: operations["replayJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mails to customers and staff, the newest first */
        get: operations["listMails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mails/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A mail as it was written; secrets of single-use links are masked outside the demo */
        get: operations["getMail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what, the newest first */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payments, newest first */
        get: operations["listPayments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One payment, its movements and refunds */
        get: operations["getPayment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/{id}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give money back
         * @description Records the refund; it is sent at once and has succeeded when the provider says so. Never more than was captured, not refunded and not on its way already.
         */
        post: operations["refundPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/webhooks/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A payment provider tells that something happened
         * @description Signed as Standard Webhooks 1.0 asks, at most five minutes old. Acknowledged as soon as it is kept; the provider is then asked what happened.
         */
        post: operations["receivePaymentEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/product-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Imports products, prices and stock from a file
         * @description Takes Shopify's product CSV. One refused row and nothing is written: the answer is 422 `import-products.rows_refused` with an error for each, whose `params` name row, line and column. The same file again changes nothing. `dryRun` shows what would change.
         */
        post: operations["importProducts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The morning board: today beside yesterday, last week and last year */
        get: operations["getMorningBoard"];
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
        /** @description Whole minor units (cents) of an ISO 4217 currency. */
        Money: {
            amount: number;
            currency: string;
        };
        Texts: {
            en: string;
            it?: string;
            es?: string;
            id?: string;
        };
        AllowedAction: {
            action: string;
            allowed: boolean;
            reason: string | null;
        };
        /** @description Problem details, RFC 9457. */
        Problem: {
            /** @description Where the refusal is explained. */
            type: string;
            /** @description What is wrong, in the language of the request. */
            title: string;
            status: number;
            /** @description `department.reason`: stable, for programs. */
            code: string;
            /** @description What is wrong, in the language of the request. */
            detail: string;
            /** @description Dotted path of the input at fault. */
            field?: string;
            params?: {
                [key: string]: string | number;
            };
            /** @description What to do about it. */
            remedy: string;
            errors?: {
                /** @description `department.reason`: stable, for programs. */
                code: string;
                /** @description What is wrong, in the language of the request. */
                detail: string;
                /** @description Dotted path of the input at fault. */
                field?: string;
                params?: {
                    [key: string]: string | number;
                };
            }[];
            /** @description Names this request in the logs. */
            requestId: string;
        };
    };
    responses: {
        /** @description Refused, or out of order. */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listProducts: {
        parameters: {
            query?: {
                /** @description Opaque cursor: `nextCursor` of the page before. */
                after?: string;
                limit?: number;
                state?: "draft" | "published";
                category?: string;
                search?: string;
                /** @description A search has its own order: the best first. */
                sort?: "updated" | "newest" | "name";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            handle: string;
                            /** @description In the caller's language, else in English. */
                            name: string;
                            vendor: string;
                            categoryHandle: string | null;
                            categoryName: string | null;
                            state: "draft" | "published";
                            imageFileId: string | null;
                            variantCount: number;
                            version: number;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            createdAt: string;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            updatedAt: string;
                        }[];
                        /** @description Null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    createProduct: {
        parameters: {
            query?: never;
            header?: {
                /** @description One effect for one key: asked again, the same answer comes back. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was read; refused with 409 when the record changed since. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    handle: string;
                    names: {
                        en?: string;
                        it?: string;
                        es?: string;
                        id?: string;
                    };
                    variants: {
                        sku: string;
                        gtin?: string | null;
                        optionValues?: {
                            [key: string]: string;
                        };
                        weightGrams?: number;
                        requiresShipping?: boolean;
                        imageFileId?: string | null;
                    }[];
                    descriptions?: {
                        en?: string;
                        it?: string;
                        es?: string;
                        id?: string;
                    };
                    vendor?: string;
                    categoryId?: string | null;
                    tags?: string[];
                    taxCategory?: string;
                    options?: {
                        code: string;
                        names: components["schemas"]["Texts"];
                        choices: {
                            code: string;
                            names: components["schemas"]["Texts"];
                        }[];
                    }[];
                    images?: {
                        /** Format: uuid */
                        fileId: string;
                        alts: {
                            en?: string;
                            it?: string;
                            es?: string;
                            id?: string;
                        };
                    }[];
                };
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    /** @description The version. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        /** @description SKU -> id of each variant on sale. */
                        variantIds: {
                            [key: string]: string;
                        };
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    getProduct: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag at hand; answered with 304 when it is still right. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The version. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        handle: string;
                        names: components["schemas"]["Texts"];
                        descriptions: {
                            en?: string;
                            it?: string;
                            es?: string;
                            id?: string;
                        };
                        vendor: string;
                        categoryId: string | null;
                        tags: string[];
                        taxCategory: string;
                        state: "draft" | "published";
                        options: {
                            code: string;
                            names: components["schemas"]["Texts"];
                            choices: {
                                code: string;
                                names: components["schemas"]["Texts"];
                            }[];
                        }[];
                        variants: {
                            /** Format: uuid */
                            id: string;
                            sku: string;
                            gtin: string | null;
                            optionValues: {
                                [key: string]: string;
                            };
                            weightGrams: number;
                            requiresShipping: boolean;
                            imageFileId: string | null;
                            retired: boolean;
                        }[];
                        images: {
                            /** Format: uuid */
                            fileId: string;
                            alts: {
                                en?: string;
                                it?: string;
                                es?: string;
                                id?: string;
                            };
                        }[];
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        createdAt: string;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        updatedAt: string;
                        allowedActions: components["schemas"]["AllowedAction"][];
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    changeProduct: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; refused with 409 when the record changed since. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    handle?: string;
                    names?: {
                        en?: string;
                        it?: string;
                        es?: string;
                        id?: string;
                    };
                    state?: "draft" | "published";
                    variants?: {
                        sku: string;
                        gtin?: string | null;
                        optionValues?: {
                            [key: string]: string;
                        };
                        weightGrams?: number;
                        requiresShipping?: boolean;
                        imageFileId?: string | null;
                    }[];
                    descriptions?: {
                        en?: string;
                        it?: string;
                        es?: string;
                        id?: string;
                    };
                    vendor?: string;
                    categoryId?: string | null;
                    tags?: string[];
                    taxCategory?: string;
                    options?: {
                        code: string;
                        names: components["schemas"]["Texts"];
                        choices: {
                            code: string;
                            names: components["schemas"]["Texts"];
                        }[];
                    }[];
                    images?: {
                        /** Format: uuid */
                        fileId: string;
                        alts: {
                            en?: string;
                            it?: string;
                            es?: string;
                            id?: string;
                        };
                    }[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The version. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        /** @description SKU -> id of each variant on sale. */
                        variantIds: {
                            [key: string]: string;
                        };
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    publishProduct: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; refused with 409 when the record changed since. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The version. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        /** @description SKU -> id of each variant on sale. */
                        variantIds: {
                            [key: string]: string;
                        };
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    unpublishProduct: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; refused with 409 when the record changed since. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The version. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        /** @description SKU -> id of each variant on sale. */
                        variantIds: {
                            [key: string]: string;
                        };
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listCategories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            parentId: string | null;
                            handle: string;
                            name: string;
                            position: number;
                            /** @description Published products of its own. */
                            productCount: number;
                        }[];
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listCatalogProducts: {
        parameters: {
            query?: {
                /** @description Opaque cursor: `nextCursor` of the page before. */
                after?: string;
                limit?: number;
                category?: string;
                search?: string;
                /** @description A search has its own order: the best first. */
                sort?: "newest" | "name";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            handle: string;
                            name: string;
                            vendor: string;
                            categoryHandle: string | null;
                            categoryName: string | null;
                            imageFileId: string | null;
                            imageAlt: string;
                            variantIds: string[];
                        }[];
                        /** @description Null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    getCatalogProduct: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag at hand; answered with 304 when it is still right. */
                "If-None-Match"?: string;
            };
            path: {
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The version. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        handle: string;
                        name: string;
                        description: string;
                        vendor: string;
                        tags: string[];
                        version: number;
                        categories: {
                            handle: string;
                            name: string;
                        }[];
                        images: {
                            /** Format: uuid */
                            fileId: string;
                            alt: string;
                            width: number;
                            height: number;
                        }[];
                        options: {
                            code: string;
                            name: string;
                            choices: {
                                code: string;
                                name: string;
                            }[];
                        }[];
                        variants: {
                            /** Format: uuid */
                            id: string;
                            sku: string;
                            gtin: string | null;
                            title: string;
                            optionValues: {
                                [key: string]: string;
                            };
                            weightGrams: number;
                            imageFileId: string | null;
                        }[];
                    };
                };
            };
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listCatalogCategories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            parentId: string | null;
                            handle: string;
                            name: string;
                            position: number;
                            /** @description Published products of its own. */
                            productCount: number;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listCustomers: {
        parameters: {
            query?: {
                /** @description Opaque cursor: `nextCursor` of the page before. */
                after?: string;
                limit?: number;
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            email: string;
                            name: string;
                            locale: string;
                            phone: string | null;
                            /** @description Has a password; others ordered as guests. */
                            registered: boolean;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            createdAt: string;
                            version: number;
                        }[];
                        /** @description Null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    registerCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    name: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    confirmRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done; no content. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    signInCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done; no content. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    signOutCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no content. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    getOwnCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        email: string;
                        name: string;
                        locale: string;
                        phone: string | null;
                        /** @description Has a password; others ordered as guests. */
                        registered: boolean;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        createdAt: string;
                        version: number;
                        addresses: {
                            /** Format: uuid */
                            id: string;
                            recipient: string;
                            company?: string;
                            line1: string;
                            line2?: string;
                            postalCode: string;
                            city: string;
                            region?: string;
                            /** @description ISO 3166-1 alpha-2 */
                            country: string;
                            phone?: string;
                        }[];
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    keepAddress: {
        parameters: {
            query?: never;
            header?: {
                /** @description One effect for one key: asked again, the same answer comes back. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    recipient: string;
                    company?: string;
                    line1: string;
                    line2?: string;
                    postalCode: string;
                    city: string;
                    region?: string;
                    /** @description ISO 3166-1 alpha-2 */
                    country: string;
                    phone?: string;
                };
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    forgetAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no content. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    getCustomer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag at hand; answered with 304 when it is still right. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The version. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        email: string;
                        name: string;
                        locale: string;
                        phone: string | null;
                        /** @description Has a password; others ordered as guests. */
                        registered: boolean;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        createdAt: string;
                        version: number;
                        addresses: {
                            /** Format: uuid */
                            id: string;
                            recipient: string;
                            company?: string;
                            line1: string;
                            line2?: string;
                            postalCode: string;
                            city: string;
                            region?: string;
                            /** @description ISO 3166-1 alpha-2 */
                            country: string;
                            phone?: string;
                        }[];
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listStock: {
        parameters: {
            query?: {
                /** @description Opaque cursor: `nextCursor` of the page before. */
                after?: string;
                limit?: number;
                low?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            variantId: string;
                            sku: string;
                            handle: string;
                            name: string;
                            options: string;
                            location: string;
                            onHand: number;
                            reserved: number;
                            available: number;
                        }[];
                        /** @description Null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    recordStockCounts: {
        parameters: {
            query?: never;
            header?: {
                /** @description One effect for one key: asked again, the same answer comes back. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    counts: {
                        /** Format: uuid */
                        variantId: string;
                        locationCode: string;
                        quantity: number;
                    }[];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changed: number;
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listLedgerEntries: {
        parameters: {
            query?: {
                /** @description Opaque cursor: `nextCursor` of the page before. */
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            ref: string;
                            /** @description The record that a person would open for it: an order. */
                            about: string;
                            /** Format: date */
                            effectiveOn: string;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            recordedAt: string;
                            reverses: string | null;
                            postings: {
                                account: string;
                                kind: string;
                                amount: components["schemas"]["Money"];
                            }[];
                        }[];
                        /** @description Null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    getTrialBalance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accounts: {
                            code: string;
                            kind: string;
                            debit: components["schemas"]["Money"];
                            credit: components["schemas"]["Money"];
                            balance: components["schemas"]["Money"];
                        }[];
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    getShop: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        demo: boolean;
                        markets: {
                            /** Format: uuid */
                            id: string;
                            code: string;
                            countries: string[];
                            currency: string;
                            language: string;
                            pricesIncludeTax: boolean;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    getOrganisation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        slug: string;
                        demo: boolean;
                        entities: {
                            /** Format: uuid */
                            id: string;
                            code: string;
                            legalName: string;
                            vatNumber: string | null;
                            email: string;
                            street: string;
                            postcode: string;
                            city: string;
                            country: string;
                            currency: string;
                            timeZone: string;
                        }[];
                        markets: {
                            /** Format: uuid */
                            id: string;
                            code: string;
                            countries: string[];
                            currency: string;
                            language: string;
                            pricesIncludeTax: boolean;
                        }[];
                        channels: {
                            /** Format: uuid */
                            id: string;
                            code: string;
                            kind: string;
                        }[];
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listTaxRates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            country: string;
                            category: string;
                            /** @description Per cent as decimal text: "22". */
                            percent: string;
                            /** Format: date */
                            validFrom: string;
                            validTo: string | null;
                            source: string;
                        }[];
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listProductPrices: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            variantId: string;
                            sku: string;
                            options: string;
                            available: number;
                            prices: {
                                amount: components["schemas"]["Money"];
                                compareAt: components["schemas"]["Money"] | null;
                            }[];
                        }[];
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    setPrices: {
        parameters: {
            query?: never;
            header?: {
                /** @description One effect for one key: asked again, the same answer comes back. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    prices: {
                        /** Format: uuid */
                        variantId: string;
                        amount: {
                            amount: number;
                            currency: string;
                        };
                        compareAt?: {
                            amount: number;
                            currency: string;
                        } | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changed: number;
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    createBasket: {
        parameters: {
            query?: never;
            header?: {
                /** @description One effect for one key: asked again, the same answer comes back. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description ISO 3166-1 alpha-2. */
                    country: string;
                    locale?: string;
                };
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        token: string;
                    };
                };
            };
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    getBasket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        market: string;
                        country: string;
                        currency: string;
                        pricesIncludeTax: boolean;
                        ordered: boolean;
                        /** @description Whether it could be ordered now: every line is for sale and in stock. */
                        orderable: boolean;
                        lines: {
                            /** Format: uuid */
                            variantId: string;
                            quantity: number;
                            handle: string | null;
                            sku: string | null;
                            name: string | null;
                            options: string | null;
                            imageFileId: string | null;
                            unitPrice: components["schemas"]["Money"] | null;
                            compareAt: components["schemas"]["Money"] | null;
                            total: components["schemas"]["Money"] | null;
                            available: number;
                            problem: ("not_for_sale" | "no_price" | "sold_out" | "not_enough_left") | null;
                        }[];
                        goods: components["schemas"]["Money"];
                        delivery: {
                            method: string;
                            name: string;
                            total: components["schemas"]["Money"];
                        } | null;
                        missingForFreeDelivery: components["schemas"]["Money"] | null;
                        deliveryOptions: {
                            code: string;
                            name: string;
                            description: string;
                            price: components["schemas"]["Money"];
                            freeFrom: components["schemas"]["Money"] | null;
                            /** Format: date */
                            promisedFrom: string;
                            /** Format: date */
                            promisedTo: string;
                        }[];
                        taxes: {
                            percent: string;
                            net: components["schemas"]["Money"];
                            tax: components["schemas"]["Money"];
                        }[];
                        tax: components["schemas"]["Money"];
                        total: components["schemas"]["Money"];
                        reasons: {
                            rule: string;
                            applied: boolean;
                            line: number | null;
                            because: string;
                            params: {
                                [key: string]: string | number | components["schemas"]["Money"];
                            };
                        }[];
                    };
                };
            };
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    setBasketLine: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                variantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    quantity: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        market: string;
                        country: string;
                        currency: string;
                        pricesIncludeTax: boolean;
                        ordered: boolean;
                        /** @description Whether it could be ordered now: every line is for sale and in stock. */
                        orderable: boolean;
                        lines: {
                            /** Format: uuid */
                            variantId: string;
                            quantity: number;
                            handle: string | null;
                            sku: string | null;
                            name: string | null;
                            options: string | null;
                            imageFileId: string | null;
                            unitPrice: components["schemas"]["Money"] | null;
                            compareAt: components["schemas"]["Money"] | null;
                            total: components["schemas"]["Money"] | null;
                            available: number;
                            problem: ("not_for_sale" | "no_price" | "sold_out" | "not_enough_left") | null;
                        }[];
                        goods: components["schemas"]["Money"];
                        delivery: {
                            method: string;
                            name: string;
                            total: components["schemas"]["Money"];
                        } | null;
                        missingForFreeDelivery: components["schemas"]["Money"] | null;
                        deliveryOptions: {
                            code: string;
                            name: string;
                            description: string;
                            price: components["schemas"]["Money"];
                            freeFrom: components["schemas"]["Money"] | null;
                            /** Format: date */
                            promisedFrom: string;
                            /** Format: date */
                            promisedTo: string;
                        }[];
                        taxes: {
                            percent: string;
                            net: components["schemas"]["Money"];
                            tax: components["schemas"]["Money"];
                        }[];
                        tax: components["schemas"]["Money"];
                        total: components["schemas"]["Money"];
                        reasons: {
                            rule: string;
                            applied: boolean;
                            line: number | null;
                            because: string;
                            params: {
                                [key: string]: string | number | components["schemas"]["Money"];
                            };
                        }[];
                    };
                };
            };
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    setBasketDestination: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description ISO 3166-1 alpha-2. */
                    country: string;
                    deliveryMethod?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        market: string;
                        country: string;
                        currency: string;
                        pricesIncludeTax: boolean;
                        ordered: boolean;
                        /** @description Whether it could be ordered now: every line is for sale and in stock. */
                        orderable: boolean;
                        lines: {
                            /** Format: uuid */
                            variantId: string;
                            quantity: number;
                            handle: string | null;
                            sku: string | null;
                            name: string | null;
                            options: string | null;
                            imageFileId: string | null;
                            unitPrice: components["schemas"]["Money"] | null;
                            compareAt: components["schemas"]["Money"] | null;
                            total: components["schemas"]["Money"] | null;
                            available: number;
                            problem: ("not_for_sale" | "no_price" | "sold_out" | "not_enough_left") | null;
                        }[];
                        goods: components["schemas"]["Money"];
                        delivery: {
                            method: string;
                            name: string;
                            total: components["schemas"]["Money"];
                        } | null;
                        missingForFreeDelivery: components["schemas"]["Money"] | null;
                        deliveryOptions: {
                            code: string;
                            name: string;
                            description: string;
                            price: components["schemas"]["Money"];
                            freeFrom: components["schemas"]["Money"] | null;
                            /** Format: date */
                            promisedFrom: string;
                            /** Format: date */
                            promisedTo: string;
                        }[];
                        taxes: {
                            percent: string;
                            net: components["schemas"]["Money"];
                            tax: components["schemas"]["Money"];
                        }[];
                        tax: components["schemas"]["Money"];
                        total: components["schemas"]["Money"];
                        reasons: {
                            rule: string;
                            applied: boolean;
                            line: number | null;
                            because: string;
                            params: {
                                [key: string]: string | number | components["schemas"]["Money"];
                            };
                        }[];
                    };
                };
            };
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listOrders: {
        parameters: {
            query?: {
                /** @description Opaque cursor: `nextCursor` of the page before. */
                after?: string;
                limit?: number;
                state?: "awaiting_payment" | "paid" | "cancelled" | "expired";
                /** @description A number, a name or an e-mail address. */
                search?: string;
                customerId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            number: string;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            placedAt: string;
                            name: string;
                            email: string;
                            /** @enum {unknown} */
                            state: "awaiting_payment" | "paid" | "cancelled" | "expired";
                            market: string;
                            itemCount: number;
                            total: components["schemas"]["Money"];
                        }[];
                        /** @description Null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    getOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag at hand; answered with 304 when it is still right. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The version. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        number: string;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        placedAt: string;
                        name: string;
                        email: string;
                        /** @enum {unknown} */
                        state: "awaiting_payment" | "paid" | "cancelled" | "expired";
                        market: string;
                        itemCount: number;
                        total: components["schemas"]["Money"];
                        channel: string;
                        locale: string;
                        country: string;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        expiresAt: string;
                        paidAt: string | null;
                        goods: components["schemas"]["Money"];
                        delivery: {
                            method: string;
                            names: {
                                [key: string]: string;
                            };
                            total: components["schemas"]["Money"];
                            /** Format: date */
                            promisedFrom: string;
                            /** Format: date */
                            promisedTo: string;
                        };
                        tax: components["schemas"]["Money"];
                        pricesIncludeTax: boolean;
                        reasons: {
                            rule: string;
                            applied: boolean;
                            line: number | null;
                            because: string;
                            params: {
                                [key: string]: string | number | components["schemas"]["Money"];
                            };
                        }[];
                        note: string | null;
                        address: {
                            name: string;
                            company: string | null;
                            street: string;
                            street2: string | null;
                            postcode: string;
                            city: string;
                            region: string | null;
                            country: string;
                            phone: string | null;
                        };
                        lines: {
                            position: number;
                            /** Format: uuid */
                            variantId: string;
                            sku: string;
                            handle: string;
                            name: string;
                            options: string;
                            imageFileId: string | null;
                            quantity: number;
                            unitPrice: components["schemas"]["Money"];
                            taxPpm: number;
                            net: components["schemas"]["Money"];
                            tax: components["schemas"]["Money"];
                            total: components["schemas"]["Money"];
                        }[];
                        version: number;
                        customerId: string | null;
                        cancellation: {
                            reason: string;
                            actor: string;
                            at: string;
                        } | null;
                        allowedActions: components["schemas"]["AllowedAction"][];
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    getOrderTimeline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            kind: "event" | "audit" | "mail" | "job";
                            id: string;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            /** @description Event name, audited action, mail subject or job kind. */
                            name: string;
                            actor: string | null;
                            state: string | null;
                            reason: string | null;
                            changes: {
                                field: string;
                                before?: unknown;
                                after?: unknown;
                            }[];
                        }[];
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    getLinkedOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        number: string;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        placedAt: string;
                        name: string;
                        email: string;
                        /** @enum {unknown} */
                        state: "awaiting_payment" | "paid" | "cancelled" | "expired";
                        market: string;
                        itemCount: number;
                        total: components["schemas"]["Money"];
                        channel: string;
                        locale: string;
                        country: string;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        expiresAt: string;
                        paidAt: string | null;
                        goods: components["schemas"]["Money"];
                        delivery: {
                            method: string;
                            names: {
                                [key: string]: string;
                            };
                            total: components["schemas"]["Money"];
                            /** Format: date */
                            promisedFrom: string;
                            /** Format: date */
                            promisedTo: string;
                        };
                        tax: components["schemas"]["Money"];
                        pricesIncludeTax: boolean;
                        reasons: {
                            rule: string;
                            applied: boolean;
                            line: number | null;
                            because: string;
                            params: {
                                [key: string]: string | number | components["schemas"]["Money"];
                            };
                        }[];
                        note: string | null;
                        address: {
                            name: string;
                            company: string | null;
                            street: string;
                            street2: string | null;
                            postcode: string;
                            city: string;
                            region: string | null;
                            country: string;
                            phone: string | null;
                        };
                        lines: {
                            position: number;
                            /** Format: uuid */
                            variantId: string;
                            sku: string;
                            handle: string;
                            name: string;
                            options: string;
                            imageFileId: string | null;
                            quantity: number;
                            unitPrice: components["schemas"]["Money"];
                            taxPpm: number;
                            net: components["schemas"]["Money"];
                            tax: components["schemas"]["Money"];
                            total: components["schemas"]["Money"];
                        }[];
                        version: number;
                    };
                };
            };
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    cancelOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "cancelled";
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    placeOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description One effect for one key: asked again, the same answer comes back. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    address: {
                        name: string;
                        company?: string;
                        street: string;
                        street2?: string;
                        postcode: string;
                        city: string;
                        region?: string;
                        country: string;
                        phone?: string;
                    };
                    deliveryMethod: string;
                    acceptedTotal: components["schemas"]["Money"];
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        number: string;
                        total: components["schemas"]["Money"];
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        expiresAt: string;
                        linkToken: string;
                    };
                };
            };
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    startPayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uri */
                        url: string;
                    };
                };
            };
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        staff: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            email: string;
                            locale: string;
                        };
                        permissions: string[];
                        organisation: {
                            name: string;
                            slug: string;
                            demo: boolean;
                        };
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done; no content. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no content. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    activateStaff: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done; no content. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    currentPassword: string;
                    newPassword: string;
                };
            };
        };
        responses: {
            /** @description Done; no content. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listStaff: {
        parameters: {
            query?: {
                /** @description Opaque cursor: `nextCursor` of the page before. */
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            email: string;
                            locale: string;
                            roles: string[];
                            /** @description False until a password was chosen through the activation link. */
                            activated: boolean;
                            endedAt: string | null;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            createdAt: string;
                            version: number;
                        }[];
                        /** @description Null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    createStaff: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** Format: email */
                    email: string;
                    locale?: "en" | "it" | "es" | "id";
                    roles: string[];
                };
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description Single-use link below the shop’s address, good for an hour; shown once. */
                        activationPath: string;
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    changeRoles: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; refused with 409 when the record changed since. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    roles: string[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The version. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    issueActivationLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Single-use link below the shop’s address, good for an hour; shown once. */
                        activationPath: string;
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    endStaff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done; no content. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listRoles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        roles: {
                            code: string;
                            names: components["schemas"]["Texts"];
                            permissions: string[];
                        }[];
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What somebody should look at now, most pressing first. */
                        concerns: ("work_given_up" | "work_waits" | "audit_unsealed")[];
                        jobs: {
                            ready: number;
                            running: number;
                            dead: number;
                            oldestReadySeconds: number | null;
                        };
                        mails: {
                            kept: number;
                        };
                        audit: {
                            unsealed: number;
                            oldestUnsealedSeconds: number | null;
                        };
                        database: {
                            bytes: number;
                        };
                        lastOrderAt: string | null;
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listJobs: {
        parameters: {
            query?: {
                /** @description Opaque cursor: `nextCursor` of the page before. */
                after?: string;
                limit?: number;
                state?: "ready" | "running" | "done" | "dead";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            ref: string | null;
                            state: "ready" | "running" | "done" | "dead";
                            attempts: number;
                            maxAttempts: number;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            runAt: string;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            createdAt: string;
                            finishedAt: string | null;
                            lastError: string | null;
                        }[];
                        /** @description Null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    replayJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no content. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listMails: {
        parameters: {
            query?: {
                /** @description Opaque cursor: `nextCursor` of the page before. */
                after?: string;
                limit?: number;
                state?: "kept" | "sent";
                ref?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            ref: string | null;
                            recipient: string;
                            subject: string;
                            state: "kept" | "sent";
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            createdAt: string;
                            sentAt: string | null;
                        }[];
                        /** @description Null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    getMail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        ref: string | null;
                        recipient: string;
                        subject: string;
                        state: "kept" | "sent";
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        createdAt: string;
                        sentAt: string | null;
                        text: string;
                        html: string;
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listAudit: {
        parameters: {
            query?: {
                /** @description Opaque cursor: `nextCursor` of the page before. */
                after?: string;
                limit?: number;
                objectType?: string;
                objectId?: string;
                actor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            actorKind: string;
                            actorId: string | null;
                            action: string;
                            objectType: string;
                            objectId: string;
                            version: number | null;
                            changes: {
                                field: string;
                                before?: unknown;
                                after?: unknown;
                            }[];
                            reason: string | null;
                            requestId: string | null;
                            seal: number | null;
                        }[];
                        /** @description Null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listPayments: {
        parameters: {
            query?: {
                /** @description Opaque cursor: `nextCursor` of the page before. */
                after?: string;
                limit?: number;
                state?: "open" | "closed" | "authorised" | "voided" | "captured" | "partially_refunded" | "refunded";
                inReview?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            orderId: string;
                            provider: string;
                            providerRef: string | null;
                            /** @description Money that came a second time for the same order; it is given back. */
                            surplus: boolean;
                            amount: components["schemas"]["Money"];
                            authorised: components["schemas"]["Money"];
                            captured: components["schemas"]["Money"];
                            refunded: components["schemas"]["Money"];
                            refundable: components["schemas"]["Money"];
                            state: "open" | "closed" | "authorised" | "voided" | "captured" | "partially_refunded" | "refunded";
                            /** @description The shop and the provider do not agree: a person must look. */
                            inReview: boolean;
                            reviewReason: ("amount_mismatched" | "currency_mismatched" | "order_changed" | "refund_mismatched" | "refund_failed" | "impossible_amounts") | null;
                            /** @description A refund is on its way. */
                            openCharge: boolean;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            createdAt: string;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            updatedAt: string;
                            version: number;
                            events: {
                                /** Format: uuid */
                                id: string;
                                kind: "authorisation" | "capture" | "refund" | "void";
                                providerRef: string;
                                amount: components["schemas"]["Money"];
                                /**
                                 * Format: date-time
                                 * @description Instant, UTC, RFC 3339.
                                 */
                                at: string;
                            }[];
                            refunds: {
                                /** Format: uuid */
                                id: string;
                                amount: components["schemas"]["Money"];
                                reason: string;
                                state: "wanted" | "sent" | "succeeded" | "failed";
                                /**
                                 * Format: date-time
                                 * @description Instant, UTC, RFC 3339.
                                 */
                                wantedAt: string;
                                endedAt: string | null;
                            }[];
                        }[];
                        /** @description Null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    getPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag at hand; answered with 304 when it is still right. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description The version. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        orderId: string;
                        provider: string;
                        providerRef: string | null;
                        /** @description Money that came a second time for the same order; it is given back. */
                        surplus: boolean;
                        amount: components["schemas"]["Money"];
                        authorised: components["schemas"]["Money"];
                        captured: components["schemas"]["Money"];
                        refunded: components["schemas"]["Money"];
                        refundable: components["schemas"]["Money"];
                        state: "open" | "closed" | "authorised" | "voided" | "captured" | "partially_refunded" | "refunded";
                        /** @description The shop and the provider do not agree: a person must look. */
                        inReview: boolean;
                        reviewReason: ("amount_mismatched" | "currency_mismatched" | "order_changed" | "refund_mismatched" | "refund_failed" | "impossible_amounts") | null;
                        /** @description A refund is on its way. */
                        openCharge: boolean;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        createdAt: string;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        updatedAt: string;
                        version: number;
                        events: {
                            /** Format: uuid */
                            id: string;
                            kind: "authorisation" | "capture" | "refund" | "void";
                            providerRef: string;
                            amount: components["schemas"]["Money"];
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                        }[];
                        refunds: {
                            /** Format: uuid */
                            id: string;
                            amount: components["schemas"]["Money"];
                            reason: string;
                            state: "wanted" | "sent" | "succeeded" | "failed";
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            wantedAt: string;
                            endedAt: string | null;
                        }[];
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    refundPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description One effect for one key: asked again, the same answer comes back. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amount: components["schemas"]["Money"];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        refundId: string;
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    receivePaymentEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no content. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    importProducts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    csv: string;
                    /** @enum {string} */
                    format?: "shopify";
                    /** @default false */
                    dryRun?: boolean;
                    /** @description Of the prices; the first market's unless told. */
                    currency?: string;
                    /** @description Where the stock lies; the first market's unless told. */
                    location?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dryRun: boolean;
                        /** @description Products. */
                        created: number;
                        changed: number;
                        unchanged: number;
                        variants: number;
                        differences: {
                            handle: string;
                            sku: string | null;
                            field: string;
                            before: unknown;
                            after: unknown;
                        }[];
                        /** @description Beyond the first 1000. */
                        differencesOmitted: number;
                        warnings: {
                            /** @description As a spreadsheet counts; the header is 1. */
                            row?: number;
                            /** @description As a text editor counts. */
                            line?: number;
                            code: string;
                            column: string | null;
                            value: string;
                        }[];
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    getMorningBoard: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        at: string;
                        timeZone: string;
                        sales: {
                            today: {
                                currency: string;
                                orders: number;
                                total: components["schemas"]["Money"];
                            }[];
                            yesterday: {
                                currency: string;
                                orders: number;
                                total: components["schemas"]["Money"];
                            }[];
                            lastWeek: {
                                currency: string;
                                orders: number;
                                total: components["schemas"]["Money"];
                            }[];
                            lastYear: {
                                currency: string;
                                orders: number;
                                total: components["schemas"]["Money"];
                            }[];
                        } | null;
                        awaitingPayment: number | null;
                        lowStock: number | null;
                        deadJobs: number | null;
                        waitingJobs: number | null;
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
}
