package org.complaintdesk.intake.portal;

/** Who lost a private link: the complaint's number and the e-mail address on file, as typed; anything may be null. */
record LinkRequest(String number, String email) {
}
