// Generated from openapi.json by npm run fix: do not edit.

export interface paths {
    "/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List API keys
         * @description X-Total-Count says how many there are, or, where X-Total-Count-Relation is at-least, how many were counted before it was enough; X-Next-Cursor and Link where the next page begins.
         */
        get: operations["listApiKeys"];
        put?: never;
        /** Make an API key, which acts as its person */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys/{key_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an API key */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The audit trail of what belongs to no event: people, keys, the tenant's settings
         * @description X-Total-Count says how many there are, or, where X-Total-Count-Relation is at-least, how many were counted before it was enough; X-Next-Cursor and Link where the next page begins. Where neither a counter nor an index knows what a filter finds, one request looks at 10,000 rows. There may be more then: X-Total-Count is what was counted so far, and X-Total-Count-Relation is at-least; everywhere else it is exact. A page that ends there is shorter than its limit, or empty, and X-Next-Cursor says that the list goes on.
         */
        get: operations["listTenantAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The audit trail of what belongs to no event, as CSV
         * @description Takes the filters of the list, and no page: all there is, as it was when the answer began, one line for each. The first line names the columns. Text that a spreadsheet would run as a formula has an apostrophe in front. An answer that ends without its last chunk is not whole: ask again. A few exports go on at once; another is told to wait (BUSY).
         */
        get: operations["exportTenantAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with a one-time code, and choose a password */
        post: operations["signInByLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/link-request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mail me a link that signs me in once, within an hour
         * @description The answer is the same whether somebody has this address or not. With the link a new password can be chosen.
         */
        post: operations["requestSignInLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change my password; every other session ends */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with e-mail and password
         * @description Sets a session cookie. Whoever belongs to several tenants says which.
         */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign out here */
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sign-out-everywhere": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign out everywhere */
        post: operations["signOutEverywhere"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The desk this tablet stands at, and who is expected now */
        get: operations["getOwnDesk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/enrolments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enrol this tablet with a one-time code
         * @description For whoever has the code. The key is in this answer and in no other.
         */
        post: operations["enrolDesk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/leases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hold people for the time without a network
         * @description Until it expires, only this tablet hands out to them. Asking again keeps who is held, adds more, and begins the time anew. What has run out is free again; a tablet must not hand out by it.
         */
        post: operations["leaseDesk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/leases/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Give back what this tablet holds
         * @description Send the log first. Where nothing is held, nothing changes.
         */
        delete: operations["giveBackLease"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell what was handed out without a network
         * @description The same log again gets the same answers. A log that goes on later begins at next_seq. An entry whose signature or whose place in the chain is wrong is REFUSED with all behind it. What was handed out against the rules is recorded with a finding, and never lost: also after the lease has run out, and for seven days after the tablet was revoked.
         */
        post: operations["sendDeskLog"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * People this desk may serve, by the beginnings of their names
         * @description In the order of their slots and names, so many at most; whoever looks for one types more of the name.
         */
        get: operations["listDeskPeople"];
        put?: never;
        post?: never;
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
        /**
         * List events
         * @description X-Total-Count says how many there are, or, where X-Total-Count-Relation is at-least, how many were counted before it was enough; X-Next-Cursor and Link where the next page begins.
         */
        get: operations["listEvents"];
        put?: never;
        /** Create an event with its budget */
        post: operations["createEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One event with its options
         * @description The ETag is its version: send it as If-Match with a change, so that nobody is overwritten unseen.
         */
        get: operations["getEvent"];
        /** Change an event: only the fields sent */
        put: operations["updateEvent"];
        post?: never;
        /** Archive an event; nothing is lost */
        delete: operations["archiveEvent"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who changed what in the event, and when
         * @description X-Total-Count says how many there are, or, where X-Total-Count-Relation is at-least, how many were counted before it was enough; X-Next-Cursor and Link where the next page begins. Where neither a counter nor an index knows what a filter finds, one request looks at 10,000 rows. There may be more then: X-Total-Count is what was counted so far, and X-Total-Count-Relation is at-least; everywhere else it is exact. A page that ends there is shorter than its limit, or empty, and X-Next-Cursor says that the list goes on.
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
    "/events/{event_id}/audit.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who changed what in the event, and when, as CSV
         * @description Takes the filters of the list, and no page: all there is, as it was when the answer began, one line for each. The first line names the columns. Text that a spreadsheet would run as a formula has an apostrophe in front. An answer that ends without its last chunk is not whole: ask again. A few exports go on at once; another is told to wait (BUSY).
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
    "/events/{event_id}/badges.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Badges with the QR code of each approved registration, as PDF */
        get: operations["printBadges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/budget-history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The event's money at the end of each day: budget, committed, requested */
        get: operations["getBudgetHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/budget-variance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The budget against what is committed of it */
        get: operations["getBudgetVariance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/budget.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The budget against what is committed of it, as CSV
         * @description Takes the filters of the list, and no page: all there is, as it was when the answer began, one line for each. The first line names the columns. Text that a spreadsheet would run as a formula has an apostrophe in front. An answer that ends without its last chunk is not whole: ask again. A few exports go on at once; another is told to wait (BUSY).
         */
        get: operations["exportBudget"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/budget.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The budget against what is committed of it, as a workbook
         * @description Takes the filters of the list, and no page. Dates and times are in the time zone of the event. Text is text, whatever it begins with. An answer that ends without its last chunk is not whole: ask again.
         */
        get: operations["exportBudgetXlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/check-conflicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Would it work? Every conflict that asking would meet now; creates nothing */
        post: operations["checkConflicts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What closing the books would settle, or has settled */
        get: operations["getClosing"];
        put?: never;
        /**
         * Close the books: return or write off what nobody collected
         * @description One step for all of it, with a ledger entry and an audit entry for each registration. From then on nothing of the event changes, until its books are opened again. With dry_run nothing is closed, and it says what would be.
         */
        post: operations["closeBooks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/closing/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open closed books again; what was returned is committed again */
        post: operations["reopenBooks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was handed out
         * @description X-Total-Count says how many there are, or, where X-Total-Count-Relation is at-least, how many were counted before it was enough; X-Next-Cursor and Link where the next page begins.
         */
        get: operations["listCollections"];
        put?: never;
        /**
         * Hand out what somebody is approved for, once
         * @description Whatever comes of a scan is its answer, with status 200; see `outcome`. The nonce is what makes it happen once: sent again with the same scan it gets the same answer, with the counts of now; with another scan it is refused (NONCE_REUSED). Collecting changes neither money nor stock nor slots: those were taken by the approval.
         */
        post: operations["collect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/collections.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was handed out, as CSV
         * @description Takes the filters of the list, and no page: all there is, as it was when the answer began, one line for each. The first line names the columns. Text that a spreadsheet would run as a formula has an apostrophe in front. An answer that ends without its last chunk is not whole: ask again. A few exports go on at once; another is told to wait (BUSY).
         */
        get: operations["exportCollections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/collections.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was handed out, as a workbook
         * @description Takes the filters of the list, and no page. Dates and times are in the time zone of the event. Text is text, whatever it begins with. An answer that ends without its last chunk is not whole: ask again.
         */
        get: operations["exportCollectionsXlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/collections/{collection_id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a collection back, with a reason
         * @description For who manages the event; for whoever made it within 60 seconds. Repeating it changes nothing and answers 200.
         */
        post: operations["undoCollection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/day": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the day goes */
        get: operations["getDay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/desks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The desks of an event
         * @description X-Total-Count says how many there are, or, where X-Total-Count-Relation is at-least, how many were counted before it was enough; X-Next-Cursor and Link where the next page begins. Archived ones are left out.
         */
        get: operations["listDesks"];
        put?: never;
        /** Set up a desk */
        post: operations["createDesk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/desks/{desk_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One desk */
        get: operations["getDesk"];
        /**
         * Change a desk, or count what lies on its table
         * @description Only the fields sent are changed. A tablet that has no network goes on with what it had.
         */
        put: operations["updateDesk"];
        post?: never;
        /**
         * Close a desk for good
         * @description Its tablets are revoked, and what they held for the time without a network is free again.
         */
        delete: operations["archiveDesk"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/desks/{desk_id}/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The tablets of a desk, revoked ones too
         * @description X-Total-Count says how many there are, or, where X-Total-Count-Relation is at-least, how many were counted before it was enough; X-Next-Cursor and Link where the next page begins.
         */
        get: operations["listDeskDevices"];
        put?: never;
        /**
         * Make a one-time code that enrols a tablet at a desk
         * @description The code is in this answer and in no other. It is good for one tablet, and for ten minutes.
         */
        post: operations["createDeskDevice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/desks/{desk_id}/devices/{device_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a tablet out of use
         * @description Its key is refused everywhere within a second, and what it held for the time without a network is free again. What it handed out before it knew is still taken, for seven days, by the signature on its log. Repeating it changes nothing.
         */
        delete: operations["revokeDeskDevice"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a file be made while nobody waits for it
         * @description For what takes long. Its file is kept for 7 days, up to 100 MB.
         */
        post: operations["startExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/inventory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is on hand, promised and handed out, by option and desk */
        get: operations["getInventory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The event's budget history: what was committed and released
         * @description X-Total-Count says how many there are, or, where X-Total-Count-Relation is at-least, how many were counted before it was enough; X-Next-Cursor and Link where the next page begins. Where neither a counter nor an index knows what a filter finds, one request looks at 10,000 rows. There may be more then: X-Total-Count is what was counted so far, and X-Total-Count-Relation is at-least; everywhere else it is exact. A page that ends there is shorter than its limit, or empty, and X-Next-Cursor says that the list goes on.
         */
        get: operations["listLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/ledger.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The event's budget history as CSV
         * @description Takes the filters of the list, and no page: all there is, as it was when the answer began, one line for each. The first line names the columns. Text that a spreadsheet would run as a formula has an apostrophe in front. An answer that ends without its last chunk is not whole: ask again. A few exports go on at once; another is told to wait (BUSY).
         */
        get: operations["exportLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/ledger.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The event's budget history as a workbook
         * @description Takes the filters of the list, and no page. Dates and times are in the time zone of the event. Text is text, whatever it begins with. An answer that ends without its last chunk is not whole: ask again.
         */
        get: operations["exportLedgerXlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/ledger/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All of the ledger as it was hashed, for anybody to compute again
         * @description A file of any length, read from one snapshot together with its verification. An answer that ends without its last chunk is not whole, and no JSON either.
         */
        get: operations["getLedgerProof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/ledger/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Recompute every counter, sum and chain of the event */
        get: operations["verifyLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/locations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List an event's pickup locations
         * @description X-Total-Count says how many there are, or, where X-Total-Count-Relation is at-least, how many were counted before it was enough; X-Next-Cursor and Link where the next page begins.
         */
        get: operations["listLocations"];
        put?: never;
        /** Add a pickup location to an event */
        post: operations["createLocation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/locations/{location_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One pickup location, with how to find it */
        get: operations["getLocation"];
        /**
         * Change a pickup location: only the fields sent
         * @description Its slots are shown with its new name; their labels stay.
         */
        put: operations["updateLocation"];
        post?: never;
        /** Remove a pickup location without slots */
        delete: operations["archiveLocation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/notice-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same for one event
         * @description The event's own text where there is one, or else the organisation's, or else what Allot brings along.
         */
        get: operations["getEventNoticeTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/notification-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When an event reminds people, and warns those who run it */
        get: operations["getEventNotificationSettings"];
        /** Change when an event reminds and warns: only the fields sent are changed */
        put: operations["updateEventNotificationSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List an event's options
         * @description X-Total-Count says how many there are, or, where X-Total-Count-Relation is at-least, how many were counted before it was enough; X-Next-Cursor and Link where the next page begins.
         */
        get: operations["listOptions"];
        put?: never;
        /** Add an option to an event */
        post: operations["createOption"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/options/{option_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change an option: only the fields sent
         * @description A new price is for those who ask from now on; what is asked already keeps its amount.
         */
        put: operations["updateOption"];
        post?: never;
        /** Archive an option; those who have it keep it */
        delete: operations["archiveOption"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/options/{option_id}/overlaps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many people would be in two tracks at once, if this one had these times
         * @description Changes nothing. The times may be changed all the same: whoever overlaps then is not approved.
         */
        get: operations["previewOverlaps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/options/{option_id}/picture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The picture of an option
         * @description For who may see the event. With v, as its address has it, it may be kept for ever; there is an ETag too.
         */
        get: operations["getOptionPicture"];
        /**
         * Give an option a picture, in the place of the one it has
         * @description The body is the picture itself: JPEG, PNG or WebP, at most 5 MB and 50 million pixels. It is decoded, and made anew as WebP, upright, at most 1600 pixels wide and high, without what a camera wrote beside it.
         */
        put: operations["putOptionPicture"];
        post?: never;
        /** Take the picture of an option away */
        delete: operations["deleteOptionPicture"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/outcomes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What became of what was approved, registration by registration
         * @description X-Total-Count says how many there are, or, where X-Total-Count-Relation is at-least, how many were counted before it was enough; X-Next-Cursor and Link where the next page begins.
         */
        get: operations["listOutcomes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/pickup-list.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who collects what, by slot, with boxes to tick, as PDF */
        get: operations["printPickupList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for an option of an event
         * @description Creates a PENDING registration at the price of today. Nothing is taken from the budget yet.
         */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List an event's registrations
         * @description X-Total-Count says how many there are, or, where X-Total-Count-Relation is at-least, how many were counted before it was enough; X-Next-Cursor and Link where the next page begins. Where neither a counter nor an index knows what a filter finds, one request looks at 10,000 rows. There may be more then: X-Total-Count is what was counted so far, and X-Total-Count-Relation is at-least; everywhere else it is exact. A page that ends there is shorter than its limit, or empty, and X-Next-Cursor says that the list goes on.
         */
        get: operations["listRegistrations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/registrations.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An event's registrations as CSV
         * @description Takes the filters of the list, and no page: all there is, as it was when the answer began, one line for each. The first line names the columns. Text that a spreadsheet would run as a formula has an apostrophe in front. An answer that ends without its last chunk is not whole: ask again. A few exports go on at once; another is told to wait (BUSY).
         */
        get: operations["exportRegistrations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/registrations.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An event's registrations as a workbook
         * @description Takes the filters of the list, and no page. Dates and times are in the time zone of the event. Text is text, whatever it begins with. An answer that ends without its last chunk is not whole: ask again.
         */
        get: operations["exportRegistrationsXlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/registrations/{registration_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One registration */
        get: operations["getRegistration"];
        /**
         * Approve, reject or cancel a registration, or give it another slot
         * @description Approving commits money, stock and slot in one step; rejecting or cancelling what was approved gives all three back. Repeating a decision that holds already changes nothing and answers 200. With `preferred_pickup_slot` alone, people change the slot of their own registration: while it is pending and registration is open, the one they prefer; once it is approved and until the event's day begins, the one they have.
         */
        put: operations["decideRegistration"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/registrations/{registration_id}/qr": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a registration a new code; the old one answers REVOKED
         * @description For who manages the event, and for whose registration it is.
         */
        post: operations["replaceQr"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/registrations/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve, reject or cancel many registrations as one batch, or try what would come of it
         * @description Each registration gets an answer of its own: decided, held already, or refused with everything that stands in the way. With `dry_run` the same is worked out and nothing is written. Up to 500 are answered at once (200); of more, or with `Prefer: respond-async`, a job is made (202) that goes on whatever happens to the server: read it at `/jobs/{job_id}`. A batch that has to come out as a whole (`all_or_nothing`, `largest_fit`, `expected_basis`) takes at most 20,000.
         */
        post: operations["decideRegistrations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/registrations/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many registrations there are of each kind
         * @description Takes the filters of the list. Each kind is counted under all of them but its own, so that what else could be chosen is counted too; `total` is under all of them. At most 200 of a kind, those with the most first. `at_least` names the kinds of which only a part was counted.
         */
        get: operations["getRegistrationFacets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The event in figures: planned, committed and spent; and what stands out */
        get: operations["getReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/report.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report as PDF */
        get: operations["printReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List an event's pickup slots, with how many they still take
         * @description X-Total-Count says how many there are, or, where X-Total-Count-Relation is at-least, how many were counted before it was enough; X-Next-Cursor and Link where the next page begins.
         */
        get: operations["listSlots"];
        put?: never;
        /**
         * Define a pickup slot
         * @description Once an event defines slots, only those exist; before, any label a person proposes is one.
         */
        post: operations["createSlot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/slots/{slot_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a pickup slot: only the fields sent */
        put: operations["updateSlot"];
        post?: never;
        /** Remove a pickup slot that nobody holds or asks for */
        delete: operations["archiveSlot"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/slots/{slot_id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move people from one pickup slot to another
         * @description Those named, or so many, or, with neither, up to 500 of those in the slot: who is approved for it, and who asks for it. Each gets an answer of their own, is decided like any other change of slot, and is told. With `dry_run` nothing is written.
         */
        post: operations["movePeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/slots/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which moves would let everybody who asks for a slot have one on the same day
         * @description Whoever is approved keeps their slot, and of those who ask whoever asked first. Nobody is moved by this: see movePeople.
         */
        get: operations["getSlotBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/slots/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Define up to 500 pickup slots at once: all of them, or none
         * @description What is wrong with one is said with its place in the list, such as body.slots.3.ends_at.
         */
        post: operations["createSlots"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/slots/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make the slots of a location from opening hours, or see what they would be
         * @description Cuts the opening hours of each day, without its breaks, into slots. They follow the clocks of the event: an hour that is left out has none, one that comes twice has both. Done again, the slots of those days at this location become what is planned now; those that people hold or ask for stay whatever is planned. With `dry_run` the same is worked out and nothing is written. At most 500 slots at once.
         */
        post: operations["planSlots"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happens in the event, as it happens (server-sent events)
         * @description Messages: `counters` is what is left now, at the beginning and at most about four times a second; `change` is one entry of the audit trail, and `job` how far a batch is, for those who see registrations; `reset` says to read everything anew. The id of a message is the number of an audit entry: sent as Last-Event-ID, as browsers do by themselves, what was missed since comes first. A comment every 15 seconds says that the line is open.
         */
        get: operations["streamEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/waitlist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who waits, in the order in which they come up
         * @description X-Total-Count says how many there are, or, where X-Total-Count-Relation is at-least, how many were counted before it was enough; X-Next-Cursor and Link where the next page begins. Open offers stand first, those that expire soonest before the others.
         */
        get: operations["listWaitlist"];
        put?: never;
        /**
         * Wait for an option, or for any of several
         * @description Creates a WAITLISTED registration, which holds nothing. Where asking would work now there is nothing to wait for (409 WAITLIST_NOT_NEEDED): register. Whatever becomes free goes to those who wait, in the order of the event. To leave the list, cancel the registration.
         */
        post: operations["joinWaitlist"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/waitlist.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who waits, in the order of their turns, as CSV
         * @description Takes the filters of the list, and no page: all there is, as it was when the answer began, one line for each. The first line names the columns. Text that a spreadsheet would run as a formula has an apostrophe in front. An answer that ends without its last chunk is not whole: ask again. A few exports go on at once; another is told to wait (BUSY).
         */
        get: operations["exportWaitlist"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/waitlist.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who waits, in the order of their turns, as a workbook
         * @description Takes the filters of the list, and no page. Dates and times are in the time zone of the event. Text is text, whatever it begins with. An answer that ends without its last chunk is not whole: ask again.
         */
        get: operations["exportWaitlistXlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/waitlist/{registration_id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept what is offered to me: it becomes a PENDING registration
         * @description Accepting again changes nothing and answers 200.
         */
        post: operations["acceptOffer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/waitlist/{registration_id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline what is offered to me, and leave the list; it goes to whoever is next
         * @description Declining again changes nothing and answers 200.
         */
        post: operations["declineOffer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/waitlist/{registration_id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give somebody another place in the list, with a reason */
        post: operations["moveOnWaitlist"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/waitlist/draw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Draw the lottery now, and publish its seed
         * @description Happens by itself once registration has closed. Whoever joins after the draw stands behind those who were drawn. Repeating it changes nothing and answers 200.
         */
        post: operations["drawWaitlist"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/waitlist/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I wait for in an event, and how many are before me */
        get: operations["getMyWaitlist"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event_id}/workbook.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All of the event as one workbook: registrations, ledger, budget and collections, a sheet for each
         * @description Takes the filters of the list, and no page. Dates and times are in the time zone of the event. Text is text, whatever it begins with. An answer that ends without its last chunk is not whole: ask again.
         */
        get: operations["exportWorkbook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Files that were, or are being, made
         * @description X-Total-Count says how many there are, or, where X-Total-Count-Relation is at-least, how many were counted before it was enough; X-Next-Cursor and Link where the next page begins.
         */
        get: operations["listExports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{export_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a file is */
        get: operations["getExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{export_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a file that is being made, or forget one that is done
         * @description Doing so again changes nothing and answers 200.
         */
        post: operations["cancelExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{export_id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file itself, once it is done */
        get: operations["downloadExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Is the process alive? */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Batches that are or were decided as jobs
         * @description X-Total-Count says how many there are, or, where X-Total-Count-Relation is at-least, how many were counted before it was enough; X-Next-Cursor and Link where the next page begins. Jobs are kept for 30 days.
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
    "/jobs/{job_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a job is, and what came of it */
        get: operations["getJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{job_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a job; what it has decided stays decided
         * @description Cancelling it again changes nothing and answers 200.
         */
        post: operations["cancelJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{job_id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a job that failed go on where it stopped
         * @description Of one that is under way nothing changes.
         */
        post: operations["retryJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{job_id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The answer to each registration of a job, in the order in which they were decided
         * @description X-Total-Count says how many there are, or, where X-Total-Count-Relation is at-least, how many were counted before it was enough; X-Next-Cursor and Link where the next page begins.
         */
        get: operations["listJobRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{job_id}/rows.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The answer to each registration of a job as CSV
         * @description Takes the filters of the list, and no page: all there is, as it was when the answer began, one line for each. The first line names the columns. Text that a spreadsheet would run as a formula has an apostrophe in front. An answer that ends without its last chunk is not whole: ask again. A few exports go on at once; another is told to wait (BUSY).
         */
        get: operations["exportJobRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who am I, where, and what may I do? */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What I was told, newest first
         * @description X-Total-Count says how many there are, or, where X-Total-Count-Relation is at-least, how many were counted before it was enough; X-Next-Cursor and Link where the next page begins. In my language. Kept for 180 days.
         */
        get: operations["listInbox"];
        /**
         * Mark some of it, or all, as read or as unread
         * @description What is not mine is passed over.
         */
        put: operations["markInbox"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/inbox/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much of it I have not read */
        get: operations["getInboxSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/notification-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What I get, and how
         * @description Kinds are in three audiences: whoever registered, whoever runs the event, and accounts. The mail of those that are required cannot be turned off; everything else can, for each channel.
         */
        get: operations["getNotificationSettings"];
        /**
         * Say what I want to get: only the kinds sent are changed
         * @description Kinds are in three audiences: whoever registered, whoever runs the event, and accounts. The mail of those that are required cannot be turned off; everything else can, for each channel.
         */
        put: operations["updateNotificationSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How I like the screens */
        get: operations["getProfile"];
        /** Say how I like the screens: only the fields sent are changed */
        put: operations["updateProfile"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My registrations, in all events
         * @description X-Total-Count says how many there are, or, where X-Total-Count-Relation is at-least, how many were counted before it was enough; X-Next-Cursor and Link where the next page begins.
         */
        get: operations["listMyRegistrations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures for Prometheus */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notice-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The text of every kind of message in every language, and what it may name
         * @description The organisation's own text where there is one, or else what Allot brings along.
         */
        get: operations["getNoticeTemplates"];
        /**
         * Write a text of your own, for an event or (by owners) for the organisation
         * @description A placeholder that this kind does not know is refused, with those it knows.
         */
        put: operations["saveNoticeTemplate"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notice-templates/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How a message would look, with example values; nothing is kept */
        post: operations["previewNoticeTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notice-templates/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Go back to the text before it: of the organisation, or of Allot */
        post: operations["resetNoticeTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notice-templates/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send it to me, with example values */
        post: operations["testNoticeTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notification-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Language and answering address of the organisation's mail */
        get: operations["getTenantNotificationSettings"];
        /** Change language or answering address of the organisation's mail */
        put: operations["updateTenantNotificationSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/offers/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The offer behind a link
         * @description For whoever has the link; nobody has to sign in. Looking at it changes nothing.
         */
        get: operations["getOffer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/offers/{token}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept the offer behind a link
         * @description Accepting again changes nothing and answers 200.
         */
        post: operations["acceptOfferByLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/offers/{token}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline the offer behind a link
         * @description Declining again changes nothing and answers 200.
         */
        post: operations["declineOfferByLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every message there is, newest first
         * @description X-Total-Count says how many there are, or, where X-Total-Count-Relation is at-least, how many were counted before it was enough; X-Next-Cursor and Link where the next page begins. Kept for 180 days.
         */
        get: operations["listOutbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/outbox/{notice_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One message, with its text and every attempt */
        get: operations["getOutboxMessage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/outbox/{notice_id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try one again that failed or was kept
         * @description Of one that waits already, or is done, nothing changes.
         */
        post: operations["retryOutboxMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/outbox/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try all again that failed, or send all that were kept; at most 10,000 at a time */
        post: operations["retryOutbox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/outbox/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many messages wait, are kept, or failed */
        get: operations["getOutboxSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Does the database answer, and does the server take requests? */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tenant's settings */
        get: operations["getTenant"];
        /**
         * Change the tenant's settings
         * @description Currency and time zone are what new events begin with; those there are keep theirs.
         */
        put: operations["updateTenant"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenant/sample-event": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a sample event, in an organisation that has no event
         * @description A draft with options, slots, and requests of made-up people, who may not come in and to whom nothing is sent. All of it is in the books like anything else; archive it when it is no longer needed.
         */
        post: operations["createSampleEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tenants
         * @description X-Total-Count says how many there are, or, where X-Total-Count-Relation is at-least, how many were counted before it was enough; X-Next-Cursor and Link where the next page begins.
         */
        get: operations["listTenants"];
        put?: never;
        /** Create a tenant */
        post: operations["createTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{tenant_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Suspend a tenant, or let it go on */
        put: operations["suspendTenant"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{tenant_id}/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make an API key for a person of a tenant */
        post: operations["createTenantApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{tenant_id}/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a person to a tenant */
        post: operations["createTenantUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{tenant_id}/users/{user_id}/sign-in-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a one-time sign-in link for a person of a tenant */
        post: operations["createTenantSignInLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List people
         * @description X-Total-Count says how many there are, or, where X-Total-Count-Relation is at-least, how many were counted before it was enough; X-Next-Cursor and Link where the next page begins.
         */
        get: operations["listUsers"];
        put?: never;
        /** Add a person */
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a person: name, role, department, or whether they may come in */
        put: operations["updateUser"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{user_id}/invite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mail a person a link that signs them in once, within 7 days
         * @description The link is made when the mail goes out, and shown to nobody else. Every invitation has one of its own.
         */
        post: operations["inviteUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{user_id}/sign-in-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a one-time sign-in link for a person */
        post: operations["createSignInLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where messages are sent
         * @description X-Total-Count says how many there are, or, where X-Total-Count-Relation is at-least, how many were counted before it was enough; X-Next-Cursor and Link where the next page begins. Archived ones are left out.
         */
        get: operations["listWebhookEndpoints"];
        put?: never;
        /**
         * Have messages sent to an address
         * @description The secret is in this answer and in no other. Messages are signed by the Standard Webhooks scheme; the address must be https and public, by every address its name stands for.
         */
        post: operations["createWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-endpoints/{endpoint_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One place messages are sent to */
        get: operations["getWebhookEndpoint"];
        /**
         * Change where messages are sent, or which
         * @description Only the fields sent are changed. What waits to be sent goes to the new address.
         */
        put: operations["updateWebhookEndpoint"];
        post?: never;
        /**
         * Send nothing there any more, for good
         * @description What was sent can still be read. What waits is given up.
         */
        delete: operations["archiveWebhookEndpoint"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-endpoints/{endpoint_id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was sent there, and what became of it
         * @description X-Total-Count says how many there are, or, where X-Total-Count-Relation is at-least, how many were counted before it was enough; X-Next-Cursor and Link where the next page begins. Kept for 30 days.
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
    "/webhook-endpoints/{endpoint_id}/deliveries/{delivery_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One message, with each attempt at sending it */
        get: operations["getWebhookDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-endpoints/{endpoint_id}/deliveries/{delivery_id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message again, with the same id
         * @description Also one that arrived: a receiver that has seen its id leaves it. One that waits is sent at once.
         */
        post: operations["replayWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-endpoints/{endpoint_id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send nothing there for now
         * @description What happens meanwhile is noted, and sent on resuming; after four days it is given up.
         */
        post: operations["pauseWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-endpoints/{endpoint_id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send there again: what was paused, or disabled because it failed */
        post: operations["resumeWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-endpoints/{endpoint_id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a new secret
         * @description Until the secret before runs out, each message carries a signature with either.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-endpoints/{endpoint_id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message there that says nothing
         * @description The answer comes before the sending: read the delivery to see what became of it. One test waits at a time.
         */
        post: operations["testWebhookEndpoint"];
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
        AlternativeOption: {
            available: number;
            /**
             * @description Major units, with at most the currency's decimals
             * @example 74.5
             */
            cost_per_unit: number;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            option_id: string;
            option_name: string;
        };
        AlternativeSlot: {
            available: number;
            label: string;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            slot_id: string;
        };
        /**
         * @example {
         *       "id": "019b2f6d-7777-7c00-9a00-1b2c3d4e5f07",
         *       "user_id": "019b2f6d-0002-7c00-9a00-1b2c3d4e5f06",
         *       "user_name": "Priya Raman",
         *       "name": "Approvals from the finance system",
         *       "rate_limit_per_minute": 600,
         *       "created_at": "2027-02-15T10:05:00.000Z",
         *       "expires_at": null,
         *       "revoked_at": null
         *     }
         */
        ApiKey: {
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            created_at: string;
            expires_at: string | null;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            id: string;
            name: string;
            rate_limit_per_minute: number | null;
            revoked_at: string | null;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            user_id: string;
            user_name: string;
        };
        /**
         * @example {
         *       "user_id": "019b2f6d-0002-7c00-9a00-1b2c3d4e5f06",
         *       "name": "Approvals from the finance system",
         *       "rate_limit_per_minute": 600
         *     }
         */
        ApiKeyRequest: {
            expires_at?: string | null;
            name: string;
            rate_limit_per_minute?: number | null;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            user_id: string;
        };
        /**
         * @example {
         *       "entry_no": 2509,
         *       "action": "registration.approved",
         *       "subject_id": "019b2f70-1c2d-7a5b-8e6f-3a4b5c6d7e04",
         *       "actor_id": "019b2f6d-0002-7c00-9a00-1b2c3d4e5f06",
         *       "actor_name": "Priya Raman",
         *       "person_name": "Ana Ferreira",
         *       "option_name": "Merino Hoodie",
         *       "api_key_id": null,
         *       "from_status": "PENDING",
         *       "to_status": "APPROVED",
         *       "detail": {
         *         "user_id": "019b2f6d-0001-7c00-9a00-1b2c3d4e5f05",
         *         "event_option_id": "019b2f6e-9a01-7d44-8a10-2f6be3c4d501",
         *         "amount_minor": 7400,
         *         "slot_id": "019b2f6e-9b10-7e0f-b0f4-91c2d3e4f703"
         *       },
         *       "idempotency_key": "6f1f7f0e-approve-1",
         *       "created_at": "2027-04-21T12:32:00.000Z",
         *       "previous_hash": "41d0a6b7c8d9e0f1122334455667788990aabbccddeeff00112233445566677c",
         *       "hash": "9f3c1d6a5b2e4f80917263544536271809fa8b7c6d5e4f30211203f4e5d6a81e"
         *     }
         */
        AuditEntry: {
            action: string;
            /** @description null where the operator acted, or Allot by itself */
            actor_id: string | null;
            actor_name: string | null;
            api_key_id: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            created_at: string;
            detail: {
                [key: string]: unknown;
            } | null;
            entry_no: number;
            from_status: string | null;
            /** @description SHA-256, hexadecimal; empty before the first entry */
            hash: string;
            idempotency_key: string | null;
            option_name: string | null;
            /** @description Whose registration it is, or who it is about */
            person_name: string | null;
            /** @description SHA-256, hexadecimal; empty before the first entry */
            previous_hash: string;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            subject_id: string;
            to_status: string | null;
        };
        /**
         * @example {
         *       "event_id": "019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e",
         *       "batch_id": "019b2f71-1c2d-7a5b-8e6f-3a4b5c6d7e10",
         *       "action": "approve",
         *       "order": "oldest_first",
         *       "mode": "best_effort",
         *       "dry_run": true,
         *       "total": 2,
         *       "changed": 1,
         *       "unchanged": 0,
         *       "refused": 1,
         *       "refusals": [
         *         {
         *           "code": "INVENTORY_EXHAUSTED",
         *           "count": 1
         *         }
         *       ],
         *       "amount": 74,
         *       "totals": {
         *         "budget": {
         *           "total": 100000,
         *           "committed_before": 90960,
         *           "committed_after": 91034,
         *           "available_after": 8966
         *         },
         *         "options": [
         *           {
         *             "option_id": "019b2f6e-9a01-7d44-8a10-2f6be3c4d501",
         *             "option_name": "Merino Hoodie",
         *             "option_type": "INVENTORY",
         *             "total_available": 150,
         *             "committed_before": 149,
         *             "committed_after": 150,
         *             "refused": 1
         *           }
         *         ],
         *         "slots": [
         *           {
         *             "slot_id": "019b2f6e-9b10-7e0f-b0f4-91c2d3e4f703",
         *             "label": "North Gate 11:30",
         *             "location": "North Gate",
         *             "capacity": 20,
         *             "committed_before": 11,
         *             "committed_after": 12,
         *             "refused": 1
         *           }
         *         ]
         *       },
         *       "largest_fit": {
         *         "count": 1,
         *         "bound": 1,
         *         "is_exact": true
         *       },
         *       "remedies": [
         *         {
         *           "kind": "add_stock",
         *           "message": "Add 1 of Merino Hoodie: 1 more.",
         *           "option_id": "019b2f6e-9a01-7d44-8a10-2f6be3c4d501",
         *           "count": 1,
         *           "more": 1
         *         },
         *         {
         *           "kind": "offer_options",
         *           "message": "Offer Cotton T-Shirt to 1.",
         *           "option_id": "019b2f6e-9a01-7d44-8a10-2f6be3c4d501",
         *           "alternative_option_ids": [
         *             "019b2f6e-9a02-7b31-9c22-7d0a91e8f602"
         *           ],
         *           "registration_ids": [
         *             "019b2f70-2c2d-7a5b-8e6f-3a4b5c6d7e05"
         *           ]
         *         }
         *       ],
         *       "basis": "9f3c1d6a5b2e4f80917263544536271809fa8b7c6d5e4f30211203f4e5d6a81e",
         *       "counted_at": "2027-04-21T12:32:08.000Z",
         *       "rows": [
         *         {
         *           "registration_id": "019b2f70-1c2d-7a5b-8e6f-3a4b5c6d7e04",
         *           "outcome": "APPROVED",
         *           "status": "APPROVED",
         *           "amount": 74,
         *           "assigned_pickup_slot": "North Gate 11:30",
         *           "code": null,
         *           "message": null,
         *           "conflicts": []
         *         },
         *         {
         *           "registration_id": "019b2f70-2c2d-7a5b-8e6f-3a4b5c6d7e05",
         *           "outcome": "REFUSED",
         *           "status": "PENDING",
         *           "amount": 74,
         *           "assigned_pickup_slot": null,
         *           "code": "INVENTORY_EXHAUSTED",
         *           "message": "Merino Hoodie has run out: none of 150 is left.",
         *           "conflicts": [
         *             {
         *               "conflict_type": "INVENTORY_EXHAUSTED",
         *               "message": "Merino Hoodie has run out: none of 150 is left.",
         *               "alternatives": [
         *                 "Cotton T-Shirt (164 slots)"
         *               ],
         *               "alternative_options": [
         *                 {
         *                   "option_id": "019b2f6e-9a02-7b31-9c22-7d0a91e8f602",
         *                   "option_name": "Cotton T-Shirt",
         *                   "available": 164,
         *                   "cost_per_unit": 28.5
         *                 }
         *               ],
         *               "alternative_slots": []
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        BatchResult: {
            /** @enum {string} */
            action: "approve" | "reject" | "cancel";
            /**
             * @description What those changed have of the budget together
             * @example 74.5
             */
            amount: number;
            /** @description What this came out from: send it as expected_basis to get exactly this */
            basis: string;
            /**
             * Format: uuid
             * @description Stands in the audit entry of each decision of this batch
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            batch_id: string;
            changed: number;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            counted_at: string;
            dry_run: boolean;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            event_id: string;
            /** @description Of an approval */
            largest_fit: components["schemas"]["LargestFit"] | null;
            /** @enum {string} */
            mode: "best_effort" | "all_or_nothing" | "largest_fit";
            /** @enum {string} */
            order: "oldest_first" | "as_given" | "most_people";
            /** @description By what stands in the way first */
            refusals: {
                code: string;
                count: number;
            }[];
            refused: number;
            remedies: components["schemas"]["Remedy"][];
            /** @description In the order in which they were decided */
            rows: components["schemas"]["BatchRow"][];
            total: number;
            totals: components["schemas"]["BatchTotals"];
            unchanged: number;
        };
        BatchRow: {
            amount: number | null;
            assigned_pickup_slot: string | null;
            /** @description Of a refusal: its code, see the problems */
            code: string | null;
            /** @description Everything that stands in the way; with at most three alternatives of a kind, as the batch leaves them */
            conflicts: components["schemas"]["Conflict"][];
            message: string | null;
            /**
             * @description What was decided; UNCHANGED where it held already
             * @enum {string}
             */
            outcome: "APPROVED" | "REJECTED" | "CANCELLED" | "UNCHANGED" | "REFUSED";
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            registration_id: string;
            /** @description After the batch; null of what is not there */
            status: ("WAITLISTED" | "PENDING" | "APPROVED" | "REJECTED" | "CANCELLED") | null;
        };
        BatchSummary: {
            /** @enum {string} */
            action: "approve" | "reject" | "cancel";
            /**
             * @description What those changed have of the budget together
             * @example 74.5
             */
            amount: number;
            /** @description What this came out from: send it as expected_basis to get exactly this */
            basis: string;
            /**
             * Format: uuid
             * @description Stands in the audit entry of each decision of this batch
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            batch_id: string;
            changed: number;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            counted_at: string;
            dry_run: boolean;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            event_id: string;
            /** @description Of an approval */
            largest_fit: components["schemas"]["LargestFit"] | null;
            /** @enum {string} */
            mode: "best_effort" | "all_or_nothing" | "largest_fit";
            /** @enum {string} */
            order: "oldest_first" | "as_given" | "most_people";
            /** @description By what stands in the way first */
            refusals: {
                code: string;
                count: number;
            }[];
            refused: number;
            remedies: components["schemas"]["Remedy"][];
            total: number;
            totals: components["schemas"]["BatchTotals"];
            unchanged: number;
        };
        /** @description Before and after: the money, and every option and slot the batch is about */
        BatchTotals: {
            budget: {
                /**
                 * @description Major units, with at most the currency's decimals
                 * @example 74.5
                 */
                available_after: number;
                /**
                 * @description Major units, with at most the currency's decimals
                 * @example 74.5
                 */
                committed_after: number;
                /**
                 * @description Major units, with at most the currency's decimals
                 * @example 74.5
                 */
                committed_before: number;
                /**
                 * @description Major units, with at most the currency's decimals
                 * @example 74.5
                 */
                total: number;
            };
            options: {
                committed_after: number;
                committed_before: number;
                /**
                 * Format: uuid
                 * @description An unguessable id (UUID)
                 * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
                 */
                option_id: string;
                option_name: string;
                /** @enum {string} */
                option_type: "TRACK" | "INVENTORY";
                /** @description Those of the batch who asked for it and are refused */
                refused: number;
                total_available: number;
            }[];
            slots: {
                capacity: number;
                committed_after: number;
                committed_before: number;
                label: string;
                location: string | null;
                refused: number;
                /**
                 * Format: uuid
                 * @description An unguessable id (UUID)
                 * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
                 */
                slot_id: string;
            }[];
        };
        /**
         * @example {
         *       "event_id": "019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e",
         *       "currency": "EUR",
         *       "timezone": "Europe/Amsterdam",
         *       "points": [
         *         {
         *           "date": "2027-04-20",
         *           "budget": 100000,
         *           "committed": 89412,
         *           "requested": 22106.5
         *         },
         *         {
         *           "date": "2027-04-21",
         *           "budget": 100000,
         *           "committed": 90960,
         *           "requested": 21780.5
         *         }
         *       ]
         *     }
         */
        BudgetHistory: {
            currency: string;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            event_id: string;
            /** @description Oldest first; at most 400, the last ones */
            points: {
                /**
                 * @description Major units, with at most the currency's decimals
                 * @example 74.5
                 */
                budget: number;
                /**
                 * @description Major units, with at most the currency's decimals
                 * @example 74.5
                 */
                committed: number;
                /** Format: date */
                date: string;
                /**
                 * @description Major units, with at most the currency's decimals
                 * @example 74.5
                 */
                requested: number;
            }[];
            timezone: string;
        };
        /**
         * @example {
         *       "event_id": "019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e",
         *       "event_name": "Annual Day 2027",
         *       "currency": "EUR",
         *       "total_budget": 100000,
         *       "budget_committed": 90960,
         *       "budget_available": 9040,
         *       "utilization_percentage": 90.96,
         *       "registered_users_count": 859,
         *       "approved_registrations_count": 990,
         *       "pending_registrations_count": 204,
         *       "rejected_registrations_count": 33,
         *       "cancelled_registrations_count": 56,
         *       "waitlisted_registrations_count": 12,
         *       "pending_amount": 21780.5,
         *       "option_variance": [
         *         {
         *           "option_id": "019b2f6e-9a01-7d44-8a10-2f6be3c4d501",
         *           "option_name": "Merino Hoodie",
         *           "option_type": "INVENTORY",
         *           "total_available": 150,
         *           "committed_count": 141,
         *           "held_count": 0,
         *           "available_slots": 9,
         *           "available_to_register": 9,
         *           "utilization_percentage": 94,
         *           "amount_committed": 10434
         *         }
         *       ]
         *     }
         */
        BudgetVariance: {
            approved_registrations_count: number;
            /**
             * @description Major units, with at most the currency's decimals
             * @example 74.5
             */
            budget_available: number;
            /**
             * @description Major units, with at most the currency's decimals
             * @example 74.5
             */
            budget_committed: number;
            cancelled_registrations_count: number;
            currency: string;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            event_id: string;
            event_name: string;
            option_variance: components["schemas"]["OptionVariance"][];
            /** @description What pending requests ask for; may be more than any budget */
            pending_amount: number;
            pending_registrations_count: number;
            registered_users_count: number;
            rejected_registrations_count: number;
            /**
             * @description Major units, with at most the currency's decimals
             * @example 74.5
             */
            total_budget: number;
            utilization_percentage: number;
            waitlisted_registrations_count: number;
        };
        /**
         * @example {
         *       "event_id": "019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e",
         *       "currency": "EUR",
         *       "is_closed": false,
         *       "closed_at": null,
         *       "closed_by_name": null,
         *       "ends_at": "2027-05-21T15:00:00.000Z",
         *       "is_over": true,
         *       "total": {
         *         "approved": {
         *           "count": 141,
         *           "amount": 10434
         *         },
         *         "collected": {
         *           "count": 133,
         *           "amount": 9842
         *         },
         *         "uncollected": {
         *           "count": 8,
         *           "amount": 592
         *         },
         *         "returned": {
         *           "count": 0,
         *           "amount": 0
         *         },
         *         "written_off": {
         *           "count": 0,
         *           "amount": 0
         *         }
         *       },
         *       "options": [
         *         {
         *           "event_option_id": "019b2f6e-9a01-7d44-8a10-2f6be3c4d501",
         *           "option_name": "Merino Hoodie",
         *           "option_type": "INVENTORY",
         *           "approved": {
         *             "count": 141,
         *             "amount": 10434
         *           },
         *           "collected": {
         *             "count": 133,
         *             "amount": 9842
         *           },
         *           "uncollected": {
         *             "count": 8,
         *             "amount": 592
         *           },
         *           "returned": {
         *             "count": 0,
         *             "amount": 0
         *           },
         *           "written_off": {
         *             "count": 0,
         *             "amount": 0
         *           },
         *           "suggestion": "return"
         *         }
         *       ],
         *       "undecided": {
         *         "pending": 3,
         *         "waitlisted": 0
         *       },
         *       "budget": 100000,
         *       "committed": 10434,
         *       "committed_after": 9842,
         *       "basis": "9f3c1d6a5b2e4f80917263544536271809fa8b7c6d5e4f30211203f4e5d6a81e"
         *     }
         */
        Closing: {
            /** @description What this comes out from: send it as expected_basis to close exactly this */
            basis: string;
            /**
             * @description Major units, with at most the currency's decimals
             * @example 74.5
             */
            budget: number;
            closed_at: string | null;
            closed_by_name: string | null;
            /**
             * @description Of the budget, now
             * @example 74.5
             */
            committed: number;
            /**
             * @description And once it is closed as was asked, or as is suggested
             * @example 74.5
             */
            committed_after: number;
            currency: string;
            ends_at: string | null;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            event_id: string;
            is_closed: boolean;
            /** @description Whether it ended; before that, closing takes early: true */
            is_over: boolean;
            options: components["schemas"]["ClosingLine"][];
            total: {
                approved: {
                    /**
                     * @description Major units, with at most the currency's decimals
                     * @example 74.5
                     */
                    amount: number;
                    count: number;
                };
                collected: {
                    /**
                     * @description Major units, with at most the currency's decimals
                     * @example 74.5
                     */
                    amount: number;
                    count: number;
                };
                returned: {
                    /**
                     * @description Major units, with at most the currency's decimals
                     * @example 74.5
                     */
                    amount: number;
                    count: number;
                };
                /** @description Neither collected nor settled: what closing the books is about */
                uncollected: {
                    /**
                     * @description Major units, with at most the currency's decimals
                     * @example 74.5
                     */
                    amount: number;
                    count: number;
                };
                written_off: {
                    /**
                     * @description Major units, with at most the currency's decimals
                     * @example 74.5
                     */
                    amount: number;
                    count: number;
                };
            };
            /** @description Who asked or waits and has no answer: they stay as they are, and nobody can answer them any more */
            undecided: {
                pending: number;
                waitlisted: number;
            };
        };
        ClosingLine: {
            approved: {
                /**
                 * @description Major units, with at most the currency's decimals
                 * @example 74.5
                 */
                amount: number;
                count: number;
            };
            collected: {
                /**
                 * @description Major units, with at most the currency's decimals
                 * @example 74.5
                 */
                amount: number;
                count: number;
            };
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            event_option_id: string;
            option_name: string;
            /** @enum {string} */
            option_type: "TRACK" | "INVENTORY";
            returned: {
                /**
                 * @description Major units, with at most the currency's decimals
                 * @example 74.5
                 */
                amount: number;
                count: number;
            };
            /**
             * @description return: money and stock go back. write_off: what nobody collected is spent all the same
             * @enum {string}
             */
            suggestion: "return" | "write_off";
            /** @description Neither collected nor settled: what closing the books is about */
            uncollected: {
                /**
                 * @description Major units, with at most the currency's decimals
                 * @example 74.5
                 */
                amount: number;
                count: number;
            };
            written_off: {
                /**
                 * @description Major units, with at most the currency's decimals
                 * @example 74.5
                 */
                amount: number;
                count: number;
            };
        };
        /**
         * @example {
         *       "uncollected": "return",
         *       "dry_run": true
         *     }
         */
        ClosingRequest: {
            /** @description Says what would come of it, and closes nothing */
            dry_run?: boolean;
            /** @description Before the event has ended, or where it has no end */
            early?: boolean;
            /** @description The basis of a preview: exactly that is closed, or nothing (409 CLOSING_CHANGED) */
            expected_basis?: string;
            /** @description Options for which it is otherwise */
            options?: {
                /**
                 * Format: uuid
                 * @description An unguessable id (UUID)
                 * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
                 */
                event_option_id: string;
                /**
                 * @description return: money and stock go back. write_off: what nobody collected is spent all the same
                 * @enum {string}
                 */
                uncollected: "return" | "write_off";
            }[];
            /**
             * @description return: money and stock go back. write_off: what nobody collected is spent all the same
             * @enum {string}
             */
            uncollected: "return" | "write_off";
        };
        /**
         * @example {
         *       "id": "019b2f80-0004-7c00-9a00-1b2c3d4e5f63",
         *       "event_id": "019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e",
         *       "registration_id": "019b2f70-1c2d-7a5b-8e6f-3a4b5c6d7e04",
         *       "person_name": "Ana Ferreira",
         *       "event_option_id": "019b2f6e-9a01-7d44-8a10-2f6be3c4d501",
         *       "option_name": "Merino Hoodie",
         *       "option_type": "INVENTORY",
         *       "slot": "North Gate 12:30",
         *       "slot_starts_at": "2027-05-21T10:30:00.000Z",
         *       "desk_id": "019b2f80-0001-7c00-9a00-1b2c3d4e5f60",
         *       "desk_name": "Desk 6",
         *       "device_id": null,
         *       "device_name": null,
         *       "collected_by": "019b2f6d-0002-7c00-9a00-1b2c3d4e5f06",
         *       "collected_by_name": "Priya Raman",
         *       "collected_at": "2027-05-21T10:34:02.201Z",
         *       "said_at": "2027-05-21T10:34:02.114Z",
         *       "is_offline": false,
         *       "is_slot_overridden": false,
         *       "undone_at": null,
         *       "undone_by_name": null,
         *       "undone_reason": null
         *     }
         */
        Collection: {
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            collected_at: string;
            collected_by: string | null;
            collected_by_name: string | null;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            desk_id: string;
            desk_name: string;
            /** @description The tablet, where one did it */
            device_id: string | null;
            device_name: string | null;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            event_id: string;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            event_option_id: string;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            id: string;
            /** @description Whether the desk had no network, and said so later */
            is_offline: boolean;
            is_slot_overridden: boolean;
            option_name: string;
            /** @enum {string} */
            option_type: "TRACK" | "INVENTORY";
            person_name: string;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            registration_id: string;
            /** @description By the clock of the desk */
            said_at: string | null;
            slot: string | null;
            slot_starts_at: string | null;
            undone_at: string | null;
            undone_by_name: string | null;
            undone_reason: string | null;
        };
        /**
         * @example {
         *       "reason": "Handed to the wrong person"
         *     }
         */
        CollectionUndo: {
            /** @description Stands in the audit trail */
            reason: string;
        };
        ComparedEvent: {
            approved: number;
            /**
             * @description Major units, with at most the currency's decimals
             * @example 74.5
             */
            budget: number;
            collected: number;
            /**
             * @description Major units, with at most the currency's decimals
             * @example 74.5
             */
            committed: number;
            cost_per_participant: number | null;
            currency: string;
            event_date: string | null;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            event_id: string;
            name: string;
            participants: number;
            /**
             * @description Major units, with at most the currency's decimals
             * @example 74.5
             */
            spent: number;
        };
        /** @description Why something is impossible now, and what is still to be had */
        Conflict: {
            alternative_options: components["schemas"]["AlternativeOption"][];
            alternative_slots: components["schemas"]["AlternativeSlot"][];
            alternatives: string[];
            /** @enum {string} */
            conflict_type: "REGISTRATION_CLOSED" | "BUDGET_EXHAUSTED" | "INVENTORY_EXHAUSTED" | "SLOT_CONFLICT" | "TIME_OVERLAP";
            message: string;
            overlapping_options?: components["schemas"]["OverlappingOption"][];
        };
        /**
         * @example {
         *       "has_conflict": true,
         *       "conflict_type": "SLOT_CONFLICT",
         *       "conflict_message": "North Gate 12:00 is full: it takes 20 people.",
         *       "available_alternatives": [
         *         "North Gate 11:30 (9 available)"
         *       ],
         *       "alternative_options": [],
         *       "alternative_slots": [
         *         {
         *           "slot_id": "019b2f6e-9b10-7e0f-b0f4-91c2d3e4f703",
         *           "label": "North Gate 11:30",
         *           "available": 9
         *         }
         *       ],
         *       "conflicts": [
         *         {
         *           "conflict_type": "SLOT_CONFLICT",
         *           "message": "North Gate 12:00 is full: it takes 20 people.",
         *           "alternatives": [
         *             "North Gate 11:30 (9 available)"
         *           ],
         *           "alternative_options": [],
         *           "alternative_slots": [
         *             {
         *               "slot_id": "019b2f6e-9b10-7e0f-b0f4-91c2d3e4f703",
         *               "label": "North Gate 11:30",
         *               "available": 9
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        ConflictAnswer: {
            alternative_options: components["schemas"]["AlternativeOption"][];
            alternative_slots: components["schemas"]["AlternativeSlot"][];
            available_alternatives: string[];
            conflict_message: string | null;
            conflict_type: ("REGISTRATION_CLOSED" | "BUDGET_EXHAUSTED" | "INVENTORY_EXHAUSTED" | "SLOT_CONFLICT" | "TIME_OVERLAP") | null;
            conflicts: components["schemas"]["Conflict"][];
            has_conflict: boolean;
            /** @description Where one might wait for it */
            waitlist?: components["schemas"]["WaitlistState"];
        };
        /**
         * @example {
         *       "event_option_id": "019b2f6e-9a01-7d44-8a10-2f6be3c4d501",
         *       "preferred_pickup_slot": "North Gate 12:00"
         *     }
         */
        ConflictQuestion: {
            event_option_id?: string | null;
            preferred_pickup_slot?: string | null;
        };
        /**
         * @example {
         *       "now": "2027-05-21T10:34:10.000Z",
         *       "timezone": "Europe/Amsterdam",
         *       "expected_now": [
         *         {
         *           "slot": "North Gate 12:30",
         *           "location": "North Gate",
         *           "starts_at": "2027-05-21T10:30:00.000Z",
         *           "ends_at": "2027-05-21T11:00:00.000Z",
         *           "total": 20,
         *           "collected": 9
         *         }
         *       ],
         *       "next_slots": [
         *         {
         *           "slot": "North Gate 13:00",
         *           "location": "North Gate",
         *           "starts_at": "2027-05-21T11:00:00.000Z",
         *           "ends_at": null,
         *           "total": 20,
         *           "collected": 0
         *         }
         *       ],
         *       "scans": [
         *         {
         *           "minute": "2027-05-21T10:34:00.000Z",
         *           "desk_id": "019b2f80-0001-7c00-9a00-1b2c3d4e5f60",
         *           "count": 7
         *         }
         *       ],
         *       "desks": [
         *         {
         *           "desk_id": "019b2f80-0001-7c00-9a00-1b2c3d4e5f60",
         *           "name": "Desk 6",
         *           "location": "North Gate",
         *           "collected": 52,
         *           "refused": [
         *             {
         *               "outcome": "ALREADY_COLLECTED",
         *               "count": 2
         *             }
         *           ],
         *           "last_scan_at": "2027-05-21T10:34:02.201Z",
         *           "devices": {
         *             "online": 1,
         *             "offline": 0
         *           },
         *           "lease": {
         *             "expires_at": "2027-05-21T11:30:00.000Z",
         *             "people_count": 16
         *           }
         *         }
         *       ],
         *       "slots": [
         *         {
         *           "slot": "North Gate 12:30",
         *           "location": "North Gate",
         *           "starts_at": "2027-05-21T10:30:00.000Z",
         *           "ends_at": "2027-05-21T11:00:00.000Z",
         *           "total": 20,
         *           "collected": 9,
         *           "late_median_minutes": 4
         *         }
         *       ],
         *       "collected_total": 412,
         *       "approved_total": 990,
         *       "no_shows": 31,
         *       "walk_ups": 6,
         *       "findings": [
         *         {
         *           "finding": "ALREADY_COLLECTED",
         *           "outcome": "ALREADY_COLLECTED",
         *           "scanned_at": "2027-05-21T10:20:00.000Z",
         *           "said_at": "2027-05-21T09:58:00.000Z",
         *           "desk_id": "019b2f80-0001-7c00-9a00-1b2c3d4e5f60",
         *           "desk_name": "Desk 6",
         *           "registration_id": "019b2f70-1c2d-7a5b-8e6f-3a4b5c6d7e04",
         *           "person_name": "Ana Ferreira",
         *           "option_name": "Merino Hoodie",
         *           "collection_id": "019b2f80-0004-7c00-9a00-1b2c3d4e5f63"
         *         }
         *       ]
         *     }
         */
        Day: {
            approved_total: number;
            collected_total: number;
            desks: components["schemas"]["DayDesk"][];
            /** @description The slots of right now */
            expected_now: {
                collected: number;
                ends_at: string | null;
                location: string | null;
                slot: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 with offset
                 * @example 2027-05-21T07:00:00Z
                 */
                starts_at: string;
                /** @description Approved people of this slot */
                total: number;
            }[];
            /** @description What somebody should look at, newest first; at most 50 */
            findings: components["schemas"]["DayFinding"][];
            /** @description At most six */
            next_slots: {
                collected: number;
                ends_at: string | null;
                location: string | null;
                slot: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 with offset
                 * @example 2027-05-21T07:00:00Z
                 */
                starts_at: string;
                /** @description Approved people of this slot */
                total: number;
            }[];
            /** @description Approved people whose slot is over, and who have not collected */
            no_shows: number;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            now: string;
            /** @description Of the last 60 minutes, by minute and desk; minutes without a scan are left out */
            scans: {
                count: number;
                /**
                 * Format: uuid
                 * @description An unguessable id (UUID)
                 * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
                 */
                desk_id: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 with offset
                 * @example 2027-05-21T07:00:00Z
                 */
                minute: string;
            }[];
            /** @description Those with a time, at most 2,000 */
            slots: {
                collected: number;
                ends_at: string | null;
                /** @description By how much those who have collected came after the beginning of their slot; below 0 before it */
                late_median_minutes: number | null;
                location: string | null;
                slot: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 with offset
                 * @example 2027-05-21T07:00:00Z
                 */
                starts_at: string;
                /** @description Approved people of this slot */
                total: number;
            }[];
            timezone: string;
            /** @description Who asked on the day itself, after the event had begun, and was approved */
            walk_ups: number;
        };
        DayDesk: {
            collected: number;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            desk_id: string;
            /** @description Its tablets: seen within the last two minutes, or not */
            devices: {
                offline: number;
                online: number;
            };
            last_scan_at: string | null;
            /** @description What its tablets hold for the time without a network, together */
            lease: {
                /**
                 * Format: date-time
                 * @description ISO 8601 with offset
                 * @example 2027-05-21T07:00:00Z
                 */
                expires_at: string;
                people_count: number;
            } | null;
            location: string | null;
            name: string;
            refused: {
                count: number;
                /** @enum {string} */
                outcome: "COLLECTED" | "ALREADY_COLLECTED" | "NOT_APPROVED" | "WRONG_EVENT" | "WRONG_SLOT" | "WRONG_DESK" | "REVOKED" | "NOT_FOUND";
            }[];
        };
        DayFinding: {
            collection_id: string | null;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            desk_id: string;
            desk_name: string;
            /** @enum {string} */
            finding: "ALREADY_COLLECTED" | "LEASE_OVER" | "NOT_LEASED" | "NOT_APPROVED" | "REVOKED" | "DEVICE_REVOKED" | "CLOCK" | "NOT_FOUND";
            option_name: string | null;
            /** @enum {string} */
            outcome: "COLLECTED" | "ALREADY_COLLECTED" | "NOT_APPROVED" | "WRONG_EVENT" | "WRONG_SLOT" | "WRONG_DESK" | "REVOKED" | "NOT_FOUND";
            person_name: string | null;
            registration_id: string | null;
            said_at: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            scanned_at: string;
        };
        /**
         * @example {
         *       "id": "019b2f80-0001-7c00-9a00-1b2c3d4e5f60",
         *       "event_id": "019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e",
         *       "name": "Desk 6",
         *       "location": "North Gate",
         *       "options": [
         *         {
         *           "event_option_id": "019b2f6e-9a01-7d44-8a10-2f6be3c4d501",
         *           "option_name": "Merino Hoodie",
         *           "counted": 40,
         *           "counted_at": "2027-05-21T06:40:00.000Z",
         *           "left_on_table": 12
         *         }
         *       ],
         *       "is_active": true,
         *       "devices_count": 1,
         *       "created_at": "2027-05-20T08:00:00.000Z",
         *       "updated_at": "2027-05-21T06:40:00.000Z"
         *     }
         */
        Desk: {
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            created_at: string;
            /** @description Tablets that are enrolled */
            devices_count: number;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            event_id: string;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            id: string;
            is_active: boolean;
            location: string | null;
            name: string;
            /** @description What it hands out; none: everything of the event */
            options: components["schemas"]["DeskOption"][];
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            updated_at: string;
        };
        /**
         * @example {
         *       "location": "South Gate",
         *       "counted": [
         *         {
         *           "event_option_id": "019b2f6e-9a01-7d44-8a10-2f6be3c4d501",
         *           "count": 25
         *         }
         *       ]
         *     }
         */
        DeskChange: {
            /** @description How many of an option lie on its table right now. What is handed out there is taken off from then on; an option that is not named keeps its count. Where event_option_ids says what the desk hands out, only those can be counted. */
            counted?: {
                count: number;
                /**
                 * Format: uuid
                 * @description An unguessable id (UUID)
                 * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
                 */
                event_option_id: string;
            }[];
            /** @description What it hands out; none: everything of the event */
            event_option_ids?: string[];
            location?: string | null;
            name?: string;
        };
        /**
         * @example {
         *       "id": "019b2f80-0002-7c00-9a00-1b2c3d4e5f61",
         *       "desk_id": "019b2f80-0001-7c00-9a00-1b2c3d4e5f60",
         *       "name": "Tablet 2",
         *       "status": "ENROLLED",
         *       "created_at": "2027-05-21T06:30:00.000Z",
         *       "code_expires_at": null,
         *       "enrolled_at": "2027-05-21T06:31:00.000Z",
         *       "last_seen_at": "2027-05-21T09:30:00.000Z",
         *       "revoked_at": null,
         *       "lease": {
         *         "id": "019b2f80-0003-7c00-9a00-1b2c3d4e5f62",
         *         "granted_at": "2027-05-21T09:30:00.000Z",
         *         "expires_at": "2027-05-21T10:30:00.000Z",
         *         "people_count": 1
         *       },
         *       "findings_count": 0
         *     }
         */
        DeskDevice: {
            /** @description Until when its code can be used */
            code_expires_at: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            created_at: string;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            desk_id: string;
            enrolled_at: string | null;
            /** @description Entries of its offline logs that somebody should look at */
            findings_count: number;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            id: string;
            last_seen_at: string | null;
            lease: components["schemas"]["HeldLease"] | null;
            name: string | null;
            revoked_at: string | null;
            /**
             * @description `WAITING` for its code to be used, `EXPIRED` where nobody did in time
             * @enum {string}
             */
            status: "WAITING" | "ENROLLED" | "REVOKED" | "EXPIRED";
        };
        /**
         * @example {
         *       "device": {
         *         "id": "019b2f80-0002-7c00-9a00-1b2c3d4e5f61",
         *         "desk_id": "019b2f80-0001-7c00-9a00-1b2c3d4e5f60",
         *         "name": "Tablet 2",
         *         "status": "WAITING",
         *         "created_at": "2027-05-21T06:30:00.000Z",
         *         "code_expires_at": "2027-05-21T06:40:00.000Z",
         *         "enrolled_at": null,
         *         "last_seen_at": null,
         *         "revoked_at": null,
         *         "lease": null,
         *         "findings_count": 0
         *       },
         *       "code": "AZsvbQAAfACaABssPU5fAA_MZXW6YTBOI4DGNJVGY3TQOJYMFRGGZDF",
         *       "enrol_url": "https://allot.example.org/desk#AZsvbQAAfACaABssPU5fAA_MZXW6YTBOI4DGNJVGY3TQOJYMFRGGZDF",
         *       "expires_at": "2027-05-21T06:40:00.000Z"
         *     }
         */
        DeskDeviceWithCode: {
            /** @description Shown once; good for one tablet, and for ten minutes */
            code: string;
            device: components["schemas"]["DeskDevice"];
            /** @description What to show as a QR code: the desk app, with the code behind # */
            enrol_url: string;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            expires_at: string;
        };
        DeskEvent: {
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            id: string;
            name: string;
            /**
             * @description Whether somebody of another slot may be let through
             * @enum {string}
             */
            slot_override: "ask" | "never" | "always";
            timezone: string;
        };
        DeskOption: {
            counted: number | null;
            counted_at: string | null;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            event_option_id: string;
            /** @description What was counted, less what was collected here since; below 0 where more was handed out */
            left_on_table: number | null;
            option_name: string;
        };
        /**
         * @example {
         *       "registration_id": "019b2f70-1c2d-7a5b-8e6f-3a4b5c6d7e04",
         *       "person_name": "Ana Ferreira",
         *       "option_name": "Merino Hoodie",
         *       "option_type": "INVENTORY",
         *       "slot": "North Gate 11:30",
         *       "starts_at": "2027-05-21T09:30:00.000Z",
         *       "ends_at": "2027-05-21T10:00:00.000Z",
         *       "collected_at": null
         *     }
         */
        DeskPerson: {
            collected_at: string | null;
            ends_at: string | null;
            option_name: string;
            option_type: string;
            person_name: string;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            registration_id: string;
            slot: string | null;
            starts_at: string | null;
        };
        /**
         * @example {
         *       "key": "allotdesk_AZsvbQAAfACaABssPU5fAA_7Gk2mQxW0pYb3Jt1vZcN8hLs4RfUaEoDiKxHyMgTqVw",
         *       "device": {
         *         "id": "019b2f80-0002-7c00-9a00-1b2c3d4e5f61",
         *         "desk_id": "019b2f80-0001-7c00-9a00-1b2c3d4e5f60",
         *         "name": "Tablet 2",
         *         "status": "ENROLLED",
         *         "created_at": "2027-05-21T06:30:00.000Z",
         *         "code_expires_at": null,
         *         "enrolled_at": "2027-05-21T06:31:00.000Z",
         *         "last_seen_at": "2027-05-21T09:30:00.000Z",
         *         "revoked_at": null,
         *         "lease": null,
         *         "findings_count": 0
         *       },
         *       "desk": {
         *         "id": "019b2f80-0001-7c00-9a00-1b2c3d4e5f60",
         *         "event_id": "019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e",
         *         "name": "Desk 6",
         *         "location": "North Gate",
         *         "options": [
         *           {
         *             "event_option_id": "019b2f6e-9a01-7d44-8a10-2f6be3c4d501",
         *             "option_name": "Merino Hoodie",
         *             "counted": 40,
         *             "counted_at": "2027-05-21T06:40:00.000Z",
         *             "left_on_table": 12
         *           }
         *         ],
         *         "is_active": true,
         *         "devices_count": 1,
         *         "created_at": "2027-05-20T08:00:00.000Z",
         *         "updated_at": "2027-05-21T06:40:00.000Z"
         *       },
         *       "event": {
         *         "id": "019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e",
         *         "name": "Annual Day 2027",
         *         "timezone": "Europe/Amsterdam",
         *         "slot_override": "ask"
         *       }
         *     }
         */
        Enrolled: {
            desk: components["schemas"]["Desk"];
            device: components["schemas"]["DeskDevice"];
            event: components["schemas"]["DeskEvent"];
            /** @description Shown once: `Authorization: Bearer …` for all that a tablet may do */
            key: string;
        };
        /**
         * @example {
         *       "code": "AZsvbQAAfACaABssPU5fAA_MZXW6YTBOI4DGNJVGY3TQOJYMFRGGZDF",
         *       "public_key": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
         *       "name": "Tablet 2"
         *     }
         */
        Enrolment: {
            code: string;
            name?: string | null;
            /** @description The raw Ed25519 key that the tablet signs its offline log with: 32 bytes in base64url */
            public_key: string;
        };
        /**
         * @example {
         *       "id": "019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e",
         *       "name": "Annual Day 2027",
         *       "description": null,
         *       "event_type": "ANNUAL_DAY",
         *       "currency": "EUR",
         *       "timezone": "Europe/Amsterdam",
         *       "event_budget_amount": 100000,
         *       "budget_committed": 90960,
         *       "event_date": "2027-05-21T07:00:00.000Z",
         *       "ends_at": "2027-05-21T15:00:00.000Z",
         *       "venue": "Werkspoor Hall, Utrecht",
         *       "registration_start_date": "2027-03-01T08:00:00.000Z",
         *       "registration_end_date": "2027-04-30T16:00:00.000Z",
         *       "hold_policy": {
         *         "stock": "check",
         *         "slot": "check",
         *         "budget": "check"
         *       },
         *       "registration_limit": "one_per_type",
         *       "pickup_slot_capacity": 20,
         *       "waitlist_policy": {
         *         "is_open": true,
         *         "order": "first_come",
         *         "promotion": "automatic",
         *         "offer_hours": 24
         *       },
         *       "closed_at": null,
         *       "lottery": null,
         *       "slug": "annual-day-2027",
         *       "published": true,
         *       "is_active": true,
         *       "created_by": "019b2f6d-0002-7c00-9a00-1b2c3d4e5f06",
         *       "created_at": "2027-02-15T10:12:00.000Z",
         *       "updated_at": "2027-03-18T09:00:00.000Z",
         *       "summary": {
         *         "pending_count": 204,
         *         "approved_count": 990,
         *         "waitlisted_count": 12,
         *         "pending_amount": 21780.5,
         *         "held_amount": 0,
         *         "places_total": 1150,
         *         "places_committed": 990,
         *         "slots_total": 1200,
         *         "slots_committed": 990
         *       },
         *       "options": [
         *         {
         *           "id": "019b2f6e-9a01-7d44-8a10-2f6be3c4d501",
         *           "event_id": "019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e",
         *           "option_name": "Merino Hoodie",
         *           "option_type": "INVENTORY",
         *           "description": "Sizes XS to 3XL",
         *           "total_available": 150,
         *           "committed_count": 141,
         *           "available_slots": 9,
         *           "available_to_register": 9,
         *           "waiting_count": 0,
         *           "cost_per_unit": 74,
         *           "hold_stock": null,
         *           "starts_at": null,
         *           "ends_at": null,
         *           "is_active": true,
         *           "picture": {
         *             "alt": "A grey hoodie on a wooden hanger",
         *             "width": 1600,
         *             "height": 1200,
         *             "url": "/events/019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e/options/019b2f6e-9a01-7d44-8a10-2f6be3c4d501/picture?size=full&v=9f3c1d6a5b2e4f80",
         *             "thumb_url": "/events/019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e/options/019b2f6e-9a01-7d44-8a10-2f6be3c4d501/picture?size=thumb&v=9f3c1d6a5b2e4f80"
         *           }
         *         }
         *       ]
         *     }
         */
        Event: {
            /**
             * @description Major units, with at most the currency's decimals
             * @example 74.5
             */
            budget_committed?: number;
            /** @description When its books were closed: nothing of it changes from then on */
            closed_at: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            created_at: string;
            created_by: string | null;
            currency: string;
            description: string | null;
            ends_at: string | null;
            /**
             * @description Major units, with at most the currency's decimals
             * @example 74.5
             */
            event_budget_amount?: number;
            event_date: string | null;
            /** @enum {string} */
            event_type: "ANNUAL_DAY" | "GIFTING" | "CONFERENCE" | "WORKSHOP" | "SOCIAL" | "OTHER";
            hold_policy: components["schemas"]["HoldPolicy"];
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            id: string;
            is_active: boolean;
            /** @description Where the order of the waitlist is drawn by lot */
            lottery: components["schemas"]["Lottery"] | null;
            name: string;
            options: components["schemas"]["Option"][];
            pickup_slot_capacity: number;
            published: boolean;
            registration_end_date: string | null;
            /** @enum {string} */
            registration_limit: "one_per_option" | "one_per_type" | "one";
            registration_start_date: string | null;
            slug: string;
            /** @description For roles that see registrations */
            summary?: components["schemas"]["EventSummary"];
            timezone: string;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            updated_at: string;
            venue: string | null;
            waitlist_policy: components["schemas"]["WaitlistPolicy"];
        };
        /**
         * @example {
         *       "event_budget_amount": 110000,
         *       "registration_end_date": "2027-05-07T18:00:00+02:00"
         *     }
         */
        EventChange: {
            description?: string | null;
            ends_at?: string | null;
            /**
             * @description Major units, with at most the currency's decimals
             * @example 74.5
             */
            event_budget_amount?: number;
            event_date?: string | null;
            /** @enum {string} */
            event_type?: "ANNUAL_DAY" | "GIFTING" | "CONFERENCE" | "WORKSHOP" | "SOCIAL" | "OTHER";
            hold_policy?: {
                /** @enum {string} */
                budget?: "check" | "hold";
                /** @enum {string} */
                slot?: "check" | "hold";
                /** @enum {string} */
                stock?: "check" | "hold";
            };
            is_active?: boolean;
            name?: string;
            pickup_slot_capacity?: number;
            published?: boolean;
            registration_end_date?: string | null;
            /** @enum {string} */
            registration_limit?: "one_per_option" | "one_per_type" | "one";
            registration_start_date?: string | null;
            slug?: string;
            /**
             * @description IANA time zone
             * @example Europe/Amsterdam
             */
            timezone?: string;
            venue?: string | null;
            waitlist_policy?: {
                /** @description Whether people may join; who waits already comes up all the same */
                is_open?: boolean;
                /** @description For how long an offer is held */
                offer_hours?: number;
                /**
                 * @description `first_come`: who joined first. `priority`: whom organisers gave the higher priority, then who joined first. `lottery`: as drawn by lot, once registration has closed or somebody draws
                 * @enum {string}
                 */
                order?: "first_come" | "priority" | "lottery";
                /**
                 * @description `automatic`: whoever comes up is PENDING at once. `offer`: it is held for them, to accept or decline
                 * @enum {string}
                 */
                promotion?: "automatic" | "offer";
            };
        };
        /**
         * @example {
         *       "event_reminder_hours": 24,
         *       "pickup_reminder_hours": 2,
         *       "promised_days": 3,
         *       "budget_threshold_percent": 90
         *     }
         */
        EventNotificationSettings: {
            /** @description From how much committed budget on organisers are told, once for each time it is passed */
            budget_threshold_percent: number | null;
            /** @description So many hours before the event begins */
            event_reminder_hours: number | null;
            /** @description So many hours before the pickup slot begins */
            pickup_reminder_hours: number | null;
            /** @description Within how many days people are promised an answer; organisers hear of what waits longer */
            promised_days: number | null;
        };
        /**
         * @example {
         *       "promised_days": 5
         *     }
         */
        EventNotificationSettingsChange: {
            /** @description From how much committed budget on organisers are told, once for each time it is passed */
            budget_threshold_percent?: number | null;
            /** @description So many hours before the event begins */
            event_reminder_hours?: number | null;
            /** @description So many hours before the pickup slot begins */
            pickup_reminder_hours?: number | null;
            /** @description Within how many days people are promised an answer; organisers hear of what waits longer */
            promised_days?: number | null;
        };
        /**
         * @example {
         *       "event_id": "019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e",
         *       "event_name": "Annual Day 2027",
         *       "currency": "EUR",
         *       "timezone": "Europe/Amsterdam",
         *       "made_at": "2027-05-22T08:00:00.000Z",
         *       "is_closed": true,
         *       "budget": 100000,
         *       "planned": 11100,
         *       "committed": 10434,
         *       "spent": 9842,
         *       "asked": 175,
         *       "approved": 141,
         *       "collected": 133,
         *       "no_shows": 8,
         *       "participants": 133,
         *       "cost_per_participant": 74,
         *       "options": [
         *         {
         *           "name": "Merino Hoodie",
         *           "event_option_id": "019b2f6e-9a01-7d44-8a10-2f6be3c4d501",
         *           "option_type": "INVENTORY",
         *           "total": 150,
         *           "planned": 11100,
         *           "waiting": 0,
         *           "asked": 175,
         *           "approved": 141,
         *           "collected": 133,
         *           "committed": 10434,
         *           "spent": 9842
         *         }
         *       ],
         *       "departments": [
         *         {
         *           "name": "Research",
         *           "asked": 175,
         *           "approved": 141,
         *           "collected": 133,
         *           "committed": 10434,
         *           "spent": 9842
         *         }
         *       ],
         *       "slots": [],
         *       "hours": [
         *         {
         *           "hour": "2027-05-21T09:00",
         *           "collected": 133
         *         }
         *       ],
         *       "earlier": [],
         *       "findings": [
         *         {
         *           "kind": "NO_SHOWS",
         *           "subject": null,
         *           "count": 8,
         *           "of": 141,
         *           "amount": 592,
         *           "message": "8 of 141 approved were not collected.",
         *           "rows": "/events/019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e/outcomes?became=uncollected"
         *         }
         *       ]
         *     }
         */
        EventReport: {
            approved: number;
            asked: number;
            /**
             * @description Major units, with at most the currency's decimals
             * @example 74.5
             */
            budget: number;
            collected: number;
            /**
             * @description What was approved, whatever became of it
             * @example 74.5
             */
            committed: number;
            cost_per_participant: number | null;
            currency: string;
            /** @description The 100 with the most people */
            departments: {
                approved: number;
                asked: number;
                collected: number;
                /**
                 * @description Major units, with at most the currency's decimals
                 * @example 74.5
                 */
                committed: number;
                name: string | null;
                /**
                 * @description Major units, with at most the currency's decimals
                 * @example 74.5
                 */
                spent: number;
            }[];
            earlier: components["schemas"]["ComparedEvent"][];
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            event_id: string;
            event_name: string;
            findings: components["schemas"]["Finding"][];
            /** @description By the event's local time, such as 2027-05-21T09:00; at most 500 */
            hours: {
                collected: number;
                hour: string;
            }[];
            is_closed: boolean;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            made_at: string;
            no_shows: number;
            options: {
                approved: number;
                asked: number;
                collected: number;
                /**
                 * @description Major units, with at most the currency's decimals
                 * @example 74.5
                 */
                committed: number;
                /**
                 * Format: uuid
                 * @description An unguessable id (UUID)
                 * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
                 */
                event_option_id: string;
                name: string | null;
                /** @enum {string} */
                option_type: "TRACK" | "INVENTORY";
                /**
                 * @description Major units, with at most the currency's decimals
                 * @example 74.5
                 */
                planned: number;
                /**
                 * @description Major units, with at most the currency's decimals
                 * @example 74.5
                 */
                spent: number;
                total: number;
                waiting: number;
            }[];
            /** @description People who collected anything */
            participants: number;
            /**
             * @description All there was of the options, at the prices of now
             * @example 74.5
             */
            planned: number;
            /** @description In the order of their beginning; at most 500 */
            slots: {
                approved: number;
                asked: number;
                capacity: number;
                collected: number;
                /**
                 * @description Major units, with at most the currency's decimals
                 * @example 74.5
                 */
                committed: number;
                name: string | null;
                /**
                 * Format: uuid
                 * @description An unguessable id (UUID)
                 * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
                 */
                slot_id: string;
                /**
                 * @description Major units, with at most the currency's decimals
                 * @example 74.5
                 */
                spent: number;
                starts_at: string | null;
            }[];
            /**
             * @description What was collected or written off
             * @example 74.5
             */
            spent: number;
            timezone: string;
        };
        EventSummary: {
            approved_count: number;
            /**
             * @description What pending requests hold of the budget: all they ask for, or what was promised to people who waited
             * @example 74.5
             */
            held_amount: number;
            /**
             * @description Major units, with at most the currency's decimals
             * @example 74.5
             */
            pending_amount: number;
            pending_count: number;
            places_committed: number;
            /** @description Of all options; of an archived one what is committed */
            places_total: number;
            slots_committed: number;
            /** @description People that all pickup slots take */
            slots_total: number;
            waitlisted_count: number;
        };
        ExpectedSlot: {
            collected: number;
            ends_at: string | null;
            slot: string;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            starts_at: string;
            /** @description Approved people of this slot whom this desk may serve */
            total: number;
        };
        /**
         * @example {
         *       "id": "019b2f90-3d2e-7c1f-8a40-6e7f8091a2b3",
         *       "event_id": "019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e",
         *       "kind": "registrations",
         *       "format": "xlsx",
         *       "status": "DONE",
         *       "rows_done": 1180,
         *       "rows_total": 1180,
         *       "file_name": "annual-day-2027-registrations.xlsx",
         *       "size_bytes": 96412,
         *       "problem": null,
         *       "created_by": "019b2f6d-0002-7c00-9a00-1b2c3d4e5f06",
         *       "created_by_name": "Priya Nair",
         *       "created_at": "2027-05-04T09:00:00Z",
         *       "finished_at": "2027-05-04T09:00:02Z",
         *       "kept_until": "2027-05-11T09:00:02Z"
         *     }
         */
        Export: {
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            created_at: string;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            created_by: string;
            created_by_name: string;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            event_id: string;
            file_name: string | null;
            finished_at: string | null;
            /** @enum {string} */
            format: "csv" | "xlsx";
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            id: string;
            /** @description Until when the file can be had */
            kept_until: string | null;
            /** @enum {string} */
            kind: "registrations" | "ledger" | "budget" | "collections" | "waitlist" | "all";
            /** @description Why it failed */
            problem: string | null;
            rows_done: number;
            /** @description null where it is not known before all were looked at */
            rows_total: number | null;
            size_bytes: number;
            /** @enum {string} */
            status: "QUEUED" | "RUNNING" | "DONE" | "CANCELLED" | "FAILED";
        };
        FieldError: {
            message: string;
            /** @description Where in the request, such as body.event_budget_amount */
            path: string;
        };
        Finding: {
            amount: number | null;
            count: number;
            /** @enum {string} */
            kind: "MONEY_UNSPENT" | "NO_SHOWS" | "UNDECIDED" | "OVERSUPPLY" | "NOBODY_ASKED" | "SHORT_SUPPLY" | "SLOT_OVERRUN" | "SLOT_EMPTY" | "SCANS_REFUSED" | "DESK_FINDINGS" | "NOTHING_COLLECTED";
            message: string;
            of: number | null;
            /** @description The address, with its query, at which the API lists its rows */
            rows: string | null;
            /** @description The option or the slot that it is about */
            subject: string | null;
        };
        Health: {
            /** @constant */
            status: "ok";
        };
        HeldLease: {
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            expires_at: string;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            granted_at: string;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            id: string;
            /** @description Registrations that it holds */
            people_count: number;
        };
        /** @description Held for them until it expires */
        HeldOffer: {
            /**
             * @description Major units, with at most the currency's decimals
             * @example 74.5
             */
            amount: number;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            event_option_id: string;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            expires_at: string;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            offered_at: string;
            option_name: string;
            /** @description By the clock of the server; 0 where it has run out */
            seconds_left: number;
        };
        /** @description What a pending request reserves */
        HoldPolicy: {
            /** @enum {string} */
            budget: "check" | "hold";
            /** @enum {string} */
            slot: "check" | "hold";
            /** @enum {string} */
            stock: "check" | "hold";
        };
        /**
         * @example {
         *       "is_read": true,
         *       "notice_ids": [
         *         "019b2f72-1c2d-7a5b-8e6f-3a4b5c6d7e20"
         *       ]
         *     }
         */
        InboxMark: {
            is_read: boolean;
            /** @description These; without them, all */
            notice_ids?: string[];
            /**
             * Format: uuid
             * @description Of all only those up to the newest one that was seen
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            up_to?: string;
        };
        /**
         * @example {
         *       "id": "019b2f72-1c2d-7a5b-8e6f-3a4b5c6d7e20",
         *       "kind": "registration_approved",
         *       "title": "Approved: Merino Hoodie for Annual Day 2027",
         *       "text": "Hello Priya Raman,\n\nyour request for Merino Hoodie was approved.",
         *       "event_id": "019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e",
         *       "event_name": "Annual Day 2027",
         *       "event_slug": "annual-day-2027",
         *       "registration_id": "019b2f70-1c2d-7a5b-8e6f-3a4b5c6d7e04",
         *       "created_at": "2027-03-02T09:15:00.000Z",
         *       "read_at": null
         *     }
         */
        InboxNotice: {
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            created_at: string;
            event_id: string | null;
            event_name: string | null;
            event_slug: string | null;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            id: string;
            /** @enum {string} */
            kind: "registration_received" | "registration_approved" | "registration_rejected" | "registration_cancelled" | "slot_changed" | "waitlist_joined" | "waitlist_promoted" | "waitlist_offer" | "waitlist_offer_expired" | "event_reminder" | "pickup_reminder" | "requests_waiting" | "budget_threshold" | "digest" | "invitation" | "sign_in_link";
            read_at: string | null;
            registration_id: string | null;
            /** @description Plain text; an empty line between paragraphs */
            text: string;
            title: string;
        };
        /**
         * @example {
         *       "unread_count": 3,
         *       "newest_id": "019b2f72-1c2d-7a5b-8e6f-3a4b5c6d7e20"
         *     }
         */
        InboxSummary: {
            /** @description As `up_to`, where all that was seen is marked as read */
            newest_id: string | null;
            /** @description At most 100 are counted */
            unread_count: number;
        };
        /**
         * @example {
         *       "event_option_id": "019b2f6e-9a01-7d44-8a10-2f6be3c4d501",
         *       "option_name": "Merino Hoodie",
         *       "option_type": "INVENTORY",
         *       "total_available": 150,
         *       "on_hand": 98,
         *       "promised": 88,
         *       "handed_out": 52,
         *       "left": 10,
         *       "desks": [
         *         {
         *           "desk_id": "019b2f80-0001-7c00-9a00-1b2c3d4e5f60",
         *           "name": "Desk 6",
         *           "counted": 40,
         *           "left_on_table": 11
         *         }
         *       ]
         *     }
         */
        InventoryOption: {
            desks: {
                counted: number;
                /**
                 * Format: uuid
                 * @description An unguessable id (UUID)
                 * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
                 */
                desk_id: string;
                /** @description Below 0 where more was handed out than was counted */
                left_on_table: number;
                name: string;
            }[];
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            event_option_id: string;
            handed_out: number;
            /** @description Neither approved nor handed out */
            left: number;
            /** @description Not handed out yet */
            on_hand: number;
            option_name: string;
            /** @enum {string} */
            option_type: "TRACK" | "INVENTORY";
            /** @description Approved, and not handed out yet */
            promised: number;
            total_available: number;
        };
        /**
         * @example {
         *       "id": "019b2f71-1c2d-7a5b-8e6f-3a4b5c6d7e11",
         *       "event_id": "019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e",
         *       "status": "RUNNING",
         *       "action": "approve",
         *       "order": "oldest_first",
         *       "mode": "best_effort",
         *       "dry_run": false,
         *       "total": 2400,
         *       "done": 1024,
         *       "changed": 980,
         *       "refused": 44,
         *       "created_by": "019b2f6d-0002-7c00-9a00-1b2c3d4e5f06",
         *       "created_by_name": "Priya Raman",
         *       "created_at": "2027-04-21T12:32:08.000Z",
         *       "started_at": "2027-04-21T12:32:08.100Z",
         *       "finished_at": null,
         *       "summary": null,
         *       "problem": null
         *     }
         */
        Job: {
            /** @enum {string} */
            action: "approve" | "reject" | "cancel";
            changed: number;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            created_at: string;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            created_by: string;
            created_by_name: string;
            /** @description How many have an answer */
            done: number;
            dry_run: boolean;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            event_id: string;
            finished_at: string | null;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            id: string;
            /** @enum {string} */
            mode: "best_effort" | "all_or_nothing" | "largest_fit";
            /** @enum {string} */
            order: "oldest_first" | "as_given" | "most_people";
            /** @description Why it was refused, or failed */
            problem: {
                code: string;
                detail: string;
            } | null;
            refused: number;
            started_at: string | null;
            /**
             * @description REFUSED: nothing was decided, `problem` says why. CANCELLED and FAILED: what was decided before stays decided
             * @enum {string}
             */
            status: "QUEUED" | "RUNNING" | "DONE" | "REFUSED" | "CANCELLED" | "FAILED";
            /** @description Once all have an answer */
            summary: components["schemas"]["BatchSummary"] | null;
            total: number;
        };
        /**
         * @example {
         *       "row_no": 2,
         *       "registration_id": "019b2f70-2c2d-7a5b-8e6f-3a4b5c6d7e05",
         *       "outcome": "REFUSED",
         *       "status": "PENDING",
         *       "amount": 74,
         *       "assigned_pickup_slot": null,
         *       "code": "INVENTORY_EXHAUSTED",
         *       "message": "Merino Hoodie has run out: none of 150 is left.",
         *       "conflicts": [
         *         {
         *           "conflict_type": "INVENTORY_EXHAUSTED",
         *           "message": "Merino Hoodie has run out: none of 150 is left.",
         *           "alternatives": [
         *             "Cotton T-Shirt (164 slots)"
         *           ],
         *           "alternative_options": [
         *             {
         *               "option_id": "019b2f6e-9a02-7b31-9c22-7d0a91e8f602",
         *               "option_name": "Cotton T-Shirt",
         *               "available": 164,
         *               "cost_per_unit": 28.5
         *             }
         *           ],
         *           "alternative_slots": []
         *         }
         *       ]
         *     }
         */
        JobRow: {
            amount: number | null;
            assigned_pickup_slot: string | null;
            /** @description Of a refusal: its code, see the problems */
            code: string | null;
            /** @description Everything that stands in the way; with at most three alternatives of a kind, as the batch leaves them */
            conflicts: components["schemas"]["Conflict"][];
            message: string | null;
            /**
             * @description What was decided; UNCHANGED where it held already
             * @enum {string}
             */
            outcome: "APPROVED" | "REJECTED" | "CANCELLED" | "UNCHANGED" | "REFUSED";
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            registration_id: string;
            row_no: number;
            /** @description After the batch; null of what is not there */
            status: ("WAITLISTED" | "PENDING" | "APPROVED" | "REJECTED" | "CANCELLED") | null;
        };
        LargestFit: {
            /** @description No set that fits is larger */
            bound: number;
            /** @description The most of these people that fit */
            count: number;
            /** @description Whether it is known to be the largest; else it is at least `count` */
            is_exact: boolean;
        };
        /**
         * @example {
         *       "id": "019b2f80-0003-7c00-9a00-1b2c3d4e5f62",
         *       "granted_at": "2027-05-21T09:30:00.000Z",
         *       "expires_at": "2027-05-21T10:30:00.000Z",
         *       "now": "2027-05-21T09:30:00.000Z",
         *       "next_seq": 1,
         *       "last_hash": "0000000000000000000000000000000000000000000000000000000000000000",
         *       "event": {
         *         "id": "019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e",
         *         "name": "Annual Day 2027",
         *         "timezone": "Europe/Amsterdam",
         *         "slot_override": "ask"
         *       },
         *       "desk": {
         *         "id": "019b2f80-0001-7c00-9a00-1b2c3d4e5f60",
         *         "name": "Desk 6",
         *         "location": "North Gate"
         *       },
         *       "people": [
         *         {
         *           "registration_id": "019b2f70-1c2d-7a5b-8e6f-3a4b5c6d7e04",
         *           "qr_hash": "9f3c1d6a5b2e4f80917263544536271809fa8b7c6d5e4f30211203f4e5d6a81e",
         *           "person_name": "Ana Ferreira",
         *           "option_name": "Merino Hoodie",
         *           "option_type": "INVENTORY",
         *           "event_option_id": "019b2f6e-9a01-7d44-8a10-2f6be3c4d501",
         *           "slot": "North Gate 11:30",
         *           "slot_starts_at": "2027-05-21T09:30:00.000Z",
         *           "slot_ends_at": "2027-05-21T10:00:00.000Z"
         *         }
         *       ],
         *       "items": [
         *         {
         *           "event_option_id": "019b2f6e-9a01-7d44-8a10-2f6be3c4d501",
         *           "option_name": "Merino Hoodie",
         *           "left_on_table": 12
         *         }
         *       ]
         *     }
         */
        Lease: {
            desk: {
                /**
                 * Format: uuid
                 * @description An unguessable id (UUID)
                 * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
                 */
                id: string;
                location: string | null;
                name: string;
            };
            event: components["schemas"]["DeskEvent"];
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            expires_at: string;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            granted_at: string;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            id: string;
            items: {
                /**
                 * Format: uuid
                 * @description An unguessable id (UUID)
                 * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
                 */
                event_option_id: string;
                /** @description Where the desk was counted: no more of it may be handed out without a network */
                left_on_table: number | null;
                option_name: string;
            }[];
            /** @description The hash of the last entry that the server has; zeros where it has none */
            last_hash: string;
            /** @description The number of the next entry of its log that the server has not */
            next_seq: number;
            /**
             * Format: date-time
             * @description The clock of the server: a tablet counts from here, whatever its own clock says
             * @example 2027-05-21T07:00:00Z
             */
            now: string;
            /** @description Approved and not collected; only this tablet hands out to them */
            people: components["schemas"]["LeasedPerson"][];
        };
        LeasedPerson: {
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            event_option_id: string;
            option_name: string;
            option_type: string;
            person_name: string;
            /** @description SHA-256 of the text in the QR code */
            qr_hash: string;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            registration_id: string;
            slot: string | null;
            slot_ends_at: string | null;
            slot_starts_at: string | null;
        };
        /**
         * @example {
         *       "minutes": 60,
         *       "slots": [
         *         "North Gate 11:30"
         *       ],
         *       "most": 200
         *     }
         */
        LeaseRequest: {
            /** @description From now on; 60 where it is left out */
            minutes?: number;
            /** @description How many it holds at most; 500 where it is left out. Whose slot is now or next comes first. */
            most?: number;
            /** @description Only these */
            registration_ids?: string[];
            /** @description Only people of the slots with these labels */
            slots?: string[];
        };
        /**
         * @example {
         *       "entry_no": 1102,
         *       "registration_id": "019b2f70-1c2d-7a5b-8e6f-3a4b5c6d7e04",
         *       "kind": "COMMIT",
         *       "amount": 74,
         *       "balance": 90960,
         *       "actor_id": "019b2f6d-0002-7c00-9a00-1b2c3d4e5f06",
         *       "actor_name": "Priya Raman",
         *       "person_name": "Ana Ferreira",
         *       "option_name": "Merino Hoodie",
         *       "created_at": "2027-04-21T12:32:00.000Z",
         *       "previous_hash": "41d0a6b7c8d9e0f1122334455667788990aabbccddeeff00112233445566677c",
         *       "hash": "9f3c1d6a5b2e4f80917263544536271809fa8b7c6d5e4f30211203f4e5d6a81e"
         *     }
         */
        LedgerEntry: {
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            actor_id: string;
            actor_name: string;
            amount: number;
            /**
             * @description Major units, with at most the currency's decimals
             * @example 74.5
             */
            balance: number;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            created_at: string;
            entry_no: number;
            /** @description SHA-256, hexadecimal; empty before the first entry */
            hash: string;
            /** @enum {string} */
            kind: "COMMIT" | "RELEASE" | "RETURN" | "WRITE_OFF" | "RESTORE";
            option_name: string;
            person_name: string;
            /** @description SHA-256, hexadecimal; empty before the first entry */
            previous_hash: string;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            registration_id: string;
        };
        /**
         * @example {
         *       "event_id": "019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e",
         *       "event_name": "Annual Day 2027",
         *       "currency": "EUR",
         *       "verification": {
         *         "event_id": "019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e",
         *         "is_intact": true,
         *         "ledger_entries": 1102,
         *         "audit_entries": 2509,
         *         "registrations": 1283,
         *         "deviations": [],
         *         "checked_at": "2027-04-21T12:32:10.000Z"
         *       },
         *       "entries": [
         *         {
         *           "entry_no": 1,
         *           "registration_id": "019b2f70-1c2d-7a5b-8e6f-3a4b5c6d7e04",
         *           "kind": "COMMIT",
         *           "amount_minor": 7400,
         *           "balance_minor": 7400,
         *           "actor_id": "019b2f6d-0002-7c00-9a00-1b2c3d4e5f06",
         *           "created_at": "2027-04-21T12:32:00.000Z",
         *           "previous_hash": "",
         *           "hash": "9f3c1d6a5b2e4f80917263544536271809fa8b7c6d5e4f30211203f4e5d6a81e"
         *         }
         *       ]
         *     }
         */
        LedgerProof: {
            currency: string;
            /** @description All of them, oldest first */
            entries: components["schemas"]["ProvenEntry"][];
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            event_id: string;
            event_name: string;
            verification: components["schemas"]["LedgerVerification"];
        };
        /**
         * @example {
         *       "event_id": "019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e",
         *       "is_intact": true,
         *       "ledger_entries": 1102,
         *       "audit_entries": 2509,
         *       "registrations": 1283,
         *       "deviations": [],
         *       "checked_at": "2027-04-21T12:32:10.000Z"
         *     }
         */
        LedgerVerification: {
            audit_entries: number;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            checked_at: string;
            /** @description One sentence each; at most 100 are named */
            deviations: string[];
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            event_id: string;
            is_intact: boolean;
            ledger_entries: number;
            registrations: number;
        };
        /**
         * @example {
         *       "event_id": "019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e",
         *       "options": [
         *         {
         *           "option_id": "019b2f6e-9a01-7d44-8a10-2f6be3c4d501",
         *           "available_slots": 9,
         *           "available_to_register": 9
         *         }
         *       ],
         *       "slots": [
         *         {
         *           "slot_id": "019b2f6e-9b10-7e0f-b0f4-91c2d3e4f703",
         *           "label": "North Gate 11:30",
         *           "available": 9
         *         }
         *       ]
         *     }
         */
        LiveAvailability: {
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            event_id: string;
            options: {
                available_slots: number;
                available_to_register: number;
                /**
                 * Format: uuid
                 * @description An unguessable id (UUID)
                 * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
                 */
                option_id: string;
            }[];
            slots: {
                available: number;
                label: string;
                /**
                 * Format: uuid
                 * @description An unguessable id (UUID)
                 * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
                 */
                slot_id: string;
            }[];
        };
        /**
         * @example {
         *       "entry_no": 2510,
         *       "action": "registration.approved",
         *       "subject_id": "019b2f70-1c2d-7a5b-8e6f-3a4b5c6d7e04",
         *       "registration_id": "019b2f70-1c2d-7a5b-8e6f-3a4b5c6d7e04",
         *       "from_status": "PENDING",
         *       "to_status": "APPROVED",
         *       "actor_name": "Priya Raman",
         *       "person_name": "Ana Ferreira",
         *       "option_name": "Merino Hoodie",
         *       "amount": 74,
         *       "at": "2027-04-21T12:32:00.000Z"
         *     }
         */
        LiveChange: {
            action: string;
            actor_name: string | null;
            /**
             * @description Major units, with at most the currency's decimals
             * @example 74.5
             */
            amount?: number;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            at: string;
            entry_no: number;
            from_status: string | null;
            option_name: string | null;
            person_name: string | null;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            registration_id?: string;
            /**
             * Format: uuid
             * @description The registration, option, slot or event that changed
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            subject_id: string;
            to_status: string | null;
        };
        /**
         * @example {
         *       "event_id": "019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e",
         *       "event_name": "Annual Day 2027",
         *       "currency": "EUR",
         *       "total_budget": 100000,
         *       "budget_committed": 90960,
         *       "budget_available": 9040,
         *       "utilization_percentage": 90.96,
         *       "registered_users_count": 859,
         *       "approved_registrations_count": 990,
         *       "pending_registrations_count": 204,
         *       "rejected_registrations_count": 33,
         *       "cancelled_registrations_count": 56,
         *       "waitlisted_registrations_count": 12,
         *       "pending_amount": 21780.5,
         *       "option_variance": [
         *         {
         *           "option_id": "019b2f6e-9a01-7d44-8a10-2f6be3c4d501",
         *           "option_name": "Merino Hoodie",
         *           "option_type": "INVENTORY",
         *           "total_available": 150,
         *           "committed_count": 141,
         *           "held_count": 0,
         *           "available_slots": 9,
         *           "available_to_register": 9,
         *           "utilization_percentage": 94,
         *           "amount_committed": 10434
         *         }
         *       ],
         *       "collected_count": 412,
         *       "slots": [
         *         {
         *           "slot_id": "019b2f6e-9b10-7e0f-b0f4-91c2d3e4f703",
         *           "label": "North Gate 11:30",
         *           "capacity": 20,
         *           "committed_count": 11,
         *           "held_count": 0,
         *           "available": 9
         *         }
         *       ]
         *     }
         */
        LiveCounters: {
            approved_registrations_count: number;
            /**
             * @description Major units, with at most the currency's decimals
             * @example 74.5
             */
            budget_available: number;
            /**
             * @description Major units, with at most the currency's decimals
             * @example 74.5
             */
            budget_committed: number;
            cancelled_registrations_count: number;
            /** @description How many have collected what they were approved for */
            collected_count: number;
            currency: string;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            event_id: string;
            event_name: string;
            option_variance: components["schemas"]["OptionVariance"][];
            /** @description What pending requests ask for; may be more than any budget */
            pending_amount: number;
            pending_registrations_count: number;
            registered_users_count: number;
            rejected_registrations_count: number;
            slots: {
                available: number;
                capacity: number;
                committed_count: number;
                held_count: number;
                label: string;
                /**
                 * Format: uuid
                 * @description An unguessable id (UUID)
                 * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
                 */
                slot_id: string;
            }[];
            /**
             * @description Major units, with at most the currency's decimals
             * @example 74.5
             */
            total_budget: number;
            utilization_percentage: number;
            waitlisted_registrations_count: number;
        };
        /**
         * @example {
         *       "id": "019b2f71-1c2d-7a5b-8e6f-3a4b5c6d7e11",
         *       "event_id": "019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e",
         *       "status": "RUNNING",
         *       "dry_run": false,
         *       "total": 2400,
         *       "done": 1024,
         *       "changed": 980,
         *       "refused": 44
         *     }
         */
        LiveJob: {
            changed: number;
            /** @description How many have an answer */
            done: number;
            dry_run: boolean;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            event_id: string;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            id: string;
            refused: number;
            /**
             * @description REFUSED: nothing was decided, `problem` says why. CANCELLED and FAILED: what was decided before stays decided
             * @enum {string}
             */
            status: "QUEUED" | "RUNNING" | "DONE" | "REFUSED" | "CANCELLED" | "FAILED";
            total: number;
        };
        /**
         * @example {
         *       "entry_no": 2509
         *     }
         */
        LiveReset: {
            entry_no: number;
        };
        /**
         * @example {
         *       "id": "019b2f6e-9c11-7a0b-8c1d-2e3f4a5b6c08",
         *       "event_id": "019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e",
         *       "name": "North Gate",
         *       "code": "N1",
         *       "building": "Werkspoor Hall",
         *       "floor": "Ground floor",
         *       "capacity": 40,
         *       "directions": "Through the main entrance, then left along the tracks",
         *       "accessibility": "Step-free; the ramp is beside the stairs",
         *       "slots_count": 16,
         *       "created_at": "2027-02-01T09:00:00.000Z",
         *       "updated_at": "2027-02-01T09:00:00.000Z"
         *     }
         */
        Location: {
            /** @description What to know with a wheelchair, a pram, poor sight */
            accessibility: string | null;
            building: string | null;
            /** @description How many people fit at once; null: any number */
            capacity: number | null;
            /** @description As on signs and plans */
            code: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            created_at: string;
            /** @description How to find it */
            directions: string | null;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            event_id: string;
            floor: string | null;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            id: string;
            name: string;
            slots_count: number;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            updated_at: string;
        };
        /**
         * @example {
         *       "capacity": 60
         *     }
         */
        LocationChange: {
            /** @description What to know with a wheelchair, a pram, poor sight */
            accessibility?: string | null;
            building?: string | null;
            /** @description How many people fit at once; null: any number */
            capacity?: number | null;
            /** @description As on signs and plans */
            code?: string | null;
            /** @description How to find it */
            directions?: string | null;
            floor?: string | null;
            name?: string;
        };
        /** @description Its canonical text is the JSON array [device_id, lease_id, seq, nonce, registration_id, at, kind, previous_hash] without blanks, each as it stands here. */
        LogEntry: {
            /**
             * Format: date-time
             * @description By the clock of the tablet
             * @example 2027-05-21T07:00:00Z
             */
            at: string;
            /** @enum {string} */
            kind: "collect" | "undo";
            nonce: string;
            /** @description SHA-256 of the canonical text of the entry before it; zeros for the first */
            previous_hash: string;
            /** @description Of the code that was scanned */
            qr_hash?: string;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            registration_id: string;
            /** @description From 1 in each lease, without gaps */
            seq: number;
            /** @description Of the canonical text, with the key that the tablet enrolled with */
            signature: string;
        };
        LoggedEntry: {
            /** @description Recorded, and for an organiser to look at */
            finding: ("ALREADY_COLLECTED" | "LEASE_OVER" | "NOT_LEASED" | "NOT_APPROVED" | "REVOKED" | "DEVICE_REVOKED" | "CLOCK" | "NOT_FOUND") | null;
            message: string;
            /**
             * @description REFUSED: this entry and all behind it were not taken, and nothing of them is done; NOT_UNDONE: there was nothing of this tablet to undo
             * @enum {string}
             */
            outcome: "COLLECTED" | "ALREADY_COLLECTED" | "NOT_APPROVED" | "WRONG_EVENT" | "WRONG_SLOT" | "WRONG_DESK" | "REVOKED" | "NOT_FOUND" | "UNDONE" | "NOT_UNDONE" | "REFUSED";
            seq: number;
        };
        /**
         * @example {
         *       "commitment": "9f3c1d6a5b2e4f80917263544536271809fa8b7c6d5e4f30211203f4e5d6a81e",
         *       "seed": "9f3c1d6a5b2e4f80917263544536271809fa8b7c6d5e4f30211203f4e5d6a81e",
         *       "drawn_at": "2027-05-01T08:00:00.000Z"
         *     }
         */
        Lottery: {
            /** @description SHA-256 of the seed and the id of the event, published beforehand */
            commitment: string;
            drawn_at: string | null;
            /** @description null until it is drawn */
            seed: string | null;
        };
        /**
         * @description Who is asking, where, and what they may do there
         * @example {
         *       "user": {
         *         "id": "019b2f6d-0002-7c00-9a00-1b2c3d4e5f06",
         *         "email": "priya.raman@example.org",
         *         "name": "Priya Raman",
         *         "role": "approver",
         *         "department": "Finance",
         *         "is_active": true,
         *         "created_at": "2027-02-15T10:01:00.000Z"
         *       },
         *       "tenant": {
         *         "id": "019b2f6c-0000-7c00-9a00-1b2c3d4e5f00",
         *         "name": "Northwind Foundation",
         *         "currency": "EUR",
         *         "timezone": "Europe/Amsterdam",
         *         "is_active": true,
         *         "created_at": "2027-02-15T10:00:00.000Z"
         *       },
         *       "permissions": [
         *         "event.read",
         *         "registration.read",
         *         "registration.decide"
         *       ],
         *       "profile": {
         *         "language": "de",
         *         "theme": "auto",
         *         "single_letter_keys": true
         *       }
         *     }
         */
        Me: {
            permissions: string[];
            profile: components["schemas"]["Profile"];
            tenant: components["schemas"]["Tenant"];
            user: components["schemas"]["User"];
        };
        /**
         * @example {
         *       "id": "019b2f6d-7777-7c00-9a00-1b2c3d4e5f07",
         *       "user_id": "019b2f6d-0002-7c00-9a00-1b2c3d4e5f06",
         *       "user_name": "Priya Raman",
         *       "name": "Approvals from the finance system",
         *       "rate_limit_per_minute": 600,
         *       "created_at": "2027-02-15T10:05:00.000Z",
         *       "expires_at": null,
         *       "revoked_at": null,
         *       "key": "allot_AZsvbAAAfACaABssPU5fAA_shown-this-once-and-never-again-0123456789A"
         *     }
         */
        NewApiKey: {
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            created_at: string;
            expires_at: string | null;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            id: string;
            /** @description Shown this once; send it as Authorization: Bearer */
            key: string;
            name: string;
            rate_limit_per_minute: number | null;
            revoked_at: string | null;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            user_id: string;
            user_name: string;
        };
        /**
         * @example {
         *       "name": "Desk 6",
         *       "location": "North Gate",
         *       "event_option_ids": [
         *         "019b2f6e-9a01-7d44-8a10-2f6be3c4d501"
         *       ],
         *       "counted": [
         *         {
         *           "event_option_id": "019b2f6e-9a01-7d44-8a10-2f6be3c4d501",
         *           "count": 40
         *         }
         *       ]
         *     }
         */
        NewDesk: {
            /** @description How many of an option lie on its table right now. What is handed out there is taken off from then on; an option that is not named keeps its count. Where event_option_ids says what the desk hands out, only those can be counted. */
            counted?: {
                count: number;
                /**
                 * Format: uuid
                 * @description An unguessable id (UUID)
                 * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
                 */
                event_option_id: string;
            }[];
            /** @description What it hands out; none: everything of the event */
            event_option_ids?: string[];
            location?: string | null;
            name: string;
        };
        /**
         * @example {
         *       "name": "Tablet 2"
         *     }
         */
        NewDeskDevice: {
            name?: string | null;
        };
        /**
         * @example {
         *       "name": "Annual Day 2027",
         *       "event_type": "ANNUAL_DAY",
         *       "event_budget_amount": 100000,
         *       "event_date": "2027-05-21T09:00:00+02:00",
         *       "ends_at": "2027-05-21T17:00:00+02:00",
         *       "venue": "Werkspoor Hall, Utrecht",
         *       "registration_start_date": "2027-03-01T09:00:00+01:00",
         *       "registration_end_date": "2027-04-30T18:00:00+02:00"
         *     }
         */
        NewEvent: {
            /**
             * @description ISO 4217
             * @example EUR
             */
            currency?: string;
            description?: string | null;
            ends_at?: string | null;
            /**
             * @description Major units, with at most the currency's decimals
             * @example 74.5
             */
            event_budget_amount: number;
            event_date?: string | null;
            /**
             * @default OTHER
             * @enum {string}
             */
            event_type?: "ANNUAL_DAY" | "GIFTING" | "CONFERENCE" | "WORKSHOP" | "SOCIAL" | "OTHER";
            hold_policy?: {
                /** @enum {string} */
                budget?: "check" | "hold";
                /** @enum {string} */
                slot?: "check" | "hold";
                /** @enum {string} */
                stock?: "check" | "hold";
            };
            name: string;
            /** @default 10 */
            pickup_slot_capacity?: number;
            /** @default true */
            published?: boolean;
            registration_end_date?: string | null;
            /**
             * @default one_per_option
             * @enum {string}
             */
            registration_limit?: "one_per_option" | "one_per_type" | "one";
            registration_start_date?: string | null;
            slug?: string;
            /**
             * @description IANA time zone
             * @example Europe/Amsterdam
             */
            timezone?: string;
            venue?: string | null;
            waitlist_policy?: {
                /** @description Whether people may join; who waits already comes up all the same */
                is_open?: boolean;
                /** @description For how long an offer is held */
                offer_hours?: number;
                /**
                 * @description `first_come`: who joined first. `priority`: whom organisers gave the higher priority, then who joined first. `lottery`: as drawn by lot, once registration has closed or somebody draws
                 * @enum {string}
                 */
                order?: "first_come" | "priority" | "lottery";
                /**
                 * @description `automatic`: whoever comes up is PENDING at once. `offer`: it is held for them, to accept or decline
                 * @enum {string}
                 */
                promotion?: "automatic" | "offer";
            };
        };
        /**
         * @example {
         *       "kind": "registrations",
         *       "format": "xlsx",
         *       "columns": [
         *         "person_name",
         *         "option_name",
         *         "status"
         *       ],
         *       "filter": {
         *         "status_filter": "APPROVED"
         *       }
         *     }
         */
        NewExport: {
            bom?: boolean;
            columns?: string[];
            /** @enum {string} */
            delimiter?: "comma" | "semicolon" | "tab";
            /** @description The parameters of the list that this kind has, as they would stand in its query */
            filter?: {
                [key: string]: string | string[];
            };
            /** @enum {string} */
            format: "csv" | "xlsx";
            /** @enum {string} */
            kind: "registrations" | "ledger" | "budget" | "collections" | "waitlist" | "all";
        };
        /**
         * @example {
         *       "name": "North Gate",
         *       "code": "N1",
         *       "building": "Werkspoor Hall",
         *       "floor": "Ground floor",
         *       "capacity": 40,
         *       "directions": "Through the main entrance, then left along the tracks",
         *       "accessibility": "Step-free; the ramp is beside the stairs"
         *     }
         */
        NewLocation: {
            /** @description What to know with a wheelchair, a pram, poor sight */
            accessibility?: string | null;
            building?: string | null;
            /** @description How many people fit at once; null: any number */
            capacity?: number | null;
            /** @description As on signs and plans */
            code?: string | null;
            /** @description How to find it */
            directions?: string | null;
            floor?: string | null;
            name: string;
        };
        /**
         * @example {
         *       "option_name": "Merino Hoodie",
         *       "option_type": "INVENTORY",
         *       "total_available": 150,
         *       "cost_per_unit": 74
         *     }
         */
        NewOption: {
            cost_per_unit?: number | null;
            description?: string | null;
            ends_at?: string | null;
            /** @description Overrides the event's hold_policy.stock; null where that holds */
            hold_stock?: ("check" | "hold") | null;
            option_name: string;
            /** @enum {string} */
            option_type: "TRACK" | "INVENTORY";
            starts_at?: string | null;
            total_available: number;
        };
        /**
         * @example {
         *       "event_option_id": "019b2f6e-9a01-7d44-8a10-2f6be3c4d501",
         *       "preferred_pickup_slot": "North Gate 11:30"
         *     }
         */
        NewRegistration: {
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            event_option_id: string;
            notes?: string | null;
            preferred_pickup_slot?: string | null;
            /**
             * Format: uuid
             * @description Somebody else, for those who decide on registrations
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            user_id?: string;
        };
        /**
         * @description Without a capacity of its own a slot takes the event's pickup_slot_capacity
         * @example {
         *       "label": "North Gate 11:30",
         *       "location": "North Gate",
         *       "starts_at": "2027-05-21T11:30:00+02:00",
         *       "ends_at": "2027-05-21T12:00:00+02:00",
         *       "capacity": 20
         *     }
         */
        NewSlot: {
            capacity?: number | null;
            ends_at?: string | null;
            label: string;
            location?: string | null;
            /** @description A location of the event: its name is what is shown as location; needs starts_at and ends_at */
            location_id?: string | null;
            starts_at?: string | null;
        };
        /**
         * @example {
         *       "slots": [
         *         {
         *           "label": "North Gate 11:30",
         *           "location": "North Gate",
         *           "starts_at": "2027-05-21T11:30:00+02:00",
         *           "ends_at": "2027-05-21T12:00:00+02:00",
         *           "capacity": 20
         *         },
         *         {
         *           "label": "North Gate 12:00",
         *           "location": "North Gate",
         *           "starts_at": "2027-05-21T11:30:00+02:00",
         *           "ends_at": "2027-05-21T12:00:00+02:00",
         *           "capacity": 20
         *         }
         *       ]
         *     }
         */
        NewSlots: {
            slots: components["schemas"]["NewSlot"][];
        };
        /**
         * @example {
         *       "name": "Northwind Foundation",
         *       "currency": "EUR",
         *       "timezone": "Europe/Amsterdam"
         *     }
         */
        NewTenant: {
            /**
             * @description ISO 4217
             * @default EUR
             * @example EUR
             */
            currency?: string;
            name: string;
            /**
             * @description IANA time zone
             * @default UTC
             * @example Europe/Amsterdam
             */
            timezone?: string;
        };
        /**
         * @example {
         *       "email": "priya.raman@example.org",
         *       "name": "Priya Raman",
         *       "role": "approver",
         *       "department": "Finance"
         *     }
         */
        NewUser: {
            department?: string | null;
            /**
             * Format: email
             * @example ines@example.org
             */
            email: string;
            name: string;
            /** @enum {string} */
            role: "owner" | "organizer" | "approver" | "auditor" | "desk" | "member";
        };
        /**
         * @example {
         *       "any_of": [
         *         "019b2f6e-9a01-7d44-8a10-2f6be3c4d501",
         *         "019b2f6e-9a02-7b31-9c22-7d0a91e8f602"
         *       ],
         *       "preferred_pickup_slot": "North Gate 11:30"
         *     }
         */
        NewWaitlistEntry: {
            /** @description Instead of one option: any of these, what they like best first */
            any_of?: string[];
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            event_option_id?: string;
            notes?: string | null;
            preferred_pickup_slot?: string | null;
            /**
             * Format: uuid
             * @description Somebody else, for those who decide on registrations
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            user_id?: string;
        };
        /**
         * @example {
         *       "url": "https://hooks.example.org/allot",
         *       "description": "Badge printer",
         *       "events": [
         *         "registration.approved",
         *         "registration.cancelled"
         *       ],
         *       "event_ids": [
         *         "019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e"
         *       ]
         *     }
         */
        NewWebhookEndpoint: {
            /** @default  */
            description?: string;
            /**
             * @description Only what happens in these events; null is all of them, those to come included
             * @default null
             */
            event_ids?: string[] | null;
            /** @description What is sent there */
            events: ("registration.registered" | "registration.approved" | "registration.rejected" | "registration.cancelled" | "registration.moved" | "registration.noted" | "registration.waitlisted" | "registration.waitlist_moved" | "registration.promoted" | "registration.offered" | "registration.offer_accepted" | "registration.offer_declined" | "registration.offer_expired" | "event.created" | "event.updated" | "event.archived" | "event.lottery_drawn" | "option.created" | "option.updated" | "option.archived" | "slot.created" | "slot.updated" | "slot.archived")[];
            /** @description https, at a public address; checked now, and again at each sending */
            url: string;
        };
        /**
         * @example {
         *       "kind": "registration_approved",
         *       "language": "en",
         *       "source": "event",
         *       "subject": "{{option.name}} is yours",
         *       "body": "Dear {{person.name}},\n\nsee you at {{event.name}}!\n\n{{link.registration}}",
         *       "placeholders": [
         *         {
         *           "name": "person.name",
         *           "description": "Who gets the message",
         *           "example": "Priya Raman"
         *         }
         *       ],
         *       "updated_at": "2027-03-01T10:00:00.000Z",
         *       "updated_by_name": "Ines Moreau"
         *     }
         */
        NoticeTemplate: {
            body: string;
            /** @enum {string} */
            kind: "registration_received" | "registration_approved" | "registration_rejected" | "registration_cancelled" | "slot_changed" | "waitlist_joined" | "waitlist_promoted" | "waitlist_offer" | "waitlist_offer_expired" | "event_reminder" | "pickup_reminder" | "requests_waiting" | "budget_threshold" | "digest" | "invitation" | "sign_in_link";
            /** @enum {string} */
            language: "en" | "de";
            placeholders: {
                description: string;
                example: string;
                name: string;
            }[];
            /**
             * @description Where the text in use comes from
             * @enum {string}
             */
            source: "built_in" | "tenant" | "event";
            subject: string;
            updated_at: string | null;
            updated_by_name: string | null;
        };
        /**
         * @example {
         *       "kind": "registration_approved",
         *       "language": "en",
         *       "event_id": "019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e",
         *       "subject": "{{option.name}} is yours",
         *       "body": "Dear {{person.name}},\n\nsee you at {{event.name}}!\n\n{{link.registration}}"
         *     }
         */
        NoticeTemplateChange: {
            /** @description Plain text; an empty line begins a new paragraph. A placeholder of a link alone in its paragraph becomes a button. What was asked for, slot and place, the QR code and alternatives stand below it without being asked for. */
            body: string;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            event_id?: string;
            /** @enum {string} */
            kind: "registration_received" | "registration_approved" | "registration_rejected" | "registration_cancelled" | "slot_changed" | "waitlist_joined" | "waitlist_promoted" | "waitlist_offer" | "waitlist_offer_expired" | "event_reminder" | "pickup_reminder" | "requests_waiting" | "budget_threshold" | "digest" | "invitation" | "sign_in_link";
            /** @enum {string} */
            language: "en" | "de";
            /** @description One line. May have placeholders, such as {{event.name}} */
            subject: string;
        };
        /**
         * @example {
         *       "kind": "registration_approved",
         *       "language": "en",
         *       "event_id": "019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e"
         *     }
         */
        NoticeTemplatePlace: {
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            event_id?: string;
            /** @enum {string} */
            kind: "registration_received" | "registration_approved" | "registration_rejected" | "registration_cancelled" | "slot_changed" | "waitlist_joined" | "waitlist_promoted" | "waitlist_offer" | "waitlist_offer_expired" | "event_reminder" | "pickup_reminder" | "requests_waiting" | "budget_threshold" | "digest" | "invitation" | "sign_in_link";
            /** @enum {string} */
            language: "en" | "de";
        };
        /**
         * @example {
         *       "templates": [
         *         {
         *           "kind": "registration_approved",
         *           "language": "en",
         *           "source": "event",
         *           "subject": "{{option.name}} is yours",
         *           "body": "Dear {{person.name}},\n\nsee you at {{event.name}}!\n\n{{link.registration}}",
         *           "placeholders": [
         *             {
         *               "name": "person.name",
         *               "description": "Who gets the message",
         *               "example": "Priya Raman"
         *             }
         *           ],
         *           "updated_at": "2027-03-01T10:00:00.000Z",
         *           "updated_by_name": "Ines Moreau"
         *         }
         *       ]
         *     }
         */
        NoticeTemplates: {
            templates: components["schemas"]["NoticeTemplate"][];
        };
        /**
         * @example {
         *       "kinds": [
         *         {
         *           "kind": "registration_received",
         *           "mail": false,
         *           "inbox": true,
         *           "is_required": false
         *         },
         *         {
         *           "kind": "registration_approved",
         *           "mail": true,
         *           "inbox": true,
         *           "is_required": true
         *         }
         *       ]
         *     }
         */
        NotificationSettings: {
            /** @description Those that somebody with my role can get */
            kinds: {
                inbox: boolean;
                /** @description Its mail cannot be turned off */
                is_required: boolean;
                /** @enum {string} */
                kind: "registration_received" | "registration_approved" | "registration_rejected" | "registration_cancelled" | "slot_changed" | "waitlist_joined" | "waitlist_promoted" | "waitlist_offer" | "waitlist_offer_expired" | "event_reminder" | "pickup_reminder" | "requests_waiting" | "budget_threshold" | "digest" | "invitation" | "sign_in_link";
                mail: boolean;
            }[];
        };
        /**
         * @example {
         *       "kinds": [
         *         {
         *           "kind": "registration_received",
         *           "mail": false
         *         }
         *       ]
         *     }
         */
        NotificationSettingsChange: {
            kinds: {
                inbox?: boolean;
                /** @enum {string} */
                kind: "registration_received" | "registration_approved" | "registration_rejected" | "registration_cancelled" | "slot_changed" | "waitlist_joined" | "waitlist_promoted" | "waitlist_offer" | "waitlist_offer_expired" | "event_reminder" | "pickup_reminder" | "requests_waiting" | "budget_threshold" | "digest" | "invitation" | "sign_in_link";
                mail?: boolean;
            }[];
        };
        /**
         * @example {
         *       "status": "open",
         *       "event_id": "019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e",
         *       "event_name": "Annual Day 2027",
         *       "registration_id": "019b2f70-1c2d-7a5b-8e6f-3a4b5c6d7e04",
         *       "option_name": "Merino Hoodie",
         *       "pickup_slot": "North Gate 11:30",
         *       "timezone": "Europe/Amsterdam",
         *       "expires_at": "2027-04-24T08:00:00.000Z",
         *       "seconds_left": 61200
         *     }
         */
        Offer: {
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            event_id: string;
            event_name: string;
            /** @description Of an open offer */
            expires_at: string | null;
            option_name: string;
            pickup_slot: string | null;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            registration_id: string;
            seconds_left: number;
            /**
             * @description `declined` as well where the registration was given up, or decided otherwise, meanwhile
             * @enum {string}
             */
            status: "open" | "accepted" | "declined" | "expired";
            timezone: string;
        };
        /**
         * @example {
         *       "lease_id": "019b2f80-0003-7c00-9a00-1b2c3d4e5f62",
         *       "sent_at": "2027-05-21T10:05:00.000Z",
         *       "entries": [
         *         {
         *           "seq": 1,
         *           "nonce": "0c8a1d2e3f405162738495a6b7c8d9ea",
         *           "registration_id": "019b2f70-1c2d-7a5b-8e6f-3a4b5c6d7e04",
         *           "qr_hash": "9f3c1d6a5b2e4f80917263544536271809fa8b7c6d5e4f30211203f4e5d6a81e",
         *           "at": "2027-05-21T09:52:10.000Z",
         *           "kind": "collect",
         *           "previous_hash": "0000000000000000000000000000000000000000000000000000000000000000",
         *           "signature": "5VZDAMNgrHKQhuLMgG6CioSHfx645dl02HPgZSJJAVVfuIIVkKM7rMYeOXAc-bRr0lv18FlbviRlUUFDjnoQCw"
         *         }
         *       ]
         *     }
         */
        OfflineLog: {
            entries: components["schemas"]["LogEntry"][];
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            lease_id: string;
            /**
             * Format: date-time
             * @description What the clock of the tablet says at sending: by it the server knows how wrong that is
             * @example 2027-05-21T07:00:00Z
             */
            sent_at?: string;
        };
        /**
         * @example {
         *       "lease_id": "019b2f80-0003-7c00-9a00-1b2c3d4e5f62",
         *       "next_seq": 2,
         *       "entries": [
         *         {
         *           "seq": 1,
         *           "outcome": "COLLECTED",
         *           "finding": null,
         *           "message": "Recorded."
         *         }
         *       ]
         *     }
         */
        OfflineLogAnswer: {
            entries: components["schemas"]["LoggedEntry"][];
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            lease_id: string;
            /** @description Where the log goes on */
            next_seq: number;
        };
        /**
         * @example {
         *       "id": "019b2f6e-9a01-7d44-8a10-2f6be3c4d501",
         *       "event_id": "019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e",
         *       "option_name": "Merino Hoodie",
         *       "option_type": "INVENTORY",
         *       "description": "Sizes XS to 3XL",
         *       "total_available": 150,
         *       "committed_count": 141,
         *       "available_slots": 9,
         *       "available_to_register": 9,
         *       "waiting_count": 0,
         *       "cost_per_unit": 74,
         *       "hold_stock": null,
         *       "starts_at": null,
         *       "ends_at": null,
         *       "is_active": true,
         *       "picture": {
         *         "alt": "A grey hoodie on a wooden hanger",
         *         "width": 1600,
         *         "height": 1200,
         *         "url": "/events/019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e/options/019b2f6e-9a01-7d44-8a10-2f6be3c4d501/picture?size=full&v=9f3c1d6a5b2e4f80",
         *         "thumb_url": "/events/019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e/options/019b2f6e-9a01-7d44-8a10-2f6be3c4d501/picture?size=thumb&v=9f3c1d6a5b2e4f80"
         *       }
         *     }
         */
        Option: {
            available_slots: number;
            available_to_register: number;
            committed_count: number;
            cost_per_unit?: number | null;
            description: string | null;
            ends_at: string | null;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            event_id: string;
            hold_stock: ("check" | "hold") | null;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            id: string;
            is_active: boolean;
            option_name: string;
            /** @enum {string} */
            option_type: "TRACK" | "INVENTORY";
            picture: components["schemas"]["OptionPicture"] | null;
            starts_at: string | null;
            total_available: number;
            /** @description How many wait for it */
            waiting_count: number;
        };
        /**
         * @example {
         *       "total_available": 160
         *     }
         */
        OptionChange: {
            cost_per_unit?: number | null;
            description?: string | null;
            ends_at?: string | null;
            /** @description Overrides the event's hold_policy.stock; null where that holds */
            hold_stock?: ("check" | "hold") | null;
            is_active?: boolean;
            option_name?: string;
            starts_at?: string | null;
            total_available?: number;
        };
        OptionPicture: {
            /** @description What is to be seen, for who does not see it */
            alt: string;
            height: number;
            /** @description The same, at most 320 pixels wide and high */
            thumb_url: string;
            /** @description Where it is: on this server, and for who may see the event */
            url: string;
            width: number;
        };
        OptionVariance: {
            /**
             * @description Major units, with at most the currency's decimals
             * @example 74.5
             */
            amount_committed: number;
            available_slots: number;
            available_to_register: number;
            committed_count: number;
            held_count: number;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            option_id: string;
            option_name: string;
            /** @enum {string} */
            option_type: "TRACK" | "INVENTORY";
            total_available: number;
            utilization_percentage: number;
        };
        /**
         * @example {
         *       "id": "019b2f72-1c2d-7a5b-8e6f-3a4b5c6d7e20",
         *       "kind": "registration_approved",
         *       "channel": "mail",
         *       "status": "FAILED",
         *       "user_id": "019b2f6d-0002-7c00-9a00-1b2c3d4e5f06",
         *       "person_name": "Priya Raman",
         *       "person_email": "priya@example.org",
         *       "event_id": "019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e",
         *       "event_name": "Annual Day 2027",
         *       "registration_id": "019b2f70-1c2d-7a5b-8e6f-3a4b5c6d7e04",
         *       "attempts": 1,
         *       "next_attempt_at": null,
         *       "last_error": "The mail server refused it: 550 5.1.1 No such mailbox",
         *       "created_at": "2027-03-02T09:15:00.000Z",
         *       "done_at": null
         *     }
         */
        OutboxMessage: {
            attempts: number;
            /** @enum {string} */
            channel: "mail" | "inbox";
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            created_at: string;
            done_at: string | null;
            event_id: string | null;
            event_name: string | null;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            id: string;
            /** @enum {string} */
            kind: "registration_received" | "registration_approved" | "registration_rejected" | "registration_cancelled" | "slot_changed" | "waitlist_joined" | "waitlist_promoted" | "waitlist_offer" | "waitlist_offer_expired" | "event_reminder" | "pickup_reminder" | "requests_waiting" | "budget_threshold" | "digest" | "invitation" | "sign_in_link";
            last_error: string | null;
            /** @description When it is tried again; null where it is not */
            next_attempt_at: string | null;
            person_email: string;
            person_name: string;
            registration_id: string | null;
            /**
             * @description KEPT: there was no mail server, or mail was paused. FAILED: given up, `last_error` says why. DONE: handed over
             * @enum {string}
             */
            status: "WAITING" | "KEPT" | "DONE" | "FAILED";
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            user_id: string;
        };
        /**
         * @description With its text, as it is or was sent; links that sign somebody in are left out of it
         * @example {
         *       "id": "019b2f72-1c2d-7a5b-8e6f-3a4b5c6d7e20",
         *       "kind": "registration_approved",
         *       "channel": "mail",
         *       "status": "FAILED",
         *       "user_id": "019b2f6d-0002-7c00-9a00-1b2c3d4e5f06",
         *       "person_name": "Priya Raman",
         *       "person_email": "priya@example.org",
         *       "event_id": "019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e",
         *       "event_name": "Annual Day 2027",
         *       "registration_id": "019b2f70-1c2d-7a5b-8e6f-3a4b5c6d7e04",
         *       "attempts": 1,
         *       "next_attempt_at": null,
         *       "last_error": "The mail server refused it: 550 5.1.1 No such mailbox",
         *       "created_at": "2027-03-02T09:15:00.000Z",
         *       "done_at": null,
         *       "subject": "Merino Hoodie is yours",
         *       "text": "Dear Priya Raman,\n\nsee you at Annual Day 2027!",
         *       "html": "<!DOCTYPE html><html lang=\"en\"><body><p>Dear Priya Raman,</p></body></html>",
         *       "message_id": "<019b2f72-1c2d-7a5b-8e6f-3a4b5c6d7e20@allot.example.org>",
         *       "attempt_log": [
         *         {
         *           "attempt_no": 1,
         *           "started_at": "2027-03-02T09:15:02.000Z",
         *           "milliseconds": 214,
         *           "outcome": "FAILED",
         *           "answer": "550 5.1.1 No such mailbox"
         *         }
         *       ]
         *     }
         */
        OutboxMessageInFull: {
            attempt_log: {
                /** @description What the mail server said, or why there was no answer */
                answer: string | null;
                attempt_no: number;
                milliseconds: number;
                /** @enum {string} */
                outcome: "SENT" | "TRY_AGAIN" | "FAILED";
                /**
                 * Format: date-time
                 * @description ISO 8601 with offset
                 * @example 2027-05-21T07:00:00Z
                 */
                started_at: string;
            }[];
            attempts: number;
            /** @enum {string} */
            channel: "mail" | "inbox";
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            created_at: string;
            done_at: string | null;
            event_id: string | null;
            event_name: string | null;
            html: string;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            id: string;
            /** @enum {string} */
            kind: "registration_received" | "registration_approved" | "registration_rejected" | "registration_cancelled" | "slot_changed" | "waitlist_joined" | "waitlist_promoted" | "waitlist_offer" | "waitlist_offer_expired" | "event_reminder" | "pickup_reminder" | "requests_waiting" | "budget_threshold" | "digest" | "invitation" | "sign_in_link";
            last_error: string | null;
            message_id: string | null;
            /** @description When it is tried again; null where it is not */
            next_attempt_at: string | null;
            person_email: string;
            person_name: string;
            registration_id: string | null;
            /**
             * @description KEPT: there was no mail server, or mail was paused. FAILED: given up, `last_error` says why. DONE: handed over
             * @enum {string}
             */
            status: "WAITING" | "KEPT" | "DONE" | "FAILED";
            subject: string;
            text: string;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            user_id: string;
        };
        /**
         * @example {
         *       "retried": 12
         *     }
         */
        OutboxRetried: {
            retried: number;
        };
        /**
         * @example {
         *       "status": "FAILED"
         *     }
         */
        OutboxRetry: {
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            event_id?: string;
            /** @enum {string} */
            status: "FAILED" | "KEPT";
        };
        /**
         * @description At most 10,000 of each are counted
         * @example {
         *       "waiting": 2,
         *       "kept": 0,
         *       "failed": 12,
         *       "oldest_waiting_at": "2027-03-02T09:15:00.000Z",
         *       "is_mail_set_up": true
         *     }
         */
        OutboxSummary: {
            failed: number;
            is_mail_set_up: boolean;
            kept: number;
            oldest_waiting_at: string | null;
            waiting: number;
        };
        /**
         * @example {
         *       "registration_id": "019b2f70-1c2d-7a5b-8e6f-3a4b5c6d7e04",
         *       "person_name": "Ana Ferreira",
         *       "department": "Research",
         *       "option_name": "Merino Hoodie",
         *       "slot": "11:30",
         *       "amount": 74,
         *       "became": "collected",
         *       "collected_at": "2027-05-21T09:31:00.000Z"
         *     }
         */
        Outcome: {
            /**
             * @description Major units, with at most the currency's decimals
             * @example 74.5
             */
            amount: number;
            /** @enum {string} */
            became: "collected" | "uncollected" | "returned" | "written_off";
            collected_at: string | null;
            department: string | null;
            option_name: string;
            person_name: string;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            registration_id: string;
            slot: string | null;
        };
        /** @description A track that the person has at the same time */
        OverlappingOption: {
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            ends_at: string;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            option_id: string;
            option_name: string;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            registration_id: string;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            starts_at: string;
        };
        /**
         * @example {
         *       "people_count": 2,
         *       "options": [
         *         {
         *           "option_id": "019b2f6e-9a02-7b31-9c22-7d0a91e8f602",
         *           "option_name": "Wetlands Walk",
         *           "people_count": 2
         *         }
         *       ]
         *     }
         */
        Overlaps: {
            options: {
                /**
                 * Format: uuid
                 * @description An unguessable id (UUID)
                 * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
                 */
                option_id: string;
                option_name: string;
                people_count: number;
            }[];
            /** @description How many would be in two tracks at once */
            people_count: number;
        };
        /**
         * @example {
         *       "desk": {
         *         "id": "019b2f80-0001-7c00-9a00-1b2c3d4e5f60",
         *         "event_id": "019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e",
         *         "name": "Desk 6",
         *         "location": "North Gate",
         *         "options": [
         *           {
         *             "event_option_id": "019b2f6e-9a01-7d44-8a10-2f6be3c4d501",
         *             "option_name": "Merino Hoodie",
         *             "counted": 40,
         *             "counted_at": "2027-05-21T06:40:00.000Z",
         *             "left_on_table": 12
         *           }
         *         ],
         *         "is_active": true,
         *         "devices_count": 1,
         *         "created_at": "2027-05-20T08:00:00.000Z",
         *         "updated_at": "2027-05-21T06:40:00.000Z"
         *       },
         *       "device": {
         *         "id": "019b2f80-0002-7c00-9a00-1b2c3d4e5f61",
         *         "desk_id": "019b2f80-0001-7c00-9a00-1b2c3d4e5f60",
         *         "name": "Tablet 2",
         *         "status": "ENROLLED",
         *         "created_at": "2027-05-21T06:30:00.000Z",
         *         "code_expires_at": null,
         *         "enrolled_at": "2027-05-21T06:31:00.000Z",
         *         "last_seen_at": "2027-05-21T09:30:00.000Z",
         *         "revoked_at": null,
         *         "lease": null,
         *         "findings_count": 0
         *       },
         *       "event": {
         *         "id": "019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e",
         *         "name": "Annual Day 2027",
         *         "timezone": "Europe/Amsterdam",
         *         "slot_override": "ask"
         *       },
         *       "now": "2027-05-21T09:34:00.000Z",
         *       "slot_now": "North Gate 11:30",
         *       "expected": [
         *         {
         *           "slot": "North Gate 11:30",
         *           "starts_at": "2027-05-21T09:30:00.000Z",
         *           "ends_at": "2027-05-21T10:00:00.000Z",
         *           "total": 20,
         *           "collected": 14
         *         }
         *       ],
         *       "lease": {
         *         "id": "019b2f80-0003-7c00-9a00-1b2c3d4e5f62",
         *         "granted_at": "2027-05-21T09:30:00.000Z",
         *         "expires_at": "2027-05-21T10:30:00.000Z",
         *         "people_count": 1
         *       }
         *     }
         */
        OwnDesk: {
            desk: components["schemas"]["Desk"];
            device: components["schemas"]["DeskDevice"];
            event: components["schemas"]["DeskEvent"];
            /** @description The slots of right now; those at the location of the desk alone, where there are such */
            expected: components["schemas"]["ExpectedSlot"][];
            lease: components["schemas"]["HeldLease"] | null;
            /**
             * Format: date-time
             * @description The clock of the server
             * @example 2027-05-21T07:00:00Z
             */
            now: string;
            /** @description The first of `expected` */
            slot_now: string | null;
        };
        /**
         * @example {
         *       "current_password": "a long sentence of her own",
         *       "new_password": "another one, longer still"
         *     }
         */
        PasswordChange: {
            current_password: string;
            new_password: string;
        };
        Pickup: {
            ends_at: string | null;
            label: string;
            location: string | null;
            /** @description Where that is described, if it is: see getLocation */
            location_id: string | null;
            starts_at: string | null;
        };
        /**
         * @example {
         *       "type": "/problems#inventory_exhausted",
         *       "title": "This option has run out",
         *       "status": 409,
         *       "detail": "Merino Hoodie has run out: none of 150 is left.",
         *       "code": "INVENTORY_EXHAUSTED",
         *       "request_id": "019b2f70-2222-7333-8444-555566667777",
         *       "conflict_type": "INVENTORY_EXHAUSTED",
         *       "message": "Merino Hoodie has run out: none of 150 is left.",
         *       "alternatives": [
         *         "Cotton T-Shirt (164 slots)"
         *       ],
         *       "alternative_options": [
         *         {
         *           "option_id": "019b2f6e-9a02-7b31-9c22-7d0a91e8f602",
         *           "option_name": "Cotton T-Shirt",
         *           "available": 164,
         *           "cost_per_unit": 18.5
         *         }
         *       ],
         *       "alternative_slots": [],
         *       "conflicts": [
         *         {
         *           "conflict_type": "INVENTORY_EXHAUSTED",
         *           "message": "Merino Hoodie has run out: none of 150 is left.",
         *           "alternatives": [
         *             "Cotton T-Shirt (164 slots)"
         *           ],
         *           "alternative_options": [
         *             {
         *               "option_id": "019b2f6e-9a02-7b31-9c22-7d0a91e8f602",
         *               "option_name": "Cotton T-Shirt",
         *               "available": 164,
         *               "cost_per_unit": 18.5
         *             }
         *           ],
         *           "alternative_slots": []
         *         }
         *       ],
         *       "waitlist": {
         *         "is_open": true,
         *         "waiting_count": 12
         *       }
         *     }
         */
        Problem: {
            alternative_options?: components["schemas"]["AlternativeOption"][];
            alternative_slots?: components["schemas"]["AlternativeSlot"][];
            alternatives?: string[];
            batch?: components["schemas"]["BatchResult"];
            /** @enum {string} */
            code: "REGISTRATION_CLOSED" | "BUDGET_EXHAUSTED" | "INVENTORY_EXHAUSTED" | "SLOT_CONFLICT" | "TIME_OVERLAP" | "ALREADY_REGISTERED" | "INVALID_TRANSITION" | "OPTION_ARCHIVED" | "OPTION_OVERCOMMITTED" | "BUDGET_OVERCOMMITTED" | "SLOT_OVERCOMMITTED" | "SLOT_FIXED" | "SLOT_IN_USE" | "LOCATION_FULL" | "LOCATION_IN_USE" | "WAITLIST_CLOSED" | "WAITLIST_NOT_NEEDED" | "WAITLIST_ORDER" | "NOT_WAITING" | "NO_OFFER" | "EVENT_CLOSED" | "EVENT_NOT_OVER" | "EVENT_NOT_CLOSED" | "CLOSING_CHANGED" | "HELD_BACK" | "BATCH_REFUSED" | "BATCH_CHANGED" | "JOB_OVER" | "EXPORT_NOT_DONE" | "MAIL_NOT_SET_UP" | "WEBHOOK_NOT_ACTIVE" | "WEBHOOK_ARCHIVED" | "NAME_TAKEN" | "LAST_OWNER" | "ALREADY_COLLECTED" | "UNDO_OVER" | "LEASED" | "LOG_GAP" | "TOO_MANY" | "EVENTS_EXIST" | "BODY_NOT_JSON" | "BAD_REQUEST" | "UNAUTHENTICATED" | "DEVICE_REVOKED" | "TENANT_REQUIRED" | "TENANT_SUSPENDED" | "FORBIDDEN" | "OWN_REGISTRATION" | "CROSS_SITE" | "NOT_FOUND" | "TENANT_NOT_FOUND" | "USER_NOT_FOUND" | "API_KEY_NOT_FOUND" | "EVENT_NOT_FOUND" | "OPTION_NOT_FOUND" | "PICTURE_NOT_FOUND" | "SLOT_NOT_FOUND" | "LOCATION_NOT_FOUND" | "OFFER_NOT_FOUND" | "REGISTRATION_NOT_FOUND" | "NOTICE_NOT_FOUND" | "JOB_NOT_FOUND" | "EXPORT_NOT_FOUND" | "WEBHOOK_NOT_FOUND" | "DELIVERY_NOT_FOUND" | "DESK_NOT_FOUND" | "DEVICE_NOT_FOUND" | "COLLECTION_NOT_FOUND" | "CODE_NOT_FOUND" | "LEASE_NOT_FOUND" | "CODE_EXPIRED" | "STALE" | "BODY_TOO_LARGE" | "NOT_JSON_TYPE" | "NOT_PICTURE_TYPE" | "INVALID" | "NONCE_REUSED" | "KEY_REUSED" | "LINK_INVALID" | "TOO_MANY_REQUESTS" | "INTERNAL" | "BUSY" | "UNAVAILABLE" | "STORAGE_FULL";
            /** @enum {string} */
            conflict_type?: "REGISTRATION_CLOSED" | "BUDGET_EXHAUSTED" | "INVENTORY_EXHAUSTED" | "SLOT_CONFLICT" | "TIME_OVERLAP";
            conflicts?: components["schemas"]["Conflict"][];
            detail: string;
            errors?: components["schemas"]["FieldError"][];
            expected_seq?: number;
            message?: string;
            overlapping_options?: components["schemas"]["OverlappingOption"][];
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            registration_id?: string;
            request_id?: string;
            status: number;
            title: string;
            type: string;
            waitlist?: components["schemas"]["WaitlistState"];
        };
        /**
         * @description How somebody likes the screens
         * @example {
         *       "language": "de",
         *       "theme": "auto",
         *       "single_letter_keys": true
         *     }
         */
        Profile: {
            /** @description null is whatever the browser asks for */
            language: ("en" | "de") | null;
            /** @description Whether keys without Ctrl or ⌘ do something (WCAG 2.1.4) */
            single_letter_keys: boolean;
            /** @enum {string} */
            theme: "light" | "dark" | "auto";
        };
        /**
         * @example {
         *       "theme": "dark"
         *     }
         */
        ProfileChange: {
            /** @description null is whatever the browser asks for */
            language?: ("en" | "de") | null;
            /** @description Whether keys without Ctrl or ⌘ do something (WCAG 2.1.4) */
            single_letter_keys?: boolean;
            /** @enum {string} */
            theme?: "light" | "dark" | "auto";
        };
        ProvenEntry: {
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            actor_id: string;
            amount_minor: number;
            balance_minor: number;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            created_at: string;
            entry_no: number;
            /** @description SHA-256, hexadecimal, of the bytes of previous_hash and then of the JSON array [event_id, entry_no, registration_id, kind, amount_minor, balance_minor, actor_id, created_at], without blanks */
            hash: string;
            /** @enum {string} */
            kind: "COMMIT" | "RELEASE" | "RETURN" | "WRITE_OFF" | "RESTORE";
            /** @description SHA-256, hexadecimal; empty before the first entry */
            previous_hash: string;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            registration_id: string;
        };
        /**
         * @example {
         *       "id": "019b2f70-1c2d-7a5b-8e6f-3a4b5c6d7e04",
         *       "event_id": "019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e",
         *       "event_name": "Annual Day 2027",
         *       "user_id": "019b2f6d-0001-7c00-9a00-1b2c3d4e5f05",
         *       "person": {
         *         "name": "Ana Ferreira",
         *         "email": "ana.ferreira@example.org",
         *         "department": "Field Programmes"
         *       },
         *       "event_option_id": "019b2f6e-9a01-7d44-8a10-2f6be3c4d501",
         *       "option_name": "Merino Hoodie",
         *       "option_type": "INVENTORY",
         *       "status": "APPROVED",
         *       "qr_token": "R2Q2EF5TYANNRJZN55MDGYKUUWKE4FYT",
         *       "preferred_pickup_slot": "North Gate 11:30",
         *       "assigned_pickup_slot": "North Gate 12:30",
         *       "pickup": {
         *         "label": "North Gate 12:30",
         *         "location": "North Gate",
         *         "location_id": null,
         *         "starts_at": "2027-05-21T10:30:00.000Z",
         *         "ends_at": "2027-05-21T11:00:00.000Z"
         *       },
         *       "amount_committed": 74,
         *       "notes": null,
         *       "created_at": "2027-04-16T13:04:00.000Z",
         *       "approved_at": "2027-04-21T12:32:00.000Z",
         *       "approved_by": "019b2f6d-0002-7c00-9a00-1b2c3d4e5f06",
         *       "approved_by_name": "Priya Raman",
         *       "offer_expires_at": null,
         *       "collected_at": null
         *     }
         */
        Registration: {
            /**
             * @description Major units, with at most the currency's decimals
             * @example 74.5
             */
            amount_committed: number;
            approved_at: string | null;
            approved_by: string | null;
            approved_by_name: string | null;
            assigned_pickup_slot: string | null;
            /** @description Who rejected or cancelled it; only where this one registration is read */
            closed_by_name?: string;
            /** @description When it was handed out; null where it was not, or that was undone */
            collected_at: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            created_at: string;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            event_id: string;
            event_name: string;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            event_option_id: string;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            id: string;
            notes: string | null;
            /** @description Of a WAITLISTED registration to which something is offered: until when it may be accepted */
            offer_expires_at: string | null;
            option_name: string;
            /** @enum {string} */
            option_type: "TRACK" | "INVENTORY";
            person: components["schemas"]["RegistrationPerson"];
            /** @description The assigned slot, or else the preferred one */
            pickup: components["schemas"]["Pickup"] | null;
            preferred_pickup_slot: string | null;
            /** @description For its owner and for roles that collect; else null */
            qr_token: string | null;
            /** @enum {string} */
            status: "WAITLISTED" | "PENDING" | "APPROVED" | "REJECTED" | "CANCELLED";
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            user_id: string;
            /** @description Of a WAITLISTED one, where one registration or my own are read: its place in the list, from 1 */
            waitlist_position?: number;
        };
        RegistrationBatch: {
            /** @enum {string} */
            action: "approve" | "reject" | "cancel";
            /** @description Slots for some, instead of those they prefer; only with approve */
            assigned_slots?: {
                assigned_pickup_slot: string;
                /**
                 * Format: uuid
                 * @description An unguessable id (UUID)
                 * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
                 */
                registration_id: string;
            }[];
            /**
             * @description Only in a dry run: as if the budget were this
             * @example 74.5
             */
            assumed_budget_amount?: number;
            /**
             * @description What if: decides as it would, and writes nothing
             * @default false
             */
            dry_run?: boolean;
            /** @description The basis of a dry run: either exactly that comes out, or nothing does (409 BATCH_CHANGED) */
            expected_basis?: string;
            /** @description Instead of ids: whatever it finds when the batch begins */
            filter?: components["schemas"]["RegistrationFilter"];
            /**
             * @description `best_effort` decides whoever fits when their turn comes, `all_or_nothing` all or nobody, `largest_fit` the most people there is money, stock and slots for, of all such sets that of the oldest requests
             * @default best_effort
             * @enum {string}
             */
            mode?: "best_effort" | "all_or_nothing" | "largest_fit";
            /**
             * @description Who comes first; `most_people` begins with the smallest amounts. `largest_fit` pays it no heed
             * @default oldest_first
             * @enum {string}
             */
            order?: "oldest_first" | "as_given" | "most_people";
            /** @description Kept as the notes of each registration decided */
            reason?: string;
            registration_ids?: string[];
        };
        /**
         * @example {
         *       "status": "APPROVED",
         *       "assigned_pickup_slot": "North Gate 12:30"
         *     }
         */
        RegistrationChange: {
            assigned_pickup_slot?: string;
            notes?: string | null;
            /** @description Another slot, by the person themselves or who decides; stands alone. Of an approved registration it is given at once */
            preferred_pickup_slot?: string;
            /** @enum {string} */
            status?: "WAITLISTED" | "PENDING" | "APPROVED" | "REJECTED" | "CANCELLED";
        };
        /**
         * @example {
         *       "total": 204,
         *       "statuses": [
         *         {
         *           "status": "WAITLISTED",
         *           "count": 12
         *         },
         *         {
         *           "status": "PENDING",
         *           "count": 204
         *         },
         *         {
         *           "status": "APPROVED",
         *           "count": 990
         *         },
         *         {
         *           "status": "REJECTED",
         *           "count": 33
         *         },
         *         {
         *           "status": "CANCELLED",
         *           "count": 56
         *         }
         *       ],
         *       "options": [
         *         {
         *           "event_option_id": "019b2f6e-9a01-7d44-8a10-2f6be3c4d501",
         *           "option_name": "Merino Hoodie",
         *           "option_type": "INVENTORY",
         *           "count": 34
         *         }
         *       ],
         *       "departments": [
         *         {
         *           "department": "Field Programmes",
         *           "count": 61
         *         }
         *       ],
         *       "slots": [
         *         {
         *           "slot": "North Gate 11:30",
         *           "location": "North Gate",
         *           "starts_at": "2027-05-21T09:30:00.000Z",
         *           "count": 9
         *         }
         *       ],
         *       "waiting": {
         *         "today": 38,
         *         "days_1_to_2": 71,
         *         "days_3_to_5": 52,
         *         "days_over_5": 43,
         *         "oldest_at": "2027-04-09T07:10:00.000Z",
         *         "oldest_days": 12
         *       },
         *       "at_least": []
         *     }
         */
        RegistrationFacets: {
            /** @description Kinds of which there may be more than said: of an event with more than 10,000 registrations only the newest are looked at, unless there are counters. Empty where everything is exact */
            at_least: ("total" | "statuses" | "options" | "departments" | "slots" | "waiting")[];
            departments: {
                count: number;
                department: string | null;
            }[];
            options: {
                count: number;
                /**
                 * Format: uuid
                 * @description An unguessable id (UUID)
                 * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
                 */
                event_option_id: string;
                option_name: string;
                /** @enum {string} */
                option_type: "TRACK" | "INVENTORY";
            }[];
            slots: {
                count: number;
                location: string | null;
                slot: string | null;
                starts_at: string | null;
            }[];
            statuses: {
                count: number;
                /** @enum {string} */
                status: "WAITLISTED" | "PENDING" | "APPROVED" | "REJECTED" | "CANCELLED";
            }[];
            total: number;
            /** @description Pending ones by the days of the event's time zone for which they have waited */
            waiting: {
                days_1_to_2: number;
                days_3_to_5: number;
                days_over_5: number;
                oldest_at: string | null;
                oldest_days: number | null;
                today: number;
            };
        };
        /** @description As in the list of registrations; one value, or any of several */
        RegistrationFilter: {
            department?: string[];
            event_option_id?: string[];
            /** @description What a word of a name or of an e-mail address begins with */
            q?: string;
            slot?: string[];
            /** @enum {string} */
            status?: "WAITLISTED" | "PENDING" | "APPROVED" | "REJECTED" | "CANCELLED";
            waiting_days_min?: number;
        };
        RegistrationPerson: {
            department: string | null;
            /** @description Only for roles that see registrations */
            email?: string;
            name: string;
        };
        /** @description A small change that would let more in, each tried out by itself */
        Remedy: {
            /**
             * @description Major units, with at most the currency's decimals
             * @example 74.5
             */
            amount: number;
            /** @constant */
            kind: "add_budget";
            message: string;
            /** @description How many more would come in */
            more: number;
        } | {
            count: number;
            /** @constant */
            kind: "add_stock";
            message: string;
            /** @description How many more would come in */
            more: number;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            option_id: string;
        } | {
            count: number;
            /** @constant */
            kind: "widen_slot";
            message: string;
            /** @description How many more would come in */
            more: number;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            slot_id: string;
        } | {
            assigned_pickup_slot: string;
            /** @constant */
            kind: "move_to_slot";
            message: string;
            /** @description How many more would come in */
            more: number;
            registration_ids: string[];
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            slot_id: string;
        } | {
            alternative_option_ids: string[];
            /** @constant */
            kind: "offer_options";
            message: string;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            option_id: string;
            registration_ids: string[];
        };
        /**
         * @example {
         *       "subject": "Merino Hoodie is yours",
         *       "text": "Dear Priya Raman,\n\nsee you at Annual Day 2027!",
         *       "html": "<!DOCTYPE html><html lang=\"en\"><body><p>Dear Priya Raman,</p></body></html>"
         *     }
         */
        RenderedMessage: {
            html: string;
            subject: string;
            text: string;
        };
        /**
         * @example {
         *       "reason": "A box was found."
         *     }
         */
        Reopening: {
            reason: string;
        };
        /**
         * @example {
         *       "qr_token": "R2Q2EF5TYANNRJZN55MDGYKUUWKE4FYT",
         *       "desk_id": "019b2f80-0001-7c00-9a00-1b2c3d4e5f60",
         *       "nonce": "desk6-000412-9f3c1d6a",
         *       "at": "2027-05-21T10:34:02.114Z"
         *     }
         */
        Scan: {
            /**
             * Format: date-time
             * @description By the clock of the desk; what counts is the clock of the server
             * @example 2027-05-21T07:00:00Z
             */
            at: string;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            desk_id: string;
            /** @description Made anew for each scan; sent again with the same scan, it gets the same answer */
            nonce: string;
            /** @description Hands out although it is not their slot, where the event allows that */
            override_slot?: boolean;
            /** @description What the code holds */
            qr_token?: string;
            /**
             * Format: uuid
             * @description Instead of a code: who was found by name
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            registration_id?: string;
        };
        /**
         * @example {
         *       "outcome": "COLLECTED",
         *       "message": "Merino Hoodie for Ana Ferreira.",
         *       "registration": {
         *         "id": "019b2f70-1c2d-7a5b-8e6f-3a4b5c6d7e04",
         *         "status": "APPROVED",
         *         "person_name": "Ana Ferreira",
         *         "event_option_id": "019b2f6e-9a01-7d44-8a10-2f6be3c4d501",
         *         "option_name": "Merino Hoodie",
         *         "option_type": "INVENTORY",
         *         "slot": "North Gate 12:30",
         *         "slot_starts_at": "2027-05-21T10:30:00.000Z",
         *         "slot_ends_at": "2027-05-21T11:00:00.000Z",
         *         "notes": null
         *       },
         *       "collection": {
         *         "id": "019b2f80-0004-7c00-9a00-1b2c3d4e5f63",
         *         "collected_at": "2027-05-21T10:34:02.201Z",
         *         "collected_by_name": null,
         *         "desk_name": "Desk 6"
         *       },
         *       "timing": "on_time",
         *       "may_override": false,
         *       "left_on_table": 11,
         *       "slot_progress": {
         *         "total": 20,
         *         "collected": 9
         *       }
         *     }
         */
        ScanAnswer: {
            /** @description Where it is collected, by this scan or before */
            collection: {
                /**
                 * Format: date-time
                 * @description ISO 8601 with offset
                 * @example 2027-05-21T07:00:00Z
                 */
                collected_at: string;
                /** @description null where a tablet did it */
                collected_by_name: string | null;
                desk_name: string;
                /**
                 * Format: uuid
                 * @description An unguessable id (UUID)
                 * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
                 */
                id: string;
            } | null;
            /** @description What is left of this option on the table of this desk; null where it was not counted */
            left_on_table: number | null;
            /** @description Of WRONG_SLOT: whether it may be sent again with override_slot */
            may_override: boolean;
            /** @description The outcome in a sentence */
            message: string;
            /**
             * @description `COLLECTED`: hand it out. `ALREADY_COLLECTED`: `collection` says when, where and by whom. `NOT_APPROVED`: see the status. `WRONG_EVENT`: the code is of another event. `WRONG_SLOT`: not their time; see `may_override`. `WRONG_DESK`: another desk hands this out, or holds it while it has no network. `REVOKED`: the code was replaced, or the registration cancelled. `NOT_FOUND`: no code of ours
             * @enum {string}
             */
            outcome: "COLLECTED" | "ALREADY_COLLECTED" | "NOT_APPROVED" | "WRONG_EVENT" | "WRONG_SLOT" | "WRONG_DESK" | "REVOKED" | "NOT_FOUND";
            registration: components["schemas"]["ScannedRegistration"] | null;
            /** @description How many of their slot are approved, and have collected */
            slot_progress: {
                collected: number;
                total: number;
            } | null;
            /** @description How the scan lies to the times of their slot; null where there are none */
            timing: ("on_time" | "early" | "late") | null;
        };
        ScannedRegistration: {
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            event_option_id: string;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            id: string;
            notes: string | null;
            option_name: string;
            /** @enum {string} */
            option_type: "TRACK" | "INVENTORY";
            person_name: string;
            slot: string | null;
            slot_ends_at: string | null;
            slot_starts_at: string | null;
            /** @enum {string} */
            status: "WAITLISTED" | "PENDING" | "APPROVED" | "REJECTED" | "CANCELLED";
        };
        /**
         * @example {
         *       "previous_valid_hours": 24
         *     }
         */
        SecretRotation: {
            /**
             * @description How long messages are signed with both secrets, so that receivers can change over
             * @default 24
             */
            previous_valid_hours?: number;
        };
        /**
         * @example {
         *       "email": "priya.raman@example.org",
         *       "password": "a long sentence of her own"
         *     }
         */
        SignIn: {
            /**
             * Format: email
             * @example ines@example.org
             */
            email: string;
            password: string;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            tenant_id?: string;
        };
        /**
         * @description Works once; shown this once
         * @example {
         *       "url": "https://allot.example.org/sign-in#code=shown-this-once",
         *       "code": "shown-this-once-and-good-for-one-use",
         *       "expires_at": "2027-02-22T10:01:00.000Z"
         *     }
         */
        SignInLink: {
            code: string;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            expires_at: string;
            url: string;
        };
        /**
         * @example {
         *       "email": "priya@example.org"
         *     }
         */
        SignInLinkRequest: {
            /**
             * Format: email
             * @example ines@example.org
             */
            email: string;
        };
        /**
         * @example {
         *       "id": "019b2f6e-9b10-7e0f-b0f4-91c2d3e4f703",
         *       "event_id": "019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e",
         *       "label": "North Gate 11:30",
         *       "location": "North Gate",
         *       "location_id": null,
         *       "starts_at": "2027-05-21T09:30:00.000Z",
         *       "ends_at": "2027-05-21T10:00:00.000Z",
         *       "capacity": 20,
         *       "committed_count": 11,
         *       "held_count": 0,
         *       "available": 9,
         *       "is_defined": true
         *     }
         */
        Slot: {
            available: number;
            capacity: number;
            committed_count: number;
            ends_at: string | null;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            event_id: string;
            held_count: number;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            id: string;
            /** @description false where a person proposed the label */
            is_defined: boolean;
            label: string;
            location: string | null;
            location_id: string | null;
            starts_at: string | null;
        };
        /**
         * @example {
         *       "over": 1,
         *       "unplaced": 0,
         *       "moves": [
         *         {
         *           "from_slot_id": "019b2f6e-9b10-7e0f-b0f4-91c2d3e4f703",
         *           "from_label": "North Gate 11:30–12:00",
         *           "to_slot_id": "019b2f6e-9b11-7e0f-b0f4-91c2d3e4f704",
         *           "to_label": "North Gate 12:00–12:30",
         *           "count": 1,
         *           "registration_ids": [
         *             "019b2f70-1c2d-7a5b-8e6f-3a4b5c6d7e04"
         *           ]
         *         }
         *       ]
         *     }
         */
        SlotBalance: {
            /** @description Those of fewest people first; at most 50 moves of 500 people together */
            moves: {
                count: number;
                from_label: string;
                /**
                 * Format: uuid
                 * @description An unguessable id (UUID)
                 * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
                 */
                from_slot_id: string;
                /** @description Those who asked last */
                registration_ids: string[];
                to_label: string;
                /**
                 * Format: uuid
                 * @description An unguessable id (UUID)
                 * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
                 */
                to_slot_id: string;
            }[];
            /** @description How many ask for a slot beyond those who fit */
            over: number;
            /** @description For how many of them no slot of their day has room */
            unplaced: number;
        };
        /**
         * @example {
         *       "capacity": 24
         *     }
         */
        SlotChange: {
            capacity?: number | null;
            ends_at?: string | null;
            label?: string;
            location?: string | null;
            /** @description A location of the event: its name is what is shown as location; needs starts_at and ends_at */
            location_id?: string | null;
            starts_at?: string | null;
        };
        /**
         * @example {
         *       "to_slot_id": "019b2f6e-9b11-7e0f-b0f4-91c2d3e4f704",
         *       "registration_ids": [
         *         "019b2f70-1c2d-7a5b-8e6f-3a4b5c6d7e04"
         *       ]
         *     }
         */
        SlotMove: {
            /** @description Instead: so many, those who asked last */
            count?: number;
            /** @default false */
            dry_run?: boolean;
            registration_ids?: string[];
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            to_slot_id: string;
        };
        /**
         * @example {
         *       "from_slot_id": "019b2f6e-9b10-7e0f-b0f4-91c2d3e4f703",
         *       "to_slot_id": "019b2f6e-9b11-7e0f-b0f4-91c2d3e4f704",
         *       "dry_run": false,
         *       "total": 1,
         *       "moved": 1,
         *       "refused": 0,
         *       "rows": [
         *         {
         *           "registration_id": "019b2f70-1c2d-7a5b-8e6f-3a4b5c6d7e04",
         *           "outcome": "MOVED",
         *           "code": null,
         *           "message": null
         *         }
         *       ]
         *     }
         */
        SlotMoveResult: {
            dry_run: boolean;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            from_slot_id: string;
            moved: number;
            refused: number;
            rows: {
                code: string | null;
                message: string | null;
                /** @enum {string} */
                outcome: "MOVED" | "UNCHANGED" | "REFUSED";
                /**
                 * Format: uuid
                 * @description An unguessable id (UUID)
                 * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
                 */
                registration_id: string;
            }[];
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            to_slot_id: string;
            total: number;
        };
        /**
         * @example {
         *       "location_id": "019b2f6e-9c11-7a0b-8c1d-2e3f4a5b6c08",
         *       "days": [
         *         "2027-05-21"
         *       ],
         *       "opening": [
         *         {
         *           "from": "09:00",
         *           "to": "17:00"
         *         }
         *       ],
         *       "breaks": [
         *         {
         *           "from": "12:30",
         *           "to": "13:00"
         *         }
         *       ],
         *       "slot_minutes": 30,
         *       "people_per_slot": 20,
         *       "dry_run": true
         *     }
         */
        SlotPlan: {
            /** @default [] */
            breaks?: {
                from: string;
                to: string;
            }[];
            /** @description In the time zone of the event */
            days: string[];
            /**
             * @description Says what would come of it, and changes nothing
             * @default false
             */
            dry_run?: boolean;
            /**
             * @description Of the day in a label, where there are several
             * @default en
             * @enum {string}
             */
            language?: "en" | "de";
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            location_id: string;
            /** @description Of each of the days, by the clock there */
            opening: {
                from: string;
                to: string;
            }[];
            people_per_slot: number;
            slot_minutes: number;
        };
        /**
         * @example {
         *       "location_id": "019b2f6e-9c11-7a0b-8c1d-2e3f4a5b6c08",
         *       "dry_run": true,
         *       "created": 1,
         *       "slots": [
         *         {
         *           "slot_id": null,
         *           "label": "North Gate 09:00–09:30",
         *           "starts_at": "2027-05-21T07:00:00.000Z",
         *           "ends_at": "2027-05-21T07:30:00.000Z",
         *           "capacity": 20,
         *           "people": 0,
         *           "outcome": "CREATED"
         *         }
         *       ],
         *       "held": [
         *         {
         *           "slot_id": "019b2f6e-9b10-7e0f-b0f4-91c2d3e4f703",
         *           "label": "North Gate 11:15–11:45",
         *           "people": 11
         *         }
         *       ],
         *       "removed": [],
         *       "remainders": [
         *         {
         *           "date": "2027-05-21",
         *           "from": "16:45",
         *           "to": "17:00",
         *           "minutes": 15
         *         }
         *       ],
         *       "clock_changes": []
         *     }
         */
        SlotPlanResult: {
            /** @description Opening hours that the clocks leave out, or show twice */
            clock_changes: {
                date: string;
                from: string;
                /** @enum {string} */
                kind: "skipped" | "repeated";
                to: string;
            }[];
            created: number;
            dry_run: boolean;
            /** @description Slots of those days that do not fit the plan, and stay: people hold them or ask for them */
            held: {
                label: string;
                people: number;
                /**
                 * Format: uuid
                 * @description An unguessable id (UUID)
                 * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
                 */
                slot_id: string;
            }[];
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            location_id: string;
            /** @description What is open, but too short for one more slot */
            remainders: {
                date: string;
                from: string;
                minutes: number;
                to: string;
            }[];
            /** @description Slots of those days that do not fit the plan, and that nobody has */
            removed: {
                label: string;
                people: number;
                /**
                 * Format: uuid
                 * @description An unguessable id (UUID)
                 * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
                 */
                slot_id: string;
            }[];
            /** @description All that are planned, in the order of time */
            slots: {
                capacity: number;
                /**
                 * Format: date-time
                 * @description ISO 8601 with offset
                 * @example 2027-05-21T07:00:00Z
                 */
                ends_at: string;
                label: string;
                /** @enum {string} */
                outcome: "CREATED" | "CHANGED" | "UNCHANGED";
                /** @description Who hold it or ask for it */
                people: number;
                /** @description null of one that would be made */
                slot_id: string | null;
                /**
                 * Format: date-time
                 * @description ISO 8601 with offset
                 * @example 2027-05-21T07:00:00Z
                 */
                starts_at: string;
            }[];
        };
        /**
         * @example {
         *       "id": "019b2f6c-0000-7c00-9a00-1b2c3d4e5f00",
         *       "name": "Northwind Foundation",
         *       "currency": "EUR",
         *       "timezone": "Europe/Amsterdam",
         *       "is_active": true,
         *       "created_at": "2027-02-15T10:00:00.000Z"
         *     }
         */
        Tenant: {
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            created_at: string;
            currency: string;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            id: string;
            is_active: boolean;
            name: string;
            timezone: string;
        };
        /**
         * @example {
         *       "timezone": "Europe/Berlin"
         *     }
         */
        TenantChange: {
            /**
             * @description ISO 4217
             * @example EUR
             */
            currency?: string;
            name?: string;
            /**
             * @description IANA time zone
             * @example Europe/Amsterdam
             */
            timezone?: string;
        };
        /**
         * @example {
         *       "language": "de",
         *       "reply_to": "events@example.org",
         *       "is_mail_paused": false,
         *       "is_mail_set_up": true
         *     }
         */
        TenantNotificationSettings: {
            /** @description Mail is kept, and goes out when somebody says so, as without a mail server */
            is_mail_paused: boolean;
            /** @description Whether the server has a mail server; without one mail is kept */
            is_mail_set_up: boolean;
            /**
             * @description For whoever has not chosen one
             * @enum {string}
             */
            language: "en" | "de";
            /** @description Where answers to mail go */
            reply_to: string | null;
        };
        /**
         * @example {
         *       "language": "de"
         *     }
         */
        TenantNotificationSettingsChange: {
            is_mail_paused?: boolean;
            /** @enum {string} */
            language?: "en" | "de";
            /** @description Where answers to mail go */
            reply_to?: string | null;
        };
        /**
         * @example {
         *       "is_active": false
         *     }
         */
        TenantSuspension: {
            is_active: boolean;
        };
        /**
         * @example {
         *       "id": "019b2f6d-0002-7c00-9a00-1b2c3d4e5f06",
         *       "email": "priya.raman@example.org",
         *       "name": "Priya Raman",
         *       "role": "approver",
         *       "department": "Finance",
         *       "is_active": true,
         *       "created_at": "2027-02-15T10:01:00.000Z"
         *     }
         */
        User: {
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            created_at: string;
            department: string | null;
            email: string;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            id: string;
            is_active: boolean;
            name: string;
            /** @enum {string} */
            role: "owner" | "organizer" | "approver" | "auditor" | "desk" | "member";
        };
        /**
         * @example {
         *       "role": "organizer"
         *     }
         */
        UserChange: {
            department?: string | null;
            is_active?: boolean;
            name?: string;
            /** @enum {string} */
            role?: "owner" | "organizer" | "approver" | "auditor" | "desk" | "member";
        };
        /**
         * @description With a password, that becomes the one to sign in with from now on
         * @example {
         *       "code": "shown-this-once-and-good-for-one-use",
         *       "password": "a long sentence of her own"
         *     }
         */
        UseSignInLink: {
            code: string;
            password?: string;
        };
        /**
         * @example {
         *       "registration_id": "019b2f70-1c2d-7a5b-8e6f-3a4b5c6d7e04",
         *       "event_id": "019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e",
         *       "event_option_ids": [
         *         "019b2f6e-9a01-7d44-8a10-2f6be3c4d501",
         *         "019b2f6e-9a02-7b31-9c22-7d0a91e8f602"
         *       ],
         *       "option_names": [
         *         "Merino Hoodie",
         *         "Cotton T-Shirt"
         *       ],
         *       "preferred_pickup_slot": "North Gate 11:30",
         *       "position": 4,
         *       "ahead_count": 2,
         *       "joined_at": "2027-04-22T08:00:00.000Z",
         *       "offer": {
         *         "event_option_id": "019b2f6e-9a01-7d44-8a10-2f6be3c4d501",
         *         "option_name": "Merino Hoodie",
         *         "amount": 74,
         *         "offered_at": "2027-04-23T08:00:00.000Z",
         *         "expires_at": "2027-04-24T08:00:00.000Z",
         *         "seconds_left": 61200
         *       },
         *       "user_id": "019b2f6d-0001-7c00-9a00-1b2c3d4e5f05",
         *       "person": {
         *         "name": "Ana Ferreira",
         *         "email": "ana.ferreira@example.org",
         *         "department": "Field Programmes"
         *       },
         *       "priority": 0
         *     }
         */
        WaitlistEntry: {
            /** @description How many before them would take one of the same options */
            ahead_count: number | null;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            event_id: string;
            /** @description What they would take, what they like best first */
            event_option_ids: string[];
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            joined_at: string;
            offer: components["schemas"]["HeldOffer"] | null;
            option_names: string[];
            person: {
                department: string | null;
                email: string;
                name: string;
            };
            /** @description Their place in the list of the event, from 1; null once something is offered, and before a lottery is drawn */
            position: number | null;
            preferred_pickup_slot: string | null;
            priority: number;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            registration_id: string;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            user_id: string;
        };
        /**
         * @example {
         *       "to_position": 1,
         *       "reason": "Was left out by mistake"
         *     }
         */
        WaitlistMove: {
            /** @description Higher comes first; only where the order of the event is `priority` */
            priority?: number;
            /** @description Stands in the audit trail */
            reason: string;
            /** @description From 1; past the end is the end */
            to_position?: number;
        };
        /**
         * @example {
         *       "registration_id": "019b2f70-1c2d-7a5b-8e6f-3a4b5c6d7e04",
         *       "event_id": "019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e",
         *       "event_option_ids": [
         *         "019b2f6e-9a01-7d44-8a10-2f6be3c4d501",
         *         "019b2f6e-9a02-7b31-9c22-7d0a91e8f602"
         *       ],
         *       "option_names": [
         *         "Merino Hoodie",
         *         "Cotton T-Shirt"
         *       ],
         *       "preferred_pickup_slot": "North Gate 11:30",
         *       "position": 4,
         *       "ahead_count": 2,
         *       "joined_at": "2027-04-22T08:00:00.000Z",
         *       "offer": null
         *     }
         */
        WaitlistPlace: {
            /** @description How many before them would take one of the same options */
            ahead_count: number | null;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            event_id: string;
            /** @description What they would take, what they like best first */
            event_option_ids: string[];
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            joined_at: string;
            offer: components["schemas"]["HeldOffer"] | null;
            option_names: string[];
            /** @description Their place in the list of the event, from 1; null once something is offered, and before a lottery is drawn */
            position: number | null;
            preferred_pickup_slot: string | null;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            registration_id: string;
        };
        WaitlistPolicy: {
            /** @description Whether people may join; who waits already comes up all the same */
            is_open: boolean;
            /** @description For how long an offer is held */
            offer_hours: number;
            /**
             * @description `first_come`: who joined first. `priority`: whom organisers gave the higher priority, then who joined first. `lottery`: as drawn by lot, once registration has closed or somebody draws
             * @enum {string}
             */
            order: "first_come" | "priority" | "lottery";
            /**
             * @description `automatic`: whoever comes up is PENDING at once. `offer`: it is held for them, to accept or decline
             * @enum {string}
             */
            promotion: "automatic" | "offer";
        };
        WaitlistState: {
            /** @description Whether one may join instead */
            is_open: boolean;
            /** @description How many wait in the event */
            waiting_count: number;
        };
        WebhookAttempt: {
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            at: string;
            attempt_no: number;
            error: string | null;
            milliseconds: number;
            /** @description null where nothing answered */
            status_code: number | null;
        };
        /**
         * @example {
         *       "id": "019b2f81-2c2d-7a5b-8e6f-3a4b5c6d7e21",
         *       "endpoint_id": "019b2f80-1c2d-7a5b-8e6f-3a4b5c6d7e20",
         *       "type": "registration.approved",
         *       "status": "WAITING",
         *       "event_id": "019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e",
         *       "subject_id": "019b2f70-1c2d-7a5b-8e6f-3a4b5c6d7e04",
         *       "attempts": 1,
         *       "next_attempt_at": "2027-04-21T12:33:00.000Z",
         *       "last_error": "The receiver answered 500.",
         *       "created_at": "2027-04-21T12:32:00.000Z",
         *       "finished_at": null
         *     }
         */
        WebhookDelivery: {
            attempts: number;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            created_at: string;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            endpoint_id: string;
            event_id: string | null;
            finished_at: string | null;
            /**
             * Format: uuid
             * @description What the receiver gets as webhook-id: the same at each attempt and each replay
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            id: string;
            /** @description Why the last attempt came to nothing */
            last_error: string | null;
            /** @description Not before; null where it is over */
            next_attempt_at: string | null;
            /**
             * @description FAILED: given up, until somebody replays it
             * @enum {string}
             */
            status: "WAITING" | "DONE" | "FAILED";
            /**
             * Format: uuid
             * @description The registration, event, option or slot that it is about
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            subject_id: string;
            /** @enum {string} */
            type: "registration.registered" | "registration.approved" | "registration.rejected" | "registration.cancelled" | "registration.moved" | "registration.noted" | "registration.waitlisted" | "registration.waitlist_moved" | "registration.promoted" | "registration.offered" | "registration.offer_accepted" | "registration.offer_declined" | "registration.offer_expired" | "event.created" | "event.updated" | "event.archived" | "event.lottery_drawn" | "option.created" | "option.updated" | "option.archived" | "slot.created" | "slot.updated" | "slot.archived" | "webhook.test";
        };
        /**
         * @example {
         *       "id": "019b2f81-2c2d-7a5b-8e6f-3a4b5c6d7e21",
         *       "endpoint_id": "019b2f80-1c2d-7a5b-8e6f-3a4b5c6d7e20",
         *       "type": "registration.approved",
         *       "status": "WAITING",
         *       "event_id": "019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e",
         *       "subject_id": "019b2f70-1c2d-7a5b-8e6f-3a4b5c6d7e04",
         *       "attempts": 1,
         *       "next_attempt_at": "2027-04-21T12:33:00.000Z",
         *       "last_error": "The receiver answered 500.",
         *       "created_at": "2027-04-21T12:32:00.000Z",
         *       "finished_at": null,
         *       "message": {
         *         "type": "registration.approved",
         *         "timestamp": "2027-04-21T12:32:00.000Z",
         *         "data": {
         *           "tenant_id": "019b2f6d-0000-7c00-9a00-1b2c3d4e5f00",
         *           "event_id": "019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e",
         *           "event_name": "Annual Day 2027",
         *           "entry_no": 1042,
         *           "actor_id": "019b2f6d-0002-7c00-9a00-1b2c3d4e5f06",
         *           "registration_id": "019b2f70-1c2d-7a5b-8e6f-3a4b5c6d7e04",
         *           "user_id": "019b2f6d-0001-7c00-9a00-1b2c3d4e5f05",
         *           "event_option_id": "019b2f6e-9a01-7d44-8a10-2f6be3c4d501",
         *           "option_name": "Merino Hoodie",
         *           "from_status": "PENDING",
         *           "status": "APPROVED",
         *           "amount": 74,
         *           "currency": "EUR",
         *           "pickup_slot": {
         *             "id": "019b2f6e-9b10-7e0f-b0f4-91c2d3e4f703",
         *             "label": "North Gate 12:30"
         *           }
         *         }
         *       },
         *       "attempt_log": [
         *         {
         *           "attempt_no": 1,
         *           "at": "2027-04-21T12:32:00.400Z",
         *           "status_code": 500,
         *           "milliseconds": 84,
         *           "error": "The receiver answered 500."
         *         }
         *       ]
         *     }
         */
        WebhookDeliveryDetail: {
            /** @description Newest first, at most 100 */
            attempt_log: components["schemas"]["WebhookAttempt"][];
            attempts: number;
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            created_at: string;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            endpoint_id: string;
            event_id: string | null;
            finished_at: string | null;
            /**
             * Format: uuid
             * @description What the receiver gets as webhook-id: the same at each attempt and each replay
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            id: string;
            /** @description Why the last attempt came to nothing */
            last_error: string | null;
            message: components["schemas"]["WebhookMessage"];
            /** @description Not before; null where it is over */
            next_attempt_at: string | null;
            /**
             * @description FAILED: given up, until somebody replays it
             * @enum {string}
             */
            status: "WAITING" | "DONE" | "FAILED";
            /**
             * Format: uuid
             * @description The registration, event, option or slot that it is about
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            subject_id: string;
            /** @enum {string} */
            type: "registration.registered" | "registration.approved" | "registration.rejected" | "registration.cancelled" | "registration.moved" | "registration.noted" | "registration.waitlisted" | "registration.waitlist_moved" | "registration.promoted" | "registration.offered" | "registration.offer_accepted" | "registration.offer_declined" | "registration.offer_expired" | "event.created" | "event.updated" | "event.archived" | "event.lottery_drawn" | "option.created" | "option.updated" | "option.archived" | "slot.created" | "slot.updated" | "slot.archived" | "webhook.test";
        };
        /**
         * @example {
         *       "id": "019b2f80-1c2d-7a5b-8e6f-3a4b5c6d7e20",
         *       "url": "https://hooks.example.org/allot",
         *       "description": "Badge printer",
         *       "events": [
         *         "registration.approved",
         *         "registration.cancelled"
         *       ],
         *       "event_ids": [
         *         "019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e"
         *       ],
         *       "status": "ACTIVE",
         *       "disabled_reason": null,
         *       "failing_since": null,
         *       "last_success_at": "2027-04-21T12:32:00.000Z",
         *       "previous_secret_expires_at": null,
         *       "created_at": "2027-04-01T08:00:00.000Z",
         *       "updated_at": "2027-04-01T08:00:00.000Z"
         *     }
         */
        WebhookEndpoint: {
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            created_at: string;
            description: string;
            disabled_reason: string | null;
            event_ids: string[] | null;
            events: ("registration.registered" | "registration.approved" | "registration.rejected" | "registration.cancelled" | "registration.moved" | "registration.noted" | "registration.waitlisted" | "registration.waitlist_moved" | "registration.promoted" | "registration.offered" | "registration.offer_accepted" | "registration.offer_declined" | "registration.offer_expired" | "event.created" | "event.updated" | "event.archived" | "event.lottery_drawn" | "option.created" | "option.updated" | "option.archived" | "slot.created" | "slot.updated" | "slot.archived")[];
            /** @description Since when every attempt has failed; null where the last one did not */
            failing_since: string | null;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            id: string;
            /** @description To the minute */
            last_success_at: string | null;
            /** @description Until when messages are signed with the secret before as well */
            previous_secret_expires_at: string | null;
            /**
             * @description PAUSED: what happens is noted, and sent on resuming. DISABLED: it answered 410, or nothing but failures for three days; nothing is noted until it is resumed. ARCHIVED: for good
             * @enum {string}
             */
            status: "ACTIVE" | "PAUSED" | "DISABLED" | "ARCHIVED";
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            updated_at: string;
            url: string;
        };
        /**
         * @example {
         *       "url": "https://hooks.example.org/allot/v2"
         *     }
         */
        WebhookEndpointChange: {
            description?: string;
            /** @description Only what happens in these events; null is all of them, those to come included */
            event_ids?: string[] | null;
            /** @description What is sent there */
            events?: ("registration.registered" | "registration.approved" | "registration.rejected" | "registration.cancelled" | "registration.moved" | "registration.noted" | "registration.waitlisted" | "registration.waitlist_moved" | "registration.promoted" | "registration.offered" | "registration.offer_accepted" | "registration.offer_declined" | "registration.offer_expired" | "event.created" | "event.updated" | "event.archived" | "event.lottery_drawn" | "option.created" | "option.updated" | "option.archived" | "slot.created" | "slot.updated" | "slot.archived")[];
            /** @description https, at a public address; checked now, and again at each sending */
            url?: string;
        };
        /**
         * @example {
         *       "id": "019b2f80-1c2d-7a5b-8e6f-3a4b5c6d7e20",
         *       "url": "https://hooks.example.org/allot",
         *       "description": "Badge printer",
         *       "events": [
         *         "registration.approved",
         *         "registration.cancelled"
         *       ],
         *       "event_ids": [
         *         "019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e"
         *       ],
         *       "status": "ACTIVE",
         *       "disabled_reason": null,
         *       "failing_since": null,
         *       "last_success_at": "2027-04-21T12:32:00.000Z",
         *       "previous_secret_expires_at": null,
         *       "created_at": "2027-04-01T08:00:00.000Z",
         *       "updated_at": "2027-04-01T08:00:00.000Z",
         *       "secret": "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDc2FVsBQIhrs="
         *     }
         */
        WebhookEndpointWithSecret: {
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            created_at: string;
            description: string;
            disabled_reason: string | null;
            event_ids: string[] | null;
            events: ("registration.registered" | "registration.approved" | "registration.rejected" | "registration.cancelled" | "registration.moved" | "registration.noted" | "registration.waitlisted" | "registration.waitlist_moved" | "registration.promoted" | "registration.offered" | "registration.offer_accepted" | "registration.offer_declined" | "registration.offer_expired" | "event.created" | "event.updated" | "event.archived" | "event.lottery_drawn" | "option.created" | "option.updated" | "option.archived" | "slot.created" | "slot.updated" | "slot.archived")[];
            /** @description Since when every attempt has failed; null where the last one did not */
            failing_since: string | null;
            /**
             * Format: uuid
             * @description An unguessable id (UUID)
             * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
             */
            id: string;
            /** @description To the minute */
            last_success_at: string | null;
            /** @description Until when messages are signed with the secret before as well */
            previous_secret_expires_at: string | null;
            /** @description Shown this once; what every message is signed with */
            secret: string;
            /**
             * @description PAUSED: what happens is noted, and sent on resuming. DISABLED: it answered 410, or nothing but failures for three days; nothing is noted until it is resumed. ARCHIVED: for good
             * @enum {string}
             */
            status: "ACTIVE" | "PAUSED" | "DISABLED" | "ARCHIVED";
            /**
             * Format: date-time
             * @description ISO 8601 with offset
             * @example 2027-05-21T07:00:00Z
             */
            updated_at: string;
            url: string;
        };
        /**
         * @example {
         *       "type": "registration.approved",
         *       "timestamp": "2027-04-21T12:32:00.000Z",
         *       "data": {
         *         "tenant_id": "019b2f6d-0000-7c00-9a00-1b2c3d4e5f00",
         *         "event_id": "019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e",
         *         "event_name": "Annual Day 2027",
         *         "entry_no": 1042,
         *         "actor_id": "019b2f6d-0002-7c00-9a00-1b2c3d4e5f06",
         *         "registration_id": "019b2f70-1c2d-7a5b-8e6f-3a4b5c6d7e04",
         *         "user_id": "019b2f6d-0001-7c00-9a00-1b2c3d4e5f05",
         *         "event_option_id": "019b2f6e-9a01-7d44-8a10-2f6be3c4d501",
         *         "option_name": "Merino Hoodie",
         *         "from_status": "PENDING",
         *         "status": "APPROVED",
         *         "amount": 74,
         *         "currency": "EUR",
         *         "pickup_slot": {
         *           "id": "019b2f6e-9b10-7e0f-b0f4-91c2d3e4f703",
         *           "label": "North Gate 12:30"
         *         }
         *       }
         *     }
         */
        WebhookMessage: {
            data: {
                /** @description Who did it; null for Allot itself */
                actor_id?: string | null;
                /** @description What it costs the budget, in major units */
                amount?: number | null;
                /** @description Names of the fields that changed */
                changed?: string[];
                currency?: string;
                /**
                 * Format: uuid
                 * @description An unguessable id (UUID)
                 * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
                 */
                endpoint_id?: string;
                /** @description Number of the entry in the event's audit trail: the order of things */
                entry_no?: number;
                /**
                 * Format: uuid
                 * @description An unguessable id (UUID)
                 * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
                 */
                event_id?: string;
                event_name?: string;
                /**
                 * Format: uuid
                 * @description An unguessable id (UUID)
                 * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
                 */
                event_option_id?: string;
                /** @description null for a new registration */
                from_status?: string | null;
                /** @description Of the slot */
                label?: string | null;
                /** @description Its name when this was written */
                option_name?: string | null;
                pickup_slot?: {
                    /**
                     * Format: uuid
                     * @description An unguessable id (UUID)
                     * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
                     */
                    id: string;
                    label: string;
                } | null;
                /**
                 * Format: uuid
                 * @description An unguessable id (UUID)
                 * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
                 */
                registration_id?: string;
                /**
                 * Format: uuid
                 * @description An unguessable id (UUID)
                 * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
                 */
                slot_id?: string;
                status?: string | null;
                /**
                 * Format: uuid
                 * @description An unguessable id (UUID)
                 * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
                 */
                tenant_id?: string;
                /**
                 * Format: uuid
                 * @description An unguessable id (UUID)
                 * @example 019b2f6e-8f5c-7c3a-9d2e-5b8f0c1a2d3e
                 */
                user_id?: string;
            };
            /**
             * Format: date-time
             * @description When it happened
             * @example 2027-05-21T07:00:00Z
             */
            timestamp: string;
            /** @enum {string} */
            type: "registration.registered" | "registration.approved" | "registration.rejected" | "registration.cancelled" | "registration.moved" | "registration.noted" | "registration.waitlisted" | "registration.waitlist_moved" | "registration.promoted" | "registration.offered" | "registration.offer_accepted" | "registration.offer_declined" | "registration.offer_expired" | "event.created" | "event.updated" | "event.archived" | "event.lottery_drawn" | "option.created" | "option.updated" | "option.archived" | "slot.created" | "slot.updated" | "slot.archived" | "webhook.test";
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listApiKeys: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                skip?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"][];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiKeyRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewApiKey"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description USER_NOT_FOUND: No such person */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                key_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description API_KEY_NOT_FOUND: No such API key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTenantAudit: {
        parameters: {
            query?: {
                /** @description The beginning of the action, such as registration. or event.updated */
                action?: string;
                /** @description An unguessable id (UUID) */
                actor_id?: string;
                cursor?: string;
                /** @description At or after this moment */
                from?: string;
                limit?: number;
                skip?: number;
                /** @description An unguessable id (UUID) */
                subject_id?: string;
                /** @description Before this moment */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntry"][];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportTenantAudit: {
        parameters: {
            query?: {
                /** @description The beginning of the action, such as registration. or event.updated */
                action?: string;
                /** @description An unguessable id (UUID) */
                actor_id?: string;
                /** @description At or after this moment */
                from?: string;
                /** @description An unguessable id (UUID) */
                subject_id?: string;
                /** @description Before this moment */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signInByLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UseSignInLink"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; LINK_INVALID: This sign-in link is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestSignInLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInLinkRequest"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOutEverywhere: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOwnDesk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnDesk"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you?; DEVICE_REVOKED: This tablet was taken out of use */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enrolDesk: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Enrolment"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enrolled"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description CODE_NOT_FOUND: No such code */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description CODE_EXPIRED: This code has run out */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    leaseDesk: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeaseRequest"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lease"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you?; DEVICE_REVOKED: This tablet was taken out of use */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    giveBackLease: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description UNAUTHENTICATED: Who are you?; DEVICE_REVOKED: This tablet was taken out of use */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendDeskLog: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfflineLog"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfflineLogAnswer"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description LEASE_NOT_FOUND: No such lease of this tablet */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description LOG_GAP: Entries of this log are missing */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeskPeople: {
        parameters: {
            query?: {
                limit?: number;
                /** @description What words of a name begin with */
                q?: string;
                /** @description Only people of the slot with this label */
                slot?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskPerson"][];
                };
            };
            /** @description UNAUTHENTICATED: Who are you?; DEVICE_REVOKED: This tablet was taken out of use */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEvents: {
        parameters: {
            query?: {
                cursor?: string;
                /** @description false lists what is archived */
                is_active?: "true" | "false";
                limit?: number;
                /** @description Part of the name or of the venue */
                q?: string;
                skip?: number;
                /** @description The one event with this slug */
                slug?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event"][];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createEvent: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewEvent"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NAME_TAKEN: This name is already taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateEvent: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
                /** @description The ETag you have seen; if it is another by now, 412 */
                "If-Match"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventChange"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUDGET_OVERCOMMITTED: More of the budget is committed than that; SLOT_OVERCOMMITTED: More people hold this slot than that; LOCATION_FULL: More people would come at once than fit; NAME_TAKEN: This name is already taken; EVENT_CLOSED: The books of this event are closed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description STALE: Somebody changed this meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    archiveEvent: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
                /** @description The ETag you have seen; if it is another by now, 412 */
                "If-Match"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description STALE: Somebody changed this meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAudit: {
        parameters: {
            query?: {
                /** @description The beginning of the action, such as registration. or event.updated */
                action?: string;
                /** @description An unguessable id (UUID) */
                actor_id?: string;
                cursor?: string;
                /** @description At or after this moment */
                from?: string;
                limit?: number;
                skip?: number;
                /** @description An unguessable id (UUID) */
                subject_id?: string;
                /** @description Before this moment */
                to?: string;
            };
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntry"][];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportAudit: {
        parameters: {
            query?: {
                /** @description The beginning of the action, such as registration. or event.updated */
                action?: string;
                /** @description An unguessable id (UUID) */
                actor_id?: string;
                /** @description At or after this moment */
                from?: string;
                /** @description An unguessable id (UUID) */
                subject_id?: string;
                /** @description Before this moment */
                to?: string;
            };
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    printBadges: {
        parameters: {
            query?: {
                collected?: "true" | "false";
                event_option_id?: string[];
                /** @description An unguessable id (UUID) */
                slot_id?: string;
            };
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBudgetHistory: {
        parameters: {
            query?: {
                days?: "7" | "30" | "all";
            };
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BudgetHistory"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBudgetVariance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BudgetVariance"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportBudget: {
        parameters: {
            query?: {
                /** @description Whether it begins with a byte order mark; it does unless said */
                bom?: "true" | "false";
                /** @description Only these columns, in this order: their names with commas between them */
                columns?: string;
                /** @description A comma, unless said */
                delimiter?: "comma" | "semicolon" | "tab";
            };
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportBudgetXlsx: {
        parameters: {
            query?: {
                /** @description Only these columns, in this order: their names with commas between them */
                columns?: string;
            };
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkConflicts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConflictQuestion"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConflictAnswer"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event; OPTION_NOT_FOUND: No such option in this event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getClosing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Closing"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeBooks: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClosingRequest"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Closing"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event; OPTION_NOT_FOUND: No such option in this event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_CLOSED: The books of this event are closed; EVENT_NOT_OVER: This event is not over; CLOSING_CHANGED: Closing would come out otherwise by now; LEASED: A desk holds this while it has no network; TOO_MANY: There is a limit to how many of these there may be */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopenBooks: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reopening"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Closing"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_CLOSED: The books of this event are open; TOO_MANY: There is a limit to how many of these there may be */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCollections: {
        parameters: {
            query?: {
                cursor?: string;
                /** @description An unguessable id (UUID) */
                desk_id?: string;
                /** @description An unguessable id (UUID) */
                event_option_id?: string;
                limit?: number;
                /** @description What a word of a name begins with */
                q?: string;
                skip?: number;
                /** @description Only those that were undone, or only those that hold */
                undone?: "true" | "false";
            };
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collection"][];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    collect: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Scan"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScanAnswer"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event; DESK_NOT_FOUND: No such desk in this event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_CLOSED: The books of this event are closed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request; NONCE_REUSED: This nonce belongs to another scan */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportCollections: {
        parameters: {
            query?: {
                /** @description Whether it begins with a byte order mark; it does unless said */
                bom?: "true" | "false";
                /** @description Only these columns, in this order: their names with commas between them */
                columns?: string;
                /** @description A comma, unless said */
                delimiter?: "comma" | "semicolon" | "tab";
                /** @description An unguessable id (UUID) */
                desk_id?: string;
                event_option_id?: string[];
                /** @description Only those that were taken back, or only the others */
                undone?: "true" | "false";
            };
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportCollectionsXlsx: {
        parameters: {
            query?: {
                /** @description Only these columns, in this order: their names with commas between them */
                columns?: string;
                /** @description An unguessable id (UUID) */
                desk_id?: string;
                event_option_id?: string[];
                /** @description Only those that were taken back, or only the others */
                undone?: "true" | "false";
            };
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoCollection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                collection_id: string;
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CollectionUndo"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collection"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event; COLLECTION_NOT_FOUND: No such collection in this event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_CLOSED: The books of this event are closed; UNDO_OVER: It is too late to undo this yourself */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Day"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDesks: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                skip?: number;
            };
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Desk"][];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createDesk: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDesk"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Desk"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event; OPTION_NOT_FOUND: No such option in this event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NAME_TAKEN: This name is already taken; TOO_MANY: There is a limit to how many of these there may be */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDesk: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                desk_id: string;
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Desk"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event; DESK_NOT_FOUND: No such desk in this event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateDesk: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                desk_id: string;
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskChange"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Desk"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event; DESK_NOT_FOUND: No such desk in this event; OPTION_NOT_FOUND: No such option in this event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NAME_TAKEN: This name is already taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    archiveDesk: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                desk_id: string;
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event; DESK_NOT_FOUND: No such desk in this event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeskDevices: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                skip?: number;
            };
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                desk_id: string;
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskDevice"][];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event; DESK_NOT_FOUND: No such desk in this event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createDeskDevice: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                desk_id: string;
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDeskDevice"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskDeviceWithCode"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event; DESK_NOT_FOUND: No such desk in this event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY: There is a limit to how many of these there may be */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeDeskDevice: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                desk_id: string;
                /** @description An unguessable id (UUID) */
                device_id: string;
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event; DESK_NOT_FOUND: No such desk in this event; DEVICE_NOT_FOUND: No such tablet at this desk */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startExport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewExport"];
            };
        };
        responses: {
            /** @description Taken on */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY: There is a limit to how many of these there may be */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getInventory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InventoryOption"][];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLedger: {
        parameters: {
            query?: {
                cursor?: string;
                kind?: "COMMIT" | "RELEASE" | "RETURN" | "WRITE_OFF" | "RESTORE";
                limit?: number;
                /** @description An unguessable id (UUID) */
                registration_id?: string;
                skip?: number;
                /** @description As it was at that moment; X-Balance is the balance then */
                until?: string;
            };
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerEntry"][];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportLedger: {
        parameters: {
            query?: {
                /** @description Whether it begins with a byte order mark; it does unless said */
                bom?: "true" | "false";
                /** @description Only these columns, in this order: their names with commas between them */
                columns?: string;
                /** @description A comma, unless said */
                delimiter?: "comma" | "semicolon" | "tab";
                kind?: "COMMIT" | "RELEASE" | "RETURN" | "WRITE_OFF" | "RESTORE";
                /** @description An unguessable id (UUID) */
                registration_id?: string;
                /** @description As it was at that moment; X-Balance is the balance then */
                until?: string;
            };
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportLedgerXlsx: {
        parameters: {
            query?: {
                /** @description Only these columns, in this order: their names with commas between them */
                columns?: string;
                kind?: "COMMIT" | "RELEASE" | "RETURN" | "WRITE_OFF" | "RESTORE";
                /** @description An unguessable id (UUID) */
                registration_id?: string;
                /** @description As it was at that moment; X-Balance is the balance then */
                until?: string;
            };
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLedgerProof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerProof"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyLedger: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerVerification"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLocations: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                skip?: number;
            };
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Location"][];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createLocation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewLocation"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Location"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NAME_TAKEN: This name is already taken; TOO_MANY: There is a limit to how many of these there may be */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLocation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
                /** @description An unguessable id (UUID) */
                location_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Location"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event; LOCATION_NOT_FOUND: No such pickup location in this event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateLocation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
                /** @description An unguessable id (UUID) */
                location_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LocationChange"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Location"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event; LOCATION_NOT_FOUND: No such pickup location in this event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description LOCATION_FULL: More people would come at once than fit; NAME_TAKEN: This name is already taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    archiveLocation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
                /** @description An unguessable id (UUID) */
                location_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event; LOCATION_NOT_FOUND: No such pickup location in this event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description LOCATION_IN_USE: There are slots at this location */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEventNoticeTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeTemplates"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEventNotificationSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventNotificationSettings"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateEventNotificationSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventNotificationSettingsChange"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventNotificationSettings"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOptions: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                skip?: number;
            };
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Option"][];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createOption: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOption"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Option"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_CLOSED: The books of this event are closed; TOO_MANY: There is a limit to how many of these there may be */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateOption: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
                /** @description An unguessable id (UUID) */
                option_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OptionChange"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Option"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event; OPTION_NOT_FOUND: No such option in this event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_CLOSED: The books of this event are closed; OPTION_OVERCOMMITTED: More of this option is committed than that */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    archiveOption: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
                /** @description An unguessable id (UUID) */
                option_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event; OPTION_NOT_FOUND: No such option in this event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_CLOSED: The books of this event are closed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewOverlaps: {
        parameters: {
            query: {
                /** @description ISO 8601 with offset */
                ends_at: string;
                /** @description ISO 8601 with offset */
                starts_at: string;
            };
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
                /** @description An unguessable id (UUID) */
                option_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overlaps"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event; OPTION_NOT_FOUND: No such option in this event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOptionPicture: {
        parameters: {
            query?: {
                size?: "full" | "thumb";
                /** @description The beginning of its hash, as the address has it: the answer may be kept for ever then */
                v?: string;
            };
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
                /** @description An unguessable id (UUID) */
                option_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": string;
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event; OPTION_NOT_FOUND: No such option in this event; PICTURE_NOT_FOUND: This option has no picture */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putOptionPicture: {
        parameters: {
            query: {
                /** @description What is to be seen, for who does not see it */
                alt: string;
            };
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
                /** @description An unguessable id (UUID) */
                option_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/jpeg": string;
                "image/png": string;
                "image/webp": string;
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Option"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event; OPTION_NOT_FOUND: No such option in this event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_PICTURE_TYPE: The body must be a picture */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteOptionPicture: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
                /** @description An unguessable id (UUID) */
                option_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event; OPTION_NOT_FOUND: No such option in this event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOutcomes: {
        parameters: {
            query?: {
                /** @description What became of what was approved; missing is all that was not collected, settled or not */
                became?: "collected" | "uncollected" | "returned" | "written_off" | "missing";
                cursor?: string;
                event_option_id?: string[];
                limit?: number;
                skip?: number;
                /** @description An unguessable id (UUID) */
                slot_id?: string;
            };
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"][];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    printPickupList: {
        parameters: {
            query?: {
                /** @description An unguessable id (UUID) */
                desk_id?: string;
                location?: string;
                /** @description An unguessable id (UUID) */
                slot_id?: string;
            };
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    register: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRegistration"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Registration"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event; OPTION_NOT_FOUND: No such option in this event; USER_NOT_FOUND: No such person */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_CLOSED: The books of this event are closed; REGISTRATION_CLOSED: Registration is not open; BUDGET_EXHAUSTED: The event budget cannot cover this registration; INVENTORY_EXHAUSTED: This option has run out; SLOT_CONFLICT: This pickup slot is full; ALREADY_REGISTERED: This person already has a live registration; OPTION_ARCHIVED: This option is archived */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRegistrations: {
        parameters: {
            query?: {
                cursor?: string;
                /** @description May be given several times: any of these departments; empty for people without one */
                department?: string[];
                /** @description May be given several times: any of these options */
                event_option_id?: string[];
                limit?: number;
                order?: "newest" | "oldest";
                /** @description What a word of a name or of an e-mail address begins with */
                q?: string;
                skip?: number;
                /** @description May be given several times: labels of the assigned, or else the preferred slot; empty for none */
                slot?: string[];
                status_filter?: "WAITLISTED" | "PENDING" | "APPROVED" | "REJECTED" | "CANCELLED";
                /** @description Pending for at least so many days of the event's time zone; 0 is all that is pending */
                waiting_days_min?: number;
            };
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Registration"][];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportRegistrations: {
        parameters: {
            query?: {
                /** @description Whether it begins with a byte order mark; it does unless said */
                bom?: "true" | "false";
                /** @description Only these columns, in this order: their names with commas between them */
                columns?: string;
                /** @description A comma, unless said */
                delimiter?: "comma" | "semicolon" | "tab";
                /** @description May be given several times: any of these departments; empty for people without one */
                department?: string[];
                /** @description May be given several times: any of these options */
                event_option_id?: string[];
                order?: "newest" | "oldest";
                /** @description What a word of a name or of an e-mail address begins with */
                q?: string;
                /** @description May be given several times: labels of the assigned, or else the preferred slot; empty for none */
                slot?: string[];
                status_filter?: "WAITLISTED" | "PENDING" | "APPROVED" | "REJECTED" | "CANCELLED";
                /** @description Pending for at least so many days of the event's time zone; 0 is all that is pending */
                waiting_days_min?: number;
            };
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportRegistrationsXlsx: {
        parameters: {
            query?: {
                /** @description Only these columns, in this order: their names with commas between them */
                columns?: string;
                /** @description May be given several times: any of these departments; empty for people without one */
                department?: string[];
                /** @description May be given several times: any of these options */
                event_option_id?: string[];
                order?: "newest" | "oldest";
                /** @description What a word of a name or of an e-mail address begins with */
                q?: string;
                /** @description May be given several times: labels of the assigned, or else the preferred slot; empty for none */
                slot?: string[];
                status_filter?: "WAITLISTED" | "PENDING" | "APPROVED" | "REJECTED" | "CANCELLED";
                /** @description Pending for at least so many days of the event's time zone; 0 is all that is pending */
                waiting_days_min?: number;
            };
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
                /** @description An unguessable id (UUID) */
                registration_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Registration"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event; REGISTRATION_NOT_FOUND: No such registration */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideRegistration: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
                /** @description An unguessable id (UUID) */
                registration_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegistrationChange"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Registration"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site; OWN_REGISTRATION: Nobody decides on their own registration */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event; REGISTRATION_NOT_FOUND: No such registration */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_CLOSED: The books of this event are closed; BUDGET_EXHAUSTED: The event budget cannot cover this registration; INVENTORY_EXHAUSTED: This option has run out; SLOT_CONFLICT: This pickup slot is full; INVALID_TRANSITION: This registration cannot go there from its present state; REGISTRATION_CLOSED: Registration is not open; SLOT_FIXED: This slot can no longer be changed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replaceQr: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
                /** @description An unguessable id (UUID) */
                registration_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Registration"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event; REGISTRATION_NOT_FOUND: No such registration */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID_TRANSITION: This registration cannot go there from its present state; ALREADY_COLLECTED: This was collected already; LEASED: A desk holds this while it has no network; TOO_MANY: There is a limit to how many of these there may be */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideRegistrations: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegistrationBatch"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchResult"];
                };
            };
            /** @description Taken on */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BATCH_REFUSED: Not all of this batch can be decided; BATCH_CHANGED: This batch would come out otherwise by now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRegistrationFacets: {
        parameters: {
            query?: {
                /** @description May be given several times: any of these departments; empty for people without one */
                department?: string[];
                /** @description May be given several times: any of these options */
                event_option_id?: string[];
                /** @description What a word of a name or of an e-mail address begins with */
                q?: string;
                /** @description May be given several times: labels of the assigned, or else the preferred slot; empty for none */
                slot?: string[];
                status_filter?: "WAITLISTED" | "PENDING" | "APPROVED" | "REJECTED" | "CANCELLED";
                /** @description Pending for at least so many days of the event's time zone; 0 is all that is pending */
                waiting_days_min?: number;
            };
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationFacets"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReport: {
        parameters: {
            query?: {
                /** @description Events to compare with; left out, the last three of the same type */
                compare?: string[];
            };
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventReport"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    printReport: {
        parameters: {
            query?: {
                /** @description Events to compare with; left out, the last three of the same type */
                compare?: string[];
            };
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSlots: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                skip?: number;
            };
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Slot"][];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSlot: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSlot"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Slot"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event; LOCATION_NOT_FOUND: No such pickup location in this event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NAME_TAKEN: This name is already taken; TOO_MANY: There is a limit to how many of these there may be; SLOT_OVERCOMMITTED: More people hold this slot than that; LOCATION_FULL: More people would come at once than fit; EVENT_CLOSED: The books of this event are closed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateSlot: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
                /** @description An unguessable id (UUID) */
                slot_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SlotChange"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Slot"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event; SLOT_NOT_FOUND: No such pickup slot in this event; LOCATION_NOT_FOUND: No such pickup location in this event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description SLOT_OVERCOMMITTED: More people hold this slot than that; NAME_TAKEN: This name is already taken; LOCATION_FULL: More people would come at once than fit; EVENT_CLOSED: The books of this event are closed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    archiveSlot: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
                /** @description An unguessable id (UUID) */
                slot_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event; SLOT_NOT_FOUND: No such pickup slot in this event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_CLOSED: The books of this event are closed; SLOT_IN_USE: People hold this slot */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    movePeople: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
                /** @description An unguessable id (UUID) */
                slot_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SlotMove"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlotMoveResult"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event; SLOT_NOT_FOUND: No such pickup slot in this event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSlotBalance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlotBalance"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSlots: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSlots"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Slot"][];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event; LOCATION_NOT_FOUND: No such pickup location in this event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NAME_TAKEN: This name is already taken; TOO_MANY: There is a limit to how many of these there may be; SLOT_OVERCOMMITTED: More people hold this slot than that; LOCATION_FULL: More people would come at once than fit; EVENT_CLOSED: The books of this event are closed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    planSlots: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SlotPlan"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlotPlanResult"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event; LOCATION_NOT_FOUND: No such pickup location in this event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description LOCATION_FULL: More people would come at once than fit; NAME_TAKEN: This name is already taken; TOO_MANY: There is a limit to how many of these there may be */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    streamEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["LiveChange"] | components["schemas"]["LiveCounters"] | components["schemas"]["LiveAvailability"] | components["schemas"]["LiveReset"] | components["schemas"]["LiveJob"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWaitlist: {
        parameters: {
            query?: {
                cursor?: string;
                /** @description Only those who would take this option */
                event_option_id?: string;
                limit?: number;
                skip?: number;
                /** @description Both where it is left out */
                state?: "waiting" | "offered";
            };
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitlistEntry"][];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    joinWaitlist: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWaitlistEntry"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Registration"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event; OPTION_NOT_FOUND: No such option in this event; USER_NOT_FOUND: No such person */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_CLOSED: The books of this event are closed; REGISTRATION_CLOSED: Registration is not open; ALREADY_REGISTERED: This person already has a live registration; OPTION_ARCHIVED: This option is archived; WAITLIST_CLOSED: The waitlist is closed; WAITLIST_NOT_NEEDED: There is room: register */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportWaitlist: {
        parameters: {
            query?: {
                /** @description Whether it begins with a byte order mark; it does unless said */
                bom?: "true" | "false";
                /** @description Only these columns, in this order: their names with commas between them */
                columns?: string;
                /** @description A comma, unless said */
                delimiter?: "comma" | "semicolon" | "tab";
                /** @description Only those who would take this option */
                event_option_id?: string;
                /** @description Both where it is left out */
                state?: "waiting" | "offered";
            };
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportWaitlistXlsx: {
        parameters: {
            query?: {
                /** @description Only these columns, in this order: their names with commas between them */
                columns?: string;
                /** @description Only those who would take this option */
                event_option_id?: string;
                /** @description Both where it is left out */
                state?: "waiting" | "offered";
            };
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptOffer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
                /** @description An unguessable id (UUID) */
                registration_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Registration"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event; REGISTRATION_NOT_FOUND: No such registration */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_CLOSED: The books of this event are closed; NO_OFFER: There is no open offer */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    declineOffer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
                /** @description An unguessable id (UUID) */
                registration_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Registration"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event; REGISTRATION_NOT_FOUND: No such registration */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_CLOSED: The books of this event are closed; NO_OFFER: There is no open offer */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    moveOnWaitlist: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
                /** @description An unguessable id (UUID) */
                registration_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WaitlistMove"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitlistEntry"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site; OWN_REGISTRATION: Nobody decides on their own registration */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event; REGISTRATION_NOT_FOUND: No such registration */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_CLOSED: The books of this event are closed; NOT_WAITING: This registration is not waiting; WAITLIST_ORDER: The order of this waitlist does not allow that */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    drawWaitlist: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lottery"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_CLOSED: The books of this event are closed; WAITLIST_ORDER: The order of this waitlist does not allow that */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMyWaitlist: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitlistPlace"][];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportWorkbook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listExports: {
        parameters: {
            query?: {
                cursor?: string;
                /** @description An unguessable id (UUID) */
                event_id?: string;
                limit?: number;
                skip?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"][];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                export_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EXPORT_NOT_FOUND: No such export */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelExport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                export_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EXPORT_NOT_FOUND: No such export */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                export_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EXPORT_NOT_FOUND: No such export */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EXPORT_NOT_DONE: This file is not there yet, or no more */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listJobs: {
        parameters: {
            query?: {
                cursor?: string;
                /** @description An unguessable id (UUID) */
                event_id?: string;
                limit?: number;
                skip?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"][];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description JOB_NOT_FOUND: No such job */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description JOB_NOT_FOUND: No such job */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description JOB_OVER: This job is over */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description JOB_NOT_FOUND: No such job */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description JOB_OVER: This job is over */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listJobRows: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description What was decided; UNCHANGED where it held already */
                outcome?: "APPROVED" | "REJECTED" | "CANCELLED" | "UNCHANGED" | "REFUSED";
                skip?: number;
            };
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobRow"][];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description JOB_NOT_FOUND: No such job */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportJobRows: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description JOB_NOT_FOUND: No such job */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInbox: {
        parameters: {
            query?: {
                cursor?: string;
                /** @description true: only what was not read; false: only what was */
                is_unread?: "true" | "false";
                limit?: number;
                skip?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxNotice"][];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    markInbox: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InboxMark"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxSummary"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getInboxSummary: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxSummary"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNotificationSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationSettings"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateNotificationSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NotificationSettingsChange"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationSettings"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateProfile: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileChange"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMyRegistrations: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                skip?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Registration"][];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNoticeTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeTemplates"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveNoticeTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoticeTemplateChange"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeTemplate"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewNoticeTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoticeTemplateChange"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RenderedMessage"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resetNoticeTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoticeTemplatePlace"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeTemplate"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testNoticeTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoticeTemplateChange"];
            };
        };
        responses: {
            /** @description Taken on */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutboxMessage"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description MAIL_NOT_SET_UP: There is no mail server */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTenantNotificationSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantNotificationSettings"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateTenantNotificationSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TenantNotificationSettingsChange"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantNotificationSettings"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOffer: {
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
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Offer"];
                };
            };
            /** @description OFFER_NOT_FOUND: No such offer */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptOfferByLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Offer"];
                };
            };
            /** @description OFFER_NOT_FOUND: No such offer */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_CLOSED: The books of this event are closed; NO_OFFER: There is no open offer */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    declineOfferByLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Offer"];
                };
            };
            /** @description OFFER_NOT_FOUND: No such offer */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_CLOSED: The books of this event are closed; NO_OFFER: There is no open offer */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOutbox: {
        parameters: {
            query?: {
                channel?: "mail" | "inbox";
                cursor?: string;
                /** @description An unguessable id (UUID) */
                event_id?: string;
                kind?: "registration_received" | "registration_approved" | "registration_rejected" | "registration_cancelled" | "slot_changed" | "waitlist_joined" | "waitlist_promoted" | "waitlist_offer" | "waitlist_offer_expired" | "event_reminder" | "pickup_reminder" | "requests_waiting" | "budget_threshold" | "digest" | "invitation" | "sign_in_link";
                limit?: number;
                skip?: number;
                /** @description KEPT: there was no mail server, or mail was paused. FAILED: given up, `last_error` says why. DONE: handed over */
                status?: "WAITING" | "KEPT" | "DONE" | "FAILED";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutboxMessage"][];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOutboxMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                notice_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutboxMessageInFull"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTICE_NOT_FOUND: No such message */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryOutboxMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                notice_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutboxMessage"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTICE_NOT_FOUND: No such message */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description MAIL_NOT_SET_UP: There is no mail server */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryOutbox: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OutboxRetry"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutboxRetried"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description MAIL_NOT_SET_UP: There is no mail server */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOutboxSummary: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutboxSummary"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: The database does not answer; BUSY: Too many are asking at once */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateTenant: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TenantChange"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSampleEvent: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENTS_EXIST: There are events already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTenants: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                skip?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tenant"][];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createTenant: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTenant"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    suspendTenant: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                tenant_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TenantSuspension"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TENANT_NOT_FOUND: No such tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createTenantApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                tenant_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiKeyRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewApiKey"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TENANT_NOT_FOUND: No such tenant; USER_NOT_FOUND: No such person */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createTenantUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                tenant_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUser"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TENANT_NOT_FOUND: No such tenant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NAME_TAKEN: This name is already taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createTenantSignInLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                tenant_id: string;
                /** @description An unguessable id (UUID) */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInLink"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TENANT_NOT_FOUND: No such tenant; USER_NOT_FOUND: No such person */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUsers: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                q?: string;
                skip?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"][];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUser"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NAME_TAKEN: This name is already taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserChange"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description USER_NOT_FOUND: No such person */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description LAST_OWNER: A tenant needs an owner */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inviteUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description USER_NOT_FOUND: No such person */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSignInLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInLink"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description USER_NOT_FOUND: No such person */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhookEndpoints: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                skip?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoint"][];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWebhookEndpoint"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointWithSecret"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY: There is a limit to how many of these there may be */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                endpoint_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description WEBHOOK_NOT_FOUND: No such webhook endpoint */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                endpoint_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookEndpointChange"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description WEBHOOK_NOT_FOUND: No such webhook endpoint; EVENT_NOT_FOUND: No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description WEBHOOK_ARCHIVED: This webhook endpoint is archived */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    archiveWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                endpoint_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description WEBHOOK_NOT_FOUND: No such webhook endpoint */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                skip?: number;
                status?: "WAITING" | "DONE" | "FAILED";
            };
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                endpoint_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"][];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description WEBHOOK_NOT_FOUND: No such webhook endpoint */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebhookDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An unguessable id (UUID) */
                delivery_id: string;
                /** @description An unguessable id (UUID) */
                endpoint_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryDetail"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description WEBHOOK_NOT_FOUND: No such webhook endpoint; DELIVERY_NOT_FOUND: No such delivery */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayWebhookDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                delivery_id: string;
                /** @description An unguessable id (UUID) */
                endpoint_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken on */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description WEBHOOK_NOT_FOUND: No such webhook endpoint; DELIVERY_NOT_FOUND: No such delivery */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description WEBHOOK_NOT_ACTIVE: Nothing is sent to this webhook endpoint now; WEBHOOK_ARCHIVED: This webhook endpoint is archived */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pauseWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                endpoint_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description WEBHOOK_NOT_FOUND: No such webhook endpoint */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description WEBHOOK_ARCHIVED: This webhook endpoint is archived */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumeWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                endpoint_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description WEBHOOK_NOT_FOUND: No such webhook endpoint */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description WEBHOOK_ARCHIVED: This webhook endpoint is archived */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                endpoint_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecretRotation"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointWithSecret"];
                };
            };
            /** @description BODY_NOT_JSON: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description WEBHOOK_NOT_FOUND: No such webhook endpoint */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description WEBHOOK_ARCHIVED: This webhook endpoint is archived */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_JSON_TYPE: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request give the first answer again, for 24 hours; the work is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description An unguessable id (UUID) */
                endpoint_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken on */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description UNAUTHENTICATED: Who are you? */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: Your role does not allow this; TENANT_REQUIRED: Tenant context required; TENANT_SUSPENDED: This organisation is suspended; CROSS_SITE: This request comes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description WEBHOOK_NOT_FOUND: No such webhook endpoint */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description WEBHOOK_NOT_ACTIVE: Nothing is sent to this webhook endpoint now; WEBHOOK_ARCHIVED: This webhook endpoint is archived */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID: Something in the request is not right; KEY_REUSED: This idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BUSY: Too many are asking at once; UNAVAILABLE: The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
