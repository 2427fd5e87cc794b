package org.complaintdesk.words;

import java.util.List;

/**
 * Lists that belong together.
 *
 * @param about   tells who uses them and how
 * @param inTexts whether their words are looked for in texts
 */
record WordGroup(String name, String title, String about, boolean inTexts, List<WordList> lists) {
}
