/** When the desk did not run, and which alarms came late because of it. */
@org.springframework.modulith.ApplicationModule(displayName = "Uptime", allowedDependencies = {"deadline", "platform"})
package org.complaintdesk.uptime;
