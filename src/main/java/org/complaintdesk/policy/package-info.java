/** The house's rules that a supervisor can read and change, typed: triage, remedies, authority, execution steps. */
@org.springframework.modulith.ApplicationModule(displayName = "Policy", allowedDependencies = "platform")
package org.complaintdesk.policy;
