package org.complaintdesk.tracking;

import org.springframework.http.HttpStatus;

/** A link that does not lead to a case. */
class LinkProblem extends RuntimeException {

    /** Texts: {@code track.link.*} in the message bundles. */
    enum Kind {
        /** Never given out, or no token at all: one answer for both. */
        UNKNOWN(HttpStatus.NOT_FOUND),
        /** Good once; a new one can be asked for. */
        ENDED(HttpStatus.GONE),
        /** The person's data was erased. */
        ERASED(HttpStatus.GONE),
        /** Too many tries from one place. */
        TOO_MANY(HttpStatus.TOO_MANY_REQUESTS);

        private final HttpStatus status;

        Kind(HttpStatus status) {
            this.status = status;
        }

        HttpStatus status() {
            return status;
        }
    }

    private final Kind kind;
    private final String token;

    /** @param token null when it is not one of ours */
    LinkProblem(Kind kind, String token) {
        super(kind.name(), null, false, false);
        this.kind = kind;
        this.token = token;
    }

    Kind kind() {
        return kind;
    }

    String token() {
        return token;
    }
}
