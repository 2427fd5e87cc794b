package org.complaintdesk.platform;

/** Another version of a decision table is in force; told in the transaction that puts it there, so listen after its commit. */
public record TableChanged(String table) {
}
