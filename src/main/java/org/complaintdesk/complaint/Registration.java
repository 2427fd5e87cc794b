package org.complaintdesk.complaint;

/** @param created false when the complaint was registered before under the same external id */
public record Registration(ComplaintNumber number, Stage stage, boolean created) {
}
