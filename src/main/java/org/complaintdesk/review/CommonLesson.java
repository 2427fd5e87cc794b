package org.complaintdesk.review;

/**
 * A lesson and from how many reviews it was learnt.
 *
 * @param lesson as it was worded last
 */
public record CommonLesson(LessonArea area, String lesson, int times) {
}
