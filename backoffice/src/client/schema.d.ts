// Generated from openapi/openapi.json by "npm run generate". Do not edit.
export interface paths {
    "/api/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Long work that I started, the newest first */
        get: operations["listTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far long work is, and what came of it */
        get: operations["getTask"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What came of long work, as a file */
        get: operations["downloadTaskResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask long work to stop; what is whole stays */
        post: operations["cancelTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/product/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The files on a record (product), the newest first */
        get: operations["listProductFiles"];
        put?: never;
        /**
         * Put a file on a record (product)
         * @description The body is the file itself, at most 25 MB: a picture, a PDF, a text, or a document of an office program, judged by its content. The same file under the same name again is the one that is there.
         */
        post: operations["addProductFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/product/{id}/files/{fileId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download a file of a record (product) */
        get: operations["downloadProductFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/product/{id}/files/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a file off a record (product) */
        delete: operations["removeProductFile"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/product/{id}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who else looks at a record (product) now, and who is changing it */
        get: operations["readProductPresence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/product/{id}/presence/{tab}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say that one looks at a record (product), and learn who else does
         * @description Forgotten after 40 seconds, or 90 while something is being changed; to be said again before. `tab` is any id that the page made for itself.
         */
        put: operations["keepProductPresence"];
        post?: never;
        /** Say that one has left a record (product) */
        delete: operations["endProductPresence"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/product/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a record (product), the newest first */
        get: operations["readProductTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/product/{id}/related": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What belongs to a record (product): of each kind the first few
         * @description Only of kinds that the caller may read; a kind of which there is nothing is left out.
         */
        get: operations["readProductRelated"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/customer/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The files on a record (customer), the newest first */
        get: operations["listCustomerFiles"];
        put?: never;
        /**
         * Put a file on a record (customer)
         * @description The body is the file itself, at most 25 MB: a picture, a PDF, a text, or a document of an office program, judged by its content. The same file under the same name again is the one that is there.
         */
        post: operations["addCustomerFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/customer/{id}/files/{fileId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download a file of a record (customer) */
        get: operations["downloadCustomerFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/customer/{id}/files/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a file off a record (customer) */
        delete: operations["removeCustomerFile"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/customer/{id}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who else looks at a record (customer) now, and who is changing it */
        get: operations["readCustomerPresence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/customer/{id}/presence/{tab}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say that one looks at a record (customer), and learn who else does
         * @description Forgotten after 40 seconds, or 90 while something is being changed; to be said again before. `tab` is any id that the page made for itself.
         */
        put: operations["keepCustomerPresence"];
        post?: never;
        /** Say that one has left a record (customer) */
        delete: operations["endCustomerPresence"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/customer/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a record (customer), the newest first */
        get: operations["readCustomerTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/customer/{id}/related": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What belongs to a record (customer): of each kind the first few
         * @description Only of kinds that the caller may read; a kind of which there is nothing is left out.
         */
        get: operations["readCustomerRelated"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/promotion/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The files on a record (promotion), the newest first */
        get: operations["listPromotionFiles"];
        put?: never;
        /**
         * Put a file on a record (promotion)
         * @description The body is the file itself, at most 25 MB: a picture, a PDF, a text, or a document of an office program, judged by its content. The same file under the same name again is the one that is there.
         */
        post: operations["addPromotionFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/promotion/{id}/files/{fileId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download a file of a record (promotion) */
        get: operations["downloadPromotionFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/promotion/{id}/files/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a file off a record (promotion) */
        delete: operations["removePromotionFile"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/promotion/{id}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who else looks at a record (promotion) now, and who is changing it */
        get: operations["readPromotionPresence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/promotion/{id}/presence/{tab}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say that one looks at a record (promotion), and learn who else does
         * @description Forgotten after 40 seconds, or 90 while something is being changed; to be said again before. `tab` is any id that the page made for itself.
         */
        put: operations["keepPromotionPresence"];
        post?: never;
        /** Say that one has left a record (promotion) */
        delete: operations["endPromotionPresence"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/promotion/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a record (promotion), the newest first */
        get: operations["readPromotionTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/promotion/{id}/related": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What belongs to a record (promotion): of each kind the first few
         * @description Only of kinds that the caller may read; a kind of which there is nothing is left out.
         */
        get: operations["readPromotionRelated"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/order/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The files on a record (order), the newest first */
        get: operations["listOrderFiles"];
        put?: never;
        /**
         * Put a file on a record (order)
         * @description The body is the file itself, at most 25 MB: a picture, a PDF, a text, or a document of an office program, judged by its content. The same file under the same name again is the one that is there.
         */
        post: operations["addOrderFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/order/{id}/files/{fileId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download a file of a record (order) */
        get: operations["downloadOrderFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/order/{id}/files/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a file off a record (order) */
        delete: operations["removeOrderFile"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/order/{id}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who else looks at a record (order) now, and who is changing it */
        get: operations["readOrderPresence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/order/{id}/presence/{tab}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say that one looks at a record (order), and learn who else does
         * @description Forgotten after 40 seconds, or 90 while something is being changed; to be said again before. `tab` is any id that the page made for itself.
         */
        put: operations["keepOrderPresence"];
        post?: never;
        /** Say that one has left a record (order) */
        delete: operations["endOrderPresence"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/order/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a record (order), the newest first */
        get: operations["readOrderTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/order/{id}/related": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What belongs to a record (order): of each kind the first few
         * @description Only of kinds that the caller may read; a kind of which there is nothing is left out.
         */
        get: operations["readOrderRelated"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/staff/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The files on a record (staff), the newest first */
        get: operations["listStaffFiles"];
        put?: never;
        /**
         * Put a file on a record (staff)
         * @description The body is the file itself, at most 25 MB: a picture, a PDF, a text, or a document of an office program, judged by its content. The same file under the same name again is the one that is there.
         */
        post: operations["addStaffFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/staff/{id}/files/{fileId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download a file of a record (staff) */
        get: operations["downloadStaffFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/staff/{id}/files/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a file off a record (staff) */
        delete: operations["removeStaffFile"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/staff/{id}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who else looks at a record (staff) now, and who is changing it */
        get: operations["readStaffPresence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/staff/{id}/presence/{tab}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say that one looks at a record (staff), and learn who else does
         * @description Forgotten after 40 seconds, or 90 while something is being changed; to be said again before. `tab` is any id that the page made for itself.
         */
        put: operations["keepStaffPresence"];
        post?: never;
        /** Say that one has left a record (staff) */
        delete: operations["endStaffPresence"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/staff/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a record (staff), the newest first */
        get: operations["readStaffTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/staff/{id}/related": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What belongs to a record (staff): of each kind the first few
         * @description Only of kinds that the caller may read; a kind of which there is nothing is left out.
         */
        get: operations["readStaffRelated"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/unit/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The files on a record (unit), the newest first */
        get: operations["listUnitFiles"];
        put?: never;
        /**
         * Put a file on a record (unit)
         * @description The body is the file itself, at most 25 MB: a picture, a PDF, a text, or a document of an office program, judged by its content. The same file under the same name again is the one that is there.
         */
        post: operations["addUnitFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/unit/{id}/files/{fileId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download a file of a record (unit) */
        get: operations["downloadUnitFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/unit/{id}/files/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a file off a record (unit) */
        delete: operations["removeUnitFile"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/unit/{id}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who else looks at a record (unit) now, and who is changing it */
        get: operations["readUnitPresence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/unit/{id}/presence/{tab}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say that one looks at a record (unit), and learn who else does
         * @description Forgotten after 40 seconds, or 90 while something is being changed; to be said again before. `tab` is any id that the page made for itself.
         */
        put: operations["keepUnitPresence"];
        post?: never;
        /** Say that one has left a record (unit) */
        delete: operations["endUnitPresence"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/unit/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a record (unit), the newest first */
        get: operations["readUnitTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/unit/{id}/related": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What belongs to a record (unit): of each kind the first few
         * @description Only of kinds that the caller may read; a kind of which there is nothing is left out.
         */
        get: operations["readUnitRelated"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/plan/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The files on a record (plan), the newest first */
        get: operations["listPlanFiles"];
        put?: never;
        /**
         * Put a file on a record (plan)
         * @description The body is the file itself, at most 25 MB: a picture, a PDF, a text, or a document of an office program, judged by its content. The same file under the same name again is the one that is there.
         */
        post: operations["addPlanFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/plan/{id}/files/{fileId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download a file of a record (plan) */
        get: operations["downloadPlanFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/plan/{id}/files/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a file off a record (plan) */
        delete: operations["removePlanFile"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/plan/{id}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who else looks at a record (plan) now, and who is changing it */
        get: operations["readPlanPresence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/plan/{id}/presence/{tab}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say that one looks at a record (plan), and learn who else does
         * @description Forgotten after 40 seconds, or 90 while something is being changed; to be said again before. `tab` is any id that the page made for itself.
         */
        put: operations["keepPlanPresence"];
        post?: never;
        /** Say that one has left a record (plan) */
        delete: operations["endPlanPresence"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/plan/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a record (plan), the newest first */
        get: operations["readPlanTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/plan/{id}/related": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What belongs to a record (plan): of each kind the first few
         * @description Only of kinds that the caller may read; a kind of which there is nothing is left out.
         */
        get: operations["readPlanRelated"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/blackout/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The files on a record (blackout), the newest first */
        get: operations["listBlackoutFiles"];
        put?: never;
        /**
         * Put a file on a record (blackout)
         * @description The body is the file itself, at most 25 MB: a picture, a PDF, a text, or a document of an office program, judged by its content. The same file under the same name again is the one that is there.
         */
        post: operations["addBlackoutFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/blackout/{id}/files/{fileId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download a file of a record (blackout) */
        get: operations["downloadBlackoutFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/blackout/{id}/files/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a file off a record (blackout) */
        delete: operations["removeBlackoutFile"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/blackout/{id}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who else looks at a record (blackout) now, and who is changing it */
        get: operations["readBlackoutPresence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/blackout/{id}/presence/{tab}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say that one looks at a record (blackout), and learn who else does
         * @description Forgotten after 40 seconds, or 90 while something is being changed; to be said again before. `tab` is any id that the page made for itself.
         */
        put: operations["keepBlackoutPresence"];
        post?: never;
        /** Say that one has left a record (blackout) */
        delete: operations["endBlackoutPresence"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/blackout/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a record (blackout), the newest first */
        get: operations["readBlackoutTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/blackout/{id}/related": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What belongs to a record (blackout): of each kind the first few
         * @description Only of kinds that the caller may read; a kind of which there is nothing is left out.
         */
        get: operations["readBlackoutRelated"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/approval/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The files on a record (approval), the newest first */
        get: operations["listApprovalFiles"];
        put?: never;
        /**
         * Put a file on a record (approval)
         * @description The body is the file itself, at most 25 MB: a picture, a PDF, a text, or a document of an office program, judged by its content. The same file under the same name again is the one that is there.
         */
        post: operations["addApprovalFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/approval/{id}/files/{fileId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download a file of a record (approval) */
        get: operations["downloadApprovalFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/approval/{id}/files/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a file off a record (approval) */
        delete: operations["removeApprovalFile"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/approval/{id}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who else looks at a record (approval) now, and who is changing it */
        get: operations["readApprovalPresence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/approval/{id}/presence/{tab}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say that one looks at a record (approval), and learn who else does
         * @description Forgotten after 40 seconds, or 90 while something is being changed; to be said again before. `tab` is any id that the page made for itself.
         */
        put: operations["keepApprovalPresence"];
        post?: never;
        /** Say that one has left a record (approval) */
        delete: operations["endApprovalPresence"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/approval/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a record (approval), the newest first */
        get: operations["readApprovalTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/approval/{id}/related": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What belongs to a record (approval): of each kind the first few
         * @description Only of kinds that the caller may read; a kind of which there is nothing is left out.
         */
        get: operations["readApprovalRelated"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/approval_rule/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The files on a record (approval_rule), the newest first */
        get: operations["listApprovalRuleFiles"];
        put?: never;
        /**
         * Put a file on a record (approval_rule)
         * @description The body is the file itself, at most 25 MB: a picture, a PDF, a text, or a document of an office program, judged by its content. The same file under the same name again is the one that is there.
         */
        post: operations["addApprovalRuleFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/approval_rule/{id}/files/{fileId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download a file of a record (approval_rule) */
        get: operations["downloadApprovalRuleFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/approval_rule/{id}/files/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a file off a record (approval_rule) */
        delete: operations["removeApprovalRuleFile"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/approval_rule/{id}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who else looks at a record (approval_rule) now, and who is changing it */
        get: operations["readApprovalRulePresence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/approval_rule/{id}/presence/{tab}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say that one looks at a record (approval_rule), and learn who else does
         * @description Forgotten after 40 seconds, or 90 while something is being changed; to be said again before. `tab` is any id that the page made for itself.
         */
        put: operations["keepApprovalRulePresence"];
        post?: never;
        /** Say that one has left a record (approval_rule) */
        delete: operations["endApprovalRulePresence"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/approval_rule/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a record (approval_rule), the newest first */
        get: operations["readApprovalRuleTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/approval_rule/{id}/related": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What belongs to a record (approval_rule): of each kind the first few
         * @description Only of kinds that the caller may read; a kind of which there is nothing is left out.
         */
        get: operations["readApprovalRuleRelated"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/todo/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The files on a record (todo), the newest first */
        get: operations["listTodoFiles"];
        put?: never;
        /**
         * Put a file on a record (todo)
         * @description The body is the file itself, at most 25 MB: a picture, a PDF, a text, or a document of an office program, judged by its content. The same file under the same name again is the one that is there.
         */
        post: operations["addTodoFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/todo/{id}/files/{fileId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download a file of a record (todo) */
        get: operations["downloadTodoFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/todo/{id}/files/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a file off a record (todo) */
        delete: operations["removeTodoFile"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/todo/{id}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who else looks at a record (todo) now, and who is changing it */
        get: operations["readTodoPresence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/todo/{id}/presence/{tab}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say that one looks at a record (todo), and learn who else does
         * @description Forgotten after 40 seconds, or 90 while something is being changed; to be said again before. `tab` is any id that the page made for itself.
         */
        put: operations["keepTodoPresence"];
        post?: never;
        /** Say that one has left a record (todo) */
        delete: operations["endTodoPresence"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/todo/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a record (todo), the newest first */
        get: operations["readTodoTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/todo/{id}/related": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What belongs to a record (todo): of each kind the first few
         * @description Only of kinds that the caller may read; a kind of which there is nothing is left out.
         */
        get: operations["readTodoRelated"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be set, and what is in force: those that the caller may see */
        get: operations["listSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/organisation.shop_name": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The setting organisation.shop_name */
        get: operations["getSettingOrganisationShopName"];
        /** Set organisation.shop_name (If-Match: version); null takes it back to the default */
        put: operations["setOrganisationShopName"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/organisation.shop_name/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who set organisation.shop_name, and to what, the newest first */
        get: operations["listChangesOfOrganisationShopName"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/organisation.announcement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The setting organisation.announcement */
        get: operations["getSettingOrganisationAnnouncement"];
        /** Set organisation.announcement (If-Match: version); null takes it back to the default */
        put: operations["setOrganisationAnnouncement"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/organisation.announcement/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who set organisation.announcement, and to what, the newest first */
        get: operations["listChangesOfOrganisationAnnouncement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/inventory.low_stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The setting inventory.low_stock */
        get: operations["getSettingInventoryLowStock"];
        /** Set inventory.low_stock (If-Match: version); null takes it back to the default */
        put: operations["setInventoryLowStock"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/inventory.low_stock/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who set inventory.low_stock, and to what, the newest first */
        get: operations["listChangesOfInventoryLowStock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/pricing.uses_freed_by_cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The setting pricing.uses_freed_by_cancellation */
        get: operations["getSettingPricingUsesFreedByCancellation"];
        /** Set pricing.uses_freed_by_cancellation (If-Match: version); null takes it back to the default */
        put: operations["setPricingUsesFreedByCancellation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/pricing.uses_freed_by_cancellation/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who set pricing.uses_freed_by_cancellation, and to what, the newest first */
        get: operations["listChangesOfPricingUsesFreedByCancellation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/orders.payment_minutes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The setting orders.payment_minutes */
        get: operations["getSettingOrdersPaymentMinutes"];
        /** Set orders.payment_minutes (If-Match: version); null takes it back to the default */
        put: operations["setOrdersPaymentMinutes"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/orders.payment_minutes/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who set orders.payment_minutes, and to what, the newest first */
        get: operations["listChangesOfOrdersPaymentMinutes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/people.second_factor_required": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The setting people.second_factor_required */
        get: operations["getSettingPeopleSecondFactorRequired"];
        /** Set people.second_factor_required (If-Match: version); null takes it back to the default */
        put: operations["setPeopleSecondFactorRequired"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/people.second_factor_required/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who set people.second_factor_required, and to what, the newest first */
        get: operations["listChangesOfPeopleSecondFactorRequired"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/work.approval_days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The setting work.approval_days */
        get: operations["getSettingWorkApprovalDays"];
        /** Set work.approval_days (If-Match: version); null takes it back to the default */
        put: operations["setWorkApprovalDays"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/work.approval_days/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who set work.approval_days, and to what, the newest first */
        get: operations["listChangesOfWorkApprovalDays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/host.mail_sender_name": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The setting host.mail_sender_name */
        get: operations["getSettingHostMailSenderName"];
        /** Set host.mail_sender_name (If-Match: version); null takes it back to the default */
        put: operations["setHostMailSenderName"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/host.mail_sender_name/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who set host.mail_sender_name, and to what, the newest first */
        get: operations["listChangesOfHostMailSenderName"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/host.finished_work_days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The setting host.finished_work_days */
        get: operations["getSettingHostFinishedWorkDays"];
        /** Set host.finished_work_days (If-Match: version); null takes it back to the default */
        put: operations["setHostFinishedWorkDays"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/host.finished_work_days/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who set host.finished_work_days, and to what, the newest first */
        get: operations["listChangesOfHostFinishedWorkDays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Products, drafts among them
         * @description Sorted by name, vendor, createdAt, updatedAt; `-updatedAt` unless told. Filtered by handle (is), vendor (is), category (is), state (is, not), tag (is), createdAt (from, to, last), updatedAt (from, to, last).
         */
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
    "/api/products/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many there are, up to a limit */
        get: operations["countProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same rows and columns as a file
         * @description CSV of any length; XLSX up to 50,000 rows. Each export is in the audit trail.
         */
        get: operations["exportProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products/columns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the list can show, be sorted and filtered by */
        get: operations["getProductsColumns"];
        put?: never;
        post?: never;
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
    "/api/products/{id}/pictures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Orders the pictures of a product and says what they show
         * @description All pictures in their new order, with their texts in each language; what is not named is taken off. Send the version that you read in `If-Match`.
         */
        put: operations["arrangeProductPictures"];
        /**
         * Adds a picture to a product
         * @description The body is the picture itself (JPEG, PNG, WebP, GIF, TIFF or HEIF, judged by its content), at most 20 MB and 50 megapixels. It is kept upright and without what the camera wrote into it. The same picture again is the one that is there.
         */
        post: operations["addProductPicture"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products/{id}/pictures/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes a picture off a product */
        delete: operations["removeProductPicture"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * One change to many products, rehearsed or made; it can be taken back for a day
         * @description Name the products by `ids` or by `selection`, a thousand at most. Publishing also asks for catalog:publish. Those that refuse are left out and named.
         */
        post: operations["changeProducts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bulk-undos/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a change of many back, wherever nothing was changed since */
        post: operations["undoBulkChange"];
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
    "/api/entities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Legal entities, whole */
        get: operations["listEntities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entities/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Make a legal entity, or change it (If-Match: version) */
        put: operations["putEntity"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/markets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Markets, whole, in the shop’s order */
        get: operations["listMarkets"];
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
    "/api/markets/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Make a market, or change it (If-Match: version) */
        put: operations["putMarket"];
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
        /**
         * Customers, the newest first; found by part of a name or an e-mail address
         * @description Sorted by name, email, createdAt; `-createdAt` unless told. Filtered by email (is), locale (is, not), registered (is), createdAt (from, to, last).
         */
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
    "/api/customers/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many there are, up to a limit */
        get: operations["countCustomers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same rows and columns as a file
         * @description CSV of any length; XLSX up to 50,000 rows. Each export is in the audit trail.
         */
        get: operations["exportCustomers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/columns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the list can show, be sorted and filtered by */
        get: operations["getCustomersColumns"];
        put?: never;
        post?: never;
        delete?: never;
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
        /**
         * Stock by variant and location
         * @description Sorted by sku, scarce; `sku` unless told. Filtered by sku (is), handle (is), location (is), low (is), soldOut (is).
         */
        get: operations["listStock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many there are, up to a limit */
        get: operations["countStock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same rows and columns as a file
         * @description CSV of any length; XLSX up to 50,000 rows. Each export is in the audit trail.
         */
        get: operations["exportStock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/columns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the list can show, be sorted and filtered by */
        get: operations["getStockColumns"];
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
    "/api/locations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where stock is */
        get: operations["listLocations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/locations/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Make a location, or change it (If-Match: version) */
        put: operations["putLocation"];
        post?: never;
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
        /**
         * Ledger entries, newest first
         * @description Sorted by recordedAt, effectiveOn; `-recordedAt` unless told. Filtered by recordedAt (from, to, last), effectiveOn (is, from, to, last), kind (is, not), ref (is), about (is).
         */
        get: operations["listLedgerEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/entries/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many there are, up to a limit */
        get: operations["countLedgerEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/entries/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same rows and columns as a file
         * @description CSV of any length; XLSX up to 50,000 rows. Each export is in the audit trail.
         */
        get: operations["exportLedgerEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/entries/columns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the list can show, be sorted and filtered by */
        get: operations["getLedgerEntriesColumns"];
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
        /** A tax rate begins; the one before it ends the day before */
        post: operations["beginTaxRate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/promotions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Promotions, the newest first
         * @description Sorted by code, createdAt; `-createdAt` unless told. Filtered by code (is), needsCoupon (is), beginsAt (from, to), endsAt (from, to), createdAt (from, to, last).
         */
        get: operations["listPromotions"];
        put?: never;
        /** Make a promotion */
        post: operations["createPromotion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/promotions/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many there are, up to a limit */
        get: operations["countPromotions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/promotions/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same rows and columns as a file
         * @description CSV of any length; XLSX up to 50,000 rows. Each export is in the audit trail.
         */
        get: operations["exportPromotions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/promotions/columns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the list can show, be sorted and filtered by */
        get: operations["getPromotionsColumns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/promotion-choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a promotion can be limited to: categories, markets, channels, currencies */
        get: operations["getPromotionChoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/promotions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One promotion, with what it gave so far */
        get: operations["getPromotion"];
        /** Change a promotion: for baskets from now on */
        put: operations["changePromotion"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/promotions/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Stop a promotion at once */
        put: operations["pausePromotion"];
        post?: never;
        /** Let a promotion go on */
        delete: operations["resumePromotion"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/promotions/{id}/coupons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A promotion's coupons and how often they were used */
        get: operations["listCoupons"];
        put?: never;
        /** Make coupons: codes of your own, or so many by chance */
        post: operations["makeCoupons"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/promotions/{id}/coupons/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take back a coupon that nobody has used */
        delete: operations["withdrawCoupon"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/variants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Variants with their prices and stock
         * @description Sorted by sku; `sku` unless told. Filtered by sku (is), handle (is), gtin (is).
         */
        get: operations["listVariants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/variants/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many there are, up to a limit */
        get: operations["countVariants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/variants/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same rows and columns as a file
         * @description CSV of any length; XLSX up to 50,000 rows. Each export is in the audit trail.
         */
        get: operations["exportVariants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/variants/columns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the list can show, be sorted and filtered by */
        get: operations["getVariantsColumns"];
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
    "/api/price-simulations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a basket would cost and why, from a snapshot of everything that its price depends on
         * @description The function that the shop sells by, without the shop: nothing is read but the snapshot, nothing is written.
         */
        post: operations["simulatePrice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/address-formats/{country}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How addresses of a country are written
         * @description A country that the house does not know takes the plain form with any postcode.
         */
        get: operations["getAddressFormat"];
        put?: never;
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
    "/api/baskets/{id}/coupons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set the coupons that were entered */
        put: operations["setBasketCoupons"];
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
        /**
         * Orders, newest first
         * @description Sorted by number, placedAt, name, total; `-placedAt` unless told. Filtered by number (is), placedAt (from, to, last), state (is, not), market (is), total (from, to), customerId (is).
         */
        get: operations["listOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many there are, up to a limit */
        get: operations["countOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same rows and columns as a file
         * @description CSV of any length; XLSX up to 50,000 rows. Each export is in the audit trail.
         */
        get: operations["exportOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/columns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the list can show, be sorted and filtered by */
        get: operations["getOrdersColumns"];
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
    "/api/delivery-methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ways of delivery, in the shop’s order, also those not offered now */
        get: operations["listDeliveryMethods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/delivery-methods/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Make a way of delivery, or change it (If-Match: version) */
        put: operations["putDeliveryMethod"];
        post?: never;
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
        /** Sign in: sets the session cookie, or says what else must be shown */
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
    "/api/session/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prove that it is still you, before a change of who may come in */
        post: operations["confirmSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where one is signed in */
        get: operations["listDevices"];
        put?: never;
        post?: never;
        /** Sign out everywhere but here */
        delete: operations["endOtherDevices"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/devices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out on one device */
        delete: operations["endDevice"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a member of staff is signed in */
        get: operations["listSessionsOfStaff"];
        put?: never;
        post?: never;
        /** Sign a member of staff out everywhere */
        delete: operations["endSessionsOfStaff"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/{id}/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign a member of staff out on one device */
        delete: operations["endSessionOfStaff"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The second step of signing in: a code of the app, or a recovery code */
        post: operations["showSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/security": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How one proves who one is */
        get: operations["getSecurity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Take the app into use by its first code; answers the recovery codes */
        put: operations["confirmTotp"];
        /** A new seed for an authenticator app, in a session or where signing in waits for it */
        post: operations["offerTotp"];
        /** Turn the codes of the app off */
        delete: operations["removeTotp"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** New recovery codes, in the place of all that there were */
        post: operations["renewRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/{id}/second-factor-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a lost second factor from a member of staff: app, recovery codes and passkeys */
        post: operations["resetSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/passkey/question": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the browser asks its passkeys in order to sign in */
        post: operations["askPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in by the answer of a passkey: instead of the password, or after it */
        post: operations["signInWithPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/passkeys/question": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the browser asks its device in order to make a passkey */
        post: operations["beginPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep the passkey that the device has made */
        post: operations["addPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/passkeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a passkey away */
        delete: operations["removePasskey"];
        options?: never;
        head?: never;
        /** Give a passkey another name */
        patch: operations["namePasskey"];
        trace?: never;
    };
    "/api/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The keys of programs, the newest first: what each may do, until when, and when it was used last */
        get: operations["listApiKeys"];
        put?: never;
        /** Make a key for a program: it may never do more than who makes it */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/api-keys/{id}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a key back: it ends with its next call */
        post: operations["revokeApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/saved-views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One’s own views of lists, and those shared with one’s roles */
        get: operations["listSavedViews"];
        put?: never;
        /** Keep what a list shows under a name */
        post: operations["saveView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/saved-views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forget one’s own view */
        delete: operations["removeView"];
        options?: never;
        head?: never;
        /** Change one’s own view (If-Match: version) */
        patch: operations["changeView"];
        trace?: never;
    };
    "/api/recent-records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one looked at last, thirty at most */
        get: operations["listRecentRecords"];
        /** Tell that one looks at a record */
        put: operations["recallRecord"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the back office looks to one */
        get: operations["getPreferences"];
        /** Choose how the back office looks; what is left out stays */
        put: operations["choosePreferences"];
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
        /**
         * Everybody who works or worked here, by name
         * @description Sorted by name, createdAt; `name` unless told. Filtered by email (is), roles (is), unit (is), companyKind (is), activated (is), createdAt (from, to, last).
         */
        get: operations["listStaff"];
        put?: never;
        /** Add a person; answers the link by which they choose their password */
        post: operations["createStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many there are, up to a limit */
        get: operations["countStaff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same rows and columns as a file
         * @description CSV of any length; XLSX up to 50,000 rows. Each export is in the audit trail.
         */
        get: operations["exportStaff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/columns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the list can show, be sorted and filtered by */
        get: operations["getStaffColumns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/outsiders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * People of partners and vendors who may act here, whose access ends next first
         * @description Sorted by name, endsAt; `endsAt` unless told. Filtered by companyKind (is), roles (is), endsAt (from, to).
         */
        get: operations["listOutsiders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/outsiders/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many there are, up to a limit */
        get: operations["countOutsiders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/outsiders/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same rows and columns as a file
         * @description CSV of any length; XLSX up to 50,000 rows. Each export is in the audit trail.
         */
        get: operations["exportOutsiders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/outsiders/columns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the list can show, be sorted and filtered by */
        get: operations["getOutsidersColumns"];
        put?: never;
        post?: never;
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
        /** A person: where they belong, what they may do and by which role, until when */
        get: operations["getStaff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the roles of a person (If-Match: version) */
        patch: operations["changeRoles"];
        trace?: never;
    };
    "/api/staff/{id}/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change name, job title, language and time zone (If-Match: version) */
        put: operations["changeProfile"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/{id}/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change company, sponsor, begin, end and scope; a later end is a renewal (If-Match: version) */
        put: operations["changeAccess"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/{id}/access-ending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Somebody from outside is out now: their sessions end */
        post: operations["endAccess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
        /** The roles, what each may do and how many hold it */
        get: operations["listRoles"];
        put?: never;
        /** A role of the organisation’s own, made of rights that one has */
        post: operations["createRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roles/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A role with those who hold it */
        get: operations["getRole"];
        /** Change an own role, and with it what its holders may do (If-Match: version) */
        put: operations["changeRole"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a role can be made of, by department, in words */
        get: operations["listPermissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roles/{code}/retirement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an own role that nobody holds out of use */
        post: operations["retireRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Departments and teams, with their heads */
        get: operations["listUnits"];
        put?: never;
        /** Add a department or team */
        post: operations["addUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A department or team with those in it */
        get: operations["getUnit"];
        /** Change name, head and department (If-Match: version) */
        put: operations["changeUnit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/{id}/members/{staffId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Take somebody into a department or team */
        put: operations["joinUnit"];
        post?: never;
        /** Take somebody out of a department or team */
        delete: operations["leaveUnit"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/{id}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a department or team */
        post: operations["closeUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/companies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Partners and vendors whose people are let in */
        get: operations["listCompanies"];
        put?: never;
        /** Add a partner or vendor */
        post: operations["addCompany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/companies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a partner or vendor (If-Match: version) */
        put: operations["changeCompany"];
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
        /**
         * Work in the background, the newest first
         * @description Sorted by createdAt; `-createdAt` unless told. Filtered by createdAt (from, to, last), state (is, not), ref (is).
         */
        get: operations["listJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many there are, up to a limit */
        get: operations["countJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same rows and columns as a file
         * @description CSV of any length; XLSX up to 50,000 rows. Each export is in the audit trail.
         */
        get: operations["exportJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/columns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the list can show, be sorted and filtered by */
        get: operations["getJobsColumns"];
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
        /**
         * Mails to customers and staff, the newest first
         * @description Sorted by createdAt; `-createdAt` unless told. Filtered by createdAt (from, to, last), state (is, not), ref (is).
         */
        get: operations["listMails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mails/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many there are, up to a limit */
        get: operations["countMails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mails/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same rows and columns as a file
         * @description CSV of any length; XLSX up to 50,000 rows. Each export is in the audit trail.
         */
        get: operations["exportMails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mails/columns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the list can show, be sorted and filtered by */
        get: operations["getMailsColumns"];
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
        /**
         * Who did what, the newest first
         * @description Sorted by at; `-at` unless told. Filtered by at (from, to, last), actorId (is), objectType (is), objectId (is).
         */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many there are, up to a limit */
        get: operations["countAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same rows and columns as a file
         * @description CSV of any length; XLSX up to 50,000 rows. Each export is in the audit trail.
         */
        get: operations["exportAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/columns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the list can show, be sorted and filtered by */
        get: operations["getAuditColumns"];
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
        /**
         * Payments, newest first
         * @description Sorted by createdAt, amount; `-createdAt` unless told. Filtered by createdAt (from, to, last), state (is, not), amount (from, to), inReview (is), providerRef (is), orderId (is).
         */
        get: operations["listPayments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many there are, up to a limit */
        get: operations["countPayments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same rows and columns as a file
         * @description CSV of any length; XLSX up to 50,000 rows. Each export is in the audit trail.
         */
        get: operations["exportPayments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/columns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the list can show, be sorted and filtered by */
        get: operations["getPaymentsColumns"];
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
    "/api/orders/{id}/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The payments of an order */
        get: operations["listOrderPayments"];
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
    "/api/plans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A plan with what it collides with */
        get: operations["getPlan"];
        /** Change a plan (If-Match: version) */
        put: operations["changePlan"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a plan would collide with; nothing is saved */
        post: operations["checkPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Plan something; whom it collides with is told */
        post: operations["createPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{id}/time": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Move a plan to another time (If-Match: version) */
        put: operations["movePlan"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call a plan off (If-Match: version) */
        post: operations["withdrawPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan-collisions/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say what one makes of a collision of one’s own plan */
        put: operations["answerPlanCollision"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is on between two days, both included: plans, holidays, dates of law, and what departments tell */
        get: operations["readCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Kinds, markets and units that the calendar can be narrowed to */
        get: operations["readCalendarChoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/blackouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Windows of time in which some acts are refused: in force, and to come */
        get: operations["listBlackouts"];
        put?: never;
        /** Refuse some acts for a time */
        post: operations["closeWindow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/blackouts/{id}/lifting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End such a window early (If-Match: version) */
        post: operations["liftWindow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/blackouts/{id}/overrides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Go ahead in spite of a window, for a quarter of an hour, and say why */
        post: operations["passWindow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar-feeds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One’s own addresses for calendars outside */
        get: operations["listCalendarFeeds"];
        put?: never;
        /** An address that a calendar outside can read without signing in; told once */
        post: operations["openCalendarFeed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar-feeds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take such an address back: it leads nowhere from now on */
        delete: operations["closeCalendarFeed"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar-feed/{secret}/calendar.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The calendar as its owner may see it now (iCalendar, RFC 5545) */
        get: operations["readCalendarFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What one is asked, mentioned in and alerted of, the newest first
         * @description By oneself, one’s departments, teams and roles. `due` has what has a due time, the earliest first; `done` what was closed last.
         */
        get: operations["listInbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much is unread, due today and overdue; and where to hear of changes */
        get: operations["countInbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark these as read, or all that is open */
        post: operations["readInboxItems"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox/items/{id}/closure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A mention or an alert is settled; an alert for all who hear of it */
        post: operations["closeInboxItem"];
        /** It is not settled after all */
        delete: operations["reopenInboxItem"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox/items/{id}/snooze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Out of sight until then; null brings it back */
        put: operations["snoozeInboxItem"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How often one wants a mail about being mentioned */
        get: operations["getInboxChoices"];
        /** Choose how often one wants a mail about being mentioned */
        put: operations["chooseInboxMails"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/todos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * To-dos, the newest first; found by words of their titles
         * @description Sorted by title, dueAt, madeAt; `-madeAt` unless told. Filtered by state (is, not), priority (is, not), assignee (is), dueAt (from, to, last, empty), madeAt (from, to, last), takenById (is), madeById (is), projectId (is), recordId (is).
         */
        get: operations["listTodos"];
        put?: never;
        /** Ask a person, a department, a team or a role to do something */
        post: operations["makeTodo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/todos/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many there are, up to a limit */
        get: operations["countTodos"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/todos/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same rows and columns as a file
         * @description CSV of any length; XLSX up to 50,000 rows. Each export is in the audit trail.
         */
        get: operations["exportTodos"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/todos/columns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the list can show, be sorted and filtered by */
        get: operations["getTodosColumns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/todos/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A to-do with its checklist, its steps and the departments that it went through */
        get: operations["getTodo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a to-do (If-Match: version); given to somebody else, it is open for them */
        patch: operations["changeTodo"];
        trace?: never;
    };
    "/api/todos/{id}/taking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take it: of two who try at once one has it, and the other learns who */
        post: operations["takeTodo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/todos/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give it back to those who were asked */
        post: operations["giveBackTodo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/todos/{id}/completion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** It is done */
        post: operations["completeTodo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/todos/{id}/dropping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** It is not going to be done; the reason is asked for */
        post: operations["dropTodo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/todos/{id}/reopening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** It is not done after all; the reason is asked for */
        post: operations["reopenTodo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/todos/{id}/handover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** To the next department, once the checklist is complete */
        post: operations["handOverTodo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/todos/{id}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept what another department handed over */
        post: operations["acceptTodo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/todos/{id}/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send back what another department handed over, with the reason */
        post: operations["sendBackTodo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/todos/{id}/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add to the checklist */
        post: operations["addTodoCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/todos/{id}/checks/{checkId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Check something off, or take the tick away */
        put: operations["tickTodoCheck"];
        post?: never;
        /** Take something off the checklist */
        delete: operations["removeTodoCheck"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assignees": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** To whom something can be given, by part of a name */
        get: operations["findAssignees"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/threads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is said about a record, as far as the caller may see it */
        get: operations["listThreads"];
        put?: never;
        /** Begin to talk about a record: internally, or shared with a company */
        post: operations["beginThread"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shared-threads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is shared with the caller’s company */
        get: operations["listSharedThreads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/threads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A thread with what was said in it */
        get: operations["getThread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/threads/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say something in a thread */
        post: operations["addComment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/threads/{id}/sharing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Share a thread with a company, or with nobody any more */
        put: operations["shareThread"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/comments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take back one’s own; that something was said stays */
        delete: operations["deleteComment"];
        options?: never;
        head?: never;
        /** Say one’s own otherwise, within 15 minutes */
        patch: operations["editComment"];
        trace?: never;
    };
    "/api/mentionables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom one can mention, by part of a name, and with which companies one can share */
        get: operations["findMentionables"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was asked for and waits for others, or waited
         * @description Sorted by askedAt; `-askedAt` unless told. Filtered by act (is), state (is, not), askedAt (from, to, last), requesterId (is), role (is).
         */
        get: operations["listApprovals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/approvals/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many there are, up to a limit */
        get: operations["countApprovals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/approvals/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same rows and columns as a file
         * @description CSV of any length; XLSX up to 50,000 rows. Each export is in the audit trail.
         */
        get: operations["exportApprovals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/approvals/columns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the list can show, be sorted and filtered by */
        get: operations["getApprovalsColumns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/approvals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One request: what, by whom, who must agree, who did
         * @description For who asked, who may decide, who could do it themselves, and who makes the rules.
         */
        get: operations["getApproval"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/approvals/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What would change if it were approved now
         * @description The request is run as who asked, with what they may do now, and rolled back.
         */
        get: operations["previewApproval"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/approvals/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve it, which does it at once, or refuse it
         * @description The last approval that was waited for runs what was asked for, as who asked and with what they may do now. `failed`: it is not possible any more, and why stands in the request. Never by who asked, nor by a key.
         */
        post: operations["decideApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/approvals/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back what one asked for, while it waits */
        post: operations["withdrawApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/approval-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rules of approval: in force, to come, ended */
        get: operations["listApprovalRules"];
        put?: never;
        /** Make a rule */
        post: operations["makeApprovalRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/approval-rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One rule of approval */
        get: operations["getApprovalRule"];
        /**
         * Change a rule; what it holds already waits on as it was held
         * @description Send the version that you read in `If-Match`.
         */
        put: operations["changeApprovalRule"];
        post?: never;
        /** End a rule; what it holds already waits on */
        delete: operations["endApprovalRule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/guarded-acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a rule can hold, and what it can look at */
        get: operations["listGuardedActs"];
        put?: never;
        post?: never;
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
         * @description Takes Shopify's product CSV. With `dryRun` it answers what would change. Otherwise the import becomes a task, whose id it answers: its progress and report are read there. One refused row and nothing is written: `import-products.rows_refused` (as 422 of a dry run, or as the task's problem) with an error for each, whose `params` name row, line and column. The same file again changes nothing.
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
    "/api/board/sales": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Paid orders and their totals day by day, beside the same weekdays before */
        get: operations["getSalesByDay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Records of all departments by what somebody types
         * @description Only of kinds that the caller may read; grouped by kind, the best of each first.
         */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/set-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the shop still lacks before it can sell, computed from what is there */
        get: operations["getSetUpGuide"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/set-up/{step}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Pass over a step of the guide, or take it up again */
        put: operations["skipSetUpStep"];
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
            reason: {
                /** @description Of the refusal that the action would get. */
                code: string;
                /** @description For people, in the language of the request. */
                message: string;
            } | null;
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
    listTasks: {
        parameters: {
            query?: {
                /** @description Opaque cursor: `nextCursor` of the page before. */
                after?: string;
                limit?: number;
                /** @description Only what has not ended. */
                open?: boolean;
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
                            /** @description In the language of the request. */
                            title: string;
                            state: "waiting" | "running" | "done" | "failed" | "cancelled";
                            doneCount: number;
                            totalCount: number | null;
                            cancelAskedAt: string | null;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            createdAt: string;
                            startedAt: string | null;
                            finishedAt: string | null;
                            heartbeatAt: string | null;
                            hasResult: boolean;
                            problem: {
                                code: string;
                                title: string;
                                remedy: string;
                                field?: string;
                                params?: {
                                    [key: string]: string | number;
                                };
                                errors?: {
                                    code: string;
                                    field?: string;
                                    detail: string;
                                    remedy: string;
                                    params?: {
                                        [key: string]: string | number;
                                    };
                                }[];
                            } | null;
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
    getTask: {
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
                        kind: string;
                        /** @description In the language of the request. */
                        title: string;
                        state: "waiting" | "running" | "done" | "failed" | "cancelled";
                        doneCount: number;
                        totalCount: number | null;
                        cancelAskedAt: string | null;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        createdAt: string;
                        startedAt: string | null;
                        finishedAt: string | null;
                        heartbeatAt: string | null;
                        hasResult: boolean;
                        problem: {
                            code: string;
                            title: string;
                            remedy: string;
                            field?: string;
                            params?: {
                                [key: string]: string | number;
                            };
                            errors?: {
                                code: string;
                                field?: string;
                                detail: string;
                                remedy: string;
                                params?: {
                                    [key: string]: string | number;
                                };
                            }[];
                        } | null;
                        result: unknown | null;
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
    downloadTaskResult: {
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
            /** @description The bytes, as a download. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    cancelTask: {
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
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        kind: string;
                        /** @description In the language of the request. */
                        title: string;
                        state: "waiting" | "running" | "done" | "failed" | "cancelled";
                        doneCount: number;
                        totalCount: number | null;
                        cancelAskedAt: string | null;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        createdAt: string;
                        startedAt: string | null;
                        finishedAt: string | null;
                        heartbeatAt: string | null;
                        hasResult: boolean;
                        problem: {
                            code: string;
                            title: string;
                            remedy: string;
                            field?: string;
                            params?: {
                                [key: string]: string | number;
                            };
                            errors?: {
                                code: string;
                                field?: string;
                                detail: string;
                                remedy: string;
                                params?: {
                                    [key: string]: string | number;
                                };
                            }[];
                        } | null;
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
    listProductFiles: {
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
                            id: string;
                            name: string;
                            /** @description Judged by the content. */
                            mediaType: string;
                            bytes: number;
                            sha256: string;
                            by: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
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
    addProductFile: {
        parameters: {
            query: {
                name: string;
            };
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
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** @description Judged by the content. */
                        mediaType: string;
                        bytes: number;
                        sha256: string;
                        by: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        at: string;
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
    downloadProductFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                fileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes, as a download. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    removeProductFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                fileId: string;
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
    readProductPresence: {
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
                        /** @description Others, by name; each once, however many tabs. */
                        people: {
                            id: string;
                            name: string;
                            /** @description Has typed something that is not saved. */
                            editing: boolean;
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
    keepProductPresence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                tab: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    editing: boolean;
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
                        /** @description Others, by name; each once, however many tabs. */
                        people: {
                            id: string;
                            name: string;
                            /** @description Has typed something that is not saved. */
                            editing: boolean;
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
    endProductPresence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                tab: string;
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
            429: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    readProductTimeline: {
        parameters: {
            query?: {
                /** @description Opaque cursor: `nextCursor` of the page before. */
                after?: string;
                limit?: number;
            };
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
                            id: string;
                            kind: "event" | "audit" | "mail" | "job" | "file";
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            /** @description For programs: event name, audited action, mail subject, job kind, file name. */
                            name: string;
                            /** @description For people, in the language of the request. */
                            title: string;
                            actor: {
                                /** @description staff, customer, guest, provider or system. */
                                kind: string;
                                id: string | null;
                                name: string | null;
                            } | null;
                            state: string | null;
                            reason: string | null;
                            changes: {
                                field: string;
                                label: string;
                                before?: unknown;
                                after?: unknown;
                            }[];
                            link: {
                                kind: "mail" | "job" | "file";
                                id: string;
                            } | null;
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
    readProductRelated: {
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
                        groups: {
                            /** @description For programs: `payments`. */
                            name: string;
                            /** @description For people, in the language of the request. */
                            label: string;
                            /** @description At most 5. */
                            items: {
                                type: string;
                                id: string;
                                title: string;
                                state: string | null;
                                amount: components["schemas"]["Money"] | null;
                                at: string | null;
                                place: {
                                    /** @description Below the back office. */
                                    path: string;
                                    filter: string[];
                                    search: string | null;
                                } | null;
                            }[];
                            all: {
                                /** @description Below the back office. */
                                path: string;
                                filter: string[];
                                search: string | null;
                            } | null;
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
    listCustomerFiles: {
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
                            id: string;
                            name: string;
                            /** @description Judged by the content. */
                            mediaType: string;
                            bytes: number;
                            sha256: string;
                            by: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
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
    addCustomerFile: {
        parameters: {
            query: {
                name: string;
            };
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
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** @description Judged by the content. */
                        mediaType: string;
                        bytes: number;
                        sha256: string;
                        by: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        at: string;
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
    downloadCustomerFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                fileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes, as a download. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    removeCustomerFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                fileId: string;
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
    readCustomerPresence: {
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
                        /** @description Others, by name; each once, however many tabs. */
                        people: {
                            id: string;
                            name: string;
                            /** @description Has typed something that is not saved. */
                            editing: boolean;
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
    keepCustomerPresence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                tab: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    editing: boolean;
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
                        /** @description Others, by name; each once, however many tabs. */
                        people: {
                            id: string;
                            name: string;
                            /** @description Has typed something that is not saved. */
                            editing: boolean;
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
    endCustomerPresence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                tab: string;
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
            429: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    readCustomerTimeline: {
        parameters: {
            query?: {
                /** @description Opaque cursor: `nextCursor` of the page before. */
                after?: string;
                limit?: number;
            };
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
                            id: string;
                            kind: "event" | "audit" | "mail" | "job" | "file";
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            /** @description For programs: event name, audited action, mail subject, job kind, file name. */
                            name: string;
                            /** @description For people, in the language of the request. */
                            title: string;
                            actor: {
                                /** @description staff, customer, guest, provider or system. */
                                kind: string;
                                id: string | null;
                                name: string | null;
                            } | null;
                            state: string | null;
                            reason: string | null;
                            changes: {
                                field: string;
                                label: string;
                                before?: unknown;
                                after?: unknown;
                            }[];
                            link: {
                                kind: "mail" | "job" | "file";
                                id: string;
                            } | null;
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
    readCustomerRelated: {
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
                        groups: {
                            /** @description For programs: `payments`. */
                            name: string;
                            /** @description For people, in the language of the request. */
                            label: string;
                            /** @description At most 5. */
                            items: {
                                type: string;
                                id: string;
                                title: string;
                                state: string | null;
                                amount: components["schemas"]["Money"] | null;
                                at: string | null;
                                place: {
                                    /** @description Below the back office. */
                                    path: string;
                                    filter: string[];
                                    search: string | null;
                                } | null;
                            }[];
                            all: {
                                /** @description Below the back office. */
                                path: string;
                                filter: string[];
                                search: string | null;
                            } | null;
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
    listPromotionFiles: {
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
                            id: string;
                            name: string;
                            /** @description Judged by the content. */
                            mediaType: string;
                            bytes: number;
                            sha256: string;
                            by: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
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
    addPromotionFile: {
        parameters: {
            query: {
                name: string;
            };
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
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** @description Judged by the content. */
                        mediaType: string;
                        bytes: number;
                        sha256: string;
                        by: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        at: string;
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
    downloadPromotionFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                fileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes, as a download. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    removePromotionFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                fileId: string;
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
    readPromotionPresence: {
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
                        /** @description Others, by name; each once, however many tabs. */
                        people: {
                            id: string;
                            name: string;
                            /** @description Has typed something that is not saved. */
                            editing: boolean;
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
    keepPromotionPresence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                tab: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    editing: boolean;
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
                        /** @description Others, by name; each once, however many tabs. */
                        people: {
                            id: string;
                            name: string;
                            /** @description Has typed something that is not saved. */
                            editing: boolean;
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
    endPromotionPresence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                tab: string;
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
            429: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    readPromotionTimeline: {
        parameters: {
            query?: {
                /** @description Opaque cursor: `nextCursor` of the page before. */
                after?: string;
                limit?: number;
            };
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
                            id: string;
                            kind: "event" | "audit" | "mail" | "job" | "file";
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            /** @description For programs: event name, audited action, mail subject, job kind, file name. */
                            name: string;
                            /** @description For people, in the language of the request. */
                            title: string;
                            actor: {
                                /** @description staff, customer, guest, provider or system. */
                                kind: string;
                                id: string | null;
                                name: string | null;
                            } | null;
                            state: string | null;
                            reason: string | null;
                            changes: {
                                field: string;
                                label: string;
                                before?: unknown;
                                after?: unknown;
                            }[];
                            link: {
                                kind: "mail" | "job" | "file";
                                id: string;
                            } | null;
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
    readPromotionRelated: {
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
                        groups: {
                            /** @description For programs: `payments`. */
                            name: string;
                            /** @description For people, in the language of the request. */
                            label: string;
                            /** @description At most 5. */
                            items: {
                                type: string;
                                id: string;
                                title: string;
                                state: string | null;
                                amount: components["schemas"]["Money"] | null;
                                at: string | null;
                                place: {
                                    /** @description Below the back office. */
                                    path: string;
                                    filter: string[];
                                    search: string | null;
                                } | null;
                            }[];
                            all: {
                                /** @description Below the back office. */
                                path: string;
                                filter: string[];
                                search: string | null;
                            } | null;
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
    listOrderFiles: {
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
                            id: string;
                            name: string;
                            /** @description Judged by the content. */
                            mediaType: string;
                            bytes: number;
                            sha256: string;
                            by: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
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
    addOrderFile: {
        parameters: {
            query: {
                name: string;
            };
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
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** @description Judged by the content. */
                        mediaType: string;
                        bytes: number;
                        sha256: string;
                        by: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        at: string;
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
    downloadOrderFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                fileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes, as a download. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    removeOrderFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                fileId: string;
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
    readOrderPresence: {
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
                        /** @description Others, by name; each once, however many tabs. */
                        people: {
                            id: string;
                            name: string;
                            /** @description Has typed something that is not saved. */
                            editing: boolean;
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
    keepOrderPresence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                tab: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    editing: boolean;
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
                        /** @description Others, by name; each once, however many tabs. */
                        people: {
                            id: string;
                            name: string;
                            /** @description Has typed something that is not saved. */
                            editing: boolean;
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
    endOrderPresence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                tab: string;
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
            429: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    readOrderTimeline: {
        parameters: {
            query?: {
                /** @description Opaque cursor: `nextCursor` of the page before. */
                after?: string;
                limit?: number;
            };
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
                            id: string;
                            kind: "event" | "audit" | "mail" | "job" | "file";
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            /** @description For programs: event name, audited action, mail subject, job kind, file name. */
                            name: string;
                            /** @description For people, in the language of the request. */
                            title: string;
                            actor: {
                                /** @description staff, customer, guest, provider or system. */
                                kind: string;
                                id: string | null;
                                name: string | null;
                            } | null;
                            state: string | null;
                            reason: string | null;
                            changes: {
                                field: string;
                                label: string;
                                before?: unknown;
                                after?: unknown;
                            }[];
                            link: {
                                kind: "mail" | "job" | "file";
                                id: string;
                            } | null;
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
    readOrderRelated: {
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
                        groups: {
                            /** @description For programs: `payments`. */
                            name: string;
                            /** @description For people, in the language of the request. */
                            label: string;
                            /** @description At most 5. */
                            items: {
                                type: string;
                                id: string;
                                title: string;
                                state: string | null;
                                amount: components["schemas"]["Money"] | null;
                                at: string | null;
                                place: {
                                    /** @description Below the back office. */
                                    path: string;
                                    filter: string[];
                                    search: string | null;
                                } | null;
                            }[];
                            all: {
                                /** @description Below the back office. */
                                path: string;
                                filter: string[];
                                search: string | null;
                            } | null;
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
    listStaffFiles: {
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
                            id: string;
                            name: string;
                            /** @description Judged by the content. */
                            mediaType: string;
                            bytes: number;
                            sha256: string;
                            by: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
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
    addStaffFile: {
        parameters: {
            query: {
                name: string;
            };
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
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** @description Judged by the content. */
                        mediaType: string;
                        bytes: number;
                        sha256: string;
                        by: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        at: string;
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
    downloadStaffFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                fileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes, as a download. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    removeStaffFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                fileId: string;
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
    readStaffPresence: {
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
                        /** @description Others, by name; each once, however many tabs. */
                        people: {
                            id: string;
                            name: string;
                            /** @description Has typed something that is not saved. */
                            editing: boolean;
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
    keepStaffPresence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                tab: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    editing: boolean;
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
                        /** @description Others, by name; each once, however many tabs. */
                        people: {
                            id: string;
                            name: string;
                            /** @description Has typed something that is not saved. */
                            editing: boolean;
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
    endStaffPresence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                tab: string;
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
            429: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    readStaffTimeline: {
        parameters: {
            query?: {
                /** @description Opaque cursor: `nextCursor` of the page before. */
                after?: string;
                limit?: number;
            };
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
                            id: string;
                            kind: "event" | "audit" | "mail" | "job" | "file";
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            /** @description For programs: event name, audited action, mail subject, job kind, file name. */
                            name: string;
                            /** @description For people, in the language of the request. */
                            title: string;
                            actor: {
                                /** @description staff, customer, guest, provider or system. */
                                kind: string;
                                id: string | null;
                                name: string | null;
                            } | null;
                            state: string | null;
                            reason: string | null;
                            changes: {
                                field: string;
                                label: string;
                                before?: unknown;
                                after?: unknown;
                            }[];
                            link: {
                                kind: "mail" | "job" | "file";
                                id: string;
                            } | null;
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
    readStaffRelated: {
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
                        groups: {
                            /** @description For programs: `payments`. */
                            name: string;
                            /** @description For people, in the language of the request. */
                            label: string;
                            /** @description At most 5. */
                            items: {
                                type: string;
                                id: string;
                                title: string;
                                state: string | null;
                                amount: components["schemas"]["Money"] | null;
                                at: string | null;
                                place: {
                                    /** @description Below the back office. */
                                    path: string;
                                    filter: string[];
                                    search: string | null;
                                } | null;
                            }[];
                            all: {
                                /** @description Below the back office. */
                                path: string;
                                filter: string[];
                                search: string | null;
                            } | null;
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
    listUnitFiles: {
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
                            id: string;
                            name: string;
                            /** @description Judged by the content. */
                            mediaType: string;
                            bytes: number;
                            sha256: string;
                            by: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
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
    addUnitFile: {
        parameters: {
            query: {
                name: string;
            };
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
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** @description Judged by the content. */
                        mediaType: string;
                        bytes: number;
                        sha256: string;
                        by: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        at: string;
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
    downloadUnitFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                fileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes, as a download. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    removeUnitFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                fileId: string;
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
    readUnitPresence: {
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
                        /** @description Others, by name; each once, however many tabs. */
                        people: {
                            id: string;
                            name: string;
                            /** @description Has typed something that is not saved. */
                            editing: boolean;
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
    keepUnitPresence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                tab: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    editing: boolean;
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
                        /** @description Others, by name; each once, however many tabs. */
                        people: {
                            id: string;
                            name: string;
                            /** @description Has typed something that is not saved. */
                            editing: boolean;
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
    endUnitPresence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                tab: string;
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
            429: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    readUnitTimeline: {
        parameters: {
            query?: {
                /** @description Opaque cursor: `nextCursor` of the page before. */
                after?: string;
                limit?: number;
            };
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
                            id: string;
                            kind: "event" | "audit" | "mail" | "job" | "file";
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            /** @description For programs: event name, audited action, mail subject, job kind, file name. */
                            name: string;
                            /** @description For people, in the language of the request. */
                            title: string;
                            actor: {
                                /** @description staff, customer, guest, provider or system. */
                                kind: string;
                                id: string | null;
                                name: string | null;
                            } | null;
                            state: string | null;
                            reason: string | null;
                            changes: {
                                field: string;
                                label: string;
                                before?: unknown;
                                after?: unknown;
                            }[];
                            link: {
                                kind: "mail" | "job" | "file";
                                id: string;
                            } | null;
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
    readUnitRelated: {
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
                        groups: {
                            /** @description For programs: `payments`. */
                            name: string;
                            /** @description For people, in the language of the request. */
                            label: string;
                            /** @description At most 5. */
                            items: {
                                type: string;
                                id: string;
                                title: string;
                                state: string | null;
                                amount: components["schemas"]["Money"] | null;
                                at: string | null;
                                place: {
                                    /** @description Below the back office. */
                                    path: string;
                                    filter: string[];
                                    search: string | null;
                                } | null;
                            }[];
                            all: {
                                /** @description Below the back office. */
                                path: string;
                                filter: string[];
                                search: string | null;
                            } | null;
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
    listPlanFiles: {
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
                            id: string;
                            name: string;
                            /** @description Judged by the content. */
                            mediaType: string;
                            bytes: number;
                            sha256: string;
                            by: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
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
    addPlanFile: {
        parameters: {
            query: {
                name: string;
            };
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
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** @description Judged by the content. */
                        mediaType: string;
                        bytes: number;
                        sha256: string;
                        by: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        at: string;
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
    downloadPlanFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                fileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes, as a download. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    removePlanFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                fileId: string;
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
    readPlanPresence: {
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
                        /** @description Others, by name; each once, however many tabs. */
                        people: {
                            id: string;
                            name: string;
                            /** @description Has typed something that is not saved. */
                            editing: boolean;
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
    keepPlanPresence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                tab: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    editing: boolean;
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
                        /** @description Others, by name; each once, however many tabs. */
                        people: {
                            id: string;
                            name: string;
                            /** @description Has typed something that is not saved. */
                            editing: boolean;
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
    endPlanPresence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                tab: string;
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
            429: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    readPlanTimeline: {
        parameters: {
            query?: {
                /** @description Opaque cursor: `nextCursor` of the page before. */
                after?: string;
                limit?: number;
            };
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
                            id: string;
                            kind: "event" | "audit" | "mail" | "job" | "file";
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            /** @description For programs: event name, audited action, mail subject, job kind, file name. */
                            name: string;
                            /** @description For people, in the language of the request. */
                            title: string;
                            actor: {
                                /** @description staff, customer, guest, provider or system. */
                                kind: string;
                                id: string | null;
                                name: string | null;
                            } | null;
                            state: string | null;
                            reason: string | null;
                            changes: {
                                field: string;
                                label: string;
                                before?: unknown;
                                after?: unknown;
                            }[];
                            link: {
                                kind: "mail" | "job" | "file";
                                id: string;
                            } | null;
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
    readPlanRelated: {
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
                        groups: {
                            /** @description For programs: `payments`. */
                            name: string;
                            /** @description For people, in the language of the request. */
                            label: string;
                            /** @description At most 5. */
                            items: {
                                type: string;
                                id: string;
                                title: string;
                                state: string | null;
                                amount: components["schemas"]["Money"] | null;
                                at: string | null;
                                place: {
                                    /** @description Below the back office. */
                                    path: string;
                                    filter: string[];
                                    search: string | null;
                                } | null;
                            }[];
                            all: {
                                /** @description Below the back office. */
                                path: string;
                                filter: string[];
                                search: string | null;
                            } | null;
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
    listBlackoutFiles: {
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
                            id: string;
                            name: string;
                            /** @description Judged by the content. */
                            mediaType: string;
                            bytes: number;
                            sha256: string;
                            by: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
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
    addBlackoutFile: {
        parameters: {
            query: {
                name: string;
            };
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
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** @description Judged by the content. */
                        mediaType: string;
                        bytes: number;
                        sha256: string;
                        by: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        at: string;
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
    downloadBlackoutFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                fileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes, as a download. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    removeBlackoutFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                fileId: string;
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
    readBlackoutPresence: {
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
                        /** @description Others, by name; each once, however many tabs. */
                        people: {
                            id: string;
                            name: string;
                            /** @description Has typed something that is not saved. */
                            editing: boolean;
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
    keepBlackoutPresence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                tab: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    editing: boolean;
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
                        /** @description Others, by name; each once, however many tabs. */
                        people: {
                            id: string;
                            name: string;
                            /** @description Has typed something that is not saved. */
                            editing: boolean;
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
    endBlackoutPresence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                tab: string;
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
            429: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    readBlackoutTimeline: {
        parameters: {
            query?: {
                /** @description Opaque cursor: `nextCursor` of the page before. */
                after?: string;
                limit?: number;
            };
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
                            id: string;
                            kind: "event" | "audit" | "mail" | "job" | "file";
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            /** @description For programs: event name, audited action, mail subject, job kind, file name. */
                            name: string;
                            /** @description For people, in the language of the request. */
                            title: string;
                            actor: {
                                /** @description staff, customer, guest, provider or system. */
                                kind: string;
                                id: string | null;
                                name: string | null;
                            } | null;
                            state: string | null;
                            reason: string | null;
                            changes: {
                                field: string;
                                label: string;
                                before?: unknown;
                                after?: unknown;
                            }[];
                            link: {
                                kind: "mail" | "job" | "file";
                                id: string;
                            } | null;
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
    readBlackoutRelated: {
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
                        groups: {
                            /** @description For programs: `payments`. */
                            name: string;
                            /** @description For people, in the language of the request. */
                            label: string;
                            /** @description At most 5. */
                            items: {
                                type: string;
                                id: string;
                                title: string;
                                state: string | null;
                                amount: components["schemas"]["Money"] | null;
                                at: string | null;
                                place: {
                                    /** @description Below the back office. */
                                    path: string;
                                    filter: string[];
                                    search: string | null;
                                } | null;
                            }[];
                            all: {
                                /** @description Below the back office. */
                                path: string;
                                filter: string[];
                                search: string | null;
                            } | null;
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
    listApprovalFiles: {
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
                            id: string;
                            name: string;
                            /** @description Judged by the content. */
                            mediaType: string;
                            bytes: number;
                            sha256: string;
                            by: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
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
    addApprovalFile: {
        parameters: {
            query: {
                name: string;
            };
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
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** @description Judged by the content. */
                        mediaType: string;
                        bytes: number;
                        sha256: string;
                        by: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        at: string;
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
    downloadApprovalFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                fileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes, as a download. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    removeApprovalFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                fileId: string;
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
    readApprovalPresence: {
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
                        /** @description Others, by name; each once, however many tabs. */
                        people: {
                            id: string;
                            name: string;
                            /** @description Has typed something that is not saved. */
                            editing: boolean;
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
    keepApprovalPresence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                tab: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    editing: boolean;
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
                        /** @description Others, by name; each once, however many tabs. */
                        people: {
                            id: string;
                            name: string;
                            /** @description Has typed something that is not saved. */
                            editing: boolean;
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
    endApprovalPresence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                tab: string;
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
            429: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    readApprovalTimeline: {
        parameters: {
            query?: {
                /** @description Opaque cursor: `nextCursor` of the page before. */
                after?: string;
                limit?: number;
            };
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
                            id: string;
                            kind: "event" | "audit" | "mail" | "job" | "file";
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            /** @description For programs: event name, audited action, mail subject, job kind, file name. */
                            name: string;
                            /** @description For people, in the language of the request. */
                            title: string;
                            actor: {
                                /** @description staff, customer, guest, provider or system. */
                                kind: string;
                                id: string | null;
                                name: string | null;
                            } | null;
                            state: string | null;
                            reason: string | null;
                            changes: {
                                field: string;
                                label: string;
                                before?: unknown;
                                after?: unknown;
                            }[];
                            link: {
                                kind: "mail" | "job" | "file";
                                id: string;
                            } | null;
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
    readApprovalRelated: {
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
                        groups: {
                            /** @description For programs: `payments`. */
                            name: string;
                            /** @description For people, in the language of the request. */
                            label: string;
                            /** @description At most 5. */
                            items: {
                                type: string;
                                id: string;
                                title: string;
                                state: string | null;
                                amount: components["schemas"]["Money"] | null;
                                at: string | null;
                                place: {
                                    /** @description Below the back office. */
                                    path: string;
                                    filter: string[];
                                    search: string | null;
                                } | null;
                            }[];
                            all: {
                                /** @description Below the back office. */
                                path: string;
                                filter: string[];
                                search: string | null;
                            } | null;
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
    listApprovalRuleFiles: {
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
                            id: string;
                            name: string;
                            /** @description Judged by the content. */
                            mediaType: string;
                            bytes: number;
                            sha256: string;
                            by: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
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
    addApprovalRuleFile: {
        parameters: {
            query: {
                name: string;
            };
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
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** @description Judged by the content. */
                        mediaType: string;
                        bytes: number;
                        sha256: string;
                        by: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        at: string;
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
    downloadApprovalRuleFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                fileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes, as a download. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    removeApprovalRuleFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                fileId: string;
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
    readApprovalRulePresence: {
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
                        /** @description Others, by name; each once, however many tabs. */
                        people: {
                            id: string;
                            name: string;
                            /** @description Has typed something that is not saved. */
                            editing: boolean;
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
    keepApprovalRulePresence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                tab: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    editing: boolean;
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
                        /** @description Others, by name; each once, however many tabs. */
                        people: {
                            id: string;
                            name: string;
                            /** @description Has typed something that is not saved. */
                            editing: boolean;
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
    endApprovalRulePresence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                tab: string;
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
            429: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    readApprovalRuleTimeline: {
        parameters: {
            query?: {
                /** @description Opaque cursor: `nextCursor` of the page before. */
                after?: string;
                limit?: number;
            };
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
                            id: string;
                            kind: "event" | "audit" | "mail" | "job" | "file";
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            /** @description For programs: event name, audited action, mail subject, job kind, file name. */
                            name: string;
                            /** @description For people, in the language of the request. */
                            title: string;
                            actor: {
                                /** @description staff, customer, guest, provider or system. */
                                kind: string;
                                id: string | null;
                                name: string | null;
                            } | null;
                            state: string | null;
                            reason: string | null;
                            changes: {
                                field: string;
                                label: string;
                                before?: unknown;
                                after?: unknown;
                            }[];
                            link: {
                                kind: "mail" | "job" | "file";
                                id: string;
                            } | null;
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
    readApprovalRuleRelated: {
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
                        groups: {
                            /** @description For programs: `payments`. */
                            name: string;
                            /** @description For people, in the language of the request. */
                            label: string;
                            /** @description At most 5. */
                            items: {
                                type: string;
                                id: string;
                                title: string;
                                state: string | null;
                                amount: components["schemas"]["Money"] | null;
                                at: string | null;
                                place: {
                                    /** @description Below the back office. */
                                    path: string;
                                    filter: string[];
                                    search: string | null;
                                } | null;
                            }[];
                            all: {
                                /** @description Below the back office. */
                                path: string;
                                filter: string[];
                                search: string | null;
                            } | null;
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
    listTodoFiles: {
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
                            id: string;
                            name: string;
                            /** @description Judged by the content. */
                            mediaType: string;
                            bytes: number;
                            sha256: string;
                            by: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
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
    addTodoFile: {
        parameters: {
            query: {
                name: string;
            };
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
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** @description Judged by the content. */
                        mediaType: string;
                        bytes: number;
                        sha256: string;
                        by: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        at: string;
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
    downloadTodoFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                fileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes, as a download. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    removeTodoFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                fileId: string;
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
    readTodoPresence: {
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
                        /** @description Others, by name; each once, however many tabs. */
                        people: {
                            id: string;
                            name: string;
                            /** @description Has typed something that is not saved. */
                            editing: boolean;
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
    keepTodoPresence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                tab: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    editing: boolean;
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
                        /** @description Others, by name; each once, however many tabs. */
                        people: {
                            id: string;
                            name: string;
                            /** @description Has typed something that is not saved. */
                            editing: boolean;
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
    endTodoPresence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                tab: string;
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
            429: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    readTodoTimeline: {
        parameters: {
            query?: {
                /** @description Opaque cursor: `nextCursor` of the page before. */
                after?: string;
                limit?: number;
            };
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
                            id: string;
                            kind: "event" | "audit" | "mail" | "job" | "file";
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            /** @description For programs: event name, audited action, mail subject, job kind, file name. */
                            name: string;
                            /** @description For people, in the language of the request. */
                            title: string;
                            actor: {
                                /** @description staff, customer, guest, provider or system. */
                                kind: string;
                                id: string | null;
                                name: string | null;
                            } | null;
                            state: string | null;
                            reason: string | null;
                            changes: {
                                field: string;
                                label: string;
                                before?: unknown;
                                after?: unknown;
                            }[];
                            link: {
                                kind: "mail" | "job" | "file";
                                id: string;
                            } | null;
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
    readTodoRelated: {
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
                        groups: {
                            /** @description For programs: `payments`. */
                            name: string;
                            /** @description For people, in the language of the request. */
                            label: string;
                            /** @description At most 5. */
                            items: {
                                type: string;
                                id: string;
                                title: string;
                                state: string | null;
                                amount: components["schemas"]["Money"] | null;
                                at: string | null;
                                place: {
                                    /** @description Below the back office. */
                                    path: string;
                                    filter: string[];
                                    search: string | null;
                                } | null;
                            }[];
                            all: {
                                /** @description Below the back office. */
                                path: string;
                                filter: string[];
                                search: string | null;
                            } | null;
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
    listSettings: {
        parameters: {
            query?: {
                /** @description In names, explanations and values. */
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
                            key: string;
                            department: string;
                            /** @description In the language of the request. */
                            label: string;
                            hint: string;
                            input: {
                                /** @enum {string} */
                                kind: "integer";
                                minimum: number;
                                maximum: number;
                                unit: "minutes" | "days" | "pieces";
                            } | {
                                /** @enum {string} */
                                kind: "text";
                                maxLength: number;
                            } | {
                                /** @enum {string} */
                                kind: "texts";
                                maxLength: number;
                            } | {
                                /** @enum {string} */
                                kind: "boolean";
                            } | {
                                /** @enum {string} */
                                kind: "choice";
                                choices: {
                                    value: string;
                                    label: string;
                                }[];
                            };
                            /** @description What is in force. */
                            value: unknown;
                            default: unknown;
                            /** @description False: the default is in force. */
                            isSet: boolean;
                            /** @description For If-Match; 0 while nobody has set anything. */
                            version: number;
                            mayChange: boolean;
                            affects: string[];
                            changedAt: string | null;
                            changedBy: {
                                id: string;
                                name: string;
                            } | null;
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
    getSettingOrganisationShopName: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag at hand; answered with 304 when it is still right. */
                "If-None-Match"?: string;
            };
            path?: never;
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
                        key: string;
                        department: string;
                        /** @description In the language of the request. */
                        label: string;
                        hint: string;
                        input: {
                            /** @enum {string} */
                            kind: "integer";
                            minimum: number;
                            maximum: number;
                            unit: "minutes" | "days" | "pieces";
                        } | {
                            /** @enum {string} */
                            kind: "text";
                            maxLength: number;
                        } | {
                            /** @enum {string} */
                            kind: "texts";
                            maxLength: number;
                        } | {
                            /** @enum {string} */
                            kind: "boolean";
                        } | {
                            /** @enum {string} */
                            kind: "choice";
                            choices: {
                                value: string;
                                label: string;
                            }[];
                        };
                        /** @description What is in force. */
                        value: unknown;
                        default: unknown;
                        /** @description False: the default is in force. */
                        isSet: boolean;
                        /** @description For If-Match; 0 while nobody has set anything. */
                        version: number;
                        mayChange: boolean;
                        affects: string[];
                        changedAt: string | null;
                        changedBy: {
                            id: string;
                            name: string;
                        } | null;
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    setOrganisationShopName: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; refused with 409 when the record changed since. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    value: string | null;
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
    listChangesOfOrganisationShopName: {
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
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            by: {
                                kind: string;
                                id: string | null;
                                name: string | null;
                            };
                            /** @description Null: the default. */
                            before: unknown;
                            /** @description Null: back to the default. */
                            after: unknown;
                            version: number | null;
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
    getSettingOrganisationAnnouncement: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag at hand; answered with 304 when it is still right. */
                "If-None-Match"?: string;
            };
            path?: never;
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
                        key: string;
                        department: string;
                        /** @description In the language of the request. */
                        label: string;
                        hint: string;
                        input: {
                            /** @enum {string} */
                            kind: "integer";
                            minimum: number;
                            maximum: number;
                            unit: "minutes" | "days" | "pieces";
                        } | {
                            /** @enum {string} */
                            kind: "text";
                            maxLength: number;
                        } | {
                            /** @enum {string} */
                            kind: "texts";
                            maxLength: number;
                        } | {
                            /** @enum {string} */
                            kind: "boolean";
                        } | {
                            /** @enum {string} */
                            kind: "choice";
                            choices: {
                                value: string;
                                label: string;
                            }[];
                        };
                        /** @description What is in force. */
                        value: unknown;
                        default: unknown;
                        /** @description False: the default is in force. */
                        isSet: boolean;
                        /** @description For If-Match; 0 while nobody has set anything. */
                        version: number;
                        mayChange: boolean;
                        affects: string[];
                        changedAt: string | null;
                        changedBy: {
                            id: string;
                            name: string;
                        } | null;
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    setOrganisationAnnouncement: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; refused with 409 when the record changed since. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    value: {
                        en?: string;
                        it?: string;
                        es?: string;
                        id?: string;
                    } | null;
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
    listChangesOfOrganisationAnnouncement: {
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
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            by: {
                                kind: string;
                                id: string | null;
                                name: string | null;
                            };
                            /** @description Null: the default. */
                            before: unknown;
                            /** @description Null: back to the default. */
                            after: unknown;
                            version: number | null;
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
    getSettingInventoryLowStock: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag at hand; answered with 304 when it is still right. */
                "If-None-Match"?: string;
            };
            path?: never;
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
                        key: string;
                        department: string;
                        /** @description In the language of the request. */
                        label: string;
                        hint: string;
                        input: {
                            /** @enum {string} */
                            kind: "integer";
                            minimum: number;
                            maximum: number;
                            unit: "minutes" | "days" | "pieces";
                        } | {
                            /** @enum {string} */
                            kind: "text";
                            maxLength: number;
                        } | {
                            /** @enum {string} */
                            kind: "texts";
                            maxLength: number;
                        } | {
                            /** @enum {string} */
                            kind: "boolean";
                        } | {
                            /** @enum {string} */
                            kind: "choice";
                            choices: {
                                value: string;
                                label: string;
                            }[];
                        };
                        /** @description What is in force. */
                        value: unknown;
                        default: unknown;
                        /** @description False: the default is in force. */
                        isSet: boolean;
                        /** @description For If-Match; 0 while nobody has set anything. */
                        version: number;
                        mayChange: boolean;
                        affects: string[];
                        changedAt: string | null;
                        changedBy: {
                            id: string;
                            name: string;
                        } | null;
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    setInventoryLowStock: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; refused with 409 when the record changed since. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    value: number | null;
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
    listChangesOfInventoryLowStock: {
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
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            by: {
                                kind: string;
                                id: string | null;
                                name: string | null;
                            };
                            /** @description Null: the default. */
                            before: unknown;
                            /** @description Null: back to the default. */
                            after: unknown;
                            version: number | null;
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
    getSettingPricingUsesFreedByCancellation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag at hand; answered with 304 when it is still right. */
                "If-None-Match"?: string;
            };
            path?: never;
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
                        key: string;
                        department: string;
                        /** @description In the language of the request. */
                        label: string;
                        hint: string;
                        input: {
                            /** @enum {string} */
                            kind: "integer";
                            minimum: number;
                            maximum: number;
                            unit: "minutes" | "days" | "pieces";
                        } | {
                            /** @enum {string} */
                            kind: "text";
                            maxLength: number;
                        } | {
                            /** @enum {string} */
                            kind: "texts";
                            maxLength: number;
                        } | {
                            /** @enum {string} */
                            kind: "boolean";
                        } | {
                            /** @enum {string} */
                            kind: "choice";
                            choices: {
                                value: string;
                                label: string;
                            }[];
                        };
                        /** @description What is in force. */
                        value: unknown;
                        default: unknown;
                        /** @description False: the default is in force. */
                        isSet: boolean;
                        /** @description For If-Match; 0 while nobody has set anything. */
                        version: number;
                        mayChange: boolean;
                        affects: string[];
                        changedAt: string | null;
                        changedBy: {
                            id: string;
                            name: string;
                        } | null;
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    setPricingUsesFreedByCancellation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; refused with 409 when the record changed since. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    value: boolean | null;
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
    listChangesOfPricingUsesFreedByCancellation: {
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
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            by: {
                                kind: string;
                                id: string | null;
                                name: string | null;
                            };
                            /** @description Null: the default. */
                            before: unknown;
                            /** @description Null: back to the default. */
                            after: unknown;
                            version: number | null;
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
    getSettingOrdersPaymentMinutes: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag at hand; answered with 304 when it is still right. */
                "If-None-Match"?: string;
            };
            path?: never;
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
                        key: string;
                        department: string;
                        /** @description In the language of the request. */
                        label: string;
                        hint: string;
                        input: {
                            /** @enum {string} */
                            kind: "integer";
                            minimum: number;
                            maximum: number;
                            unit: "minutes" | "days" | "pieces";
                        } | {
                            /** @enum {string} */
                            kind: "text";
                            maxLength: number;
                        } | {
                            /** @enum {string} */
                            kind: "texts";
                            maxLength: number;
                        } | {
                            /** @enum {string} */
                            kind: "boolean";
                        } | {
                            /** @enum {string} */
                            kind: "choice";
                            choices: {
                                value: string;
                                label: string;
                            }[];
                        };
                        /** @description What is in force. */
                        value: unknown;
                        default: unknown;
                        /** @description False: the default is in force. */
                        isSet: boolean;
                        /** @description For If-Match; 0 while nobody has set anything. */
                        version: number;
                        mayChange: boolean;
                        affects: string[];
                        changedAt: string | null;
                        changedBy: {
                            id: string;
                            name: string;
                        } | null;
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    setOrdersPaymentMinutes: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; refused with 409 when the record changed since. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    value: number | null;
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
    listChangesOfOrdersPaymentMinutes: {
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
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            by: {
                                kind: string;
                                id: string | null;
                                name: string | null;
                            };
                            /** @description Null: the default. */
                            before: unknown;
                            /** @description Null: back to the default. */
                            after: unknown;
                            version: number | null;
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
    getSettingPeopleSecondFactorRequired: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag at hand; answered with 304 when it is still right. */
                "If-None-Match"?: string;
            };
            path?: never;
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
                        key: string;
                        department: string;
                        /** @description In the language of the request. */
                        label: string;
                        hint: string;
                        input: {
                            /** @enum {string} */
                            kind: "integer";
                            minimum: number;
                            maximum: number;
                            unit: "minutes" | "days" | "pieces";
                        } | {
                            /** @enum {string} */
                            kind: "text";
                            maxLength: number;
                        } | {
                            /** @enum {string} */
                            kind: "texts";
                            maxLength: number;
                        } | {
                            /** @enum {string} */
                            kind: "boolean";
                        } | {
                            /** @enum {string} */
                            kind: "choice";
                            choices: {
                                value: string;
                                label: string;
                            }[];
                        };
                        /** @description What is in force. */
                        value: unknown;
                        default: unknown;
                        /** @description False: the default is in force. */
                        isSet: boolean;
                        /** @description For If-Match; 0 while nobody has set anything. */
                        version: number;
                        mayChange: boolean;
                        affects: string[];
                        changedAt: string | null;
                        changedBy: {
                            id: string;
                            name: string;
                        } | null;
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    setPeopleSecondFactorRequired: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; refused with 409 when the record changed since. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    value: ("off" | "owners" | "all") | null;
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
    listChangesOfPeopleSecondFactorRequired: {
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
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            by: {
                                kind: string;
                                id: string | null;
                                name: string | null;
                            };
                            /** @description Null: the default. */
                            before: unknown;
                            /** @description Null: back to the default. */
                            after: unknown;
                            version: number | null;
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
    getSettingWorkApprovalDays: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag at hand; answered with 304 when it is still right. */
                "If-None-Match"?: string;
            };
            path?: never;
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
                        key: string;
                        department: string;
                        /** @description In the language of the request. */
                        label: string;
                        hint: string;
                        input: {
                            /** @enum {string} */
                            kind: "integer";
                            minimum: number;
                            maximum: number;
                            unit: "minutes" | "days" | "pieces";
                        } | {
                            /** @enum {string} */
                            kind: "text";
                            maxLength: number;
                        } | {
                            /** @enum {string} */
                            kind: "texts";
                            maxLength: number;
                        } | {
                            /** @enum {string} */
                            kind: "boolean";
                        } | {
                            /** @enum {string} */
                            kind: "choice";
                            choices: {
                                value: string;
                                label: string;
                            }[];
                        };
                        /** @description What is in force. */
                        value: unknown;
                        default: unknown;
                        /** @description False: the default is in force. */
                        isSet: boolean;
                        /** @description For If-Match; 0 while nobody has set anything. */
                        version: number;
                        mayChange: boolean;
                        affects: string[];
                        changedAt: string | null;
                        changedBy: {
                            id: string;
                            name: string;
                        } | null;
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    setWorkApprovalDays: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; refused with 409 when the record changed since. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    value: number | null;
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
    listChangesOfWorkApprovalDays: {
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
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            by: {
                                kind: string;
                                id: string | null;
                                name: string | null;
                            };
                            /** @description Null: the default. */
                            before: unknown;
                            /** @description Null: back to the default. */
                            after: unknown;
                            version: number | null;
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
    getSettingHostMailSenderName: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag at hand; answered with 304 when it is still right. */
                "If-None-Match"?: string;
            };
            path?: never;
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
                        key: string;
                        department: string;
                        /** @description In the language of the request. */
                        label: string;
                        hint: string;
                        input: {
                            /** @enum {string} */
                            kind: "integer";
                            minimum: number;
                            maximum: number;
                            unit: "minutes" | "days" | "pieces";
                        } | {
                            /** @enum {string} */
                            kind: "text";
                            maxLength: number;
                        } | {
                            /** @enum {string} */
                            kind: "texts";
                            maxLength: number;
                        } | {
                            /** @enum {string} */
                            kind: "boolean";
                        } | {
                            /** @enum {string} */
                            kind: "choice";
                            choices: {
                                value: string;
                                label: string;
                            }[];
                        };
                        /** @description What is in force. */
                        value: unknown;
                        default: unknown;
                        /** @description False: the default is in force. */
                        isSet: boolean;
                        /** @description For If-Match; 0 while nobody has set anything. */
                        version: number;
                        mayChange: boolean;
                        affects: string[];
                        changedAt: string | null;
                        changedBy: {
                            id: string;
                            name: string;
                        } | null;
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    setHostMailSenderName: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; refused with 409 when the record changed since. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    value: string | null;
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
    listChangesOfHostMailSenderName: {
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
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            by: {
                                kind: string;
                                id: string | null;
                                name: string | null;
                            };
                            /** @description Null: the default. */
                            before: unknown;
                            /** @description Null: back to the default. */
                            after: unknown;
                            version: number | null;
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
    getSettingHostFinishedWorkDays: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag at hand; answered with 304 when it is still right. */
                "If-None-Match"?: string;
            };
            path?: never;
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
                        key: string;
                        department: string;
                        /** @description In the language of the request. */
                        label: string;
                        hint: string;
                        input: {
                            /** @enum {string} */
                            kind: "integer";
                            minimum: number;
                            maximum: number;
                            unit: "minutes" | "days" | "pieces";
                        } | {
                            /** @enum {string} */
                            kind: "text";
                            maxLength: number;
                        } | {
                            /** @enum {string} */
                            kind: "texts";
                            maxLength: number;
                        } | {
                            /** @enum {string} */
                            kind: "boolean";
                        } | {
                            /** @enum {string} */
                            kind: "choice";
                            choices: {
                                value: string;
                                label: string;
                            }[];
                        };
                        /** @description What is in force. */
                        value: unknown;
                        default: unknown;
                        /** @description False: the default is in force. */
                        isSet: boolean;
                        /** @description For If-Match; 0 while nobody has set anything. */
                        version: number;
                        mayChange: boolean;
                        affects: string[];
                        changedAt: string | null;
                        changedBy: {
                            id: string;
                            name: string;
                        } | null;
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    setHostFinishedWorkDays: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; refused with 409 when the record changed since. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    value: number | null;
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
    listChangesOfHostFinishedWorkDays: {
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
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            by: {
                                kind: string;
                                id: string | null;
                                name: string | null;
                            };
                            /** @description Null: the default. */
                            before: unknown;
                            /** @description Null: back to the default. */
                            after: unknown;
                            version: number | null;
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
    listProducts: {
        parameters: {
            query?: {
                state?: "draft" | "published";
                category?: string;
                /** @description `column:operator:value`, repeated; all must hold, several `is` of one column mean any of them. Columns and their operators: `/columns`. */
                filter?: string[];
                search?: string;
                /** @description IANA zone in which days are meant; UTC unless told. */
                zone?: string;
                /** @description A sortable column, `-` before it for descending. */
                sort?: string;
                /** @description `nextCursor` of the page before, same sort. */
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
                    /** @description Plain text, or restricted HTML that begins with a block: p, h3, h4, ul, ol, li, strong, em, a (href), blockquote and br; everything else is taken out. */
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
    countProducts: {
        parameters: {
            query?: {
                state?: "draft" | "published";
                category?: string;
                /** @description `column:operator:value`, repeated; all must hold, several `is` of one column mean any of them. Columns and their operators: `/columns`. */
                filter?: string[];
                search?: string;
                /** @description IANA zone in which days are meant; UTC unless told. */
                zone?: string;
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
                        count: number;
                        /** @description There are more than `count`. */
                        capped: boolean;
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
    exportProducts: {
        parameters: {
            query: {
                state?: "draft" | "published";
                category?: string;
                /** @description `column:operator:value`, repeated; all must hold, several `is` of one column mean any of them. Columns and their operators: `/columns`. */
                filter?: string[];
                search?: string;
                /** @description IANA zone in which days are meant; UTC unless told. */
                zone?: string;
                /** @description A sortable column, `-` before it for descending. */
                sort?: string;
                format: "csv" | "xlsx";
                /** @description Keys with commas between; all unless told. */
                columns?: string;
                /** @description Begin with a byte order mark, by which Excel knows UTF-8. */
                bom?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes, as a download. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    getProductsColumns: {
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
                        defaultSort: string;
                        searchable: boolean;
                        columns: {
                            /** @description The field of an item; of a filter alone where `shown` is false. */
                            key: string;
                            /** @enum {unknown} */
                            type: "text" | "integer" | "money" | "instant" | "date" | "enum" | "boolean" | "id";
                            label: string;
                            shown: boolean;
                            sortable: boolean;
                            nullable: boolean;
                            operators: string[];
                            values: {
                                value: string;
                                label: string;
                            }[] | null;
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
                    /** @description Plain text, or restricted HTML that begins with a block: p, h3, h4, ul, ol, li, strong, em, a (href), blockquote and br; everything else is taken out. */
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
    arrangeProductPictures: {
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
                    pictures: {
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
    addProductPicture: {
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
                        /** Format: uuid */
                        fileId: string;
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
    removeProductPicture: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; refused with 409 when the record changed since. */
                "If-Match"?: string;
            };
            path: {
                id: string;
                fileId: string;
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
    changeProducts: {
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
                    ids?: string[];
                    /** @description As GET /products takes it: everything that the list shows. */
                    selection?: {
                        filter?: string[];
                        search?: string;
                        zone?: string;
                    };
                    /** @enum {unknown} */
                    action: "publish" | "unpublish" | "set-category" | "add-tag" | "remove-tag";
                    value?: string | null;
                    /** @description Change nothing, tell what would happen. */
                    dryRun?: boolean;
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
                        /** @description Products that were meant. */
                        count: number;
                        /** @description Of them those that change. */
                        changes: number;
                        /** @description Those that are already so. */
                        unchanged: number;
                        examples: {
                            /** Format: uuid */
                            id: string;
                            title: string;
                            before: string;
                            after: string;
                        }[];
                        /** @description Those that are left out, each with its reason. */
                        refusals: {
                            /** Format: uuid */
                            id: string;
                            title: string;
                            code: string;
                            detail: string;
                            remedy: string;
                        }[];
                        undoToken: string | null;
                        undoUntil: string | null;
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
    undoBulkChange: {
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
                        restored: number;
                        left: {
                            /** Format: uuid */
                            id: string;
                            title: string;
                            code: string;
                            detail: string;
                            remedy: string;
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
    listEntities: {
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
                            code: string;
                            version: number;
                            legalName: string;
                            vatNumber: string | null;
                            registerNumber: string | null;
                            email: string;
                            phone: string | null;
                            street: string;
                            postcode: string;
                            city: string;
                            region: string | null;
                            /** @description ISO 3166-1. */
                            country: string;
                            /** @description ISO 4217. */
                            currency: string;
                            /** @description IANA: Europe/Rome. */
                            timeZone: string;
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
    putEntity: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; refused with 409 when the record changed since. */
                "If-Match"?: string;
            };
            path: {
                /** @description Lower-case letters, digits, hyphens. */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    legalName: string;
                    vatNumber: string | null;
                    registerNumber: string | null;
                    email: string;
                    phone: string | null;
                    street: string;
                    postcode: string;
                    city: string;
                    region: string | null;
                    /** @description ISO 3166-1. */
                    country: string;
                    /** @description ISO 4217. */
                    currency: string;
                    /** @description IANA: Europe/Rome. */
                    timeZone: string;
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
    listMarkets: {
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
                            code: string;
                            version: number;
                            countries: string[];
                            /** @description ISO 4217. */
                            currency: string;
                            language: string;
                            pricesIncludeTax: boolean;
                            /** @description Lower-case letters, digits, hyphens. */
                            lawPack: string;
                            /** @description Lower-case letters, digits, hyphens. */
                            entityCode: string;
                            /** @description Lower-case letters, digits, hyphens. */
                            locationCode: string;
                            position: number;
                            timeZone: string;
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
    putMarket: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; refused with 409 when the record changed since. */
                "If-Match"?: string;
            };
            path: {
                /** @description Lower-case letters, digits, hyphens. */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    countries: string[];
                    /** @description ISO 4217. */
                    currency: string;
                    language: "en" | "it" | "es" | "id";
                    pricesIncludeTax: boolean;
                    /** @description Lower-case letters, digits, hyphens. */
                    lawPack: string;
                    /** @description Lower-case letters, digits, hyphens. */
                    entityCode: string;
                    /** @description Lower-case letters, digits, hyphens. */
                    locationCode: string;
                    /** @description In the shop’s order. */
                    position?: number;
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
    listCustomers: {
        parameters: {
            query?: {
                /** @description `column:operator:value`, repeated; all must hold, several `is` of one column mean any of them. Columns and their operators: `/columns`. */
                filter?: string[];
                search?: string;
                /** @description IANA zone in which days are meant; UTC unless told. */
                zone?: string;
                /** @description A sortable column, `-` before it for descending. */
                sort?: string;
                /** @description `nextCursor` of the page before, same sort. */
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
    countCustomers: {
        parameters: {
            query?: {
                /** @description `column:operator:value`, repeated; all must hold, several `is` of one column mean any of them. Columns and their operators: `/columns`. */
                filter?: string[];
                search?: string;
                /** @description IANA zone in which days are meant; UTC unless told. */
                zone?: string;
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
                        count: number;
                        /** @description There are more than `count`. */
                        capped: boolean;
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
    exportCustomers: {
        parameters: {
            query: {
                /** @description `column:operator:value`, repeated; all must hold, several `is` of one column mean any of them. Columns and their operators: `/columns`. */
                filter?: string[];
                search?: string;
                /** @description IANA zone in which days are meant; UTC unless told. */
                zone?: string;
                /** @description A sortable column, `-` before it for descending. */
                sort?: string;
                format: "csv" | "xlsx";
                /** @description Keys with commas between; all unless told. */
                columns?: string;
                /** @description Begin with a byte order mark, by which Excel knows UTF-8. */
                bom?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes, as a download. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    getCustomersColumns: {
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
                        defaultSort: string;
                        searchable: boolean;
                        columns: {
                            /** @description The field of an item; of a filter alone where `shown` is false. */
                            key: string;
                            /** @enum {unknown} */
                            type: "text" | "integer" | "money" | "instant" | "date" | "enum" | "boolean" | "id";
                            label: string;
                            shown: boolean;
                            sortable: boolean;
                            nullable: boolean;
                            operators: string[];
                            values: {
                                value: string;
                                label: string;
                            }[] | null;
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
                low?: boolean;
                /** @description `column:operator:value`, repeated; all must hold, several `is` of one column mean any of them. Columns and their operators: `/columns`. */
                filter?: string[];
                search?: string;
                /** @description IANA zone in which days are meant; UTC unless told. */
                zone?: string;
                /** @description A sortable column, `-` before it for descending. */
                sort?: string;
                /** @description `nextCursor` of the page before, same sort. */
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
                            variantId: string;
                            sku: string;
                            handle: string;
                            name: string;
                            options: string;
                            /** @description Its name. */
                            location: string;
                            locationCode: string;
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
    countStock: {
        parameters: {
            query?: {
                low?: boolean;
                /** @description `column:operator:value`, repeated; all must hold, several `is` of one column mean any of them. Columns and their operators: `/columns`. */
                filter?: string[];
                search?: string;
                /** @description IANA zone in which days are meant; UTC unless told. */
                zone?: string;
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
                        count: number;
                        /** @description There are more than `count`. */
                        capped: boolean;
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
    exportStock: {
        parameters: {
            query: {
                low?: boolean;
                /** @description `column:operator:value`, repeated; all must hold, several `is` of one column mean any of them. Columns and their operators: `/columns`. */
                filter?: string[];
                search?: string;
                /** @description IANA zone in which days are meant; UTC unless told. */
                zone?: string;
                /** @description A sortable column, `-` before it for descending. */
                sort?: string;
                format: "csv" | "xlsx";
                /** @description Keys with commas between; all unless told. */
                columns?: string;
                /** @description Begin with a byte order mark, by which Excel knows UTF-8. */
                bom?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes, as a download. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    getStockColumns: {
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
                        defaultSort: string;
                        searchable: boolean;
                        columns: {
                            /** @description The field of an item; of a filter alone where `shown` is false. */
                            key: string;
                            /** @enum {unknown} */
                            type: "text" | "integer" | "money" | "instant" | "date" | "enum" | "boolean" | "id";
                            label: string;
                            shown: boolean;
                            sortable: boolean;
                            nullable: boolean;
                            operators: string[];
                            values: {
                                value: string;
                                label: string;
                            }[] | null;
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
    listLocations: {
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
                            code: string;
                            name: string;
                            kind: "warehouse" | "shop" | "supplier" | "transit";
                            country: string;
                            version: number;
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
    putLocation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; refused with 409 when the record changed since. */
                "If-Match"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    kind: "warehouse" | "shop" | "supplier" | "transit";
                    country: string;
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
    listLedgerEntries: {
        parameters: {
            query?: {
                /** @description `column:operator:value`, repeated; all must hold, several `is` of one column mean any of them. Columns and their operators: `/columns`. */
                filter?: string[];
                search?: string;
                /** @description IANA zone in which days are meant; UTC unless told. */
                zone?: string;
                /** @description A sortable column, `-` before it for descending. */
                sort?: string;
                /** @description `nextCursor` of the page before, same sort. */
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
                            /** @description Accounts with what each was debited: `receivables 12.20`. */
                            debited: string;
                            credited: string;
                            amount: components["schemas"]["Money"];
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
    countLedgerEntries: {
        parameters: {
            query?: {
                /** @description `column:operator:value`, repeated; all must hold, several `is` of one column mean any of them. Columns and their operators: `/columns`. */
                filter?: string[];
                search?: string;
                /** @description IANA zone in which days are meant; UTC unless told. */
                zone?: string;
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
                        count: number;
                        /** @description There are more than `count`. */
                        capped: boolean;
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
    exportLedgerEntries: {
        parameters: {
            query: {
                /** @description `column:operator:value`, repeated; all must hold, several `is` of one column mean any of them. Columns and their operators: `/columns`. */
                filter?: string[];
                search?: string;
                /** @description IANA zone in which days are meant; UTC unless told. */
                zone?: string;
                /** @description A sortable column, `-` before it for descending. */
                sort?: string;
                format: "csv" | "xlsx";
                /** @description Keys with commas between; all unless told. */
                columns?: string;
                /** @description Begin with a byte order mark, by which Excel knows UTF-8. */
                bom?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes, as a download. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    getLedgerEntriesColumns: {
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
                        defaultSort: string;
                        searchable: boolean;
                        columns: {
                            /** @description The field of an item; of a filter alone where `shown` is false. */
                            key: string;
                            /** @enum {unknown} */
                            type: "text" | "integer" | "money" | "instant" | "date" | "enum" | "boolean" | "id";
                            label: string;
                            shown: boolean;
                            sortable: boolean;
                            nullable: boolean;
                            operators: string[];
                            values: {
                                value: string;
                                label: string;
                            }[] | null;
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
    beginTaxRate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    country: string;
                    category: string;
                    /** @description Per cent as decimal text: "22". */
                    percent: string;
                    /** Format: date */
                    validFrom: string;
                    /** @description The law or the authority’s page. */
                    source: string;
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
                        country: string;
                        category: string;
                        /** @description Per cent as decimal text: "22". */
                        percent: string;
                        /** Format: date */
                        validFrom: string;
                        validTo: string | null;
                        source: string;
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
    listPromotions: {
        parameters: {
            query?: {
                /** @description `column:operator:value`, repeated; all must hold, several `is` of one column mean any of them. Columns and their operators: `/columns`. */
                filter?: string[];
                search?: string;
                /** @description IANA zone in which days are meant; UTC unless told. */
                zone?: string;
                /** @description A sortable column, `-` before it for descending. */
                sort?: string;
                /** @description `nextCursor` of the page before, same sort. */
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
                            code: string;
                            name: string;
                            state: string;
                            action: string;
                            needsCoupon: boolean;
                            beginsAt: string | null;
                            endsAt: string | null;
                            uses: number;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            createdAt: string;
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
    createPromotion: {
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
                    /** @description The shop's own word for it; unique. */
                    code: string;
                    names: components["schemas"]["Texts"];
                    /** @description Applies to whoever enters one of its coupons; else by itself. */
                    needsCoupon: boolean;
                    beginsAt: string | null;
                    endsAt: string | null;
                    terms: {
                        conditions?: ({
                            /** @enum {string} */
                            kind: "subtotal_at_least";
                            /** @description One amount for each currency that it is offered in; never converted. */
                            amounts: {
                                amount: number;
                                currency: string;
                            }[];
                            /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                            goods?: {
                                /** @description Ids of products */
                                products?: string[];
                                /** @description Ids of variants */
                                variants?: string[];
                                /** @description Codes of categories */
                                categories?: string[];
                                /** @description Labels */
                                labels?: string[];
                                /** @description Brands */
                                brands?: string[];
                                except?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                };
                                notReduced?: boolean;
                            };
                        } | {
                            /** @enum {string} */
                            kind: "subtotal_at_most";
                            /** @description One amount for each currency that it is offered in; never converted. */
                            amounts: {
                                amount: number;
                                currency: string;
                            }[];
                            /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                            goods?: {
                                /** @description Ids of products */
                                products?: string[];
                                /** @description Ids of variants */
                                variants?: string[];
                                /** @description Codes of categories */
                                categories?: string[];
                                /** @description Labels */
                                labels?: string[];
                                /** @description Brands */
                                brands?: string[];
                                except?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                };
                                notReduced?: boolean;
                            };
                        } | {
                            /** @enum {string} */
                            kind: "units_at_least";
                            units: number;
                            /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                            goods?: {
                                /** @description Ids of products */
                                products?: string[];
                                /** @description Ids of variants */
                                variants?: string[];
                                /** @description Codes of categories */
                                categories?: string[];
                                /** @description Labels */
                                labels?: string[];
                                /** @description Brands */
                                brands?: string[];
                                except?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                };
                                notReduced?: boolean;
                            };
                        } | {
                            /** @enum {string} */
                            kind: "customer_group";
                            /** @description Codes of customer groups */
                            groups: string[];
                        } | {
                            /** @enum {string} */
                            kind: "nth_order";
                            orders: number[];
                        } | {
                            /** @enum {string} */
                            kind: "channel";
                            /** @description Codes of channels */
                            channels: string[];
                        } | {
                            /** @enum {string} */
                            kind: "market";
                            /** @description Codes of markets */
                            markets: string[];
                        } | {
                            /** @enum {string} */
                            kind: "country";
                            /** @description ISO 3166-1 codes */
                            countries: string[];
                        } | {
                            /** @enum {string} */
                            kind: "delivery_method";
                            /** @description Codes of delivery methods */
                            methods: string[];
                        })[];
                        action: {
                            /** @enum {string} */
                            kind: "line_percent";
                            /** @description A percentage as a decimal: "22" or "7.25". */
                            percent: string;
                            /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                            goods?: {
                                /** @description Ids of products */
                                products?: string[];
                                /** @description Ids of variants */
                                variants?: string[];
                                /** @description Codes of categories */
                                categories?: string[];
                                /** @description Labels */
                                labels?: string[];
                                /** @description Brands */
                                brands?: string[];
                                except?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                };
                                notReduced?: boolean;
                            };
                        } | {
                            /** @enum {string} */
                            kind: "unit_amount";
                            /** @description One amount for each currency that it is offered in; never converted. */
                            amounts: {
                                amount: number;
                                currency: string;
                            }[];
                            /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                            goods?: {
                                /** @description Ids of products */
                                products?: string[];
                                /** @description Ids of variants */
                                variants?: string[];
                                /** @description Codes of categories */
                                categories?: string[];
                                /** @description Labels */
                                labels?: string[];
                                /** @description Brands */
                                brands?: string[];
                                except?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                };
                                notReduced?: boolean;
                            };
                            units?: number;
                        } | {
                            /** @enum {string} */
                            kind: "line_amount";
                            /** @description One amount for each currency that it is offered in; never converted. */
                            amounts: {
                                amount: number;
                                currency: string;
                            }[];
                            /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                            goods?: {
                                /** @description Ids of products */
                                products?: string[];
                                /** @description Ids of variants */
                                variants?: string[];
                                /** @description Codes of categories */
                                categories?: string[];
                                /** @description Labels */
                                labels?: string[];
                                /** @description Brands */
                                brands?: string[];
                                except?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                };
                                notReduced?: boolean;
                            };
                        } | {
                            /** @enum {string} */
                            kind: "cheapest";
                            /** @description A percentage as a decimal: "22" or "7.25". */
                            percent: string;
                            units: number;
                            /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                            goods?: {
                                /** @description Ids of products */
                                products?: string[];
                                /** @description Ids of variants */
                                variants?: string[];
                                /** @description Codes of categories */
                                categories?: string[];
                                /** @description Labels */
                                labels?: string[];
                                /** @description Brands */
                                brands?: string[];
                                except?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                };
                                notReduced?: boolean;
                            };
                        } | {
                            /** @enum {string} */
                            kind: "buy_get";
                            buy: number;
                            get: number;
                            /** @description A percentage as a decimal: "22" or "7.25". */
                            percent: string;
                            /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                            goods?: {
                                /** @description Ids of products */
                                products?: string[];
                                /** @description Ids of variants */
                                variants?: string[];
                                /** @description Codes of categories */
                                categories?: string[];
                                /** @description Labels */
                                labels?: string[];
                                /** @description Brands */
                                brands?: string[];
                                except?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                };
                                notReduced?: boolean;
                            };
                            /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                            getGoods?: {
                                /** @description Ids of products */
                                products?: string[];
                                /** @description Ids of variants */
                                variants?: string[];
                                /** @description Codes of categories */
                                categories?: string[];
                                /** @description Labels */
                                labels?: string[];
                                /** @description Brands */
                                brands?: string[];
                                except?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                };
                                notReduced?: boolean;
                            };
                            times?: number;
                        } | {
                            /** @enum {string} */
                            kind: "group_price";
                            units: number;
                            /** @description One amount for each currency that it is offered in; never converted. */
                            amounts: {
                                amount: number;
                                currency: string;
                            }[];
                            /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                            goods?: {
                                /** @description Ids of products */
                                products?: string[];
                                /** @description Ids of variants */
                                variants?: string[];
                                /** @description Codes of categories */
                                categories?: string[];
                                /** @description Labels */
                                labels?: string[];
                                /** @description Brands */
                                brands?: string[];
                                except?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                };
                                notReduced?: boolean;
                            };
                            times?: number;
                        } | {
                            /** @enum {string} */
                            kind: "gift";
                            variant: string;
                            units: number;
                        } | {
                            /** @enum {string} */
                            kind: "order_percent";
                            /** @description A percentage as a decimal: "22" or "7.25". */
                            percent: string;
                            /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                            goods?: {
                                /** @description Ids of products */
                                products?: string[];
                                /** @description Ids of variants */
                                variants?: string[];
                                /** @description Codes of categories */
                                categories?: string[];
                                /** @description Labels */
                                labels?: string[];
                                /** @description Brands */
                                brands?: string[];
                                except?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                };
                                notReduced?: boolean;
                            };
                        } | {
                            /** @enum {string} */
                            kind: "order_amount";
                            /** @description One amount for each currency that it is offered in; never converted. */
                            amounts: {
                                amount: number;
                                currency: string;
                            }[];
                            /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                            goods?: {
                                /** @description Ids of products */
                                products?: string[];
                                /** @description Ids of variants */
                                variants?: string[];
                                /** @description Codes of categories */
                                categories?: string[];
                                /** @description Labels */
                                labels?: string[];
                                /** @description Brands */
                                brands?: string[];
                                except?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                };
                                notReduced?: boolean;
                            };
                        } | {
                            /** @enum {string} */
                            kind: "order_tiers";
                            /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                            goods?: {
                                /** @description Ids of products */
                                products?: string[];
                                /** @description Ids of variants */
                                variants?: string[];
                                /** @description Codes of categories */
                                categories?: string[];
                                /** @description Labels */
                                labels?: string[];
                                /** @description Brands */
                                brands?: string[];
                                except?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                };
                                notReduced?: boolean;
                            };
                            tiers: {
                                from: number | {
                                    amount: number;
                                    currency: string;
                                }[];
                                off: {
                                    /** @description A percentage as a decimal: "22" or "7.25". */
                                    percent: string;
                                } | {
                                    /** @description One amount for each currency that it is offered in; never converted. */
                                    amounts: {
                                        amount: number;
                                        currency: string;
                                    }[];
                                };
                            }[];
                        } | {
                            /** @enum {string} */
                            kind: "delivery_percent";
                            /** @description A percentage as a decimal: "22" or "7.25". */
                            percent: string;
                        } | {
                            /** @enum {string} */
                            kind: "delivery_amount";
                            /** @description One amount for each currency that it is offered in; never converted. */
                            amounts: {
                                amount: number;
                                currency: string;
                            }[];
                        };
                        /** @description One amount for each currency that it is offered in; never converted. */
                        cap?: {
                            amount: number;
                            currency: string;
                        }[];
                    };
                    limits?: {
                        mostUses: number | null;
                        mostUsesOfCustomer: number | null;
                        budget: {
                            amount: number;
                            currency: string;
                        } | null;
                    };
                    priority?: number;
                    stackingClass?: string;
                    exclusive?: boolean;
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
    countPromotions: {
        parameters: {
            query?: {
                /** @description `column:operator:value`, repeated; all must hold, several `is` of one column mean any of them. Columns and their operators: `/columns`. */
                filter?: string[];
                search?: string;
                /** @description IANA zone in which days are meant; UTC unless told. */
                zone?: string;
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
                        count: number;
                        /** @description There are more than `count`. */
                        capped: boolean;
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
    exportPromotions: {
        parameters: {
            query: {
                /** @description `column:operator:value`, repeated; all must hold, several `is` of one column mean any of them. Columns and their operators: `/columns`. */
                filter?: string[];
                search?: string;
                /** @description IANA zone in which days are meant; UTC unless told. */
                zone?: string;
                /** @description A sortable column, `-` before it for descending. */
                sort?: string;
                format: "csv" | "xlsx";
                /** @description Keys with commas between; all unless told. */
                columns?: string;
                /** @description Begin with a byte order mark, by which Excel knows UTF-8. */
                bom?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes, as a download. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    getPromotionsColumns: {
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
                        defaultSort: string;
                        searchable: boolean;
                        columns: {
                            /** @description The field of an item; of a filter alone where `shown` is false. */
                            key: string;
                            /** @enum {unknown} */
                            type: "text" | "integer" | "money" | "instant" | "date" | "enum" | "boolean" | "id";
                            label: string;
                            shown: boolean;
                            sortable: boolean;
                            nullable: boolean;
                            operators: string[];
                            values: {
                                value: string;
                                label: string;
                            }[] | null;
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
    getPromotionChoices: {
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
                        /** @description IANA name: by whose clock promotions begin and end. */
                        zone: string;
                        currencies: string[];
                        markets: string[];
                        channels: string[];
                        categories: {
                            id: string;
                            name: string;
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
    getPromotion: {
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
                        code: string;
                        names: {
                            [key: string]: string;
                        };
                        /** @description planned, running, paused or ended */
                        state: string;
                        pauseReason: string | null;
                        needsCoupon: boolean;
                        coupons: number;
                        beginsAt: string | null;
                        endsAt: string | null;
                        terms: {
                            conditions?: ({
                                /** @enum {string} */
                                kind: "subtotal_at_least";
                                /** @description One amount for each currency that it is offered in; never converted. */
                                amounts: {
                                    amount: number;
                                    currency: string;
                                }[];
                                /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                                goods?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                    except?: {
                                        /** @description Ids of products */
                                        products?: string[];
                                        /** @description Ids of variants */
                                        variants?: string[];
                                        /** @description Codes of categories */
                                        categories?: string[];
                                        /** @description Labels */
                                        labels?: string[];
                                        /** @description Brands */
                                        brands?: string[];
                                    };
                                    notReduced?: boolean;
                                };
                            } | {
                                /** @enum {string} */
                                kind: "subtotal_at_most";
                                /** @description One amount for each currency that it is offered in; never converted. */
                                amounts: {
                                    amount: number;
                                    currency: string;
                                }[];
                                /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                                goods?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                    except?: {
                                        /** @description Ids of products */
                                        products?: string[];
                                        /** @description Ids of variants */
                                        variants?: string[];
                                        /** @description Codes of categories */
                                        categories?: string[];
                                        /** @description Labels */
                                        labels?: string[];
                                        /** @description Brands */
                                        brands?: string[];
                                    };
                                    notReduced?: boolean;
                                };
                            } | {
                                /** @enum {string} */
                                kind: "units_at_least";
                                units: number;
                                /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                                goods?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                    except?: {
                                        /** @description Ids of products */
                                        products?: string[];
                                        /** @description Ids of variants */
                                        variants?: string[];
                                        /** @description Codes of categories */
                                        categories?: string[];
                                        /** @description Labels */
                                        labels?: string[];
                                        /** @description Brands */
                                        brands?: string[];
                                    };
                                    notReduced?: boolean;
                                };
                            } | {
                                /** @enum {string} */
                                kind: "customer_group";
                                /** @description Codes of customer groups */
                                groups: string[];
                            } | {
                                /** @enum {string} */
                                kind: "nth_order";
                                orders: number[];
                            } | {
                                /** @enum {string} */
                                kind: "channel";
                                /** @description Codes of channels */
                                channels: string[];
                            } | {
                                /** @enum {string} */
                                kind: "market";
                                /** @description Codes of markets */
                                markets: string[];
                            } | {
                                /** @enum {string} */
                                kind: "country";
                                /** @description ISO 3166-1 codes */
                                countries: string[];
                            } | {
                                /** @enum {string} */
                                kind: "delivery_method";
                                /** @description Codes of delivery methods */
                                methods: string[];
                            })[];
                            action: {
                                /** @enum {string} */
                                kind: "line_percent";
                                /** @description A percentage as a decimal: "22" or "7.25". */
                                percent: string;
                                /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                                goods?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                    except?: {
                                        /** @description Ids of products */
                                        products?: string[];
                                        /** @description Ids of variants */
                                        variants?: string[];
                                        /** @description Codes of categories */
                                        categories?: string[];
                                        /** @description Labels */
                                        labels?: string[];
                                        /** @description Brands */
                                        brands?: string[];
                                    };
                                    notReduced?: boolean;
                                };
                            } | {
                                /** @enum {string} */
                                kind: "unit_amount";
                                /** @description One amount for each currency that it is offered in; never converted. */
                                amounts: {
                                    amount: number;
                                    currency: string;
                                }[];
                                /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                                goods?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                    except?: {
                                        /** @description Ids of products */
                                        products?: string[];
                                        /** @description Ids of variants */
                                        variants?: string[];
                                        /** @description Codes of categories */
                                        categories?: string[];
                                        /** @description Labels */
                                        labels?: string[];
                                        /** @description Brands */
                                        brands?: string[];
                                    };
                                    notReduced?: boolean;
                                };
                                units?: number;
                            } | {
                                /** @enum {string} */
                                kind: "line_amount";
                                /** @description One amount for each currency that it is offered in; never converted. */
                                amounts: {
                                    amount: number;
                                    currency: string;
                                }[];
                                /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                                goods?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                    except?: {
                                        /** @description Ids of products */
                                        products?: string[];
                                        /** @description Ids of variants */
                                        variants?: string[];
                                        /** @description Codes of categories */
                                        categories?: string[];
                                        /** @description Labels */
                                        labels?: string[];
                                        /** @description Brands */
                                        brands?: string[];
                                    };
                                    notReduced?: boolean;
                                };
                            } | {
                                /** @enum {string} */
                                kind: "cheapest";
                                /** @description A percentage as a decimal: "22" or "7.25". */
                                percent: string;
                                units: number;
                                /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                                goods?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                    except?: {
                                        /** @description Ids of products */
                                        products?: string[];
                                        /** @description Ids of variants */
                                        variants?: string[];
                                        /** @description Codes of categories */
                                        categories?: string[];
                                        /** @description Labels */
                                        labels?: string[];
                                        /** @description Brands */
                                        brands?: string[];
                                    };
                                    notReduced?: boolean;
                                };
                            } | {
                                /** @enum {string} */
                                kind: "buy_get";
                                buy: number;
                                get: number;
                                /** @description A percentage as a decimal: "22" or "7.25". */
                                percent: string;
                                /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                                goods?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                    except?: {
                                        /** @description Ids of products */
                                        products?: string[];
                                        /** @description Ids of variants */
                                        variants?: string[];
                                        /** @description Codes of categories */
                                        categories?: string[];
                                        /** @description Labels */
                                        labels?: string[];
                                        /** @description Brands */
                                        brands?: string[];
                                    };
                                    notReduced?: boolean;
                                };
                                /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                                getGoods?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                    except?: {
                                        /** @description Ids of products */
                                        products?: string[];
                                        /** @description Ids of variants */
                                        variants?: string[];
                                        /** @description Codes of categories */
                                        categories?: string[];
                                        /** @description Labels */
                                        labels?: string[];
                                        /** @description Brands */
                                        brands?: string[];
                                    };
                                    notReduced?: boolean;
                                };
                                times?: number;
                            } | {
                                /** @enum {string} */
                                kind: "group_price";
                                units: number;
                                /** @description One amount for each currency that it is offered in; never converted. */
                                amounts: {
                                    amount: number;
                                    currency: string;
                                }[];
                                /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                                goods?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                    except?: {
                                        /** @description Ids of products */
                                        products?: string[];
                                        /** @description Ids of variants */
                                        variants?: string[];
                                        /** @description Codes of categories */
                                        categories?: string[];
                                        /** @description Labels */
                                        labels?: string[];
                                        /** @description Brands */
                                        brands?: string[];
                                    };
                                    notReduced?: boolean;
                                };
                                times?: number;
                            } | {
                                /** @enum {string} */
                                kind: "gift";
                                variant: string;
                                units: number;
                            } | {
                                /** @enum {string} */
                                kind: "order_percent";
                                /** @description A percentage as a decimal: "22" or "7.25". */
                                percent: string;
                                /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                                goods?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                    except?: {
                                        /** @description Ids of products */
                                        products?: string[];
                                        /** @description Ids of variants */
                                        variants?: string[];
                                        /** @description Codes of categories */
                                        categories?: string[];
                                        /** @description Labels */
                                        labels?: string[];
                                        /** @description Brands */
                                        brands?: string[];
                                    };
                                    notReduced?: boolean;
                                };
                            } | {
                                /** @enum {string} */
                                kind: "order_amount";
                                /** @description One amount for each currency that it is offered in; never converted. */
                                amounts: {
                                    amount: number;
                                    currency: string;
                                }[];
                                /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                                goods?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                    except?: {
                                        /** @description Ids of products */
                                        products?: string[];
                                        /** @description Ids of variants */
                                        variants?: string[];
                                        /** @description Codes of categories */
                                        categories?: string[];
                                        /** @description Labels */
                                        labels?: string[];
                                        /** @description Brands */
                                        brands?: string[];
                                    };
                                    notReduced?: boolean;
                                };
                            } | {
                                /** @enum {string} */
                                kind: "order_tiers";
                                /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                                goods?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                    except?: {
                                        /** @description Ids of products */
                                        products?: string[];
                                        /** @description Ids of variants */
                                        variants?: string[];
                                        /** @description Codes of categories */
                                        categories?: string[];
                                        /** @description Labels */
                                        labels?: string[];
                                        /** @description Brands */
                                        brands?: string[];
                                    };
                                    notReduced?: boolean;
                                };
                                tiers: {
                                    from: number | {
                                        amount: number;
                                        currency: string;
                                    }[];
                                    off: {
                                        /** @description A percentage as a decimal: "22" or "7.25". */
                                        percent: string;
                                    } | {
                                        /** @description One amount for each currency that it is offered in; never converted. */
                                        amounts: {
                                            amount: number;
                                            currency: string;
                                        }[];
                                    };
                                }[];
                            } | {
                                /** @enum {string} */
                                kind: "delivery_percent";
                                /** @description A percentage as a decimal: "22" or "7.25". */
                                percent: string;
                            } | {
                                /** @enum {string} */
                                kind: "delivery_amount";
                                /** @description One amount for each currency that it is offered in; never converted. */
                                amounts: {
                                    amount: number;
                                    currency: string;
                                }[];
                            };
                            /** @description One amount for each currency that it is offered in; never converted. */
                            cap?: {
                                amount: number;
                                currency: string;
                            }[];
                        };
                        limits: {
                            mostUses: number | null;
                            mostUsesOfCustomer: number | null;
                            budget: {
                                amount: number;
                                currency: string;
                            } | null;
                        };
                        priority: number;
                        stackingClass: string;
                        exclusive: boolean;
                        given: {
                            uses: number;
                            amount: components["schemas"]["Money"];
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
    changePromotion: {
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
                    /** @description The shop's own word for it; unique. */
                    code: string;
                    names: components["schemas"]["Texts"];
                    /** @description Applies to whoever enters one of its coupons; else by itself. */
                    needsCoupon: boolean;
                    beginsAt: string | null;
                    endsAt: string | null;
                    terms: {
                        conditions?: ({
                            /** @enum {string} */
                            kind: "subtotal_at_least";
                            /** @description One amount for each currency that it is offered in; never converted. */
                            amounts: {
                                amount: number;
                                currency: string;
                            }[];
                            /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                            goods?: {
                                /** @description Ids of products */
                                products?: string[];
                                /** @description Ids of variants */
                                variants?: string[];
                                /** @description Codes of categories */
                                categories?: string[];
                                /** @description Labels */
                                labels?: string[];
                                /** @description Brands */
                                brands?: string[];
                                except?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                };
                                notReduced?: boolean;
                            };
                        } | {
                            /** @enum {string} */
                            kind: "subtotal_at_most";
                            /** @description One amount for each currency that it is offered in; never converted. */
                            amounts: {
                                amount: number;
                                currency: string;
                            }[];
                            /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                            goods?: {
                                /** @description Ids of products */
                                products?: string[];
                                /** @description Ids of variants */
                                variants?: string[];
                                /** @description Codes of categories */
                                categories?: string[];
                                /** @description Labels */
                                labels?: string[];
                                /** @description Brands */
                                brands?: string[];
                                except?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                };
                                notReduced?: boolean;
                            };
                        } | {
                            /** @enum {string} */
                            kind: "units_at_least";
                            units: number;
                            /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                            goods?: {
                                /** @description Ids of products */
                                products?: string[];
                                /** @description Ids of variants */
                                variants?: string[];
                                /** @description Codes of categories */
                                categories?: string[];
                                /** @description Labels */
                                labels?: string[];
                                /** @description Brands */
                                brands?: string[];
                                except?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                };
                                notReduced?: boolean;
                            };
                        } | {
                            /** @enum {string} */
                            kind: "customer_group";
                            /** @description Codes of customer groups */
                            groups: string[];
                        } | {
                            /** @enum {string} */
                            kind: "nth_order";
                            orders: number[];
                        } | {
                            /** @enum {string} */
                            kind: "channel";
                            /** @description Codes of channels */
                            channels: string[];
                        } | {
                            /** @enum {string} */
                            kind: "market";
                            /** @description Codes of markets */
                            markets: string[];
                        } | {
                            /** @enum {string} */
                            kind: "country";
                            /** @description ISO 3166-1 codes */
                            countries: string[];
                        } | {
                            /** @enum {string} */
                            kind: "delivery_method";
                            /** @description Codes of delivery methods */
                            methods: string[];
                        })[];
                        action: {
                            /** @enum {string} */
                            kind: "line_percent";
                            /** @description A percentage as a decimal: "22" or "7.25". */
                            percent: string;
                            /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                            goods?: {
                                /** @description Ids of products */
                                products?: string[];
                                /** @description Ids of variants */
                                variants?: string[];
                                /** @description Codes of categories */
                                categories?: string[];
                                /** @description Labels */
                                labels?: string[];
                                /** @description Brands */
                                brands?: string[];
                                except?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                };
                                notReduced?: boolean;
                            };
                        } | {
                            /** @enum {string} */
                            kind: "unit_amount";
                            /** @description One amount for each currency that it is offered in; never converted. */
                            amounts: {
                                amount: number;
                                currency: string;
                            }[];
                            /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                            goods?: {
                                /** @description Ids of products */
                                products?: string[];
                                /** @description Ids of variants */
                                variants?: string[];
                                /** @description Codes of categories */
                                categories?: string[];
                                /** @description Labels */
                                labels?: string[];
                                /** @description Brands */
                                brands?: string[];
                                except?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                };
                                notReduced?: boolean;
                            };
                            units?: number;
                        } | {
                            /** @enum {string} */
                            kind: "line_amount";
                            /** @description One amount for each currency that it is offered in; never converted. */
                            amounts: {
                                amount: number;
                                currency: string;
                            }[];
                            /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                            goods?: {
                                /** @description Ids of products */
                                products?: string[];
                                /** @description Ids of variants */
                                variants?: string[];
                                /** @description Codes of categories */
                                categories?: string[];
                                /** @description Labels */
                                labels?: string[];
                                /** @description Brands */
                                brands?: string[];
                                except?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                };
                                notReduced?: boolean;
                            };
                        } | {
                            /** @enum {string} */
                            kind: "cheapest";
                            /** @description A percentage as a decimal: "22" or "7.25". */
                            percent: string;
                            units: number;
                            /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                            goods?: {
                                /** @description Ids of products */
                                products?: string[];
                                /** @description Ids of variants */
                                variants?: string[];
                                /** @description Codes of categories */
                                categories?: string[];
                                /** @description Labels */
                                labels?: string[];
                                /** @description Brands */
                                brands?: string[];
                                except?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                };
                                notReduced?: boolean;
                            };
                        } | {
                            /** @enum {string} */
                            kind: "buy_get";
                            buy: number;
                            get: number;
                            /** @description A percentage as a decimal: "22" or "7.25". */
                            percent: string;
                            /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                            goods?: {
                                /** @description Ids of products */
                                products?: string[];
                                /** @description Ids of variants */
                                variants?: string[];
                                /** @description Codes of categories */
                                categories?: string[];
                                /** @description Labels */
                                labels?: string[];
                                /** @description Brands */
                                brands?: string[];
                                except?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                };
                                notReduced?: boolean;
                            };
                            /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                            getGoods?: {
                                /** @description Ids of products */
                                products?: string[];
                                /** @description Ids of variants */
                                variants?: string[];
                                /** @description Codes of categories */
                                categories?: string[];
                                /** @description Labels */
                                labels?: string[];
                                /** @description Brands */
                                brands?: string[];
                                except?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                };
                                notReduced?: boolean;
                            };
                            times?: number;
                        } | {
                            /** @enum {string} */
                            kind: "group_price";
                            units: number;
                            /** @description One amount for each currency that it is offered in; never converted. */
                            amounts: {
                                amount: number;
                                currency: string;
                            }[];
                            /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                            goods?: {
                                /** @description Ids of products */
                                products?: string[];
                                /** @description Ids of variants */
                                variants?: string[];
                                /** @description Codes of categories */
                                categories?: string[];
                                /** @description Labels */
                                labels?: string[];
                                /** @description Brands */
                                brands?: string[];
                                except?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                };
                                notReduced?: boolean;
                            };
                            times?: number;
                        } | {
                            /** @enum {string} */
                            kind: "gift";
                            variant: string;
                            units: number;
                        } | {
                            /** @enum {string} */
                            kind: "order_percent";
                            /** @description A percentage as a decimal: "22" or "7.25". */
                            percent: string;
                            /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                            goods?: {
                                /** @description Ids of products */
                                products?: string[];
                                /** @description Ids of variants */
                                variants?: string[];
                                /** @description Codes of categories */
                                categories?: string[];
                                /** @description Labels */
                                labels?: string[];
                                /** @description Brands */
                                brands?: string[];
                                except?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                };
                                notReduced?: boolean;
                            };
                        } | {
                            /** @enum {string} */
                            kind: "order_amount";
                            /** @description One amount for each currency that it is offered in; never converted. */
                            amounts: {
                                amount: number;
                                currency: string;
                            }[];
                            /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                            goods?: {
                                /** @description Ids of products */
                                products?: string[];
                                /** @description Ids of variants */
                                variants?: string[];
                                /** @description Codes of categories */
                                categories?: string[];
                                /** @description Labels */
                                labels?: string[];
                                /** @description Brands */
                                brands?: string[];
                                except?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                };
                                notReduced?: boolean;
                            };
                        } | {
                            /** @enum {string} */
                            kind: "order_tiers";
                            /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                            goods?: {
                                /** @description Ids of products */
                                products?: string[];
                                /** @description Ids of variants */
                                variants?: string[];
                                /** @description Codes of categories */
                                categories?: string[];
                                /** @description Labels */
                                labels?: string[];
                                /** @description Brands */
                                brands?: string[];
                                except?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                };
                                notReduced?: boolean;
                            };
                            tiers: {
                                from: number | {
                                    amount: number;
                                    currency: string;
                                }[];
                                off: {
                                    /** @description A percentage as a decimal: "22" or "7.25". */
                                    percent: string;
                                } | {
                                    /** @description One amount for each currency that it is offered in; never converted. */
                                    amounts: {
                                        amount: number;
                                        currency: string;
                                    }[];
                                };
                            }[];
                        } | {
                            /** @enum {string} */
                            kind: "delivery_percent";
                            /** @description A percentage as a decimal: "22" or "7.25". */
                            percent: string;
                        } | {
                            /** @enum {string} */
                            kind: "delivery_amount";
                            /** @description One amount for each currency that it is offered in; never converted. */
                            amounts: {
                                amount: number;
                                currency: string;
                            }[];
                        };
                        /** @description One amount for each currency that it is offered in; never converted. */
                        cap?: {
                            amount: number;
                            currency: string;
                        }[];
                    };
                    limits?: {
                        mostUses: number | null;
                        mostUsesOfCustomer: number | null;
                        budget: {
                            amount: number;
                            currency: string;
                        } | null;
                    };
                    priority?: number;
                    stackingClass?: string;
                    exclusive?: boolean;
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
    pausePromotion: {
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
                        /** Format: uuid */
                        id: string;
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
    resumePromotion: {
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
    listCoupons: {
        parameters: {
            query?: {
                /** @description Opaque cursor: `nextCursor` of the page before. */
                after?: string;
                limit?: number;
            };
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
                            code: string;
                            mostUses: number | null;
                            uses: number;
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
    makeCoupons: {
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
                    codes?: string[];
                    count?: number;
                    prefix?: string;
                    mostUses: number | null;
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
                        made: string[];
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
    withdrawCoupon: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                code: string;
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
    listVariants: {
        parameters: {
            query?: {
                /** @description `column:operator:value`, repeated; all must hold, several `is` of one column mean any of them. Columns and their operators: `/columns`. */
                filter?: string[];
                search?: string;
                /** @description IANA zone in which days are meant; UTC unless told. */
                zone?: string;
                /** @description A sortable column, `-` before it for descending. */
                sort?: string;
                /** @description `nextCursor` of the page before, same sort. */
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
                            /** Format: uuid */
                            productId: string;
                            sku: string;
                            /** @description Of its product. */
                            handle: string;
                            /** @description Of its product, in the caller's language, else in English. */
                            name: string;
                            options: string;
                            gtin: string | null;
                            weightGrams: number;
                            state: "draft" | "published";
                            productVersion: number;
                            imageFileId: string | null;
                            price: components["schemas"]["Money"] | null;
                            compareAt: components["schemas"]["Money"] | null;
                            prices: {
                                amount: components["schemas"]["Money"];
                                compareAt: components["schemas"]["Money"] | null;
                            }[];
                            /** @description Over all locations. */
                            onHand: number;
                            available: number;
                            stock: {
                                locationCode: string;
                                onHand: number;
                                available: number;
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
    countVariants: {
        parameters: {
            query?: {
                /** @description `column:operator:value`, repeated; all must hold, several `is` of one column mean any of them. Columns and their operators: `/columns`. */
                filter?: string[];
                search?: string;
                /** @description IANA zone in which days are meant; UTC unless told. */
                zone?: string;
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
                        count: number;
                        /** @description There are more than `count`. */
                        capped: boolean;
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
    exportVariants: {
        parameters: {
            query: {
                /** @description `column:operator:value`, repeated; all must hold, several `is` of one column mean any of them. Columns and their operators: `/columns`. */
                filter?: string[];
                search?: string;
                /** @description IANA zone in which days are meant; UTC unless told. */
                zone?: string;
                /** @description A sortable column, `-` before it for descending. */
                sort?: string;
                format: "csv" | "xlsx";
                /** @description Keys with commas between; all unless told. */
                columns?: string;
                /** @description Begin with a byte order mark, by which Excel knows UTF-8. */
                bom?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes, as a download. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    getVariantsColumns: {
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
                        defaultSort: string;
                        searchable: boolean;
                        columns: {
                            /** @description The field of an item; of a filter alone where `shown` is false. */
                            key: string;
                            /** @enum {unknown} */
                            type: "text" | "integer" | "money" | "instant" | "date" | "enum" | "boolean" | "id";
                            label: string;
                            shown: boolean;
                            sortable: boolean;
                            nullable: boolean;
                            operators: string[];
                            values: {
                                value: string;
                                label: string;
                            }[] | null;
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
    simulatePrice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    market: {
                        code: string;
                        currency: string;
                        pricesIncludeTax: boolean;
                        tax?: {
                            /**
                             * @description What is rounded to a whole minor unit.
                             * @enum {unknown}
                             */
                            roundEach: "unit" | "line" | "order";
                            /** @enum {unknown} */
                            rounding: "half_up" | "half_even" | "half_down";
                            /**
                             * @description Tax on what is paid, or on the price before promotions (where tax is added to prices).
                             * @enum {unknown}
                             */
                            base: "after_discount" | "before_discount";
                        };
                    };
                    country: string;
                    channel?: string;
                    /**
                     * Format: date-time
                     * @description Instant, UTC, RFC 3339.
                     */
                    now?: string;
                    customer?: {
                        groups?: string[];
                        nthOrder?: number;
                    };
                    coupons?: string[];
                    lines: {
                        variantId: string;
                        quantity: number;
                        unitPrice?: {
                            amount: number;
                            currency: string;
                        };
                        /** @description Price of a piece in whole currency units, finer than the minor unit: "0.0345". */
                        exactPrice?: string;
                        compareAt?: {
                            amount: number;
                            currency: string;
                        };
                        taxCategory: string;
                        productId?: string;
                        categories?: string[];
                        labels?: string[];
                        brand?: string;
                        floorPrice?: {
                            amount: number;
                            currency: string;
                        };
                    }[];
                    delivery?: {
                        code: string;
                        price: {
                            amount: number;
                            currency: string;
                        };
                        freeFrom?: {
                            amount: number;
                            currency: string;
                        };
                        taxCategory: string;
                    };
                    taxRates: {
                        [key: string]: string;
                    };
                    promotions?: {
                        code: string;
                        names?: {
                            [key: string]: string;
                        };
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        from?: string;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        until?: string;
                        /** @description Any one of them, entered, makes it apply */
                        coupons?: string[];
                        conditions?: ({
                            /** @enum {string} */
                            kind: "subtotal_at_least";
                            /** @description One amount for each currency that it is offered in; never converted. */
                            amounts: {
                                amount: number;
                                currency: string;
                            }[];
                            /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                            goods?: {
                                /** @description Ids of products */
                                products?: string[];
                                /** @description Ids of variants */
                                variants?: string[];
                                /** @description Codes of categories */
                                categories?: string[];
                                /** @description Labels */
                                labels?: string[];
                                /** @description Brands */
                                brands?: string[];
                                except?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                };
                                notReduced?: boolean;
                            };
                        } | {
                            /** @enum {string} */
                            kind: "subtotal_at_most";
                            /** @description One amount for each currency that it is offered in; never converted. */
                            amounts: {
                                amount: number;
                                currency: string;
                            }[];
                            /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                            goods?: {
                                /** @description Ids of products */
                                products?: string[];
                                /** @description Ids of variants */
                                variants?: string[];
                                /** @description Codes of categories */
                                categories?: string[];
                                /** @description Labels */
                                labels?: string[];
                                /** @description Brands */
                                brands?: string[];
                                except?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                };
                                notReduced?: boolean;
                            };
                        } | {
                            /** @enum {string} */
                            kind: "units_at_least";
                            units: number;
                            /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                            goods?: {
                                /** @description Ids of products */
                                products?: string[];
                                /** @description Ids of variants */
                                variants?: string[];
                                /** @description Codes of categories */
                                categories?: string[];
                                /** @description Labels */
                                labels?: string[];
                                /** @description Brands */
                                brands?: string[];
                                except?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                };
                                notReduced?: boolean;
                            };
                        } | {
                            /** @enum {string} */
                            kind: "customer_group";
                            /** @description Codes of customer groups */
                            groups: string[];
                        } | {
                            /** @enum {string} */
                            kind: "nth_order";
                            orders: number[];
                        } | {
                            /** @enum {string} */
                            kind: "channel";
                            /** @description Codes of channels */
                            channels: string[];
                        } | {
                            /** @enum {string} */
                            kind: "market";
                            /** @description Codes of markets */
                            markets: string[];
                        } | {
                            /** @enum {string} */
                            kind: "country";
                            /** @description ISO 3166-1 codes */
                            countries: string[];
                        } | {
                            /** @enum {string} */
                            kind: "delivery_method";
                            /** @description Codes of delivery methods */
                            methods: string[];
                        })[];
                        action: {
                            /** @enum {string} */
                            kind: "line_percent";
                            /** @description A percentage as a decimal: "22" or "7.25". */
                            percent: string;
                            /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                            goods?: {
                                /** @description Ids of products */
                                products?: string[];
                                /** @description Ids of variants */
                                variants?: string[];
                                /** @description Codes of categories */
                                categories?: string[];
                                /** @description Labels */
                                labels?: string[];
                                /** @description Brands */
                                brands?: string[];
                                except?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                };
                                notReduced?: boolean;
                            };
                        } | {
                            /** @enum {string} */
                            kind: "unit_amount";
                            /** @description One amount for each currency that it is offered in; never converted. */
                            amounts: {
                                amount: number;
                                currency: string;
                            }[];
                            /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                            goods?: {
                                /** @description Ids of products */
                                products?: string[];
                                /** @description Ids of variants */
                                variants?: string[];
                                /** @description Codes of categories */
                                categories?: string[];
                                /** @description Labels */
                                labels?: string[];
                                /** @description Brands */
                                brands?: string[];
                                except?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                };
                                notReduced?: boolean;
                            };
                            units?: number;
                        } | {
                            /** @enum {string} */
                            kind: "line_amount";
                            /** @description One amount for each currency that it is offered in; never converted. */
                            amounts: {
                                amount: number;
                                currency: string;
                            }[];
                            /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                            goods?: {
                                /** @description Ids of products */
                                products?: string[];
                                /** @description Ids of variants */
                                variants?: string[];
                                /** @description Codes of categories */
                                categories?: string[];
                                /** @description Labels */
                                labels?: string[];
                                /** @description Brands */
                                brands?: string[];
                                except?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                };
                                notReduced?: boolean;
                            };
                        } | {
                            /** @enum {string} */
                            kind: "cheapest";
                            /** @description A percentage as a decimal: "22" or "7.25". */
                            percent: string;
                            units: number;
                            /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                            goods?: {
                                /** @description Ids of products */
                                products?: string[];
                                /** @description Ids of variants */
                                variants?: string[];
                                /** @description Codes of categories */
                                categories?: string[];
                                /** @description Labels */
                                labels?: string[];
                                /** @description Brands */
                                brands?: string[];
                                except?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                };
                                notReduced?: boolean;
                            };
                        } | {
                            /** @enum {string} */
                            kind: "buy_get";
                            buy: number;
                            get: number;
                            /** @description A percentage as a decimal: "22" or "7.25". */
                            percent: string;
                            /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                            goods?: {
                                /** @description Ids of products */
                                products?: string[];
                                /** @description Ids of variants */
                                variants?: string[];
                                /** @description Codes of categories */
                                categories?: string[];
                                /** @description Labels */
                                labels?: string[];
                                /** @description Brands */
                                brands?: string[];
                                except?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                };
                                notReduced?: boolean;
                            };
                            /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                            getGoods?: {
                                /** @description Ids of products */
                                products?: string[];
                                /** @description Ids of variants */
                                variants?: string[];
                                /** @description Codes of categories */
                                categories?: string[];
                                /** @description Labels */
                                labels?: string[];
                                /** @description Brands */
                                brands?: string[];
                                except?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                };
                                notReduced?: boolean;
                            };
                            times?: number;
                        } | {
                            /** @enum {string} */
                            kind: "group_price";
                            units: number;
                            /** @description One amount for each currency that it is offered in; never converted. */
                            amounts: {
                                amount: number;
                                currency: string;
                            }[];
                            /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                            goods?: {
                                /** @description Ids of products */
                                products?: string[];
                                /** @description Ids of variants */
                                variants?: string[];
                                /** @description Codes of categories */
                                categories?: string[];
                                /** @description Labels */
                                labels?: string[];
                                /** @description Brands */
                                brands?: string[];
                                except?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                };
                                notReduced?: boolean;
                            };
                            times?: number;
                        } | {
                            /** @enum {string} */
                            kind: "gift";
                            variant: string;
                            units: number;
                        } | {
                            /** @enum {string} */
                            kind: "order_percent";
                            /** @description A percentage as a decimal: "22" or "7.25". */
                            percent: string;
                            /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                            goods?: {
                                /** @description Ids of products */
                                products?: string[];
                                /** @description Ids of variants */
                                variants?: string[];
                                /** @description Codes of categories */
                                categories?: string[];
                                /** @description Labels */
                                labels?: string[];
                                /** @description Brands */
                                brands?: string[];
                                except?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                };
                                notReduced?: boolean;
                            };
                        } | {
                            /** @enum {string} */
                            kind: "order_amount";
                            /** @description One amount for each currency that it is offered in; never converted. */
                            amounts: {
                                amount: number;
                                currency: string;
                            }[];
                            /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                            goods?: {
                                /** @description Ids of products */
                                products?: string[];
                                /** @description Ids of variants */
                                variants?: string[];
                                /** @description Codes of categories */
                                categories?: string[];
                                /** @description Labels */
                                labels?: string[];
                                /** @description Brands */
                                brands?: string[];
                                except?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                };
                                notReduced?: boolean;
                            };
                        } | {
                            /** @enum {string} */
                            kind: "order_tiers";
                            /** @description Goods in any of the lists, all where there is none, without those of `except`. */
                            goods?: {
                                /** @description Ids of products */
                                products?: string[];
                                /** @description Ids of variants */
                                variants?: string[];
                                /** @description Codes of categories */
                                categories?: string[];
                                /** @description Labels */
                                labels?: string[];
                                /** @description Brands */
                                brands?: string[];
                                except?: {
                                    /** @description Ids of products */
                                    products?: string[];
                                    /** @description Ids of variants */
                                    variants?: string[];
                                    /** @description Codes of categories */
                                    categories?: string[];
                                    /** @description Labels */
                                    labels?: string[];
                                    /** @description Brands */
                                    brands?: string[];
                                };
                                notReduced?: boolean;
                            };
                            tiers: {
                                from: number | {
                                    amount: number;
                                    currency: string;
                                }[];
                                off: {
                                    /** @description A percentage as a decimal: "22" or "7.25". */
                                    percent: string;
                                } | {
                                    /** @description One amount for each currency that it is offered in; never converted. */
                                    amounts: {
                                        amount: number;
                                        currency: string;
                                    }[];
                                };
                            }[];
                        } | {
                            /** @enum {string} */
                            kind: "delivery_percent";
                            /** @description A percentage as a decimal: "22" or "7.25". */
                            percent: string;
                        } | {
                            /** @enum {string} */
                            kind: "delivery_amount";
                            /** @description One amount for each currency that it is offered in; never converted. */
                            amounts: {
                                amount: number;
                                currency: string;
                            }[];
                        };
                        /** @description One amount for each currency that it is offered in; never converted. */
                        cap?: {
                            amount: number;
                            currency: string;
                        }[];
                        limits?: {
                            uses?: number;
                            usesOfCustomer?: number;
                            budget?: {
                                amount: number;
                                currency: string;
                            };
                        };
                        priority?: number;
                        stackingClass?: string;
                        exclusive?: boolean;
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
                        currency: string;
                        pricesIncludeTax: boolean;
                        lines: {
                            variantId: string;
                            quantity: number;
                            unitPrice: components["schemas"]["Money"];
                            subtotal: components["schemas"]["Money"];
                            discounts: {
                                promotion: string;
                                amount: components["schemas"]["Money"];
                            }[];
                            taxPercent: string;
                            net: components["schemas"]["Money"];
                            tax: components["schemas"]["Money"];
                            total: components["schemas"]["Money"];
                        }[];
                        delivery: {
                            code: string;
                            subtotal: components["schemas"]["Money"];
                            discounts: {
                                promotion: string;
                                amount: components["schemas"]["Money"];
                            }[];
                            taxPercent: string;
                            net: components["schemas"]["Money"];
                            tax: components["schemas"]["Money"];
                            total: components["schemas"]["Money"];
                        } | null;
                        discounts: {
                            promotion: string;
                            amount: components["schemas"]["Money"];
                        }[];
                        goods: components["schemas"]["Money"];
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
                                [key: string]: unknown;
                            };
                            /** @description The reason as a sentence in the language asked for. */
                            text: string;
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
    getAddressFormat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                country: string;
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
                        country: string;
                        /** @description As an envelope reads, top to bottom. */
                        order: string[];
                        required: string[];
                        postcodeExample: string;
                        postcodePattern: string | null;
                        region: ("province" | "county") | null;
                        regions: {
                            value: string;
                            name: string;
                        }[] | null;
                    };
                };
            };
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    createBasket: {
        parameters: {
            query?: never;
            header?: never;
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
                        coupons: string[];
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
                            subtotal: components["schemas"]["Money"] | null;
                            /** @description A promotion took something off it: subtotal is what it cost before. */
                            discounted: boolean;
                            total: components["schemas"]["Money"] | null;
                            available: number;
                            problem: ("not_for_sale" | "no_price" | "sold_out" | "not_enough_left") | null;
                        }[];
                        /** @description What each promotion took off, as prices are shown. */
                        discounts: {
                            promotion: string;
                            name: string;
                            amount: components["schemas"]["Money"];
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
                        /** @description By code, of those that reasons speak of. */
                        promotionNames: {
                            [key: string]: string;
                        };
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
                        coupons: string[];
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
                            subtotal: components["schemas"]["Money"] | null;
                            /** @description A promotion took something off it: subtotal is what it cost before. */
                            discounted: boolean;
                            total: components["schemas"]["Money"] | null;
                            available: number;
                            problem: ("not_for_sale" | "no_price" | "sold_out" | "not_enough_left") | null;
                        }[];
                        /** @description What each promotion took off, as prices are shown. */
                        discounts: {
                            promotion: string;
                            name: string;
                            amount: components["schemas"]["Money"];
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
                        /** @description By code, of those that reasons speak of. */
                        promotionNames: {
                            [key: string]: string;
                        };
                    };
                };
            };
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    setBasketCoupons: {
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
                    coupons: string[];
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
                        coupons: string[];
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
                            subtotal: components["schemas"]["Money"] | null;
                            /** @description A promotion took something off it: subtotal is what it cost before. */
                            discounted: boolean;
                            total: components["schemas"]["Money"] | null;
                            available: number;
                            problem: ("not_for_sale" | "no_price" | "sold_out" | "not_enough_left") | null;
                        }[];
                        /** @description What each promotion took off, as prices are shown. */
                        discounts: {
                            promotion: string;
                            name: string;
                            amount: components["schemas"]["Money"];
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
                        /** @description By code, of those that reasons speak of. */
                        promotionNames: {
                            [key: string]: string;
                        };
                    };
                };
            };
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
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
                        coupons: string[];
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
                            subtotal: components["schemas"]["Money"] | null;
                            /** @description A promotion took something off it: subtotal is what it cost before. */
                            discounted: boolean;
                            total: components["schemas"]["Money"] | null;
                            available: number;
                            problem: ("not_for_sale" | "no_price" | "sold_out" | "not_enough_left") | null;
                        }[];
                        /** @description What each promotion took off, as prices are shown. */
                        discounts: {
                            promotion: string;
                            name: string;
                            amount: components["schemas"]["Money"];
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
                        /** @description By code, of those that reasons speak of. */
                        promotionNames: {
                            [key: string]: string;
                        };
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
                state?: "awaiting_payment" | "paid" | "cancelled" | "expired";
                customerId?: string;
                /** @description `column:operator:value`, repeated; all must hold, several `is` of one column mean any of them. Columns and their operators: `/columns`. */
                filter?: string[];
                search?: string;
                /** @description IANA zone in which days are meant; UTC unless told. */
                zone?: string;
                /** @description A sortable column, `-` before it for descending. */
                sort?: string;
                /** @description `nextCursor` of the page before, same sort. */
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
    countOrders: {
        parameters: {
            query?: {
                state?: "awaiting_payment" | "paid" | "cancelled" | "expired";
                customerId?: string;
                /** @description `column:operator:value`, repeated; all must hold, several `is` of one column mean any of them. Columns and their operators: `/columns`. */
                filter?: string[];
                search?: string;
                /** @description IANA zone in which days are meant; UTC unless told. */
                zone?: string;
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
                        count: number;
                        /** @description There are more than `count`. */
                        capped: boolean;
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
    exportOrders: {
        parameters: {
            query: {
                state?: "awaiting_payment" | "paid" | "cancelled" | "expired";
                customerId?: string;
                /** @description `column:operator:value`, repeated; all must hold, several `is` of one column mean any of them. Columns and their operators: `/columns`. */
                filter?: string[];
                search?: string;
                /** @description IANA zone in which days are meant; UTC unless told. */
                zone?: string;
                /** @description A sortable column, `-` before it for descending. */
                sort?: string;
                format: "csv" | "xlsx";
                /** @description Keys with commas between; all unless told. */
                columns?: string;
                /** @description Begin with a byte order mark, by which Excel knows UTF-8. */
                bom?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes, as a download. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    getOrdersColumns: {
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
                        defaultSort: string;
                        searchable: boolean;
                        columns: {
                            /** @description The field of an item; of a filter alone where `shown` is false. */
                            key: string;
                            /** @enum {unknown} */
                            type: "text" | "integer" | "money" | "instant" | "date" | "enum" | "boolean" | "id";
                            label: string;
                            shown: boolean;
                            sortable: boolean;
                            nullable: boolean;
                            operators: string[];
                            values: {
                                value: string;
                                label: string;
                            }[] | null;
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
                        discounts: {
                            promotion: string;
                            names: {
                                [key: string]: string;
                            };
                            amount: components["schemas"]["Money"];
                        }[];
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
                            subtotal: components["schemas"]["Money"];
                            discounts: {
                                promotion: string;
                                amount: components["schemas"]["Money"];
                            }[];
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
                        discounts: {
                            promotion: string;
                            names: {
                                [key: string]: string;
                            };
                            amount: components["schemas"]["Money"];
                        }[];
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
                            subtotal: components["schemas"]["Money"];
                            discounts: {
                                promotion: string;
                                amount: components["schemas"]["Money"];
                            }[];
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
    listDeliveryMethods: {
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
                            code: string;
                            names: components["schemas"]["Texts"];
                            descriptions: {
                                en?: string;
                                it?: string;
                                es?: string;
                                id?: string;
                            };
                            countries: string[];
                            /** @description Currency -> whole minor units. */
                            prices: {
                                [key: string]: number;
                            };
                            /** @description Currency -> goods worth this much are delivered free. */
                            freeFrom: {
                                [key: string]: number;
                            };
                            taxCategory: string;
                            /** @description Working days. */
                            minDays: number;
                            /** @description Working days. */
                            maxDays: number;
                            position: number;
                            active: boolean;
                            version: number;
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
    putDeliveryMethod: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; refused with 409 when the record changed since. */
                "If-Match"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    names: components["schemas"]["Texts"];
                    descriptions: {
                        en?: string;
                        it?: string;
                        es?: string;
                        id?: string;
                    };
                    countries: string[];
                    /** @description Currency -> whole minor units. */
                    prices: {
                        [key: string]: number;
                    };
                    /** @description Currency -> goods worth this much are delivered free. */
                    freeFrom: {
                        [key: string]: number;
                    };
                    taxCategory: string;
                    /** @description Working days. */
                    minDays: number;
                    /** @description Working days. */
                    maxDays: number;
                    /** @description In the shop’s order. */
                    position?: number;
                    /**
                     * @description False: not offered any more.
                     * @default true
                     */
                    active?: boolean;
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
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description In; or what this browser must do within ten minutes. */
                        next: "done" | "second_factor" | "enrolment";
                        /** @description How the second factor can be shown. */
                        methods: ("code" | "passkey")[];
                    };
                };
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
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description In; or what this browser must do within ten minutes. */
                        next: "done" | "second_factor" | "enrolment";
                        /** @description How the second factor can be shown. */
                        methods: ("code" | "passkey")[];
                    };
                };
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
    confirmSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of the app, or a recovery code. */
                    code?: string;
                    password?: string;
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
    listDevices: {
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
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            createdAt: string;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            lastSeenAt: string;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            expiresAt: string;
                            device: {
                                browser: string | null;
                                system: string | null;
                            };
                            isThis: boolean;
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
    endOtherDevices: {
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
    endDevice: {
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
    listSessionsOfStaff: {
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
                            id: string;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            createdAt: string;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            lastSeenAt: string;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            expiresAt: string;
                            device: {
                                browser: string | null;
                                system: string | null;
                            };
                            isThis: boolean;
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
    endSessionsOfStaff: {
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
    endSessionOfStaff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                sessionId: string;
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
    showSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of the app, or a recovery code. */
                    code: string;
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
    getSecurity: {
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
                        password: boolean;
                        /** @description The codes of an app are asked for. */
                        totp: boolean;
                        /** @description How many are left. */
                        recoveryCodes: number;
                        passkeys: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            createdAt: string;
                            lastUsedAt: string | null;
                        }[];
                        /** @description The house asks this person for a second factor. */
                        secondFactorRequired: boolean;
                        confirmedUntil: string | null;
                        confirmBy: (("code" | "passkey") | "password")[];
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    confirmTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of the app, or a recovery code. */
                    code: string;
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
                        /** @description Shown once. */
                        recoveryCodes: string[];
                    };
                };
            };
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    offerTotp: {
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
                        /** @description For typing into the app. */
                        secret: string;
                        uri: string;
                        /** @description The same as a picture. */
                        qrSvg: string;
                    };
                };
            };
            429: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    removeTotp: {
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
    renewRecoveryCodes: {
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
                        /** @description Shown once. */
                        recoveryCodes: string[];
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    resetSecondFactor: {
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
    askPasskey: {
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
                        question: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            429: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    signInWithPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    response: {
                        id: string;
                        rawId: string;
                        /** @enum {string} */
                        type: "public-key";
                        response: {
                            [key: string]: unknown;
                        };
                    } & {
                        [key: string]: unknown;
                    };
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
    beginPasskey: {
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
                        question: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    addPasskey: {
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
                    response: {
                        id: string;
                        rawId: string;
                        /** @enum {string} */
                        type: "public-key";
                        response: {
                            [key: string]: unknown;
                        };
                    } & {
                        [key: string]: unknown;
                    };
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
    removePasskey: {
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
    namePasskey: {
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
                    name: string;
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
    listApiKeys: {
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
                            name: string;
                            permissions: string[];
                            /** @description Those of them that its owner has lost since. */
                            lost: string[];
                            scope: {
                                market?: string[];
                                location?: string[];
                            } | null;
                            owner: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            /** @enum {unknown} */
                            state: "active" | "expired" | "revoked" | "owner_left";
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            createdAt: string;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            expiresAt: string;
                            lastUsedAt: string | null;
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
    createApiKey: {
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
                    permissions: string[];
                    /**
                     * Format: date-time
                     * @description Instant, UTC, RFC 3339.
                     */
                    expiresAt: string;
                    scope?: {
                        market?: string[];
                        location?: string[];
                    };
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
                        /** @description For the header `Authorization: Bearer`. Shown once. */
                        key: string;
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
    revokeApiKey: {
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
    listSavedViews: {
        parameters: {
            query?: {
                screen?: string;
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
                            screen: string;
                            name: string;
                            /** @description The screen’s own: filters, sort, search, columns. 8,000 characters of JSON at most. */
                            query: {
                                [key: string]: string | number | boolean | null | string[];
                            };
                            sharedWithRole: string | null;
                            mine: boolean;
                            /** @description Name of whose view it is. */
                            owner: string;
                            position: number;
                            version: number;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            createdAt: string;
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
    saveView: {
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
                    screen: string;
                    name: string;
                    /** @description The screen’s own: filters, sort, search, columns. 8,000 characters of JSON at most. */
                    query: {
                        [key: string]: string | number | boolean | null | string[];
                    };
                    sharedWithRole?: string | null;
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
                        screen: string;
                        name: string;
                        /** @description The screen’s own: filters, sort, search, columns. 8,000 characters of JSON at most. */
                        query: {
                            [key: string]: string | number | boolean | null | string[];
                        };
                        sharedWithRole: string | null;
                        mine: boolean;
                        /** @description Name of whose view it is. */
                        owner: string;
                        position: number;
                        version: number;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        createdAt: string;
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
    removeView: {
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
    changeView: {
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
                    name?: string;
                    /** @description The screen’s own: filters, sort, search, columns. 8,000 characters of JSON at most. */
                    query?: {
                        [key: string]: string | number | boolean | null | string[];
                    };
                    sharedWithRole?: string | null;
                    position?: number;
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
                        screen: string;
                        name: string;
                        /** @description The screen’s own: filters, sort, search, columns. 8,000 characters of JSON at most. */
                        query: {
                            [key: string]: string | number | boolean | null | string[];
                        };
                        sharedWithRole: string | null;
                        mine: boolean;
                        /** @description Name of whose view it is. */
                        owner: string;
                        position: number;
                        version: number;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        createdAt: string;
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
    listRecentRecords: {
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
                            kind: string;
                            recordId: string;
                            title: string;
                            path: string;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
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
    recallRecord: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    kind: string;
                    recordId: string;
                    title: string;
                    /** @description Below the back office. */
                    path: string;
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
    getPreferences: {
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
                        /** @enum {unknown} */
                        theme: "auto" | "light" | "dark" | "contrast";
                        /** @enum {unknown} */
                        density: "roomy" | "dense";
                        /** @enum {unknown} */
                        locale: "en" | "it" | "es" | "id";
                        /** @enum {unknown} */
                        sidebar: "open" | "closed";
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    choosePreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    theme?: "auto" | "light" | "dark" | "contrast";
                    /** @enum {unknown} */
                    density?: "roomy" | "dense";
                    /** @enum {unknown} */
                    locale?: "en" | "it" | "es" | "id";
                    /** @enum {unknown} */
                    sidebar?: "open" | "closed";
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
                        /** @enum {unknown} */
                        theme: "auto" | "light" | "dark" | "contrast";
                        /** @enum {unknown} */
                        density: "roomy" | "dense";
                        /** @enum {unknown} */
                        locale: "en" | "it" | "es" | "id";
                        /** @enum {unknown} */
                        sidebar: "open" | "closed";
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
    listStaff: {
        parameters: {
            query?: {
                /** @description `column:operator:value`, repeated; all must hold, several `is` of one column mean any of them. Columns and their operators: `/columns`. */
                filter?: string[];
                search?: string;
                /** @description IANA zone in which days are meant; UTC unless told. */
                zone?: string;
                /** @description A sortable column, `-` before it for descending. */
                sort?: string;
                /** @description `nextCursor` of the page before, same sort. */
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
                            jobTitle: string | null;
                            locale: string;
                            /** @description Names, in the language of the request. */
                            roles: string;
                            units: string;
                            company: string | null;
                            /** @enum {unknown} */
                            companyKind: "own" | "partner" | "vendor";
                            /** @enum {unknown} */
                            state: "active" | "invited" | "not_begun" | "over" | "left";
                            /** @description False until a password was chosen through the activation link. */
                            activated: boolean;
                            endsAt: string | null;
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
                    jobTitle?: string | null;
                    timeZone?: string | null;
                    /** @description Of a partner or vendor an end is asked for, and a sponsor: whoever asks, unless told. */
                    access?: {
                        companyId?: string | null;
                        sponsorId?: string | null;
                        beginsAt?: string | null;
                        endsAt?: string | null;
                        scope?: {
                            market?: string[];
                            location?: string[];
                        } | null;
                    };
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
    countStaff: {
        parameters: {
            query?: {
                /** @description `column:operator:value`, repeated; all must hold, several `is` of one column mean any of them. Columns and their operators: `/columns`. */
                filter?: string[];
                search?: string;
                /** @description IANA zone in which days are meant; UTC unless told. */
                zone?: string;
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
                        count: number;
                        /** @description There are more than `count`. */
                        capped: boolean;
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
    exportStaff: {
        parameters: {
            query: {
                /** @description `column:operator:value`, repeated; all must hold, several `is` of one column mean any of them. Columns and their operators: `/columns`. */
                filter?: string[];
                search?: string;
                /** @description IANA zone in which days are meant; UTC unless told. */
                zone?: string;
                /** @description A sortable column, `-` before it for descending. */
                sort?: string;
                format: "csv" | "xlsx";
                /** @description Keys with commas between; all unless told. */
                columns?: string;
                /** @description Begin with a byte order mark, by which Excel knows UTF-8. */
                bom?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes, as a download. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    getStaffColumns: {
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
                        defaultSort: string;
                        searchable: boolean;
                        columns: {
                            /** @description The field of an item; of a filter alone where `shown` is false. */
                            key: string;
                            /** @enum {unknown} */
                            type: "text" | "integer" | "money" | "instant" | "date" | "enum" | "boolean" | "id";
                            label: string;
                            shown: boolean;
                            sortable: boolean;
                            nullable: boolean;
                            operators: string[];
                            values: {
                                value: string;
                                label: string;
                            }[] | null;
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
    listOutsiders: {
        parameters: {
            query?: {
                /** @description `column:operator:value`, repeated; all must hold, several `is` of one column mean any of them. Columns and their operators: `/columns`. */
                filter?: string[];
                search?: string;
                /** @description IANA zone in which days are meant; UTC unless told. */
                zone?: string;
                /** @description A sortable column, `-` before it for descending. */
                sort?: string;
                /** @description `nextCursor` of the page before, same sort. */
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
                            company: string;
                            /** @enum {unknown} */
                            companyKind: "partner" | "vendor";
                            sponsor: string;
                            sponsorLeft: boolean;
                            roles: string;
                            scope: string | null;
                            beginsAt: string | null;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            endsAt: string;
                            lastSeenAt: string | null;
                            /** @enum {unknown} */
                            state: "active" | "invited" | "not_begun" | "over" | "left";
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
    countOutsiders: {
        parameters: {
            query?: {
                /** @description `column:operator:value`, repeated; all must hold, several `is` of one column mean any of them. Columns and their operators: `/columns`. */
                filter?: string[];
                search?: string;
                /** @description IANA zone in which days are meant; UTC unless told. */
                zone?: string;
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
                        count: number;
                        /** @description There are more than `count`. */
                        capped: boolean;
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
    exportOutsiders: {
        parameters: {
            query: {
                /** @description `column:operator:value`, repeated; all must hold, several `is` of one column mean any of them. Columns and their operators: `/columns`. */
                filter?: string[];
                search?: string;
                /** @description IANA zone in which days are meant; UTC unless told. */
                zone?: string;
                /** @description A sortable column, `-` before it for descending. */
                sort?: string;
                format: "csv" | "xlsx";
                /** @description Keys with commas between; all unless told. */
                columns?: string;
                /** @description Begin with a byte order mark, by which Excel knows UTF-8. */
                bom?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes, as a download. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    getOutsidersColumns: {
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
                        defaultSort: string;
                        searchable: boolean;
                        columns: {
                            /** @description The field of an item; of a filter alone where `shown` is false. */
                            key: string;
                            /** @enum {unknown} */
                            type: "text" | "integer" | "money" | "instant" | "date" | "enum" | "boolean" | "id";
                            label: string;
                            shown: boolean;
                            sortable: boolean;
                            nullable: boolean;
                            operators: string[];
                            values: {
                                value: string;
                                label: string;
                            }[] | null;
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
    getStaff: {
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
                        /** @enum {unknown} */
                        state: "active" | "invited" | "not_begun" | "over" | "left";
                        name: string;
                        email: string;
                        locale: string;
                        jobTitle: string | null;
                        timeZone: string | null;
                        roles: string[];
                        roleNames: {
                            code: string;
                            names: components["schemas"]["Texts"];
                        }[];
                        /** @description What they may do, each with the codes of the roles that it comes by. */
                        permissions: {
                            permission: string;
                            roles: string[];
                        }[];
                        units: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {unknown} */
                            kind: "department" | "team";
                            name: string;
                            head: boolean;
                        }[];
                        company: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {unknown} */
                            kind: "partner" | "vendor";
                            name: string;
                        } | null;
                        sponsor: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        /** @description For whom they answer. */
                        sponsors: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                        beginsAt: string | null;
                        endsAt: string | null;
                        scope: {
                            market?: string[];
                            location?: string[];
                        } | null;
                        activated: boolean;
                        lastSeenAt: string | null;
                        endedAt: string | null;
                        ending: {
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            reason: string;
                        } | null;
                        secondFactor: {
                            totp: boolean;
                            passkeys: number;
                        };
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        createdAt: string;
                        version: number;
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
    changeProfile: {
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
                    name: string;
                    jobTitle: string | null;
                    /** @enum {unknown} */
                    locale: "en" | "it" | "es" | "id";
                    timeZone: string | null;
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
    changeAccess: {
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
                    companyId?: string | null;
                    sponsorId?: string | null;
                    beginsAt?: string | null;
                    endsAt?: string | null;
                    scope?: {
                        market?: string[];
                        location?: string[];
                    } | null;
                    reason?: string;
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
    endAccess: {
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
                            description: string | null;
                            permissions: string[];
                            /** @description Comes with the program: it can be copied and not changed. */
                            readyMade: boolean;
                            /** @description Who hold it and have not left. */
                            holders: number;
                            version: number;
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
    createRole: {
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
                    name: string;
                    description?: string | null;
                    permissions: string[];
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
                        code: string;
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
    getRole: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag at hand; answered with 304 when it is still right. */
                "If-None-Match"?: string;
            };
            path: {
                code: string;
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
                        code: string;
                        names: components["schemas"]["Texts"];
                        description: string | null;
                        permissions: string[];
                        /** @description Comes with the program: it can be copied and not changed. */
                        readyMade: boolean;
                        /** @description Who hold it and have not left. */
                        holders: number;
                        version: number;
                        people: {
                            /** Format: uuid */
                            id: string;
                            name: string;
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
    changeRole: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; refused with 409 when the record changed since. */
                "If-Match"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    description?: string | null;
                    permissions: string[];
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
    listPermissions: {
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
                        departments: {
                            code: string;
                            label: string;
                            permissions: {
                                permission: string;
                                label: string;
                                /** @description The caller has it, and so may give and take it. */
                                mine: boolean;
                            }[];
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
    retireRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
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
    listUnits: {
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
                            /** @enum {unknown} */
                            kind: "department" | "team";
                            name: string;
                            parentId: string | null;
                            head: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            members: number;
                            version: number;
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
    addUnit: {
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
                    /** @enum {unknown} */
                    kind: "department" | "team";
                    name: string;
                    parentId?: string | null;
                    headId?: string | null;
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
    getUnit: {
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
                        /** @enum {unknown} */
                        kind: "department" | "team";
                        name: string;
                        parentId: string | null;
                        head: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        members: number;
                        version: number;
                        people: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            email: string;
                            locale: string;
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
    changeUnit: {
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
                    name: string;
                    parentId?: string | null;
                    headId?: string | null;
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
    joinUnit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                staffId: string;
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
    leaveUnit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                staffId: string;
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
    closeUnit: {
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
    listCompanies: {
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
                            /** @enum {unknown} */
                            kind: "partner" | "vendor";
                            name: string;
                            people: number;
                            version: number;
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
    addCompany: {
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
                    /** @enum {unknown} */
                    kind: "partner" | "vendor";
                    name: string;
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
    changeCompany: {
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
                    /** @enum {unknown} */
                    kind: "partner" | "vendor";
                    name: string;
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
                state?: "ready" | "running" | "done" | "dead";
                /** @description `column:operator:value`, repeated; all must hold, several `is` of one column mean any of them. Columns and their operators: `/columns`. */
                filter?: string[];
                search?: string;
                /** @description IANA zone in which days are meant; UTC unless told. */
                zone?: string;
                /** @description A sortable column, `-` before it for descending. */
                sort?: string;
                /** @description `nextCursor` of the page before, same sort. */
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
    countJobs: {
        parameters: {
            query?: {
                state?: "ready" | "running" | "done" | "dead";
                /** @description `column:operator:value`, repeated; all must hold, several `is` of one column mean any of them. Columns and their operators: `/columns`. */
                filter?: string[];
                search?: string;
                /** @description IANA zone in which days are meant; UTC unless told. */
                zone?: string;
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
                        count: number;
                        /** @description There are more than `count`. */
                        capped: boolean;
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
    exportJobs: {
        parameters: {
            query: {
                state?: "ready" | "running" | "done" | "dead";
                /** @description `column:operator:value`, repeated; all must hold, several `is` of one column mean any of them. Columns and their operators: `/columns`. */
                filter?: string[];
                search?: string;
                /** @description IANA zone in which days are meant; UTC unless told. */
                zone?: string;
                /** @description A sortable column, `-` before it for descending. */
                sort?: string;
                format: "csv" | "xlsx";
                /** @description Keys with commas between; all unless told. */
                columns?: string;
                /** @description Begin with a byte order mark, by which Excel knows UTF-8. */
                bom?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes, as a download. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    getJobsColumns: {
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
                        defaultSort: string;
                        searchable: boolean;
                        columns: {
                            /** @description The field of an item; of a filter alone where `shown` is false. */
                            key: string;
                            /** @enum {unknown} */
                            type: "text" | "integer" | "money" | "instant" | "date" | "enum" | "boolean" | "id";
                            label: string;
                            shown: boolean;
                            sortable: boolean;
                            nullable: boolean;
                            operators: string[];
                            values: {
                                value: string;
                                label: string;
                            }[] | null;
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
                state?: "kept" | "sent";
                ref?: string;
                /** @description `column:operator:value`, repeated; all must hold, several `is` of one column mean any of them. Columns and their operators: `/columns`. */
                filter?: string[];
                search?: string;
                /** @description IANA zone in which days are meant; UTC unless told. */
                zone?: string;
                /** @description A sortable column, `-` before it for descending. */
                sort?: string;
                /** @description `nextCursor` of the page before, same sort. */
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
    countMails: {
        parameters: {
            query?: {
                state?: "kept" | "sent";
                ref?: string;
                /** @description `column:operator:value`, repeated; all must hold, several `is` of one column mean any of them. Columns and their operators: `/columns`. */
                filter?: string[];
                search?: string;
                /** @description IANA zone in which days are meant; UTC unless told. */
                zone?: string;
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
                        count: number;
                        /** @description There are more than `count`. */
                        capped: boolean;
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
    exportMails: {
        parameters: {
            query: {
                state?: "kept" | "sent";
                ref?: string;
                /** @description `column:operator:value`, repeated; all must hold, several `is` of one column mean any of them. Columns and their operators: `/columns`. */
                filter?: string[];
                search?: string;
                /** @description IANA zone in which days are meant; UTC unless told. */
                zone?: string;
                /** @description A sortable column, `-` before it for descending. */
                sort?: string;
                format: "csv" | "xlsx";
                /** @description Keys with commas between; all unless told. */
                columns?: string;
                /** @description Begin with a byte order mark, by which Excel knows UTF-8. */
                bom?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes, as a download. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    getMailsColumns: {
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
                        defaultSort: string;
                        searchable: boolean;
                        columns: {
                            /** @description The field of an item; of a filter alone where `shown` is false. */
                            key: string;
                            /** @enum {unknown} */
                            type: "text" | "integer" | "money" | "instant" | "date" | "enum" | "boolean" | "id";
                            label: string;
                            shown: boolean;
                            sortable: boolean;
                            nullable: boolean;
                            operators: string[];
                            values: {
                                value: string;
                                label: string;
                            }[] | null;
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
                objectType?: string;
                objectId?: string;
                actor?: string;
                /** @description `column:operator:value`, repeated; all must hold, several `is` of one column mean any of them. Columns and their operators: `/columns`. */
                filter?: string[];
                search?: string;
                /** @description IANA zone in which days are meant; UTC unless told. */
                zone?: string;
                /** @description A sortable column, `-` before it for descending. */
                sort?: string;
                /** @description `nextCursor` of the page before, same sort. */
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
    countAudit: {
        parameters: {
            query?: {
                objectType?: string;
                objectId?: string;
                actor?: string;
                /** @description `column:operator:value`, repeated; all must hold, several `is` of one column mean any of them. Columns and their operators: `/columns`. */
                filter?: string[];
                search?: string;
                /** @description IANA zone in which days are meant; UTC unless told. */
                zone?: string;
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
                        count: number;
                        /** @description There are more than `count`. */
                        capped: boolean;
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
    exportAudit: {
        parameters: {
            query: {
                objectType?: string;
                objectId?: string;
                actor?: string;
                /** @description `column:operator:value`, repeated; all must hold, several `is` of one column mean any of them. Columns and their operators: `/columns`. */
                filter?: string[];
                search?: string;
                /** @description IANA zone in which days are meant; UTC unless told. */
                zone?: string;
                /** @description A sortable column, `-` before it for descending. */
                sort?: string;
                format: "csv" | "xlsx";
                /** @description Keys with commas between; all unless told. */
                columns?: string;
                /** @description Begin with a byte order mark, by which Excel knows UTF-8. */
                bom?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes, as a download. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    getAuditColumns: {
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
                        defaultSort: string;
                        searchable: boolean;
                        columns: {
                            /** @description The field of an item; of a filter alone where `shown` is false. */
                            key: string;
                            /** @enum {unknown} */
                            type: "text" | "integer" | "money" | "instant" | "date" | "enum" | "boolean" | "id";
                            label: string;
                            shown: boolean;
                            sortable: boolean;
                            nullable: boolean;
                            operators: string[];
                            values: {
                                value: string;
                                label: string;
                            }[] | null;
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
    listPayments: {
        parameters: {
            query?: {
                state?: "open" | "closed" | "authorised" | "voided" | "captured" | "partially_refunded" | "refunded";
                inReview?: boolean;
                /** @description `column:operator:value`, repeated; all must hold, several `is` of one column mean any of them. Columns and their operators: `/columns`. */
                filter?: string[];
                search?: string;
                /** @description IANA zone in which days are meant; UTC unless told. */
                zone?: string;
                /** @description A sortable column, `-` before it for descending. */
                sort?: string;
                /** @description `nextCursor` of the page before, same sort. */
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
    countPayments: {
        parameters: {
            query?: {
                state?: "open" | "closed" | "authorised" | "voided" | "captured" | "partially_refunded" | "refunded";
                inReview?: boolean;
                /** @description `column:operator:value`, repeated; all must hold, several `is` of one column mean any of them. Columns and their operators: `/columns`. */
                filter?: string[];
                search?: string;
                /** @description IANA zone in which days are meant; UTC unless told. */
                zone?: string;
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
                        count: number;
                        /** @description There are more than `count`. */
                        capped: boolean;
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
    exportPayments: {
        parameters: {
            query: {
                state?: "open" | "closed" | "authorised" | "voided" | "captured" | "partially_refunded" | "refunded";
                inReview?: boolean;
                /** @description `column:operator:value`, repeated; all must hold, several `is` of one column mean any of them. Columns and their operators: `/columns`. */
                filter?: string[];
                search?: string;
                /** @description IANA zone in which days are meant; UTC unless told. */
                zone?: string;
                /** @description A sortable column, `-` before it for descending. */
                sort?: string;
                format: "csv" | "xlsx";
                /** @description Keys with commas between; all unless told. */
                columns?: string;
                /** @description Begin with a byte order mark, by which Excel knows UTF-8. */
                bom?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes, as a download. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    getPaymentsColumns: {
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
                        defaultSort: string;
                        searchable: boolean;
                        columns: {
                            /** @description The field of an item; of a filter alone where `shown` is false. */
                            key: string;
                            /** @enum {unknown} */
                            type: "text" | "integer" | "money" | "instant" | "date" | "enum" | "boolean" | "id";
                            label: string;
                            shown: boolean;
                            sortable: boolean;
                            nullable: boolean;
                            operators: string[];
                            values: {
                                value: string;
                                label: string;
                            }[] | null;
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
    listOrderPayments: {
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
                            allowedActions: components["schemas"]["AllowedAction"][];
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
    getPlan: {
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
                        /** @enum {unknown} */
                        kind: "promotion" | "campaign" | "launch" | "price_list" | "supplier_delivery" | "transfer" | "stocktake" | "closing" | "release" | "holiday" | "legal_date" | "other";
                        title: string;
                        note: string;
                        markets: string[];
                        locations: string[];
                        products: {
                            /** Format: uuid */
                            id: string;
                            title: string;
                        }[];
                        categories: {
                            /** Format: uuid */
                            id: string;
                            title: string;
                        }[];
                        path: string | null;
                        unitId: string | null;
                        time: {
                            /** @enum {boolean} */
                            allDay: true;
                            /** Format: date */
                            fromOn: string;
                            /** Format: date */
                            toOn: string;
                        } | {
                            /** @enum {boolean} */
                            allDay: false;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            startsAt: string;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            endsAt: string;
                        };
                        zone: string;
                        owner: {
                            /** Format: uuid */
                            id: string;
                            name: string | null;
                        };
                        unit: {
                            /** Format: uuid */
                            id: string;
                            name: string | null;
                        } | null;
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
                        withdrawal: {
                            reason: string;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                        } | null;
                        collisions: {
                            id: string | null;
                            /** @description `department.rule` */
                            rule: string;
                            /** @enum {unknown} */
                            severity: "warn" | "stop";
                            sentence: string;
                            remedy: string;
                            other: {
                                /** Format: uuid */
                                id: string;
                                title: string;
                                path: string;
                            } | null;
                            owner: {
                                /** Format: uuid */
                                id: string;
                                name: string | null;
                            } | null;
                            path: string | null;
                            foundAt: string | null;
                            answers: {
                                by: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string | null;
                                };
                                word: string;
                                /**
                                 * Format: date-time
                                 * @description Instant, UTC, RFC 3339.
                                 */
                                at: string;
                            }[];
                            mayAnswer: boolean;
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
    changePlan: {
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
                    /** @enum {unknown} */
                    kind: "promotion" | "campaign" | "launch" | "price_list" | "supplier_delivery" | "transfer" | "stocktake" | "closing" | "release" | "holiday" | "legal_date" | "other";
                    title: string;
                    note?: string;
                    markets?: string[];
                    locations?: string[];
                    products?: {
                        /** Format: uuid */
                        id: string;
                        title: string;
                    }[];
                    categories?: {
                        /** Format: uuid */
                        id: string;
                        title: string;
                    }[];
                    path?: string | null;
                    unitId?: string | null;
                    time: {
                        /** @enum {boolean} */
                        allDay: true;
                        /** Format: date */
                        fromOn: string;
                        /** Format: date */
                        toOn: string;
                        /** @description IANA name; the organisation’s own unless told. */
                        zone?: string;
                    } | {
                        /** @enum {boolean} */
                        allDay: false;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        startsAt: string;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        endsAt: string;
                        /** @description IANA name; the organisation’s own unless told. */
                        zone?: string;
                    };
                    /** @description Why it goes ahead although something says stop. */
                    overrideReason?: string;
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
                        id: string;
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
    checkPlan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    kind: "promotion" | "campaign" | "launch" | "price_list" | "supplier_delivery" | "transfer" | "stocktake" | "closing" | "release" | "holiday" | "legal_date" | "other";
                    title: string;
                    note?: string;
                    markets?: string[];
                    locations?: string[];
                    products?: {
                        /** Format: uuid */
                        id: string;
                        title: string;
                    }[];
                    categories?: {
                        /** Format: uuid */
                        id: string;
                        title: string;
                    }[];
                    path?: string | null;
                    unitId?: string | null;
                    time: {
                        /** @enum {boolean} */
                        allDay: true;
                        /** Format: date */
                        fromOn: string;
                        /** Format: date */
                        toOn: string;
                        /** @description IANA name; the organisation’s own unless told. */
                        zone?: string;
                    } | {
                        /** @enum {boolean} */
                        allDay: false;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        startsAt: string;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        endsAt: string;
                        /** @description IANA name; the organisation’s own unless told. */
                        zone?: string;
                    };
                    /** @description Why it goes ahead although something says stop. */
                    overrideReason?: string;
                    /** Format: uuid */
                    planId?: string;
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
                        collisions: {
                            id: string | null;
                            /** @description `department.rule` */
                            rule: string;
                            /** @enum {unknown} */
                            severity: "warn" | "stop";
                            sentence: string;
                            remedy: string;
                            other: {
                                /** Format: uuid */
                                id: string;
                                title: string;
                                path: string;
                            } | null;
                            owner: {
                                /** Format: uuid */
                                id: string;
                                name: string | null;
                            } | null;
                            path: string | null;
                            foundAt: string | null;
                            answers: {
                                by: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string | null;
                                };
                                word: string;
                                /**
                                 * Format: date-time
                                 * @description Instant, UTC, RFC 3339.
                                 */
                                at: string;
                            }[];
                            mayAnswer: boolean;
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
    createPlan: {
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
                    /** @enum {unknown} */
                    kind: "promotion" | "campaign" | "launch" | "price_list" | "supplier_delivery" | "transfer" | "stocktake" | "closing" | "release" | "holiday" | "legal_date" | "other";
                    title: string;
                    note?: string;
                    markets?: string[];
                    locations?: string[];
                    products?: {
                        /** Format: uuid */
                        id: string;
                        title: string;
                    }[];
                    categories?: {
                        /** Format: uuid */
                        id: string;
                        title: string;
                    }[];
                    path?: string | null;
                    unitId?: string | null;
                    time: {
                        /** @enum {boolean} */
                        allDay: true;
                        /** Format: date */
                        fromOn: string;
                        /** Format: date */
                        toOn: string;
                        /** @description IANA name; the organisation’s own unless told. */
                        zone?: string;
                    } | {
                        /** @enum {boolean} */
                        allDay: false;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        startsAt: string;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        endsAt: string;
                        /** @description IANA name; the organisation’s own unless told. */
                        zone?: string;
                    };
                    /** @description Why it goes ahead although something says stop. */
                    overrideReason?: string;
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
                        id: string;
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
    movePlan: {
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
                    time: {
                        /** @enum {boolean} */
                        allDay: true;
                        /** Format: date */
                        fromOn: string;
                        /** Format: date */
                        toOn: string;
                        /** @description IANA name; the organisation’s own unless told. */
                        zone?: string;
                    } | {
                        /** @enum {boolean} */
                        allDay: false;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        startsAt: string;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        endsAt: string;
                        /** @description IANA name; the organisation’s own unless told. */
                        zone?: string;
                    };
                    /** @description Why it goes ahead although something says stop. */
                    overrideReason?: string;
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
                        id: string;
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
    withdrawPlan: {
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
                    reason: string;
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
                        id: string;
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
    answerPlanCollision: {
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
                    word: string;
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
                        planId: string;
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
    readCalendar: {
        parameters: {
            query: {
                from: string;
                to: string;
                /** @description By whose clocks days begin (IANA). */
                zone?: string;
                /** @description Kinds, parted by commas. */
                kinds?: string;
                /** @description Markets, parted by commas. */
                markets?: string;
                unit?: string;
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
                        entries: {
                            id: string;
                            kind: string;
                            title: string;
                            time: {
                                /** @enum {boolean} */
                                allDay: true;
                                /** Format: date */
                                fromOn: string;
                                /** Format: date */
                                toOn: string;
                            } | {
                                /** @enum {boolean} */
                                allDay: false;
                                /**
                                 * Format: date-time
                                 * @description Instant, UTC, RFC 3339.
                                 */
                                startsAt: string;
                                /**
                                 * Format: date-time
                                 * @description Instant, UTC, RFC 3339.
                                 */
                                endsAt: string;
                            };
                            note: string;
                            path: string | null;
                            markets: string[];
                            locations: string[];
                            plan: {
                                /** Format: uuid */
                                id: string;
                                version: number;
                                unitId: string | null;
                                collisions: number;
                                stop: boolean;
                            } | null;
                        }[];
                        /** @description There is more than a calendar can show; narrow the days or the filter. */
                        more: boolean;
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
    readCalendarChoices: {
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
                        /** @description Of the organisation. */
                        zone: string;
                        kinds: {
                            kind: string;
                            label: string;
                        }[];
                        markets: string[];
                        units: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                        mayPlan: boolean;
                        staffId: string | null;
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listBlackouts: {
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
                            reason: string;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            startsAt: string;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            endsAt: string;
                            acts: {
                                act: string;
                                label: string;
                            }[];
                            markets: string[];
                            locations: string[];
                            inForce: boolean;
                            version: number;
                        }[];
                        acts: {
                            act: string;
                            label: string;
                        }[];
                        mayClose: boolean;
                        mayOverride: boolean;
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    closeWindow: {
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
                    reason: string;
                    /**
                     * Format: date-time
                     * @description Instant, UTC, RFC 3339.
                     */
                    startsAt: string;
                    /**
                     * Format: date-time
                     * @description Instant, UTC, RFC 3339.
                     */
                    endsAt: string;
                    acts: string[];
                    markets?: string[];
                    locations?: string[];
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
    liftWindow: {
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
                    reason: string;
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
    passWindow: {
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
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        until: string;
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
    listCalendarFeeds: {
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
                            name: string;
                            kinds: string[] | null;
                            markets: string[] | null;
                            unitId: string | null;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            createdAt: string;
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
    openCalendarFeed: {
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
                    kinds?: string[] | null;
                    markets?: string[] | null;
                    unitId?: string | null;
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
                        url: string;
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
    closeCalendarFeed: {
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
    readCalendarFeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                secret: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes, as a download. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listInbox: {
        parameters: {
            query?: {
                /** @description Opaque cursor: `nextCursor` of the page before. */
                after?: string;
                limit?: number;
                view?: "open" | "unread" | "due" | "snoozed" | "done";
                kind?: "todo" | "approval" | "mention" | "alert";
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
                            /** @enum {unknown} */
                            kind: "todo" | "approval" | "mention" | "alert";
                            /** @description In the language of the request. */
                            title: string;
                            /** @description Where it opens, below the back office. */
                            path: string;
                            record: {
                                type: string;
                                id: string;
                                title: string | null;
                                path: string | null;
                            } | null;
                            recipient: {
                                /** @enum {unknown} */
                                kind: "staff" | "unit" | "role" | "may";
                                id: string;
                                name: string;
                            };
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            dueAt: string | null;
                            seen: boolean;
                            snoozedUntil: string | null;
                            closedAt: string | null;
                            todo: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {unknown} */
                                state: "open" | "taken" | "done" | "dropped";
                                /** @enum {unknown} */
                                priority: "low" | "normal" | "high" | "urgent";
                            } | null;
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
    countInbox: {
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
                        unread: number;
                        dueToday: number;
                        overdue: number;
                        /** @description A figure above it means more than that. */
                        most: number;
                        /** @description Ids under which `inbox.changed.v1` tells on /api/live that this inbox has changed. */
                        channels: string[];
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    readInboxItems: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids?: string[];
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
    closeInboxItem: {
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
    reopenInboxItem: {
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
    snoozeInboxItem: {
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
                    until: string | null;
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
    getInboxChoices: {
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
                        /** @enum {unknown} */
                        mentions: "at_once" | "never";
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    chooseInboxMails: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    mentions: "at_once" | "never";
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
                        /** @enum {unknown} */
                        mentions: "at_once" | "never";
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
    listTodos: {
        parameters: {
            query?: {
                state?: "open" | "taken" | "done" | "dropped";
                assignee?: string;
                recordId?: string;
                projectId?: string;
                /** @description `column:operator:value`, repeated; all must hold, several `is` of one column mean any of them. Columns and their operators: `/columns`. */
                filter?: string[];
                search?: string;
                /** @description IANA zone in which days are meant; UTC unless told. */
                zone?: string;
                /** @description A sortable column, `-` before it for descending. */
                sort?: string;
                /** @description `nextCursor` of the page before, same sort. */
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
                            title: string;
                            /** @enum {unknown} */
                            state: "open" | "taken" | "done" | "dropped";
                            /** @enum {unknown} */
                            priority: "low" | "normal" | "high" | "urgent";
                            assigneeKind: string;
                            /** @description As the filter takes it: `unit:0192…`. */
                            assignee: string;
                            assigneeName: string;
                            takenBy: string | null;
                            madeBy: string | null;
                            dueAt: string | null;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            madeAt: string;
                            endedAt: string | null;
                            recordType: string | null;
                            recordId: string | null;
                            project: string | null;
                            checks: {
                                done: number;
                                total: number;
                            };
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
    makeTodo: {
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
                    title: string;
                    note?: string;
                    record?: {
                        type: string;
                        /** Format: uuid */
                        id: string;
                    } | null;
                    assignee: {
                        /** @enum {unknown} */
                        kind: "staff" | "unit" | "role";
                        /** @description A role’s code. */
                        id: string;
                    };
                    dueOn?: string | null;
                    dueTime?: string | null;
                    /** @enum {unknown} */
                    priority?: "low" | "normal" | "high" | "urgent";
                    checklist?: string[];
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
                        title: string;
                        note: string;
                        /** @enum {unknown} */
                        state: "open" | "taken" | "done" | "dropped";
                        /** @enum {unknown} */
                        priority: "low" | "normal" | "high" | "urgent";
                        assignee: {
                            /** @enum {unknown} */
                            kind: "staff" | "unit" | "role" | "may";
                            id: string;
                            name: string;
                        };
                        takenBy: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        madeBy: string | null;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        madeAt: string;
                        endedAt: string | null;
                        dueAt: string | null;
                        dueOn: string | null;
                        dueTime: string | null;
                        timeZone: string;
                        record: {
                            type: string;
                            id: string;
                            title: string | null;
                            path: string | null;
                        } | null;
                        project: {
                            /** Format: uuid */
                            id: string;
                            title: string;
                        } | null;
                        recurring: boolean;
                        checks: {
                            /** Format: uuid */
                            id: string;
                            text: string;
                            doneAt: string | null;
                            doneBy: string | null;
                        }[];
                        steps: {
                            /** Format: uuid */
                            id: string;
                            step: string;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            by: string | null;
                            reason: string | null;
                        }[];
                        handovers: {
                            /** Format: uuid */
                            id: string;
                            from: string;
                            fromPerson: string;
                            to: string;
                            note: string;
                            checks: string[];
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            verdict: ("accepted" | "sent_back") | null;
                            verdictAt: string | null;
                            verdictBy: string | null;
                            reason: string | null;
                        }[];
                        allowedActions: components["schemas"]["AllowedAction"][];
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
    countTodos: {
        parameters: {
            query?: {
                state?: "open" | "taken" | "done" | "dropped";
                assignee?: string;
                recordId?: string;
                projectId?: string;
                /** @description `column:operator:value`, repeated; all must hold, several `is` of one column mean any of them. Columns and their operators: `/columns`. */
                filter?: string[];
                search?: string;
                /** @description IANA zone in which days are meant; UTC unless told. */
                zone?: string;
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
                        count: number;
                        /** @description There are more than `count`. */
                        capped: boolean;
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
    exportTodos: {
        parameters: {
            query: {
                state?: "open" | "taken" | "done" | "dropped";
                assignee?: string;
                recordId?: string;
                projectId?: string;
                /** @description `column:operator:value`, repeated; all must hold, several `is` of one column mean any of them. Columns and their operators: `/columns`. */
                filter?: string[];
                search?: string;
                /** @description IANA zone in which days are meant; UTC unless told. */
                zone?: string;
                /** @description A sortable column, `-` before it for descending. */
                sort?: string;
                format: "csv" | "xlsx";
                /** @description Keys with commas between; all unless told. */
                columns?: string;
                /** @description Begin with a byte order mark, by which Excel knows UTF-8. */
                bom?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes, as a download. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    getTodosColumns: {
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
                        defaultSort: string;
                        searchable: boolean;
                        columns: {
                            /** @description The field of an item; of a filter alone where `shown` is false. */
                            key: string;
                            /** @enum {unknown} */
                            type: "text" | "integer" | "money" | "instant" | "date" | "enum" | "boolean" | "id";
                            label: string;
                            shown: boolean;
                            sortable: boolean;
                            nullable: boolean;
                            operators: string[];
                            values: {
                                value: string;
                                label: string;
                            }[] | null;
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
    getTodo: {
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
                        title: string;
                        note: string;
                        /** @enum {unknown} */
                        state: "open" | "taken" | "done" | "dropped";
                        /** @enum {unknown} */
                        priority: "low" | "normal" | "high" | "urgent";
                        assignee: {
                            /** @enum {unknown} */
                            kind: "staff" | "unit" | "role" | "may";
                            id: string;
                            name: string;
                        };
                        takenBy: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        madeBy: string | null;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        madeAt: string;
                        endedAt: string | null;
                        dueAt: string | null;
                        dueOn: string | null;
                        dueTime: string | null;
                        timeZone: string;
                        record: {
                            type: string;
                            id: string;
                            title: string | null;
                            path: string | null;
                        } | null;
                        project: {
                            /** Format: uuid */
                            id: string;
                            title: string;
                        } | null;
                        recurring: boolean;
                        checks: {
                            /** Format: uuid */
                            id: string;
                            text: string;
                            doneAt: string | null;
                            doneBy: string | null;
                        }[];
                        steps: {
                            /** Format: uuid */
                            id: string;
                            step: string;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            by: string | null;
                            reason: string | null;
                        }[];
                        handovers: {
                            /** Format: uuid */
                            id: string;
                            from: string;
                            fromPerson: string;
                            to: string;
                            note: string;
                            checks: string[];
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            verdict: ("accepted" | "sent_back") | null;
                            verdictAt: string | null;
                            verdictBy: string | null;
                            reason: string | null;
                        }[];
                        allowedActions: components["schemas"]["AllowedAction"][];
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
    changeTodo: {
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
                    title?: string;
                    note?: string;
                    record?: {
                        type: string;
                        /** Format: uuid */
                        id: string;
                    } | null;
                    assignee?: {
                        /** @enum {unknown} */
                        kind: "staff" | "unit" | "role";
                        /** @description A role’s code. */
                        id: string;
                    };
                    dueOn?: string | null;
                    dueTime?: string | null;
                    /** @enum {unknown} */
                    priority?: "low" | "normal" | "high" | "urgent";
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
                        title: string;
                        note: string;
                        /** @enum {unknown} */
                        state: "open" | "taken" | "done" | "dropped";
                        /** @enum {unknown} */
                        priority: "low" | "normal" | "high" | "urgent";
                        assignee: {
                            /** @enum {unknown} */
                            kind: "staff" | "unit" | "role" | "may";
                            id: string;
                            name: string;
                        };
                        takenBy: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        madeBy: string | null;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        madeAt: string;
                        endedAt: string | null;
                        dueAt: string | null;
                        dueOn: string | null;
                        dueTime: string | null;
                        timeZone: string;
                        record: {
                            type: string;
                            id: string;
                            title: string | null;
                            path: string | null;
                        } | null;
                        project: {
                            /** Format: uuid */
                            id: string;
                            title: string;
                        } | null;
                        recurring: boolean;
                        checks: {
                            /** Format: uuid */
                            id: string;
                            text: string;
                            doneAt: string | null;
                            doneBy: string | null;
                        }[];
                        steps: {
                            /** Format: uuid */
                            id: string;
                            step: string;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            by: string | null;
                            reason: string | null;
                        }[];
                        handovers: {
                            /** Format: uuid */
                            id: string;
                            from: string;
                            fromPerson: string;
                            to: string;
                            note: string;
                            checks: string[];
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            verdict: ("accepted" | "sent_back") | null;
                            verdictAt: string | null;
                            verdictBy: string | null;
                            reason: string | null;
                        }[];
                        allowedActions: components["schemas"]["AllowedAction"][];
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
    takeTodo: {
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
                    reason?: string;
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
                        title: string;
                        note: string;
                        /** @enum {unknown} */
                        state: "open" | "taken" | "done" | "dropped";
                        /** @enum {unknown} */
                        priority: "low" | "normal" | "high" | "urgent";
                        assignee: {
                            /** @enum {unknown} */
                            kind: "staff" | "unit" | "role" | "may";
                            id: string;
                            name: string;
                        };
                        takenBy: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        madeBy: string | null;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        madeAt: string;
                        endedAt: string | null;
                        dueAt: string | null;
                        dueOn: string | null;
                        dueTime: string | null;
                        timeZone: string;
                        record: {
                            type: string;
                            id: string;
                            title: string | null;
                            path: string | null;
                        } | null;
                        project: {
                            /** Format: uuid */
                            id: string;
                            title: string;
                        } | null;
                        recurring: boolean;
                        checks: {
                            /** Format: uuid */
                            id: string;
                            text: string;
                            doneAt: string | null;
                            doneBy: string | null;
                        }[];
                        steps: {
                            /** Format: uuid */
                            id: string;
                            step: string;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            by: string | null;
                            reason: string | null;
                        }[];
                        handovers: {
                            /** Format: uuid */
                            id: string;
                            from: string;
                            fromPerson: string;
                            to: string;
                            note: string;
                            checks: string[];
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            verdict: ("accepted" | "sent_back") | null;
                            verdictAt: string | null;
                            verdictBy: string | null;
                            reason: string | null;
                        }[];
                        allowedActions: components["schemas"]["AllowedAction"][];
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
    giveBackTodo: {
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
                    reason?: string;
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
                        title: string;
                        note: string;
                        /** @enum {unknown} */
                        state: "open" | "taken" | "done" | "dropped";
                        /** @enum {unknown} */
                        priority: "low" | "normal" | "high" | "urgent";
                        assignee: {
                            /** @enum {unknown} */
                            kind: "staff" | "unit" | "role" | "may";
                            id: string;
                            name: string;
                        };
                        takenBy: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        madeBy: string | null;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        madeAt: string;
                        endedAt: string | null;
                        dueAt: string | null;
                        dueOn: string | null;
                        dueTime: string | null;
                        timeZone: string;
                        record: {
                            type: string;
                            id: string;
                            title: string | null;
                            path: string | null;
                        } | null;
                        project: {
                            /** Format: uuid */
                            id: string;
                            title: string;
                        } | null;
                        recurring: boolean;
                        checks: {
                            /** Format: uuid */
                            id: string;
                            text: string;
                            doneAt: string | null;
                            doneBy: string | null;
                        }[];
                        steps: {
                            /** Format: uuid */
                            id: string;
                            step: string;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            by: string | null;
                            reason: string | null;
                        }[];
                        handovers: {
                            /** Format: uuid */
                            id: string;
                            from: string;
                            fromPerson: string;
                            to: string;
                            note: string;
                            checks: string[];
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            verdict: ("accepted" | "sent_back") | null;
                            verdictAt: string | null;
                            verdictBy: string | null;
                            reason: string | null;
                        }[];
                        allowedActions: components["schemas"]["AllowedAction"][];
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
    completeTodo: {
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
                    reason?: string;
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
                        title: string;
                        note: string;
                        /** @enum {unknown} */
                        state: "open" | "taken" | "done" | "dropped";
                        /** @enum {unknown} */
                        priority: "low" | "normal" | "high" | "urgent";
                        assignee: {
                            /** @enum {unknown} */
                            kind: "staff" | "unit" | "role" | "may";
                            id: string;
                            name: string;
                        };
                        takenBy: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        madeBy: string | null;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        madeAt: string;
                        endedAt: string | null;
                        dueAt: string | null;
                        dueOn: string | null;
                        dueTime: string | null;
                        timeZone: string;
                        record: {
                            type: string;
                            id: string;
                            title: string | null;
                            path: string | null;
                        } | null;
                        project: {
                            /** Format: uuid */
                            id: string;
                            title: string;
                        } | null;
                        recurring: boolean;
                        checks: {
                            /** Format: uuid */
                            id: string;
                            text: string;
                            doneAt: string | null;
                            doneBy: string | null;
                        }[];
                        steps: {
                            /** Format: uuid */
                            id: string;
                            step: string;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            by: string | null;
                            reason: string | null;
                        }[];
                        handovers: {
                            /** Format: uuid */
                            id: string;
                            from: string;
                            fromPerson: string;
                            to: string;
                            note: string;
                            checks: string[];
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            verdict: ("accepted" | "sent_back") | null;
                            verdictAt: string | null;
                            verdictBy: string | null;
                            reason: string | null;
                        }[];
                        allowedActions: components["schemas"]["AllowedAction"][];
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
    dropTodo: {
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
                    reason: string;
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
                        title: string;
                        note: string;
                        /** @enum {unknown} */
                        state: "open" | "taken" | "done" | "dropped";
                        /** @enum {unknown} */
                        priority: "low" | "normal" | "high" | "urgent";
                        assignee: {
                            /** @enum {unknown} */
                            kind: "staff" | "unit" | "role" | "may";
                            id: string;
                            name: string;
                        };
                        takenBy: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        madeBy: string | null;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        madeAt: string;
                        endedAt: string | null;
                        dueAt: string | null;
                        dueOn: string | null;
                        dueTime: string | null;
                        timeZone: string;
                        record: {
                            type: string;
                            id: string;
                            title: string | null;
                            path: string | null;
                        } | null;
                        project: {
                            /** Format: uuid */
                            id: string;
                            title: string;
                        } | null;
                        recurring: boolean;
                        checks: {
                            /** Format: uuid */
                            id: string;
                            text: string;
                            doneAt: string | null;
                            doneBy: string | null;
                        }[];
                        steps: {
                            /** Format: uuid */
                            id: string;
                            step: string;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            by: string | null;
                            reason: string | null;
                        }[];
                        handovers: {
                            /** Format: uuid */
                            id: string;
                            from: string;
                            fromPerson: string;
                            to: string;
                            note: string;
                            checks: string[];
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            verdict: ("accepted" | "sent_back") | null;
                            verdictAt: string | null;
                            verdictBy: string | null;
                            reason: string | null;
                        }[];
                        allowedActions: components["schemas"]["AllowedAction"][];
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
    reopenTodo: {
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
                    reason: string;
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
                        title: string;
                        note: string;
                        /** @enum {unknown} */
                        state: "open" | "taken" | "done" | "dropped";
                        /** @enum {unknown} */
                        priority: "low" | "normal" | "high" | "urgent";
                        assignee: {
                            /** @enum {unknown} */
                            kind: "staff" | "unit" | "role" | "may";
                            id: string;
                            name: string;
                        };
                        takenBy: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        madeBy: string | null;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        madeAt: string;
                        endedAt: string | null;
                        dueAt: string | null;
                        dueOn: string | null;
                        dueTime: string | null;
                        timeZone: string;
                        record: {
                            type: string;
                            id: string;
                            title: string | null;
                            path: string | null;
                        } | null;
                        project: {
                            /** Format: uuid */
                            id: string;
                            title: string;
                        } | null;
                        recurring: boolean;
                        checks: {
                            /** Format: uuid */
                            id: string;
                            text: string;
                            doneAt: string | null;
                            doneBy: string | null;
                        }[];
                        steps: {
                            /** Format: uuid */
                            id: string;
                            step: string;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            by: string | null;
                            reason: string | null;
                        }[];
                        handovers: {
                            /** Format: uuid */
                            id: string;
                            from: string;
                            fromPerson: string;
                            to: string;
                            note: string;
                            checks: string[];
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            verdict: ("accepted" | "sent_back") | null;
                            verdictAt: string | null;
                            verdictBy: string | null;
                            reason: string | null;
                        }[];
                        allowedActions: components["schemas"]["AllowedAction"][];
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
    handOverTodo: {
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
                    /** Format: uuid */
                    toUnit: string;
                    note?: string;
                    checklist?: string[];
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
                        title: string;
                        note: string;
                        /** @enum {unknown} */
                        state: "open" | "taken" | "done" | "dropped";
                        /** @enum {unknown} */
                        priority: "low" | "normal" | "high" | "urgent";
                        assignee: {
                            /** @enum {unknown} */
                            kind: "staff" | "unit" | "role" | "may";
                            id: string;
                            name: string;
                        };
                        takenBy: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        madeBy: string | null;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        madeAt: string;
                        endedAt: string | null;
                        dueAt: string | null;
                        dueOn: string | null;
                        dueTime: string | null;
                        timeZone: string;
                        record: {
                            type: string;
                            id: string;
                            title: string | null;
                            path: string | null;
                        } | null;
                        project: {
                            /** Format: uuid */
                            id: string;
                            title: string;
                        } | null;
                        recurring: boolean;
                        checks: {
                            /** Format: uuid */
                            id: string;
                            text: string;
                            doneAt: string | null;
                            doneBy: string | null;
                        }[];
                        steps: {
                            /** Format: uuid */
                            id: string;
                            step: string;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            by: string | null;
                            reason: string | null;
                        }[];
                        handovers: {
                            /** Format: uuid */
                            id: string;
                            from: string;
                            fromPerson: string;
                            to: string;
                            note: string;
                            checks: string[];
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            verdict: ("accepted" | "sent_back") | null;
                            verdictAt: string | null;
                            verdictBy: string | null;
                            reason: string | null;
                        }[];
                        allowedActions: components["schemas"]["AllowedAction"][];
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
    acceptTodo: {
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
                        title: string;
                        note: string;
                        /** @enum {unknown} */
                        state: "open" | "taken" | "done" | "dropped";
                        /** @enum {unknown} */
                        priority: "low" | "normal" | "high" | "urgent";
                        assignee: {
                            /** @enum {unknown} */
                            kind: "staff" | "unit" | "role" | "may";
                            id: string;
                            name: string;
                        };
                        takenBy: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        madeBy: string | null;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        madeAt: string;
                        endedAt: string | null;
                        dueAt: string | null;
                        dueOn: string | null;
                        dueTime: string | null;
                        timeZone: string;
                        record: {
                            type: string;
                            id: string;
                            title: string | null;
                            path: string | null;
                        } | null;
                        project: {
                            /** Format: uuid */
                            id: string;
                            title: string;
                        } | null;
                        recurring: boolean;
                        checks: {
                            /** Format: uuid */
                            id: string;
                            text: string;
                            doneAt: string | null;
                            doneBy: string | null;
                        }[];
                        steps: {
                            /** Format: uuid */
                            id: string;
                            step: string;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            by: string | null;
                            reason: string | null;
                        }[];
                        handovers: {
                            /** Format: uuid */
                            id: string;
                            from: string;
                            fromPerson: string;
                            to: string;
                            note: string;
                            checks: string[];
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            verdict: ("accepted" | "sent_back") | null;
                            verdictAt: string | null;
                            verdictBy: string | null;
                            reason: string | null;
                        }[];
                        allowedActions: components["schemas"]["AllowedAction"][];
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
    sendBackTodo: {
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
                    reason: string;
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
                        title: string;
                        note: string;
                        /** @enum {unknown} */
                        state: "open" | "taken" | "done" | "dropped";
                        /** @enum {unknown} */
                        priority: "low" | "normal" | "high" | "urgent";
                        assignee: {
                            /** @enum {unknown} */
                            kind: "staff" | "unit" | "role" | "may";
                            id: string;
                            name: string;
                        };
                        takenBy: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        madeBy: string | null;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        madeAt: string;
                        endedAt: string | null;
                        dueAt: string | null;
                        dueOn: string | null;
                        dueTime: string | null;
                        timeZone: string;
                        record: {
                            type: string;
                            id: string;
                            title: string | null;
                            path: string | null;
                        } | null;
                        project: {
                            /** Format: uuid */
                            id: string;
                            title: string;
                        } | null;
                        recurring: boolean;
                        checks: {
                            /** Format: uuid */
                            id: string;
                            text: string;
                            doneAt: string | null;
                            doneBy: string | null;
                        }[];
                        steps: {
                            /** Format: uuid */
                            id: string;
                            step: string;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            by: string | null;
                            reason: string | null;
                        }[];
                        handovers: {
                            /** Format: uuid */
                            id: string;
                            from: string;
                            fromPerson: string;
                            to: string;
                            note: string;
                            checks: string[];
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            verdict: ("accepted" | "sent_back") | null;
                            verdictAt: string | null;
                            verdictBy: string | null;
                            reason: string | null;
                        }[];
                        allowedActions: components["schemas"]["AllowedAction"][];
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
    addTodoCheck: {
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
                    text: string;
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
                        title: string;
                        note: string;
                        /** @enum {unknown} */
                        state: "open" | "taken" | "done" | "dropped";
                        /** @enum {unknown} */
                        priority: "low" | "normal" | "high" | "urgent";
                        assignee: {
                            /** @enum {unknown} */
                            kind: "staff" | "unit" | "role" | "may";
                            id: string;
                            name: string;
                        };
                        takenBy: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        madeBy: string | null;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        madeAt: string;
                        endedAt: string | null;
                        dueAt: string | null;
                        dueOn: string | null;
                        dueTime: string | null;
                        timeZone: string;
                        record: {
                            type: string;
                            id: string;
                            title: string | null;
                            path: string | null;
                        } | null;
                        project: {
                            /** Format: uuid */
                            id: string;
                            title: string;
                        } | null;
                        recurring: boolean;
                        checks: {
                            /** Format: uuid */
                            id: string;
                            text: string;
                            doneAt: string | null;
                            doneBy: string | null;
                        }[];
                        steps: {
                            /** Format: uuid */
                            id: string;
                            step: string;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            by: string | null;
                            reason: string | null;
                        }[];
                        handovers: {
                            /** Format: uuid */
                            id: string;
                            from: string;
                            fromPerson: string;
                            to: string;
                            note: string;
                            checks: string[];
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            verdict: ("accepted" | "sent_back") | null;
                            verdictAt: string | null;
                            verdictBy: string | null;
                            reason: string | null;
                        }[];
                        allowedActions: components["schemas"]["AllowedAction"][];
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
    tickTodoCheck: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; refused with 409 when the record changed since. */
                "If-Match"?: string;
            };
            path: {
                id: string;
                checkId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    done: boolean;
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
                        title: string;
                        note: string;
                        /** @enum {unknown} */
                        state: "open" | "taken" | "done" | "dropped";
                        /** @enum {unknown} */
                        priority: "low" | "normal" | "high" | "urgent";
                        assignee: {
                            /** @enum {unknown} */
                            kind: "staff" | "unit" | "role" | "may";
                            id: string;
                            name: string;
                        };
                        takenBy: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        madeBy: string | null;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        madeAt: string;
                        endedAt: string | null;
                        dueAt: string | null;
                        dueOn: string | null;
                        dueTime: string | null;
                        timeZone: string;
                        record: {
                            type: string;
                            id: string;
                            title: string | null;
                            path: string | null;
                        } | null;
                        project: {
                            /** Format: uuid */
                            id: string;
                            title: string;
                        } | null;
                        recurring: boolean;
                        checks: {
                            /** Format: uuid */
                            id: string;
                            text: string;
                            doneAt: string | null;
                            doneBy: string | null;
                        }[];
                        steps: {
                            /** Format: uuid */
                            id: string;
                            step: string;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            by: string | null;
                            reason: string | null;
                        }[];
                        handovers: {
                            /** Format: uuid */
                            id: string;
                            from: string;
                            fromPerson: string;
                            to: string;
                            note: string;
                            checks: string[];
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            verdict: ("accepted" | "sent_back") | null;
                            verdictAt: string | null;
                            verdictBy: string | null;
                            reason: string | null;
                        }[];
                        allowedActions: components["schemas"]["AllowedAction"][];
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
    removeTodoCheck: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; refused with 409 when the record changed since. */
                "If-Match"?: string;
            };
            path: {
                id: string;
                checkId: string;
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
                        title: string;
                        note: string;
                        /** @enum {unknown} */
                        state: "open" | "taken" | "done" | "dropped";
                        /** @enum {unknown} */
                        priority: "low" | "normal" | "high" | "urgent";
                        assignee: {
                            /** @enum {unknown} */
                            kind: "staff" | "unit" | "role" | "may";
                            id: string;
                            name: string;
                        };
                        takenBy: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        madeBy: string | null;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        madeAt: string;
                        endedAt: string | null;
                        dueAt: string | null;
                        dueOn: string | null;
                        dueTime: string | null;
                        timeZone: string;
                        record: {
                            type: string;
                            id: string;
                            title: string | null;
                            path: string | null;
                        } | null;
                        project: {
                            /** Format: uuid */
                            id: string;
                            title: string;
                        } | null;
                        recurring: boolean;
                        checks: {
                            /** Format: uuid */
                            id: string;
                            text: string;
                            doneAt: string | null;
                            doneBy: string | null;
                        }[];
                        steps: {
                            /** Format: uuid */
                            id: string;
                            step: string;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            by: string | null;
                            reason: string | null;
                        }[];
                        handovers: {
                            /** Format: uuid */
                            id: string;
                            from: string;
                            fromPerson: string;
                            to: string;
                            note: string;
                            checks: string[];
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            verdict: ("accepted" | "sent_back") | null;
                            verdictAt: string | null;
                            verdictBy: string | null;
                            reason: string | null;
                        }[];
                        allowedActions: components["schemas"]["AllowedAction"][];
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
    findAssignees: {
        parameters: {
            query?: {
                q?: string;
                /** @description Of each kind. */
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
                            /** @enum {unknown} */
                            kind: "staff" | "unit" | "role";
                            id: string;
                            name: string;
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
    listThreads: {
        parameters: {
            query: {
                type: string;
                id: string;
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
                            record: {
                                type: string;
                                id: string;
                                title: string | null;
                                path: string | null;
                            };
                            sharedWith: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            comments: {
                                /** Format: uuid */
                                id: string;
                                /** @description Empty once deleted. */
                                body: string;
                                by: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                mine: boolean;
                                /**
                                 * Format: date-time
                                 * @description Instant, UTC, RFC 3339.
                                 */
                                at: string;
                                editedAt: string | null;
                                deletedAt: string | null;
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
    beginThread: {
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
                    record: {
                        type: string;
                        /** Format: uuid */
                        id: string;
                    };
                    body: string;
                    mentions?: {
                        /** @enum {unknown} */
                        kind: "staff" | "unit";
                        /** Format: uuid */
                        id: string;
                    }[];
                    sharedWith?: string | null;
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
                        record: {
                            type: string;
                            id: string;
                            title: string | null;
                            path: string | null;
                        };
                        sharedWith: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        comments: {
                            /** Format: uuid */
                            id: string;
                            /** @description Empty once deleted. */
                            body: string;
                            by: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            mine: boolean;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            editedAt: string | null;
                            deletedAt: string | null;
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
    listSharedThreads: {
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
                            record: {
                                type: string;
                                id: string;
                                title: string | null;
                                path: string | null;
                            };
                            sharedWith: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            comments: {
                                /** Format: uuid */
                                id: string;
                                /** @description Empty once deleted. */
                                body: string;
                                by: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                mine: boolean;
                                /**
                                 * Format: date-time
                                 * @description Instant, UTC, RFC 3339.
                                 */
                                at: string;
                                editedAt: string | null;
                                deletedAt: string | null;
                            }[];
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
    getThread: {
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
                        record: {
                            type: string;
                            id: string;
                            title: string | null;
                            path: string | null;
                        };
                        sharedWith: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        comments: {
                            /** Format: uuid */
                            id: string;
                            /** @description Empty once deleted. */
                            body: string;
                            by: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            mine: boolean;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            editedAt: string | null;
                            deletedAt: string | null;
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
    addComment: {
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
                    body: string;
                    mentions?: {
                        /** @enum {unknown} */
                        kind: "staff" | "unit";
                        /** Format: uuid */
                        id: string;
                    }[];
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
                        record: {
                            type: string;
                            id: string;
                            title: string | null;
                            path: string | null;
                        };
                        sharedWith: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        comments: {
                            /** Format: uuid */
                            id: string;
                            /** @description Empty once deleted. */
                            body: string;
                            by: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            mine: boolean;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            editedAt: string | null;
                            deletedAt: string | null;
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
    shareThread: {
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
                    companyId: string | null;
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
                        record: {
                            type: string;
                            id: string;
                            title: string | null;
                            path: string | null;
                        };
                        sharedWith: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        comments: {
                            /** Format: uuid */
                            id: string;
                            /** @description Empty once deleted. */
                            body: string;
                            by: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            mine: boolean;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            editedAt: string | null;
                            deletedAt: string | null;
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
    deleteComment: {
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
                        record: {
                            type: string;
                            id: string;
                            title: string | null;
                            path: string | null;
                        };
                        sharedWith: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        comments: {
                            /** Format: uuid */
                            id: string;
                            /** @description Empty once deleted. */
                            body: string;
                            by: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            mine: boolean;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            editedAt: string | null;
                            deletedAt: string | null;
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
    editComment: {
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
                    body: string;
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
                        record: {
                            type: string;
                            id: string;
                            title: string | null;
                            path: string | null;
                        };
                        sharedWith: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        comments: {
                            /** Format: uuid */
                            id: string;
                            /** @description Empty once deleted. */
                            body: string;
                            by: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            mine: boolean;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                            editedAt: string | null;
                            deletedAt: string | null;
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
    findMentionables: {
        parameters: {
            query?: {
                q?: string;
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
                            /** @enum {unknown} */
                            kind: "staff" | "unit";
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                        companies: {
                            /** Format: uuid */
                            id: string;
                            name: string;
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
    listApprovals: {
        parameters: {
            query?: {
                state?: "pending" | "approved" | "refused" | "withdrawn" | "expired" | "failed";
                /** @description `column:operator:value`, repeated; all must hold, several `is` of one column mean any of them. Columns and their operators: `/columns`. */
                filter?: string[];
                search?: string;
                /** @description IANA zone in which days are meant; UTC unless told. */
                zone?: string;
                /** @description A sortable column, `-` before it for descending. */
                sort?: string;
                /** @description `nextCursor` of the page before, same sort. */
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
                            act: string;
                            label: string;
                            /** @description What the rules looked at: fact -> its kind and value. */
                            facts: {
                                [key: string]: unknown;
                            };
                            /** @enum {unknown} */
                            state: "pending" | "approved" | "refused" | "withdrawn" | "expired" | "failed";
                            requesterName: string;
                            roles: string[];
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            askedAt: string;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            expiresAt: string;
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
    countApprovals: {
        parameters: {
            query?: {
                state?: "pending" | "approved" | "refused" | "withdrawn" | "expired" | "failed";
                /** @description `column:operator:value`, repeated; all must hold, several `is` of one column mean any of them. Columns and their operators: `/columns`. */
                filter?: string[];
                search?: string;
                /** @description IANA zone in which days are meant; UTC unless told. */
                zone?: string;
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
                        count: number;
                        /** @description There are more than `count`. */
                        capped: boolean;
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
    exportApprovals: {
        parameters: {
            query: {
                state?: "pending" | "approved" | "refused" | "withdrawn" | "expired" | "failed";
                /** @description `column:operator:value`, repeated; all must hold, several `is` of one column mean any of them. Columns and their operators: `/columns`. */
                filter?: string[];
                search?: string;
                /** @description IANA zone in which days are meant; UTC unless told. */
                zone?: string;
                /** @description A sortable column, `-` before it for descending. */
                sort?: string;
                format: "csv" | "xlsx";
                /** @description Keys with commas between; all unless told. */
                columns?: string;
                /** @description Begin with a byte order mark, by which Excel knows UTF-8. */
                bom?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes, as a download. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    getApprovalsColumns: {
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
                        defaultSort: string;
                        searchable: boolean;
                        columns: {
                            /** @description The field of an item; of a filter alone where `shown` is false. */
                            key: string;
                            /** @enum {unknown} */
                            type: "text" | "integer" | "money" | "instant" | "date" | "enum" | "boolean" | "id";
                            label: string;
                            shown: boolean;
                            sortable: boolean;
                            nullable: boolean;
                            operators: string[];
                            values: {
                                value: string;
                                label: string;
                            }[] | null;
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
    getApproval: {
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
                        act: string;
                        title: string;
                        /** @description What is asked for, in the language of the request. */
                        summary: string;
                        ref: {
                            kind: string;
                            id: string;
                        };
                        /** @description What people call the record. */
                        label: string;
                        path: string | null;
                        /** @description What the rules looked at: fact -> its kind and value. */
                        facts: {
                            [key: string]: unknown;
                        };
                        factLabels: {
                            [key: string]: string;
                        };
                        /** @enum {unknown} */
                        state: "pending" | "approved" | "refused" | "withdrawn" | "expired" | "failed";
                        requester: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            byKey: boolean;
                        };
                        requirements: {
                            source: string;
                            id: string;
                            version: number;
                            note: string;
                            roles: string[];
                            roleNames: string[];
                            approvals: number;
                            given: number;
                        }[];
                        decisions: {
                            /** Format: uuid */
                            staffId: string;
                            name: string;
                            /** @enum {unknown} */
                            verdict: "approve" | "refuse";
                            comment: string;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            at: string;
                        }[];
                        changes: {
                            objectType: string;
                            objectId: string;
                            field: string;
                            before?: unknown;
                            after?: unknown;
                        }[];
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        askedAt: string;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        expiresAt: string;
                        endedAt: string | null;
                        problem: {
                            code: string;
                            title: string;
                            remedy: string;
                            field?: string;
                            params?: {
                                [key: string]: string | number;
                            };
                            errors?: {
                                code: string;
                                field?: string;
                                detail: string;
                                remedy: string;
                                params?: {
                                    [key: string]: string | number;
                                };
                            }[];
                        } | null;
                        allowedActions: components["schemas"]["AllowedAction"][];
                        /** @description What the operation answered, for who asked. */
                        answer?: unknown;
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
    previewApproval: {
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
                        /** @description False for long work, which cannot be tried out: what was seen when it was held counts. */
                        known: boolean;
                        /** @description The record is not as it was when this was asked for. */
                        changed: boolean;
                        changes: {
                            objectType: string;
                            objectId: string;
                            field: string;
                            before?: unknown;
                            after?: unknown;
                        }[];
                        problem: {
                            code: string;
                            title: string;
                            remedy: string;
                            field?: string;
                            params?: {
                                [key: string]: string | number;
                            };
                            errors?: {
                                code: string;
                                field?: string;
                                detail: string;
                                remedy: string;
                                params?: {
                                    [key: string]: string | number;
                                };
                            }[];
                        } | null;
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
    decideApproval: {
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
                    /** @enum {unknown} */
                    verdict: "approve" | "refuse";
                    /** @description Asked for where it is refused. */
                    comment: string;
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
                        /** @enum {unknown} */
                        state: "pending" | "approved" | "refused" | "withdrawn" | "expired" | "failed";
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
    withdrawApproval: {
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
                        /** @enum {unknown} */
                        state: "pending" | "approved" | "refused" | "withdrawn" | "expired" | "failed";
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
    listApprovalRules: {
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
                            act: string;
                            condition: {
                                /** @enum {string} */
                                kind: "always";
                            } | {
                                /** @enum {string} */
                                kind: "above_amount";
                                fact: string;
                                /** @description One for each currency; what is in another one is held. */
                                amounts: {
                                    amount: number;
                                    currency: string;
                                }[];
                            } | {
                                /** @enum {string} */
                                kind: "above_percent";
                                fact: string;
                                /** @description Parts per million: 15 % is 150000. */
                                ppm: number;
                            } | {
                                /** @enum {string} */
                                kind: "above_count";
                                fact: string;
                                count: number;
                            } | {
                                /** @enum {string} */
                                kind: "one_of";
                                fact: string;
                                values: string[];
                            };
                            markets: string[] | null;
                            /** @description Who holds any of them may approve. */
                            roles: string[];
                            approvals: number;
                            activeFrom: string | null;
                            activeTo: string | null;
                            note: string;
                            /** Format: uuid */
                            id: string;
                            version: number;
                            /**
                             * Format: date-time
                             * @description Instant, UTC, RFC 3339.
                             */
                            createdAt: string;
                            endedAt: string | null;
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
    makeApprovalRule: {
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
                    act: string;
                    condition: {
                        /** @enum {string} */
                        kind: "always";
                    } | {
                        /** @enum {string} */
                        kind: "above_amount";
                        fact: string;
                        /** @description One for each currency; what is in another one is held. */
                        amounts: {
                            amount: number;
                            currency: string;
                        }[];
                    } | {
                        /** @enum {string} */
                        kind: "above_percent";
                        fact: string;
                        /** @description Parts per million: 15 % is 150000. */
                        ppm: number;
                    } | {
                        /** @enum {string} */
                        kind: "above_count";
                        fact: string;
                        count: number;
                    } | {
                        /** @enum {string} */
                        kind: "one_of";
                        fact: string;
                        values: string[];
                    };
                    markets: string[] | null;
                    /** @description Who holds any of them may approve. */
                    roles: string[];
                    approvals: number;
                    activeFrom: string | null;
                    activeTo: string | null;
                    note: string;
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
    getApprovalRule: {
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
                        act: string;
                        condition: {
                            /** @enum {string} */
                            kind: "always";
                        } | {
                            /** @enum {string} */
                            kind: "above_amount";
                            fact: string;
                            /** @description One for each currency; what is in another one is held. */
                            amounts: {
                                amount: number;
                                currency: string;
                            }[];
                        } | {
                            /** @enum {string} */
                            kind: "above_percent";
                            fact: string;
                            /** @description Parts per million: 15 % is 150000. */
                            ppm: number;
                        } | {
                            /** @enum {string} */
                            kind: "above_count";
                            fact: string;
                            count: number;
                        } | {
                            /** @enum {string} */
                            kind: "one_of";
                            fact: string;
                            values: string[];
                        };
                        markets: string[] | null;
                        /** @description Who holds any of them may approve. */
                        roles: string[];
                        approvals: number;
                        activeFrom: string | null;
                        activeTo: string | null;
                        note: string;
                        /** Format: uuid */
                        id: string;
                        version: number;
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        createdAt: string;
                        endedAt: string | null;
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
    changeApprovalRule: {
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
                    act: string;
                    condition: {
                        /** @enum {string} */
                        kind: "always";
                    } | {
                        /** @enum {string} */
                        kind: "above_amount";
                        fact: string;
                        /** @description One for each currency; what is in another one is held. */
                        amounts: {
                            amount: number;
                            currency: string;
                        }[];
                    } | {
                        /** @enum {string} */
                        kind: "above_percent";
                        fact: string;
                        /** @description Parts per million: 15 % is 150000. */
                        ppm: number;
                    } | {
                        /** @enum {string} */
                        kind: "above_count";
                        fact: string;
                        count: number;
                    } | {
                        /** @enum {string} */
                        kind: "one_of";
                        fact: string;
                        values: string[];
                    };
                    markets: string[] | null;
                    /** @description Who holds any of them may approve. */
                    roles: string[];
                    approvals: number;
                    activeFrom: string | null;
                    activeTo: string | null;
                    note: string;
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
    endApprovalRule: {
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
    listGuardedActs: {
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
                            act: string;
                            title: string;
                            facts: {
                                fact: string;
                                /** @enum {unknown} */
                                kind: "money" | "percent" | "count" | "choice" | "market";
                                label: string;
                                choices: {
                                    value: string;
                                    label: string;
                                }[];
                            }[];
                        }[];
                        roles: {
                            value: string;
                            label: string;
                        }[];
                        currencies: string[];
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
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
                    /** @description The file's, for the task's title. */
                    name?: string;
                    /** @description Of the prices; the first market's unless told. */
                    currency?: string;
                    /** @description Where the stock lies; the first market's unless told. */
                    location?: string;
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
                        taskId: string | null;
                        report: {
                            dryRun: boolean;
                            /** @description Products. */
                            created: number;
                            changed: number;
                            unchanged: number;
                            /** @description Products that are saved, whole. */
                            written: number;
                            /** @description Products of the file. */
                            of: number;
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
                        } | null;
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
                                net: components["schemas"]["Money"];
                            }[];
                            yesterday: {
                                currency: string;
                                orders: number;
                                total: components["schemas"]["Money"];
                                net: components["schemas"]["Money"];
                            }[];
                            lastWeek: {
                                currency: string;
                                orders: number;
                                total: components["schemas"]["Money"];
                                net: components["schemas"]["Money"];
                            }[];
                            lastYear: {
                                currency: string;
                                orders: number;
                                total: components["schemas"]["Money"];
                                net: components["schemas"]["Money"];
                            }[];
                        } | null;
                        awaitingPayment: number | null;
                        failedPayments: {
                            today: {
                                currency: string;
                                payments: number;
                                amount: components["schemas"]["Money"];
                            }[];
                            yesterday: {
                                currency: string;
                                payments: number;
                                amount: components["schemas"]["Money"];
                            }[];
                            lastWeek: {
                                currency: string;
                                payments: number;
                                amount: components["schemas"]["Money"];
                            }[];
                            lastYear: {
                                currency: string;
                                payments: number;
                                amount: components["schemas"]["Money"];
                            }[];
                        } | null;
                        stock: {
                            low: number;
                            soldOut: number;
                        } | null;
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
    getSalesByDay: {
        parameters: {
            query?: {
                days?: number;
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
                        /**
                         * Format: date-time
                         * @description Instant, UTC, RFC 3339.
                         */
                        at: string;
                        timeZone: string;
                        /** @description Those of the orders found, sorted. */
                        currencies: string[];
                        /** @description Oldest first; the last one goes until now, and so does the day that it is compared with. */
                        days: {
                            /** Format: date */
                            on: string;
                            /** Format: date */
                            comparedOn: string;
                            sales: {
                                currency: string;
                                orders: number;
                                total: components["schemas"]["Money"];
                                net: components["schemas"]["Money"];
                            }[];
                            compared: {
                                currency: string;
                                orders: number;
                                total: components["schemas"]["Money"];
                                net: components["schemas"]["Money"];
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
    search: {
        parameters: {
            query: {
                q: string;
                /** @description Of each kind. */
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
                            /** @enum {unknown} */
                            kind: "order" | "product" | "customer" | "staff" | "mail";
                            id: string;
                            title: string;
                            subtitle: string;
                            /** @description Below the back office. */
                            path: string;
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
    getSetUpGuide: {
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
                        /** @description Every step is done or passed over. */
                        complete: boolean;
                        steps: {
                            /** @description organisation, entity, location, market, tax, delivery, payment, product, people */
                            code: string;
                            done: boolean;
                            skipped: boolean;
                            skippedAt: string | null;
                            missing: {
                                code: string;
                                /** @description In the language of the request. */
                                text: string;
                            }[];
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
    skipSetUpStep: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                step: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    skipped: boolean;
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
                        /** @description organisation, entity, location, market, tax, delivery, payment, product, people */
                        code: string;
                        done: boolean;
                        skipped: boolean;
                        skippedAt: string | null;
                        missing: {
                            code: string;
                            /** @description In the language of the request. */
                            text: string;
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
}
