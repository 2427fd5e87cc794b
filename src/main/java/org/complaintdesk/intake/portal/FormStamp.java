package org.complaintdesk.intake.portal;

import java.time.Instant;
import java.util.UUID;

/**
 * One opening of the form.
 *
 * @param draft makes sending it twice one complaint, and whoever knows it its sender
 */
record FormStamp(UUID draft, Instant openedAt) {

    /** @return what the files sent with the form are kept under */
    String key() {
        return draft.toString();
    }
}
