package org.complaintdesk.intake.csv;

/**
 * Why a row is not taken in.
 *
 * @param header the column as the file calls it; empty when the whole row is to blame
 * @param reason in the installation's language
 */
record Problem(String header, String reason) {
}
