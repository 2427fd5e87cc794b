package org.complaintdesk.complaint;

import java.time.Instant;

/**
 * An outside matter as somebody enters it; {@link OutsideMatters#open} checks it.
 *
 * @param platform  which marketplace it is about; only for {@link MatterKind#PLATFORM}, null for the case's own channel
 * @param party     who it is with, such as a courier or an office; needed for a courier and for others
 * @param reference their number for it, may be null
 * @param dueAt     by when, as they said; null when policy says it
 * @param note      what it is about, may be null
 */
public record NewMatter(MatterKind kind, Channel platform, String party, String reference, WhoActs whoActs, Instant dueAt,
                        String note) {
}
