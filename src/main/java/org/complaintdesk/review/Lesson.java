package org.complaintdesk.review;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

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
        String plain = Normalizer.normalize(lesson, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return NO_LETTERS.matcher(plain).replaceAll("");
    }
}
