package org.complaintdesk.local;

/** Why the local system cannot start, in one sentence that says what to do about it. */
class LocalProblem extends RuntimeException {

    LocalProblem(String sentence) {
        super(sentence);
    }

    LocalProblem(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
