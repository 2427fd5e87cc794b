/** How complaints arrive; every way ends in Complaints.register(...). */
@org.springframework.modulith.ApplicationModule(displayName = "Intake", allowedDependencies = {"platform", "identity", "customer", "policy", "complaint", "update"})
package org.complaintdesk.intake;
