/** Lists of words that supervisors read and change, and whether a text has one of them. */
@org.springframework.modulith.ApplicationModule(displayName = "Words", allowedDependencies = {"platform", "identity", "audit"})
package org.complaintdesk.words;
