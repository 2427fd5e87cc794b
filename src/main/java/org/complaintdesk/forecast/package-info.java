/** When open cases will be settled, and how likely in time, from what similar cases needed; and the order of work that follows. */
@org.springframework.modulith.ApplicationModule(displayName = "Forecast", allowedDependencies = {"platform", "policy", "deadline", "deadline :: calendar", "casework", "complaint"})
package org.complaintdesk.forecast;
