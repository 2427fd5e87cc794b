/** People, groups, what they may do in the engine, and how they sign in. */
@org.springframework.modulith.ApplicationModule(displayName = "Identity", allowedDependencies = {"platform", "audit"})
package org.complaintdesk.identity;
