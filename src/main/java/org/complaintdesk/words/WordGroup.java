package org.complaintdesk.words;

import java.util.List;

/** Lists that belong together; {@code about} tells who uses them and how. */
record WordGroup(String name, String title, String about, List<WordList> lists) {
}
