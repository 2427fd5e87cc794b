/** How complaints and reviews arrive; every way ends in Complaints.register(...) or Reviews.register(...). */
@org.springframework.modulith.ApplicationModule(displayName = "Intake", allowedDependencies = {"platform", "words", "identity", "customer", "evidence", "policy", "complaint", "deadline", "review", "update", "assignment", "casework", "forecast"})
package org.complaintdesk.intake;
