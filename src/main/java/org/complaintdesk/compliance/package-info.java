/** The gate for every text that goes to customers or the public: nothing may ask for, buy or press for another review. */
@org.springframework.modulith.ApplicationModule(displayName = "Compliance", allowedDependencies = {"platform", "words"})
package org.complaintdesk.compliance;
