/** Files that belong to a case: taken in from anybody, made harmless, kept with the case, given back safely. */
@org.springframework.modulith.ApplicationModule(displayName = "Evidence", allowedDependencies = {"platform", "identity"})
package org.complaintdesk.evidence;
