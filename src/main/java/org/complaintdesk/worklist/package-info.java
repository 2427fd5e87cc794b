/** What Tasklist asks the desk beside the engine: how much is in each list, several tasks at once, a task's case file. */
@org.springframework.modulith.ApplicationModule(displayName = "Work list", allowedDependencies = {"platform", "identity", "roster"})
package org.complaintdesk.worklist;
