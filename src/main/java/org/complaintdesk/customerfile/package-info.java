/** The pages of the customer file: find a customer, know everything about them, merge, hand out and erase whole files. */
@org.springframework.modulith.ApplicationModule(displayName = "Customer files", allowedDependencies = {"platform", "identity", "policy", "casework", "customer", "complaint", "review", "update", "evidence"})
package org.complaintdesk.customerfile;
