/** Who is on duty when, who is away, and who hears of something that is meant for a person or a group. */
@org.springframework.modulith.ApplicationModule(displayName = "Roster", allowedDependencies = {"platform", "identity"})
package org.complaintdesk.roster;
