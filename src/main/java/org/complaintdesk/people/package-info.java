/** The people for those who lead them: who works in which group for which shops, what they are good at, what they have in hand. */
@org.springframework.modulith.ApplicationModule(displayName = "People", allowedDependencies = {"platform", "identity", "roster", "audit", "assignment", "casework", "policy", "complaint"})
package org.complaintdesk.people;
