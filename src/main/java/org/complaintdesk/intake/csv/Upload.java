package org.complaintdesk.intake.csv;

import org.springframework.core.io.InputStreamSource;

/**
 * A file that was sent to us and lies on disk.
 *
 * @param name as the sender calls it
 */
record Upload(String name, InputStreamSource content) {
}
