package org.complaintdesk.casefile;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How case files are handed out.
 *
 * @param font a TrueType font (.ttf) with the characters that names and texts are written in, in place of the one that
 *             comes with the desk; null for that
 */
@ConfigurationProperties("complaintdesk.case-file")
record CaseFileProperties(Path font) {
}
