package org.complaintdesk.review;

/** Whom a lesson is for. */
public enum LessonArea {
    PRODUCT, WAREHOUSE, TRAINING, LOGISTICS, NONE
}
