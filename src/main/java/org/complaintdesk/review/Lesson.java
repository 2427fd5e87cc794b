package org.complaintdesk.review;

import java.util.regex.Pattern;
import org.complaintdesk.words.PlainChinese;

/**
 * What the shop learns from a review.
 *
 * @param lesson    null when there is nothing to learn
 * @param lessonKey the lesson without differences of spelling, so that the same one can be counted
 */
record Lesson(LessonArea lessonArea, String lesson, String lessonKey) {

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    static Lesson of(LessonArea area, String lesson) {
        return new Lesson(area, lesson, lesson == null ? null : key(lesson));
    }

    private static String key(String lesson) {
        return NO_LETTERS.matcher(PlainChinese.of(lesson)).replaceAll("");
    }
}
