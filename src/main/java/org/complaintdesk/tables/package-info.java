/** The decision tables as people read, change, try and publish them. */
@org.springframework.modulith.ApplicationModule(displayName = "Decision tables", allowedDependencies = {"platform", "identity", "audit", "words"})
package org.complaintdesk.tables;
