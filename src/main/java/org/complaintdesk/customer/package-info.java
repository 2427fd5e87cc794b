/** The customer file: who complains and how they can be reached. */
@org.springframework.modulith.ApplicationModule(displayName = "Customers", allowedDependencies = {"platform", "audit"})
package org.complaintdesk.customer;
