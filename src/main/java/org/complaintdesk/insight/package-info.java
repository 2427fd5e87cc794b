/** How the desk stands, for those who oversee it: figures, finished cases and their paths, where cases stay long. It only reads. */
@org.springframework.modulith.ApplicationModule(displayName = "Insight", allowedDependencies = {"platform", "identity", "policy", "deadline", "complaint", "review", "update", "ledger"})
package org.complaintdesk.insight;
