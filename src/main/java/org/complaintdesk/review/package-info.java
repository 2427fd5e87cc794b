/** The bad review: its facts, its life from taken in to outcome, its timeline, and what the shop learnt from it. */
@org.springframework.modulith.ApplicationModule(displayName = "Reviews", allowedDependencies = {"platform", "identity", "policy", "deadline", "customer", "assignment", "casework", "compliance", "complaint", "words"})
package org.complaintdesk.review;
