package org.complaintdesk.words;

/** Somebody else has changed the list since this person opened it; nothing was saved. */
class ChangedMeanwhile extends RuntimeException {
}
