/**
 * Who gets a new task: the only place where that is decided. Start at {@link org.complaintdesk.assignment.Assignment}; who is
 * asked stands in {@code Candidates}, who of them suits best in {@code Fit}, whose turn it is in {@code Turns}.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Assignment", allowedDependencies = {"platform", "identity", "roster"})
package org.complaintdesk.assignment;
