/** Messages to customers and staff: worded from templates, delivered once, kept. */
@org.springframework.modulith.ApplicationModule(displayName = "Customer updates", allowedDependencies = {"platform", "identity", "roster", "assignment", "casework", "customer"})
package org.complaintdesk.update;
