package org.complaintdesk.evidence;

import java.io.InputStream;

/** Somebody who looks for viruses. */
interface VirusScanner {

    /** @return {@link Scan#PENDING} when it does not answer now */
    Scan scan(InputStream content);
}
