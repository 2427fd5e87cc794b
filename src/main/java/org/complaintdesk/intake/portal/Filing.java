package org.complaintdesk.intake.portal;

import java.time.Instant;
import java.util.Arrays;
import org.complaintdesk.platform.Sha256;

/**
 * A form that became a complaint.
 *
 * @param typed digest of what was typed
 * @param files digest of what the files were called that came with it; null for what was filed before that was kept
 */
record Filing(String caseNumber, Instant at, byte[] typed, byte[] files) {

    /** @return whether it says the same */
    boolean says(PortalForm form) {
        return Arrays.equals(typed, Sha256.of(form.typed()));
    }

    /** @return whether all of these files were sent when it became a complaint */
    boolean has(SentFiles sent) {
        return sent.isEmpty() || Arrays.equals(files, Sha256.of(sent.named()));
    }
}
