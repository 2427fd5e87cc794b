package org.complaintdesk.identity.sso;

/** The provider knows this person, the desk does not let them in. */
class SsoRefused extends RuntimeException {

    /** Why; texts {@code sso.refused.*}. */
    enum Why {
        /** In none of the groups that work here, or let go. */
        GROUP,
        /** Someone else here has the same user id. */
        TAKEN,
        /** The provider sends no user id, or one the engine cannot keep. */
        NAME,
        /** The provider could not be asked, or its answer could not be used. */
        PROVIDER
    }

    private final Why why;

    SsoRefused(Why why) {
        super(why.name());
        this.why = why;
    }

    Why why() {
        return why;
    }
}
