/** Is it well: health, and figures for monitoring. It only reads. */
@org.springframework.modulith.ApplicationModule(displayName = "Operation", allowedDependencies = {"platform", "complaint"})
package org.complaintdesk.operation;
