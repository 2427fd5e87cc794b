/** Who signed in, saw contacts, changed rules and rights: lines that the application adds and cannot rewrite. */
@org.springframework.modulith.ApplicationModule(displayName = "Audit log", allowedDependencies = "platform")
package org.complaintdesk.audit;
