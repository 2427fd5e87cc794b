/** How complaints arrive; every way ends in Complaints.register(...) or Reviews.register(...). */
@org.springframework.modulith.ApplicationModule(displayName = "Intake", allowedDependencies = {"platform", "identity", "customer", "policy", "complaint", "review", "update"})
package org.complaintdesk.intake;
