package org.complaintdesk.review;

/** @param number null when the review is only counted and has no case */
public record ReviewRegistration(ReviewNumber number, Taken taken) {
}
